-- Couriers as configuration, their call budgets and tokens, polls of parcels, and how each scan was mapped.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid, adding-field-with-default
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

alter table couriers
  add column tracking_mode text not null default 'none'
    check (tracking_mode in ('none', 'push', 'poll', 'push_and_poll')),
  add column poll_seconds jsonb not null default
    '{"unknown": 21600, "pre_transit": 21600, "accepted": 14400, "in_transit": 14400, "out_for_delivery": 3600, "failed_attempt": 21600, "exception": 21600, "delivered": 86400}',
  add column poll_ageing jsonb not null default '[{"after_days": 14, "times": 2}, {"after_days": 30, "times": 4}]',
  add column net_poll_seconds integer not null default 43200 check (net_poll_seconds > 0),
  add column age_limit_days integer not null default 60 check (age_limit_days > 0),
  add column not_found_days integer not null default 14 check (not_found_days > 0),
  add column delivery_sla_days_by_service jsonb not null default '{}',
  add column burst_calls integer not null default 1 check (burst_calls > 0),
  add column refill_calls integer not null default 1 check (refill_calls > 0),
  add column refill_seconds integer not null default 60 check (refill_seconds > 0),
  add column day_calls integer check (day_calls > 0),
  add column secret_reference text,
  add column version integer not null default 1,
  add column updated_at timestamptz not null default now();

comment on column couriers.tracking_mode is 'Whether the courier tells us, is asked, or both; with both, asking is only a net below the pushes.';
comment on column couriers.poll_seconds is 'Between two polls of a parcel, by its tracking status.';
comment on column couriers.poll_ageing is 'From so many days after a parcel was ready, its interval is so many times as long.';
comment on column couriers.net_poll_seconds is 'The shortest interval where the courier pushes as well.';
comment on column couriers.age_limit_days is 'Days after which a parcel is no longer asked about.';
comment on column couriers.not_found_days is 'Days for which "not found" is normal; then a person looks.';
comment on column couriers.burst_calls is 'Calls that may follow each other at once. With the refill of an hour it stays within the courier''s quota of an hour.';
comment on column couriers.day_calls is 'Calls of a UTC day; null where the courier counts none.';
comment on column couriers.secret_reference is 'Name of the signing secret among the settings, for the generic adapter. Never the secret.';

update couriers set tracking_mode = 'push_and_poll', burst_calls = 15, refill_calls = 45, refill_seconds = 3600
where courier_code = 'USPS';
update couriers set tracking_mode = 'push_and_poll', burst_calls = 1, refill_calls = 1, refill_seconds = 5, day_calls = 250
where courier_code = 'DHL';
update couriers set tracking_mode = 'poll', burst_calls = 1, refill_calls = 1, refill_seconds = 1
where courier_code = 'CanadaPost';
update couriers set tracking_mode = 'poll', burst_calls = 500, refill_calls = 1500, refill_seconds = 300
where courier_code = 'ChitChat';

create table courier_accounts (
  courier_code text collate "C" primary key references couriers (courier_code),
  tokens double precision not null,
  refilled_at timestamptz not null,
  day date not null,
  day_used integer not null default 0,
  paused_until timestamptz,
  pause_reason text,
  access_token text,
  token_expires_at timestamptz,
  token_scope text,
  token_claimed_until timestamptz,
  check ((paused_until is null) = (pause_reason is null)),
  check ((access_token is null) = (token_expires_at is null))
);
comment on table courier_accounts is 'What all processes share about our account with a courier: calls left, pause, OAuth token. The token is in no view and no log.';
comment on column courier_accounts.tokens is 'Calls left in the bucket when it was last looked at; it refills by the courier''s configuration.';
comment on column courier_accounts.token_claimed_until is 'Until when one process mints a token; the others wait for it.';

insert into courier_accounts (courier_code, tokens, refilled_at, day)
select courier_code, burst_calls, now(), (now() at time zone 'utc')::date
from couriers;

alter table shipments
  add column next_poll_at timestamptz,
  add column last_polled_at timestamptz,
  add column polls integer not null default 0,
  add column tracking_number_reason text;
comment on column shipments.next_poll_at is 'When the courier is asked next; null where it is not asked, or no longer.';
comment on column shipments.tracking_number_reason is 'Why a tracking number with a wrong check digit was taken.';
create index shipments_due_polls on shipments (courier_code, next_poll_at) where next_poll_at is not null;

update shipments s
set next_poll_at = now() + random() * interval '6 hours'
from couriers c
where c.courier_code = s.courier_code
  and c.tracking_mode in ('poll', 'push_and_poll')
  and s.status in ('ready', 'in_transit');

alter table courier_events
  add column mapped_by text not null default 'before_rules',
  add column mapping_version integer not null default 0;
comment on column courier_events.mapped_by is 'The rule that gave the scan its meaning.';
create index courier_events_by_courier on courier_events (courier_code, shipment_id);

alter table manual_tasks drop constraint manual_tasks_kind_check;
alter table manual_tasks add constraint manual_tasks_kind_check check (kind in (
  'automation_failed', 'refund_cancelled_order', 'parcel_returned', 'unknown_courier_code', 'payment_mismatch',
  'order_not_found', 'refund_failed', 'payment_disputed', 'billing_contact_missing', 'email_failed', 'undo_provisioning',
    'provision_again', 'replacement_charge_due', 'tracking_contradiction', 'tracking_not_found',
  'courier_misconfigured'));

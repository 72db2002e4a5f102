-- Our sessions, payments and refunds beside Stripe's: what was compared, and where the two sides disagree.

-- Migrations run while nothing else does. A file runs in one transaction, where an index cannot be made concurrently.
-- squawk-ignore-file require-concurrent-index-creation

create table reconciliations (
  id entity_id primary key check (id like 'rcn\_%'),
  slot text collate "C" unique,
  window_from timestamptz not null,
  window_to timestamptz not null,
  requested_by text not null,
  sessions_compared integer not null default 0,
  payments_compared integer not null default 0,
  charges_compared integer not null default 0,
  refunds_compared integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  check (window_from < window_to)
);
comment on table reconciliations is 'Comparisons of our sessions, payments and refunds with Stripe''s. The window is about when the objects were made; its end is not part of it.';
comment on column reconciliations.slot is 'The night it belongs to; null for one that somebody asked for.';
create index reconciliations_listing on reconciliations (created_at desc, id desc);

create table reconciliation_differences (
  id entity_id primary key check (id like 'rcd\_%'),
  reconciliation_id entity_id not null references reconciliations (id),
  kind text collate "C" not null check (kind in (
    'session_status', 'session_left_open', 'session_unknown', 'session_missing', 'session_amount',
    'payment_unrecorded', 'payment_missing', 'payment_status', 'payment_amount', 'charge_refunded',
    'refund_unrecorded', 'refund_missing', 'refund_status', 'refund_amount')),
  provider_object_id text collate "C" not null,
  payment_intent_id text collate "C",
  order_id entity_id references orders (id),
  ours text,
  theirs text,
  cause text check (cause in ('webhook_lost', 'webhook_late', 'webhook_unprocessed')),
  proposed_repair text not null check (proposed_repair in ('converge', 'expire_session', 'review')),
  repair_queued_at timestamptz,
  object_created_at timestamptz not null,
  found_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by_id entity_id references reconciliations (id),
  unique (reconciliation_id, kind, provider_object_id),
  check ((resolved_at is null) = (resolved_by_id is null))
);
comment on table reconciliation_differences is 'One disagreement of a reconciliation, both sides in words. Resolved by the next reconciliation that looks at the object and no longer finds it.';
comment on column reconciliation_differences.cause is 'Null where it is not known.';
create index reconciliation_differences_listing
  on reconciliation_differences (reconciliation_id, found_at desc, id desc);
create index reconciliation_differences_open on reconciliation_differences (object_created_at)
  where resolved_at is null;
create index reconciliation_differences_order on reconciliation_differences (order_id);
create index reconciliation_differences_resolved_by on reconciliation_differences (resolved_by_id);

-- What a push is about, so that a difference can say whether its webhook was lost.
alter table webhook_events add column object_id text collate "C";
alter table webhook_events add column payment_intent_id text collate "C";
comment on column webhook_events.object_id is 'The provider''s id of the object that the event is about; null when it names none.';
create index webhook_events_object on webhook_events (object_id);
create index webhook_events_payment_intent on webhook_events (payment_intent_id) where payment_intent_id is not null;

create index checkout_sessions_by_time on checkout_sessions (created_at, id);
create index payment_records_at_stripe on payment_records (received_at, id) where provider = 'stripe';
create index refunds_by_time on refunds (created_at, id);

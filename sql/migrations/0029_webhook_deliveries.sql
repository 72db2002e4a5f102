-- Stripe's events on their way to those who listened before us: one delivery per event and target, each try a row.

-- A file runs in one transaction, where an index cannot be made concurrently.
-- squawk-ignore-file require-concurrent-index-creation

create table webhook_deliveries (
  id entity_id primary key check (id like 'whd\_%'),
  provider text collate "C" not null,
  event_id text collate "C" not null,
  target text collate "C" not null,
  status text not null check (status in ('waiting', 'delivered', 'refused', 'failed')),
  attempts integer not null default 0,
  attempts_left integer not null,
  claimed_until timestamptz,
  delivered_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider, event_id, target),
  foreign key (provider, event_id) references webhook_events (provider, event_id),
  check ((status = 'delivered') = (delivered_at is not null))
);
comment on table webhook_deliveries is 'What is forwarded of the webhooks: an event to a target, delivered at least once. Refused: the target said no for good; failed: every try was used up.';
comment on column webhook_deliveries.claimed_until is 'Somebody is sending it until then at the latest.';
create index webhook_deliveries_listing on webhook_deliveries (created_at desc, id desc);
create index webhook_deliveries_undelivered on webhook_deliveries (created_at desc, id desc)
  where status <> 'delivered';

create table webhook_delivery_attempts (
  delivery_id entity_id not null references webhook_deliveries (id),
  attempt integer not null,
  signature text not null check (signature in ('original', 'anew')),
  status_code integer,
  error text,
  duration_ms integer not null,
  attempted_at timestamptz not null,
  primary key (delivery_id, attempt)
);
comment on table webhook_delivery_attempts is 'Each try of a delivery: with whose signature, and what the target said. Without a status there was no answer.';

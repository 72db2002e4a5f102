-- The outbox, the timeline it feeds, and the receipts that make reactions effective once.

create table outbox (
  position bigint generated always as identity primary key,
  event_id entity_id not null,
  event_type text not null,
  source_module text not null,
  aggregate_type text not null,
  aggregate_id text collate "C" not null,
  aggregate_version integer not null,
  company_id entity_id,
  order_id entity_id,
  shipment_id entity_id,
  payload jsonb not null,
  actor jsonb not null,
  correlation_id text not null,
  causation_id text,
  occurred_at timestamptz not null
);
comment on table outbox is 'Events of committed transactions on their way to the timeline. Insert-only for business code; emptied by the relay.';
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create table relay_state (
  name text primary key,
  last_seq bigint not null
);
comment on table relay_state is 'The row a relay locks before it moves a batch; last_seq is the newest position of the timeline.';
insert into relay_state (name, last_seq) values ('timeline', 0);

create table domain_event (
  seq bigint not null,
  event_id entity_id not null,
  event_type text not null,
  source_module text not null,
  aggregate_type text not null,
  aggregate_id text collate "C" not null,
  aggregate_version integer not null,
  company_id entity_id,
  order_id entity_id,
  shipment_id entity_id,
  payload jsonb not null,
  actor jsonb not null,
  correlation_id text not null,
  causation_id text,
  occurred_at timestamptz not null,
  published_at timestamptz not null,
  primary key (seq)
) partition by range (seq);
comment on table domain_event is 'The timeline: append-only, dense seq without holes, readable by seq > last.';
create index domain_event_aggregate on domain_event (aggregate_type, aggregate_id, seq);
create index domain_event_order on domain_event (order_id, seq) where order_id is not null;
create index domain_event_shipment on domain_event (shipment_id, seq) where shipment_id is not null;
create index domain_event_type on domain_event (event_type, seq);
create index domain_event_company on domain_event (company_id, seq) where company_id is not null;

-- Partitions of five million events; the relay asks for the next one before it is needed.
create function ensure_domain_event_partition(upto bigint) returns void
  language plpgsql as $$
declare
  size constant bigint := 5000000;
  first bigint := (upto / size) * size;
begin
  execute format('create table if not exists %I partition of domain_event for values from (%s) to (%s)',
    'domain_event_' || first, first, first + size);
end $$;
select ensure_domain_event_partition(0);

create table reaction_receipts (
  reaction text collate "C" not null,
  event_id entity_id not null,
  done_at timestamptz not null,
  primary key (reaction, event_id)
);
comment on table reaction_receipts is 'Written in the transaction of a reaction''s effect: delivered at least once, effective once.';

-- Holds, units moved between fulfilment orders, written-off units, corrected deliveries, and what was told of units that
-- stand still.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid, adding-foreign-key-constraint
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

alter table fulfillment_orders
  add column merged_into_id entity_id,
  add constraint fulfillment_orders_merged_into_fk foreign key (merged_into_id) references fulfillment_orders (id),
  add constraint fulfillment_orders_merged check (merged_into_id is null or (status = 'cancelled' and merged_into_id <> id));
comment on column fulfillment_orders.merged_into_id is 'The fulfilment order that took its units and parcels over.';

create table fulfillment_holds (
  id entity_id primary key check (id like 'fhd\_%'),
  fulfillment_order_id entity_id not null references fulfillment_orders (id),
  order_id entity_id not null references orders (id),
  company_id entity_id not null,
  reason text not null check (reason in ('payment_review', 'address_problem', 'customer_request', 'stock', 'other')),
  note text,
  placed_by text not null,
  placed_at timestamptz not null,
  released_by text,
  released_at timestamptz,
  release_note text,
  check ((released_at is null) = (released_by is null)),
  check (released_at is not null or release_note is null)
);
comment on table fulfillment_holds is 'Why nothing of a fulfilment order may be packed or handed over by a person. Several may be open at once.';
create index fulfillment_holds_open on fulfillment_holds (fulfillment_order_id) where released_at is null;
create index fulfillment_holds_listing on fulfillment_holds (fulfillment_order_id, placed_at desc, id desc);
create index fulfillment_holds_order on fulfillment_holds (order_id) where released_at is null;

alter table shipments
  add column delivery_corrected_at timestamptz,
  add column written_off_at timestamptz;
comment on column shipments.delivery_corrected_at is 'When a wrong delivery was last taken back. What the courier had said until then no longer delivers the parcel.';
comment on column shipments.written_off_at is 'When the last unit of a parcel under way was written off.';
alter table shipments drop constraint shipments_status_check;
alter table shipments add constraint shipments_status_check
  check (status in ('draft', 'ready', 'in_transit', 'delivered', 'written_off', 'cancelled'));

create table write_offs (
  id entity_id primary key check (id like 'wof\_%'),
  case_id entity_id not null check (case_id like 'cas\_%'),
  shipment_item_id entity_id not null references shipment_items (id),
  shipment_id entity_id not null references shipments (id),
  order_id entity_id not null references orders (id),
  company_id entity_id not null,
  quantity integer not null check (quantity > 0),
  cause text not null check (cause in ('lost', 'damaged')),
  note text,
  written_off_by text not null,
  written_off_at timestamptz not null,
  reversed_by text,
  reversed_at timestamptz,
  reverse_reason text,
  check ((reversed_at is null) = (reversed_by is null) and (reversed_at is null) = (reverse_reason is null))
);
comment on table write_offs is 'Units of a parcel that were lost or damaged. Live until reversed; a unit written off is in no other bucket (law Q2).';
comment on column write_offs.case_id is 'What a replacement, a refund or a credit note may refer to; none of them follows by itself (law R4).';
create index write_offs_live on write_offs (shipment_item_id) where reversed_at is null;
create index write_offs_shipment on write_offs (shipment_id);
create index write_offs_order on write_offs (order_id);
create index write_offs_case on write_offs (case_id);

create table write_off_devices (
  write_off_id entity_id not null references write_offs (id),
  device_id entity_id not null references devices (id),
  primary key (write_off_id, device_id)
);
comment on table write_off_devices is 'Which devices a write-off is about. They stay bound to their parcel, so that nobody ships them again.';
create index write_off_devices_device on write_off_devices (device_id);

create view live_units as
select
  i.id as shipment_item_id,
  i.shipment_id,
  i.fulfillment_item_id,
  i.order_item_id,
  s.fulfillment_order_id,
  s.order_id,
  s.status,
  i.quantity,
  gone.units as written_off,
  i.quantity - gone.units as kept
from shipment_items i
join shipments s on s.id = i.shipment_id
cross join lateral (
  select coalesce(sum(w.quantity), 0)::integer as units
  from write_offs w
  where w.shipment_item_id = i.id and w.reversed_at is null
) gone
where s.status <> 'cancelled';
comment on view live_units is 'Units in parcels that are not cancelled: those written off, and those kept, which are where their parcel is.';

-- Law Q2: the live write-offs of a shipment item never exceed its quantity.
create function refuse_excess_write_off() returns trigger
  language plpgsql as $$
declare
  packed integer;
  gone integer;
begin
  select quantity into packed from shipment_items where id = new.shipment_item_id for no key update;
  select coalesce(sum(quantity), 0) into gone
  from write_offs
  where shipment_item_id = new.shipment_item_id and reversed_at is null;
  if gone > packed then
    raise exception 'shipment item % has % units, % would be written off', new.shipment_item_id, packed, gone
      using errcode = 'check_violation', constraint = 'write_offs_within_shipment_item';
  end if;
  return null;
end $$;

create constraint trigger write_offs_within_shipment_item
  after insert or update on write_offs
  for each row execute function refuse_excess_write_off();

-- Law Q1, lower half, for units that move from one fulfilment order to another.
create function refuse_undercut_allocation() returns trigger
  language plpgsql as $$
declare
  allocated integer;
begin
  select coalesce(sum(i.quantity), 0) into allocated
  from shipment_items i
  join shipments s on s.id = i.shipment_id
  where i.fulfillment_item_id = new.id and s.status <> 'cancelled';
  if allocated > new.quantity then
    raise exception 'fulfilment item % would have % units, % are allocated', new.id, new.quantity, allocated
      using errcode = 'check_violation', constraint = 'shipment_items_within_fulfillment';
  end if;
  return null;
end $$;

create constraint trigger fulfillment_items_cover_shipments
  after update of quantity on fulfillment_items
  for each row execute function refuse_undercut_allocation();

create constraint trigger shipment_items_moved_within_fulfillment
  after update of fulfillment_item_id on shipment_items
  for each row execute function refuse_overallocated_fulfillment_item();

create table fulfillment_findings (
  kind text not null check (kind in ('completion_overdue', 'shipment_silent', 'fulfillment_missing')),
  subject_id text collate "C" not null,
  since timestamptz not null,
  company_id entity_id not null references companies (id),
  order_id entity_id not null references orders (id),
  shipment_id entity_id references shipments (id),
  details jsonb not null,
  found_at timestamptz not null,
  cleared_at timestamptz,
  primary key (kind, subject_id, since)
);
comment on table fulfillment_findings is 'What was found standing still, and told once. Something that changed since is a case of its own.';
comment on column fulfillment_findings.since is 'The fact that makes it this case: the last word of the courier, the payment, the last change.';
create index fulfillment_findings_open on fulfillment_findings (found_at) where cleared_at is null;
create index fulfillment_findings_company on fulfillment_findings (company_id);
create index fulfillment_findings_order on fulfillment_findings (order_id) where cleared_at is null;
create index fulfillment_findings_shipment on fulfillment_findings (shipment_id);

create table fulfillment_digests (
  day date primary key,
  findings integer not null check (findings > 0),
  told_at timestamptz not null
);
comment on table fulfillment_digests is 'The days on which the team was told what stands still: one message a day.';

create index shipments_under_way on shipments (in_transit_at, id) where status = 'in_transit';
create index orders_awaiting_units on orders (paid_at) where status in ('paid', 'in_fulfillment');

alter table manual_tasks drop constraint manual_tasks_kind_check;
alter table manual_tasks add constraint manual_tasks_kind_check check (kind in (
  'automation_failed', 'refund_cancelled_order', 'parcel_returned', 'unknown_courier_code', 'payment_mismatch',
  'order_not_found', 'refund_failed', 'payment_disputed', 'billing_contact_missing', 'email_failed', 'undo_provisioning',
  'provision_again'));

-- Couriers, parcels, the devices bound to them, and every scan a courier reported.

create table couriers (
  courier_code text collate "C" primary key,
  name text not null,
  tracking_url_template text not null,
  adapter text not null,
  enabled boolean not null default true,
  delivery_sla_days integer not null default 7
);
comment on table couriers is 'Configuration: a further courier with the generic adapter is one row.';
comment on column couriers.tracking_url_template is 'Public tracking page; {number} stands for the tracking number.';

create table devices (
  id entity_id primary key check (id like 'dev\_%'),
  serial text collate "C" not null unique check (serial ~ '^[A-Z0-9][A-Z0-9-]{2,63}$'),
  product_id entity_id not null references products (id),
  created_at timestamptz not null
);
comment on table devices is 'Registered sensors by serial number. Where a device is follows from bindings and assignments.';
create index devices_listing on devices (created_at desc, id desc);
create index devices_product on devices (product_id);

create table shipments (
  id entity_id primary key check (id like 'shp\_%'),
  fulfillment_order_id entity_id not null references fulfillment_orders (id),
  order_id entity_id not null references orders (id),
  company_id entity_id not null,
  status text not null check (status in ('draft', 'ready', 'in_transit', 'delivered', 'cancelled')),
  tracking_status text not null default 'unknown' check (tracking_status in (
    'pre_transit', 'accepted', 'in_transit', 'out_for_delivery', 'delivered', 'failed_attempt',
    'exception', 'returned', 'cancelled', 'unknown')),
  tracking_detail text,
  address_id entity_id references addresses (id),
  address_snapshot jsonb not null,
  courier_code text collate "C" references couriers (courier_code),
  tracking_number text collate "C",
  tracking_url text,
  ready_at timestamptz,
  in_transit_at timestamptz,
  delivered_at timestamptz,
  cancelled_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (status in ('draft', 'cancelled') or (courier_code is not null and tracking_number is not null))
);
comment on table shipments is 'Parcels. The address is a snapshot; tracking_status is the courier''s word, beside our own status.';
create index shipments_fulfillment_order on shipments (fulfillment_order_id);
create index shipments_order on shipments (order_id);
create index shipments_listing on shipments (created_at desc, id desc);
create index shipments_by_status on shipments (status, created_at desc, id desc);
create index shipments_tracking on shipments (courier_code, tracking_number);

create table shipment_items (
  id entity_id primary key check (id like 'sit\_%'),
  shipment_id entity_id not null references shipments (id),
  fulfillment_item_id entity_id not null references fulfillment_items (id),
  order_item_id entity_id not null references order_items (id),
  company_id entity_id not null,
  quantity integer not null check (quantity > 0),
  unique (shipment_id, fulfillment_item_id)
);
comment on table shipment_items is 'Units of a fulfilment item in one parcel.';
create index shipment_items_fulfillment_item on shipment_items (fulfillment_item_id);

-- Law Q1, lower half: the live shipment items of a fulfilment item never exceed its quantity.
create function refuse_overallocated_fulfillment_item() returns trigger
  language plpgsql as $$
declare
  available integer;
  allocated integer;
begin
  select quantity into available from fulfillment_items where id = new.fulfillment_item_id for no key update;
  select coalesce(sum(i.quantity), 0) into allocated
  from shipment_items i
  join shipments s on s.id = i.shipment_id
  where i.fulfillment_item_id = new.fulfillment_item_id and s.status <> 'cancelled';
  if allocated > available then
    raise exception 'fulfilment item % has % units, % would be allocated', new.fulfillment_item_id, available, allocated
      using errcode = 'check_violation', constraint = 'shipment_items_within_fulfillment';
  end if;
  return null;
end $$;

create constraint trigger shipment_items_within_fulfillment
  after insert or update of quantity on shipment_items
  for each row execute function refuse_overallocated_fulfillment_item();

create table shipment_devices (
  shipment_item_id entity_id not null references shipment_items (id),
  unit_number integer not null check (unit_number > 0),
  device_id entity_id not null references devices (id),
  bound_at timestamptz not null,
  released_at timestamptz
);
comment on table shipment_devices is 'Which device is which unit of a parcel. A device is in at most one live binding.';
create unique index shipment_devices_unit on shipment_devices (shipment_item_id, unit_number) where released_at is null;
create unique index shipment_devices_live on shipment_devices (device_id) where released_at is null;

create table courier_events (
  id entity_id primary key check (id like 'cev\_%'),
  shipment_id entity_id not null references shipments (id),
  company_id entity_id not null,
  courier_code text collate "C" not null,
  tracking_number text collate "C" not null,
  event_key text collate "C" not null,
  code text not null,
  description text not null,
  occurred_at timestamptz,
  local_time text,
  place text,
  canonical text not null,
  detail text,
  is_informational boolean not null default false,
  sequence integer not null,
  source text not null check (source in ('push', 'poll', 'manual')),
  raw jsonb not null,
  received_at timestamptz not null,
  unique (shipment_id, event_key)
);
comment on table courier_events is 'Every scan as reported, with the canonical status it maps to. Keyed by courier, number, code, time and place.';

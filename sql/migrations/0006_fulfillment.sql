-- Fulfilment orders: what of an order is to be prepared, guarded so that no path can promise a unit twice.

create table fulfillment_orders (
  id entity_id primary key check (id like 'ful\_%'),
  order_id entity_id not null references orders (id),
  company_id entity_id not null,
  status text not null
    check (status in ('ready_to_prepare', 'awaiting_shipment', 'in_transit', 'completed', 'cancelled')),
  completed_at timestamptz,
  cancelled_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table fulfillment_orders is 'Units of an order to prepare together. The status is a function of its shipments.';
create index fulfillment_orders_order on fulfillment_orders (order_id);
create index fulfillment_orders_listing on fulfillment_orders (created_at desc, id desc);
create index fulfillment_orders_by_status on fulfillment_orders (status, created_at desc, id desc);

create table fulfillment_items (
  id entity_id primary key check (id like 'fit\_%'),
  fulfillment_order_id entity_id not null references fulfillment_orders (id),
  order_item_id entity_id not null references order_items (id),
  company_id entity_id not null,
  quantity integer not null check (quantity > 0),
  unique (fulfillment_order_id, order_item_id)
);
comment on table fulfillment_items is 'How many units of an order line a fulfilment order holds.';
create index fulfillment_items_order_item on fulfillment_items (order_item_id);

-- Law Q1, upper half: the live fulfilment items of an order line never exceed what was ordered.
create function refuse_overfulfilled_order_item() returns trigger
  language plpgsql as $$
declare
  ordered integer;
  promised integer;
begin
  select quantity into ordered from order_items where id = new.order_item_id for no key update;
  select coalesce(sum(i.quantity), 0) into promised
  from fulfillment_items i
  join fulfillment_orders f on f.id = i.fulfillment_order_id
  where i.order_item_id = new.order_item_id and f.status <> 'cancelled';
  if promised > ordered then
    raise exception 'order item % has % units, % would be in fulfilment', new.order_item_id, ordered, promised
      using errcode = 'check_violation', constraint = 'fulfillment_items_within_order';
  end if;
  return null;
end $$;

create constraint trigger fulfillment_items_within_order
  after insert or update of quantity on fulfillment_items
  for each row execute function refuse_overfulfilled_order_item();

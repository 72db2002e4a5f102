-- Units that come back, what is sent in their place, and the case that holds both together with the money.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid, adding-foreign-key-constraint
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

create table cases (
  id entity_id primary key check (id like 'cas\_%'),
  order_id entity_id not null references orders (id),
  company_id entity_id not null references companies (id),
  kind text not null check (kind in ('return', 'replacement', 'loss')),
  status text not null check (status in ('open', 'closed')),
  note text,
  close_note text,
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((status = 'closed') = (closed_at is not null))
);
comment on table cases is 'What goes wrong after delivery: a return, a refund, a replacement and an un-assignment are records of their own, held together here.';
create index cases_listing on cases (created_at desc, id desc);
create index cases_order on cases (order_id, created_at desc, id desc);
create index cases_company on cases (company_id, created_at desc, id desc);
create index cases_by_status on cases (status, created_at desc, id desc);
create index cases_by_kind on cases (kind, created_at desc, id desc);

create table case_links (
  linked_type text not null check (linked_type in ('refund', 'credit_note', 'invoice', 'device_assignment')),
  linked_id entity_id not null,
  case_id entity_id not null references cases (id),
  linked_at timestamptz not null,
  linked_by text not null,
  primary key (linked_type, linked_id)
);
comment on table case_links is 'Records of other areas that belong to a case. Each belongs to one case at most; linking changes nothing about it.';
create index case_links_case on case_links (case_id, linked_at);

create table returns (
  id entity_id primary key check (id like 'ret\_%'),
  case_id entity_id not null references cases (id),
  order_id entity_id not null references orders (id),
  company_id entity_id not null references companies (id),
  status text not null check (status in (
    'requested', 'approved', 'in_transit', 'partially_received', 'received', 'closed', 'rejected', 'cancelled')),
  reason text not null check (reason in (
    'defective', 'damaged_in_transit', 'wrong_item', 'not_needed', 'refused', 'undeliverable', 'other')),
  note text,
  return_address jsonb,
  return_by timestamptz,
  decision_note text,
  resolution text,
  approved_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((status = 'closed') = (closed_at is not null)),
  check (status in ('requested', 'rejected', 'cancelled') or (approved_at is not null and return_address is not null))
);
comment on table returns is 'Delivered units on their way back to us. A return refunds, replaces and un-assigns nothing by itself.';
comment on column returns.return_address is 'Where to, as it was when the return was approved: the lines of an address.';
comment on column returns.decision_note is 'Why it was rejected or cancelled.';
create index returns_listing on returns (created_at desc, id desc);
create index returns_order on returns (order_id, created_at desc, id desc);
create index returns_company on returns (company_id, created_at desc, id desc);
create index returns_by_status on returns (status, created_at desc, id desc);
create index returns_case on returns (case_id, created_at desc, id desc);

create table return_items (
  id entity_id primary key check (id like 'rit\_%'),
  return_id entity_id not null references returns (id),
  shipment_item_id entity_id not null references shipment_items (id),
  order_item_id entity_id not null references order_items (id),
  company_id entity_id not null,
  quantity integer not null check (quantity > 0),
  received_quantity integer not null default 0 check (received_quantity >= 0),
  released_quantity integer not null default 0 check (released_quantity >= 0),
  not_returned_quantity integer not null default 0 check (not_returned_quantity >= 0),
  unique (return_id, shipment_item_id),
  constraint return_items_within_request
    check (received_quantity + released_quantity + not_returned_quantity <= quantity)
);
comment on table return_items is 'How many units of a parcel a return is for, and what became of them.';
comment on column return_items.released_quantity is 'Given up by this return: another may be for them.';
comment on column return_items.not_returned_quantity is 'Written off as not coming back: no other return is for them.';
create index return_items_shipment_item on return_items (shipment_item_id);

-- Law U1: the units in returns never exceed the units of their parcel, and the parcel has arrived or comes back itself.
create function refuse_overreturned_shipment_item() returns trigger
  language plpgsql as $$
declare
  shipped integer;
  parcel record;
  returned integer;
begin
  select quantity into shipped from shipment_items where id = new.shipment_item_id for no key update;
  select s.status, s.tracking_status into parcel
  from shipments s
  join shipment_items i on i.shipment_id = s.id
  where i.id = new.shipment_item_id;
  select coalesce(sum(quantity - released_quantity), 0) into returned
  from return_items
  where shipment_item_id = new.shipment_item_id;
  if returned > shipped or (parcel.status <> 'delivered' and parcel.tracking_status <> 'returned') then
    raise exception 'shipment item % has % units, % would be in returns', new.shipment_item_id, shipped, returned
      using errcode = 'check_violation', constraint = 'return_items_within_delivered';
  end if;
  return null;
end $$;

create constraint trigger return_items_within_delivered
  after insert or update of quantity, released_quantity on return_items
  for each row execute function refuse_overreturned_shipment_item();

create table return_shipments (
  id entity_id primary key check (id like 'rsh\_%'),
  return_id entity_id not null references returns (id),
  company_id entity_id not null,
  courier_code text collate "C" not null references couriers (courier_code),
  tracking_number text collate "C" not null,
  status text not null check (status in ('in_transit', 'received')),
  received_at timestamptz,
  created_at timestamptz not null,
  unique (return_id, courier_code, tracking_number),
  check ((status = 'received') = (received_at is not null))
);
comment on table return_shipments is 'Parcels to us. Their arrival is recorded by hand.';

create table return_receipts (
  id entity_id primary key check (id like 'rrc\_%'),
  return_item_id entity_id not null references return_items (id),
  return_shipment_id entity_id references return_shipments (id),
  quantity integer not null check (quantity > 0),
  condition text not null check (condition in ('as_new', 'used', 'damaged', 'wrong_item')),
  note text,
  received_at timestamptz not null,
  received_by text not null
);
comment on table return_receipts is 'What arrived of a return, and in which condition. Never changed: another arrival is another row.';
create index return_receipts_item on return_receipts (return_item_id);

create table return_devices (
  return_item_id entity_id not null references return_items (id),
  device_id entity_id not null references devices (id),
  unit_number integer not null,
  receipt_id entity_id references return_receipts (id),
  received_at timestamptz,
  released_at timestamptz,
  primary key (return_item_id, device_id),
  check ((receipt_id is null) = (received_at is null))
);
comment on table return_devices is 'Which devices a return is for. A device is in at most one live return.';
create unique index return_devices_live on return_devices (device_id) where released_at is null;

create table replacements (
  id entity_id primary key check (id like 'rpl\_%'),
  case_id entity_id not null references cases (id),
  order_id entity_id not null references orders (id),
  company_id entity_id not null references companies (id),
  return_id entity_id not null references returns (id),
  status text not null check (status in ('open', 'shipped', 'old_received', 'charged', 'closed')),
  shipment_item_id entity_id not null references shipment_items (id),
  old_device_id entity_id references devices (id),
  product_id entity_id not null references products (id),
  new_device_id entity_id references devices (id),
  fulfillment_order_id entity_id references fulfillment_orders (id),
  is_advance boolean not null,
  return_by timestamptz not null,
  charge_minor minor_units check (charge_minor > 0),
  currency currency_code,
  invoice_id entity_id references invoices (id),
  shipped_at timestamptz,
  old_received_at timestamptz,
  overdue_at timestamptz,
  charged_at timestamptz,
  closed_at timestamptz,
  close_note text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((charge_minor is null) = (currency is null)),
  check (not is_advance or charge_minor is not null),
  check ((invoice_id is null) = (charged_at is null)),
  check ((status = 'closed') = (closed_at is not null))
);
comment on table replacements is 'A unit sent at no charge in the place of one that was delivered. In advance: before that one is back.';
comment on column replacements.charge_minor is 'What a person may charge when the old unit does not come back in time.';
create unique index replacements_one_of_return on replacements (return_id) where status <> 'closed';
create index replacements_listing on replacements (created_at desc, id desc);
create index replacements_order on replacements (order_id, created_at desc, id desc);
create index replacements_company on replacements (company_id, created_at desc, id desc);
create index replacements_by_status on replacements (status, created_at desc, id desc);
create index replacements_case on replacements (case_id, created_at desc, id desc);
create index replacements_waiting on replacements (id) where is_advance and status = 'shipped';

create table replacement_notices (
  replacement_id entity_id not null references replacements (id),
  kind text not null check (kind in ('reminder', 'overdue')),
  day integer not null,
  given_at timestamptz not null,
  primary key (replacement_id, kind, day)
);
comment on table replacement_notices is 'What has been told of an old unit that is to come back: each notice once. Days count from the deadline.';

alter table order_items
  add column replacement_id entity_id,
  add constraint order_items_replacement_fk foreign key (replacement_id) references replacements (id),
  add constraint order_items_replacement_free check (replacement_id is null or amount_minor = 0);
comment on column order_items.replacement_id is 'Of a line at no charge that was added after delivery: the replacement it is for. Such lines are not part of what was ordered.';
create unique index order_items_replacement on order_items (replacement_id) where replacement_id is not null;

-- One kind more, whichever there are.
do $$
declare
  kinds text;
begin
  select string_agg(quote_literal(found.kind[1]), ', ') || ', ''replacement_charge_due''' into kinds
  from pg_constraint c
  cross join lateral regexp_matches(pg_get_constraintdef(c.oid), '''([a-z_]+)''', 'g') as found (kind)
  where c.conname = 'manual_tasks_kind_check';
  alter table manual_tasks drop constraint manual_tasks_kind_check;
  execute format('alter table manual_tasks add constraint manual_tasks_kind_check check (kind in (%s))', kinds);
end $$;

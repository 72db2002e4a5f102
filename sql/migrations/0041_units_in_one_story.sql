-- Written-off units are held by the case they belong to and cannot come back as well; a device that came back in good
-- order can go out again.
-- squawk-ignore-file require-concurrent-index-creation, require-concurrent-index-deletion, constraint-missing-not-valid, adding-foreign-key-constraint
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

-- Until now a write-off named a case that nobody had opened. One that was named for another order becomes its own.
update write_offs w
set case_id = 'cas_' || substr(w.id, 5)
where exists (select from cases c where c.id = w.case_id and c.order_id <> w.order_id)
  or not exists (select from cases c where c.id = w.case_id) and exists (
    select from write_offs other
    where other.case_id = w.case_id and other.order_id <> w.order_id and other.id < w.id
  );

insert into cases (id, order_id, company_id, kind, status, created_at, updated_at)
select distinct on (w.case_id) w.case_id, w.order_id, w.company_id, 'loss', 'open', w.written_off_at, w.written_off_at
from write_offs w
where not exists (select from cases c where c.id = w.case_id)
order by w.case_id, w.written_off_at;

alter table case_links drop constraint case_links_linked_type_check;
alter table case_links add constraint case_links_linked_type_check
  check (linked_type in ('refund', 'credit_note', 'invoice', 'device_assignment', 'write_off'));

insert into case_links (linked_type, linked_id, case_id, linked_at, linked_by)
select 'write_off', id, case_id, written_off_at, written_off_by
from write_offs;

alter table write_offs add constraint write_offs_case_fk foreign key (case_id) references cases (id);
comment on column write_offs.case_id is 'The case it was linked to when it was made. What is decided about the units refers to that case; none of it follows by itself (law R4).';

-- Laws Q2 and U1: what is written off and what is in returns of a shipment item never exceed it together.
create function units_in_returns(shipment_item text) returns integer
  language sql stable as $$
  select coalesce(sum(quantity - released_quantity), 0)::integer
  from return_items
  where shipment_item_id = shipment_item
$$;
comment on function units_in_returns is 'Units of a shipment item that returns are for, have brought back, or have written off as not coming.';

create function units_written_off(shipment_item text) returns integer
  language sql stable as $$
  select coalesce(sum(quantity), 0)::integer
  from write_offs
  where shipment_item_id = shipment_item and reversed_at is null
$$;
comment on function units_written_off is 'Units of a shipment item that were lost or damaged.';

create or replace function refuse_excess_write_off() returns trigger
  language plpgsql as $$
declare
  packed integer;
  gone integer;
begin
  select quantity into packed from shipment_items where id = new.shipment_item_id for no key update;
  gone := units_written_off(new.shipment_item_id) + units_in_returns(new.shipment_item_id);
  if new.reversed_at is null and gone > packed then
    raise exception 'shipment item % has % units, % would be written off or in returns', new.shipment_item_id, packed, gone
      using errcode = 'check_violation', constraint = 'write_offs_within_shipment_item';
  end if;
  return null;
end $$;

create or replace function refuse_overreturned_shipment_item() returns trigger
  language plpgsql as $$
declare
  shipped integer;
  parcel record;
  gone integer;
begin
  select quantity into shipped from shipment_items where id = new.shipment_item_id for no key update;
  select s.status, s.tracking_status into parcel
  from shipments s
  join shipment_items i on i.shipment_id = s.id
  where i.id = new.shipment_item_id;
  gone := units_in_returns(new.shipment_item_id) + units_written_off(new.shipment_item_id);
  if gone > shipped or (parcel.status <> 'delivered' and parcel.tracking_status <> 'returned') then
    raise exception 'shipment item % has % units, % would be in returns or written off', new.shipment_item_id, shipped, gone
      using errcode = 'check_violation', constraint = 'return_items_within_delivered';
  end if;
  return null;
end $$;

-- A device that is back in stock has left its parcel, although the parcel is told of for ever.
alter table return_devices
  add column restocked_at timestamptz,
  add column restocked_by text,
  add constraint return_devices_restocked
    check ((restocked_at is null) = (restocked_by is null) and (restocked_at is null or received_at is not null));
comment on column return_devices.restocked_at is 'When a person put the device back into stock. The return has let it go from then on.';

alter table shipment_devices
  add column restocked_at timestamptz,
  add constraint shipment_devices_restocked check (restocked_at is null or released_at is null);
comment on column shipment_devices.restocked_at is 'When the device came back and was put into stock: the unit was this device, and the device may go out again.';
drop index shipment_devices_live;
create unique index shipment_devices_live on shipment_devices (device_id) where released_at is null and restocked_at is null;

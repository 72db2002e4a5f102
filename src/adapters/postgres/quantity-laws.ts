import type { Law } from './law.ts'

/** Units, parcels, devices and the statuses that follow from them. */
export const quantityLaws: readonly Law[] = [
  {
    law: 'Q1',
    sentence: 'live fulfilment items never exceed what was ordered',
    violations: `
      select o.id as subject
      from order_items o
      join fulfillment_items i on i.order_item_id = o.id
      join fulfillment_orders f on f.id = i.fulfillment_order_id and f.status <> 'cancelled'
      group by o.id, o.quantity
      having sum(i.quantity) > o.quantity`,
  },
  {
    law: 'Q1',
    sentence: 'live shipment items never exceed their fulfilment item',
    violations: `
      select i.id as subject
      from fulfillment_items i
      join shipment_items s on s.fulfillment_item_id = i.id
      join shipments p on p.id = s.shipment_id and p.status <> 'cancelled'
      group by i.id, i.quantity
      having sum(s.quantity) > i.quantity`,
  },
  {
    law: 'Q2',
    sentence: 'shipment items belong to the order line of their fulfilment item',
    violations: `
      select s.id as subject
      from shipment_items s
      join fulfillment_items i on i.id = s.fulfillment_item_id
      where s.order_item_id <> i.order_item_id`,
  },
  {
    law: 'Q2',
    sentence: 'each unit of an order line is in one bucket: what is cancelled is in no parcel',
    violations: `
      select distinct u.order_item_id as subject
      from live_units u
      join orders o on o.id = u.order_id
      where o.status = 'cancelled'`,
  },
  {
    law: 'Q2',
    sentence: 'units are written off only after they have left, and never more of them than there are',
    violations: `
      select u.shipment_item_id as subject
      from live_units u
      where u.written_off > u.quantity
        or u.written_off > 0 and u.status in ('draft', 'ready')
      union all
      select w.id
      from write_offs w
      join shipments p on p.id = w.shipment_id and p.status = 'cancelled'
      where w.reversed_at is null`,
  },
  {
    law: 'Q2',
    sentence: 'a parcel under way has units left, and one that is written off has none',
    violations: `
      select u.shipment_id as subject
      from live_units u
      where u.status in ('in_transit', 'written_off')
      group by u.shipment_id, u.status
      having (u.status = 'written_off') <> (sum(u.kept) = 0)`,
  },
  {
    law: 'Q2',
    sentence: 'a parcel holds units of its own fulfilment order, which lives',
    violations: `
      select u.shipment_item_id as subject
      from live_units u
      join fulfillment_items i on i.id = u.fulfillment_item_id
      join fulfillment_orders f on f.id = u.fulfillment_order_id
      where i.fulfillment_order_id <> u.fulfillment_order_id or f.status = 'cancelled'`,
  },
  {
    law: 'Q6',
    sentence: 'a write-off of provisionable units names a device of its parcel for each of them',
    violations: `
      select w.id as subject
      from write_offs w
      join shipment_items s on s.id = w.shipment_item_id
      join order_items o on o.id = s.order_item_id
      where w.reversed_at is null
        and case when o.is_provisionable then w.quantity else 0 end <> (
          select count(*)
          from write_off_devices x
          join shipment_devices d
            on d.device_id = x.device_id and d.shipment_item_id = w.shipment_item_id and d.released_at is null
          where x.write_off_id = w.id
        )`,
  },
  {
    law: 'Q5',
    sentence: 'nothing is fulfilled of an order that was never paid',
    violations: `
      select f.id as subject
      from fulfillment_orders f
      join orders o on o.id = f.order_id
      where o.paid_at is null and f.status <> 'cancelled'`,
  },
  {
    law: 'Q6',
    sentence: 'a parcel that is ready or further has a device for every provisionable unit',
    violations: `
      select s.id as subject
      from shipments p
      join shipment_items s on s.shipment_id = p.id
      join order_items o on o.id = s.order_item_id and o.is_provisionable
      where p.status in ('ready', 'in_transit', 'delivered', 'written_off')
        and (
          select count(*)
          from shipment_devices d
          where d.shipment_item_id = s.id and d.released_at is null
        ) <> s.quantity`,
  },
  {
    law: 'Q7',
    sentence: 'nothing is planned for a unit that a parcel does not have',
    violations: `
      select t.shipment_item_id || ' ' || t.unit_number as subject
      from planned_steps t
      join shipment_items s on s.id = t.shipment_item_id
      where t.unit_number > s.quantity`,
  },
  {
    law: 'Q6',
    sentence: 'a device has at most one open assignment',
    violations: `
      select device_id as subject
      from device_assignments
      where unassigned_at is null
      group by device_id
      having count(*) > 1`,
  },
  {
    law: 'S3',
    sentence: "a fulfilment order's status follows its shipments",
    violations: `
      select f.id as subject
      from fulfillment_orders f
      cross join lateral (
        select
          count(*) filter (where p.status <> 'cancelled') as live,
          count(*) filter (where p.status in ('in_transit', 'delivered', 'written_off')) as gone
        from shipments p
        where p.fulfillment_order_id = f.id
      ) parcels
      cross join lateral (
        select
          (select sum(i.quantity) from fulfillment_items i where i.fulfillment_order_id = f.id) = coalesce((
            select sum(case when u.status = 'delivered' then u.quantity else u.written_off end)
            from live_units u
            where u.fulfillment_order_id = f.id
          ), 0) as everything
      ) arrived
      where f.status <> 'cancelled'
        and f.status <> case
          when arrived.everything then 'completed'
          when parcels.gone > 0 then 'in_transit'
          when parcels.live > 0 then 'awaiting_shipment'
          else 'ready_to_prepare'
        end`,
  },
  {
    law: 'S3',
    sentence: 'an order is completed exactly when every unit of it has arrived or was written off',
    violations: `
      select o.id as subject
      from orders o
      where o.status in ('in_fulfillment', 'completed')
        and (o.status = 'completed') <> (
          (
            select sum(i.quantity)
            from order_items i
            where i.order_id = o.id and i.replacement_id is null
          ) = coalesce((
            select sum(case when u.status = 'delivered' then u.quantity else u.written_off end)
            from live_units u
            join order_items i on i.id = u.order_item_id and i.replacement_id is null
            where u.order_id = o.id
          ), 0)
        )`,
  },
]

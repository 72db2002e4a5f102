import type { Law } from './law.ts'

/** Units that come back, what is sent in their place, and the cases that hold both together. */
export const returnLaws: readonly Law[] = [
  {
    law: 'U1',
    sentence:
      'the units in returns, with those written off, never exceed those of their parcel, which has left us',
    violations: `
      select i.id as subject
      from shipment_items i
      join shipments p on p.id = i.shipment_id
      join return_items r on r.shipment_item_id = i.id
      group by i.id, i.quantity, p.status, p.tracking_status
      having sum(r.quantity - r.released_quantity) > 0
        and sum(r.quantity - r.released_quantity) + units_written_off(i.id) > case
        when p.status in ('draft', 'ready', 'cancelled') and p.tracking_status <> 'returned' then 0
        else i.quantity
      end`,
  },
  {
    law: 'U2',
    sentence: 'a return receives no more than it is for, and its receipts say how much that was',
    violations: `
      select i.id as subject
      from return_items i
      where i.received_quantity + i.released_quantity + i.not_returned_quantity > i.quantity
        or i.received_quantity <> coalesce((
          select sum(a.quantity)
          from return_receipts a
          where a.return_item_id = i.id
        ), 0)`,
  },
  {
    law: 'U3',
    sentence: 'a device is in one live return',
    violations: `
      select device_id as subject
      from return_devices
      where released_at is null
      group by device_id
      having count(*) > 1`,
  },
  {
    law: 'U4',
    sentence: "a return's status follows what came of its units",
    violations: `
      select r.id as subject
      from returns r
      cross join lateral (
        select
          sum(i.quantity) as units,
          sum(i.received_quantity) as received,
          sum(i.received_quantity + i.released_quantity + i.not_returned_quantity) as decided
        from return_items i
        where i.return_id = r.id
      ) came
      where case r.status
        when 'received' then came.received <> came.units
        when 'partially_received' then came.received = 0 or came.received >= came.units
        when 'closed' then came.decided <> came.units
        when 'rejected' then came.decided <> came.units or came.received > 0
        when 'cancelled' then came.decided <> came.units or came.received > 0
        else came.decided > 0
      end`,
  },
  {
    law: 'U5',
    sentence: 'a device whose un-assignment is done has left its company',
    violations: `
      select a.id as subject
      from automation_steps s
      join device_assignments a on a.device_id = s.device_id and a.company_id = s.company_id
      where s.scenario = 'sensor_return'
        and s.status in ('succeeded', 'fallback_triggered')
        and a.unassigned_at is null
        and a.assigned_at <= coalesce(s.succeeded_at, s.fallback_triggered_at)`,
  },
  {
    law: 'U6',
    sentence: 'a replacement costs nothing, and is shipped exactly when its parcel has left',
    violations: `
      select r.id as subject
      from replacements r
      left join order_items i on i.replacement_id = r.id
      where i.amount_minor <> 0
        or (i.id is null) <> (r.fulfillment_order_id is null)
        or (r.shipped_at is not null) <> exists (
          select from shipments s
          where s.fulfillment_order_id = r.fulfillment_order_id and s.status not in ('draft', 'ready', 'cancelled')
        )`,
  },
  {
    law: 'U7',
    sentence: 'what belongs to a case is of its company',
    violations: `
      select l.linked_id as subject
      from case_links l
      join cases c on c.id = l.case_id
      left join refunds f on f.id = l.linked_id and l.linked_type = 'refund'
      left join credit_notes n on n.id = l.linked_id and l.linked_type = 'credit_note'
      left join invoices v on v.id = l.linked_id and l.linked_type = 'invoice'
      left join device_assignments a on a.id = l.linked_id and l.linked_type = 'device_assignment'
      left join write_offs w on w.id = l.linked_id and l.linked_type = 'write_off'
      where coalesce(f.company_id, n.company_id, v.company_id, a.company_id, w.company_id)
        is distinct from c.company_id
      union all
      select w.id
      from write_offs w
      join cases c on c.id = w.case_id
      left join case_links l on l.linked_id = w.id and l.linked_type = 'write_off'
      where l.case_id is distinct from w.case_id or c.order_id <> w.order_id
      union all
      select r.id
      from returns r
      join cases c on c.id = r.case_id
      where r.company_id <> c.company_id or r.order_id <> c.order_id
      union all
      select p.id
      from replacements p
      join cases c on c.id = p.case_id
      where p.company_id <> c.company_id or p.order_id <> c.order_id`,
  },
  {
    law: 'U8',
    sentence: 'a device is back in stock only because a return brought it in good condition',
    violations: `
      select b.device_id as subject
      from shipment_devices b
      where b.restocked_at is not null
        and not exists (
          select from return_items i
          join return_devices d on d.return_item_id = i.id
          join return_receipts a on a.id = d.receipt_id
          where i.shipment_item_id = b.shipment_item_id
            and d.device_id = b.device_id
            and d.restocked_at is not null
            and a.condition in ('as_new', 'used')
        )`,
  },
]

/** A law of docs/laws.md as a query for its violations: each row's `subject` is one broken thing. */
export interface Law {
  law: string
  sentence: string
  violations: string
}

/** Recomputed over live data; every one of them must find nothing. */
export const laws: readonly Law[] = [
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
      where p.status in ('ready', 'in_transit', 'delivered')
        and (
          select count(*)
          from shipment_devices d
          where d.shipment_item_id = s.id and d.released_at is null
        ) <> s.quantity`,
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
    law: 'M2',
    sentence: 'an order is worth the sum of its lines',
    violations: `
      select o.id as subject
      from orders o
      where o.total_minor <> coalesce((select sum(i.amount_minor) from order_items i where i.order_id = o.id), 0)`,
  },
  {
    law: 'M5',
    sentence: 'an invoice is worth the sum of its lines, and its balance is between nothing and all of it',
    violations: `
      select v.id as subject
      from invoices v
      cross join lateral (
        select coalesce(sum(l.amount_minor), 0) as amount
        from invoice_lines l
        where l.invoice_id = v.id
      ) lines
      cross join lateral (
        select coalesce(sum(a.amount_minor), 0) as amount
        from payment_allocations a
        where a.invoice_id = v.id and a.reversed_at is null
      ) settled
      where v.subtotal_minor <> lines.amount or settled.amount > v.total_minor`,
  },
  {
    law: 'M6',
    sentence: 'what is allocated and refunded of a payment never exceeds what was received',
    violations: `
      select p.id as subject
      from payment_records p
      where p.amount_minor < coalesce((
          select sum(a.amount_minor)
          from payment_allocations a
          where a.payment_id = p.id and a.reversed_at is null
        ), 0)
        or p.amount_minor < coalesce((
          select sum(r.amount_minor)
          from refunds r
          where r.payment_id = p.id and r.status not in ('failed', 'canceled')
        ), 0)`,
  },
  {
    law: 'M7',
    sentence: 'a payment settles invoices of its own company and currency only',
    violations: `
      select a.id as subject
      from payment_allocations a
      join payment_records p on p.id = a.payment_id
      join invoices v on v.id = a.invoice_id
      where p.currency <> v.currency or p.company_id <> v.company_id or a.company_id <> v.company_id`,
  },
  {
    law: 'W3',
    sentence: 'money without an invoice waits in the inbox or belongs to an order about to be invoiced',
    violations: `
      select p.id as subject
      from payment_records p
      left join orders o on o.id = p.order_id
      where not exists (select from payment_allocations a where a.payment_id = p.id and a.reversed_at is null)
        and not exists (select from unapplied_payments u where u.payment_id = p.id)
        and p.created_at < now() - interval '5 minutes'
        and p.amount_minor > 0`,
  },
  {
    law: 'I2',
    sentence: 'invoice numbers of a series run from 1 to its counter without a gap',
    violations: `
      select s.series as subject
      from invoice_series s
      left join invoices v on v.series = s.series and v.sequence_number is not null
      group by s.series, s.last_number
      having count(v.id) <> s.last_number
        or coalesce(max(v.sequence_number), 0) <> s.last_number
        or coalesce(min(v.sequence_number), 1) <> 1`,
  },
  {
    law: 'I5',
    sentence: 'an invoice\'s status follows its balance',
    violations: `
      select v.id as subject
      from invoices v
      cross join lateral (
        select coalesce(sum(a.amount_minor), 0) as amount
        from payment_allocations a
        where a.invoice_id = v.id and a.reversed_at is null
      ) settled
      where v.status not in ('draft', 'void')
        and v.status <> case
          when settled.amount = v.total_minor then 'paid'
          when settled.amount > 0 then 'partially_paid'
          else 'issued'
        end`,
  },
  {
    law: 'I6',
    sentence: 'a paid order has exactly one prepaid invoice once five minutes have passed',
    violations: `
      select o.id as subject
      from orders o
      where o.paid_at < now() - interval '5 minutes'
        and (select count(*) from invoices v where v.order_id = o.id and v.kind = 'prepaid') <> 1`,
  },
  {
    law: 'W5',
    sentence: 'an order has at most one live checkout session, and none once it is paid or cancelled for five minutes',
    violations: `
      select c.order_id as subject
      from checkout_sessions c
      join orders o on o.id = c.order_id
      where c.status = 'open'
      group by c.order_id, o.paid_at, o.cancelled_at
      having count(*) > 1 or coalesce(o.paid_at, o.cancelled_at) < now() - interval '5 minutes'`,
  },
  {
    law: 'R1',
    sentence: 'a line is explained by a stored price resolution of the same amount',
    violations: `
      select i.id as subject
      from order_items i
      where not exists (
        select from pricing_resolutions r
        where r.order_item_id = i.id
          and (r.resolution ->> 'unitAmountMinor')::bigint = i.unit_amount_minor
      )`,
  },
  {
    law: 'S3',
    sentence: 'a fulfilment order\'s status follows its shipments',
    violations: `
      select f.id as subject
      from fulfillment_orders f
      cross join lateral (
        select
          count(*) filter (where p.status <> 'cancelled') as live,
          count(*) filter (where p.status in ('in_transit', 'delivered')) as gone
        from shipments p
        where p.fulfillment_order_id = f.id
      ) parcels
      cross join lateral (
        select
          (select sum(i.quantity) from fulfillment_items i where i.fulfillment_order_id = f.id) = coalesce((
            select sum(s.quantity)
            from shipments p
            join shipment_items s on s.shipment_id = p.id
            where p.fulfillment_order_id = f.id and p.status = 'delivered'
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
    sentence: 'an order is completed exactly when every unit of it has arrived',
    violations: `
      select o.id as subject
      from orders o
      where o.status in ('in_fulfillment', 'completed')
        and (o.status = 'completed') <> (
          (select sum(i.quantity) from order_items i where i.order_id = o.id) = coalesce((
            select sum(s.quantity)
            from shipments p
            join shipment_items s on s.shipment_id = p.id
            where p.order_id = o.id and p.status = 'delivered'
          ), 0)
        )`,
  },
  {
    law: 'J1',
    sentence: 'every delivered device has its automation step',
    violations: `
      select d.device_id as subject
      from shipments p
      join shipment_items s on s.shipment_id = p.id
      join shipment_devices d on d.shipment_item_id = s.id and d.released_at is null
      where p.status = 'delivered'
        and not exists (
          select from automation_steps a
          where a.shipment_item_id = s.id and a.unit_number = d.unit_number
        )`,
  },
  {
    law: 'J3',
    sentence: 'a step that succeeded left its device assigned and its mirror refreshed',
    violations: `
      select a.id as subject
      from automation_steps a
      where a.status = 'succeeded'
        and (
          not exists (select from device_mirrors m where m.device_id = a.device_id)
          or not exists (select from device_assignments d where d.device_id = a.device_id)
        )`,
  },
  {
    law: 'J4',
    sentence: 'a step that failed for good has a task for a person',
    violations: `
      select a.id as subject
      from automation_steps a
      where a.status = 'failed'
        and not exists (
          select from manual_tasks t
          where t.kind = 'automation_failed' and t.related_id = a.id
        )`,
  },
  {
    law: 'J5',
    sentence: 'a run never tells another story than its queue once a minute has passed',
    violations: `
      select r.id as subject
      from job_run r
      join pgboss.job j on j.id = r.boss_id and j.name = r.queue
      where r.status in ('active', 'completed')
        and j.state::text <> r.status
        and coalesce(r.finished_at, r.started_at) < now() - interval '1 minute'`,
  },
  {
    law: 'E1',
    sentence: 'the timeline\'s positions are dense and end where the relay says',
    violations: `
      select s.name as subject
      from relay_state s
      where s.name = 'timeline'
        and (select count(*) from domain_event) <> s.last_seq`,
  },
  {
    law: 'E2',
    sentence: 'each event is on the timeline once and in its aggregate\'s order',
    violations: `
      select event_id as subject
      from domain_event
      group by event_id
      having count(*) > 1
      union all
      select d.event_id
      from (
        select
          event_id,
          aggregate_version,
          lag(aggregate_version) over (partition by aggregate_type, aggregate_id order by seq) as before
        from domain_event
      ) d
      where d.before > d.aggregate_version`,
  },
  {
    law: 'E3',
    sentence: 'no event waits in the outbox for more than a minute',
    violations: `
      select event_id as subject
      from outbox
      where occurred_at < now() - interval '1 minute'`,
  },
]

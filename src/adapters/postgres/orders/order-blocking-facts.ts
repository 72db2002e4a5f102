import { slaDays } from '../shipments/sla-days.ts'
import { sql } from '../sql.ts'

/**
 * What may stand in the way of an order beside its lines and parcels: members of the JSON object of order `o`. In no
 * order: mostly there is nothing, and a sort that has nothing to do costs more than its list.
 */
export const blockingFacts = sql.fragment`
      'unapplied', (
        select coalesce(json_agg(
          json_build_object(
            'id', u.id,
            'reason', u.reason,
            'since', utc(u.created_at))), '[]')
        from payment_records p
        join unapplied_payments u on u.payment_id = p.id and u.status = 'open'
        where p.order_id = o.id),
      'stuck_steps', (
        select coalesce(json_agg(
          json_build_object(
            'id', t.id,
            'scenario', t.scenario,
            'last_error', t.last_error,
            'next_attempt_at', utc(t.next_attempt_at),
            'since', utc(t.updated_at))), '[]')
        from automation_steps t
        where t.order_id = o.id and t.status in ('failed', 'retry_scheduled')),
      'open_tasks', (
        select coalesce(json_agg(
          json_build_object(
            'id', m.id,
            'title', m.title,
            'since', utc(m.created_at))), '[]')
        from manual_tasks m
        where m.order_id = o.id and m.status = 'open'),
      'holds', (
        select coalesce(json_agg(
          json_build_object(
            'id', h.id,
            'fulfillment_order_id', h.fulfillment_order_id,
            'reason', h.reason,
            'note', h.note,
            'since', utc(h.placed_at))), '[]')
        from fulfillment_holds h
        where h.order_id = o.id and h.released_at is null),
      'overdue', (
        select coalesce(json_agg(
          json_build_object(
            'shipment_id', s.id,
            'courier_code', s.courier_code,
            'courier_service', s.courier_service,
            'sla_days', sla.days,
            'is_heard', heard.since >= now() - make_interval(days => sla.days),
            'days', extract(day from now() - heard.since)::integer,
            'days_under_way', extract(day from now() - s.in_transit_at)::integer,
            'in_transit_at', utc(s.in_transit_at),
            'since', utc(heard.since))), '[]')
        from shipments s
        join couriers k on k.courier_code = s.courier_code
        cross join lateral (
          select greatest(s.in_transit_at, max(e.received_at)) as since
          from courier_events e
          where e.shipment_id = s.id
        ) heard
        cross join lateral (select ${slaDays} as days) sla
        where s.order_id = o.id
          and s.status = 'in_transit'
          and s.in_transit_at < now() - make_interval(days => sla.days)),
      'paused', (
        select coalesce(json_agg(
          json_build_object(
            'courier_code', a.courier_code,
            'kind', a.pause_kind,
            'reason', a.pause_reason,
            'until', utc(a.paused_until),
            'since', utc(a.paused_at))), '[]')
        from courier_accounts a
        where a.paused_until > now()
          and exists (
            select from shipments s
            where s.order_id = o.id and s.courier_code = a.courier_code and s.status in ('ready', 'in_transit')
          ))`

import type { FragmentSqlToken } from 'slonik'
import { Type } from 'typebox'
import type { FindingStore } from '../../../application/ports/finding-store.ts'
import type { Digest, FindingKind } from '../../../domain/fulfillment/standstill.ts'
import type { FulfillmentOrderId, OrderId, ShipmentId } from '../../../domain/shared/ids.ts'
import { instant, oneOf, text, whole } from '../columns.ts'
import { slaDays } from '../shipments/sla-days.ts'
import { at, type Db, json, sql } from '../sql.ts'

const overdueRow = sql.rowsOf(
  Type.Object({ fulfillmentOrderId: oneOf<FulfillmentOrderId>(), orderId: oneOf<OrderId>(), since: instant }),
)
const overdueParcelRow = sql.rowsOf(
  Type.Object({ shipmentId: oneOf<ShipmentId>(), orderId: oneOf<OrderId>(), since: instant, slaDays: whole }),
)
const missingRow = sql.rowsOf(Type.Object({ orderId: oneOf<OrderId>(), paidAt: instant }))
const subjectRow = sql.rowsOf(Type.Object({ subjectId: text }))

const underWay = sql.fragment`
        from shipments s
        join couriers k on k.courier_code = s.courier_code
        cross join lateral (
          select greatest(s.in_transit_at, max(e.received_at)) as since
          from courier_events e
          where e.shipment_id = s.id
        ) heard
        cross join lateral (select ${slaDays} as days) sla`

/** Parcels under way with the last word of their courier, silent for longer than it takes to deliver. */
const silent = (now: Date) => sql.fragment`
        select
          s.id as "shipmentId",
          s.order_id as "orderId",
          heard.since,
          sla.days as "slaDays"
        ${underWay}
        where s.status = 'in_transit' and heard.since < ${at(now)} - make_interval(days => sla.days)`

/** Parcels under way for longer than it takes to deliver, whatever their courier says. */
const late = (now: Date) => sql.fragment`
        select
          s.id as "shipmentId",
          s.order_id as "orderId",
          s.in_transit_at as since,
          sla.days as "slaDays"
        ${underWay}
        where s.status = 'in_transit' and s.in_transit_at < ${at(now)} - make_interval(days => sla.days)`

/** Silence says more: what is told as silent is not told as late as well. */
const isHeard = (now: Date) => sql.fragment`heard.since >= ${at(now)} - make_interval(days => sla.days)`

const missing = (paidBefore: Date) => sql.fragment`
        select
          o.id as "orderId",
          o.paid_at as "paidAt"
        from orders o
        where o.status in ('paid', 'in_fulfillment')
          and o.paid_at < ${at(paidBefore)}
          and not exists (
            select from fulfillment_orders f
            where f.order_id = o.id and f.status <> 'cancelled'
          )`

/** What was told already is passed by, so that a round with a limit comes to the rest. */
const isUntold = (kind: FindingKind, subjectId: FragmentSqlToken, since: FragmentSqlToken) => sql.fragment`
          not exists (
            select from fulfillment_findings f
            where f.kind = ${kind} and f.subject_id = ${subjectId} and f.since = ${since}
          )`

export function createFindingStore(db: Db): FindingStore {
  return {
    async overdueCompletions(limit) {
      const rows = await db.any(overdueRow`
        select
          f.id as "fulfillmentOrderId",
          f.order_id as "orderId",
          f.updated_at as since
        from fulfillment_orders f
        join orders o on o.id = f.order_id and o.status = 'in_fulfillment'
        where (
            f.status in ('ready_to_prepare', 'awaiting_shipment', 'in_transit')
            or f.status = 'completed' and (select sum(i.quantity) from order_items i where i.order_id = o.id) = (
              select sum(u.quantity)
              from live_units u
              where u.order_id = o.id and (u.status = 'delivered' or u.written_off = u.quantity)
            )
          )
          and (select sum(i.quantity) from fulfillment_items i where i.fulfillment_order_id = f.id) = (
            select coalesce(sum(case when u.status = 'delivered' then u.quantity else u.written_off end), 0)
            from live_units u
            where u.fulfillment_order_id = f.id
          )
        order by f.updated_at, f.id
        limit ${limit}`)
      return [...rows]
    },

    async silentShipments(now, limit) {
      const rows = await db.any(overdueParcelRow`
        ${silent(now)}
          and ${isUntold('shipment_silent', sql.fragment`s.id`, sql.fragment`heard.since`)}
        order by heard.since, s.id
        limit ${limit}`)
      return [...rows]
    },

    silentShipment: (shipmentId, now) =>
      db.maybeOne(overdueParcelRow`${silent(now)} and s.id = ${shipmentId}`),

    async lateShipments(now, limit) {
      const rows = await db.any(overdueParcelRow`
        ${late(now)}
          and ${isHeard(now)}
          and ${isUntold('shipment_late', sql.fragment`s.id`, sql.fragment`s.in_transit_at`)}
        order by s.in_transit_at, s.id
        limit ${limit}`)
      return [...rows]
    },

    lateShipment: (shipmentId, now) =>
      db.maybeOne(overdueParcelRow`${late(now)} and ${isHeard(now)} and s.id = ${shipmentId}`),

    async missingFulfillments(paidBefore, limit) {
      const rows = await db.any(missingRow`
        ${missing(paidBefore)}
          and ${isUntold('fulfillment_missing', sql.fragment`o.id`, sql.fragment`o.paid_at`)}
        order by o.paid_at, o.id
        limit ${limit}`)
      return [...rows]
    },

    async record(finding, foundAt) {
      const row = await db.maybeOne(subjectRow`
        insert into fulfillment_findings (
          kind, subject_id, since, company_id, order_id, shipment_id, details, found_at, cleared_at
        )
        values (
          ${finding.kind}, ${finding.subjectId}, ${at(finding.since)}, ${finding.companyId}, ${finding.orderId},
          ${finding.shipmentId}, ${json(finding.details)}::jsonb, ${at(foundAt)},
          ${finding.kind === 'completion_overdue' ? at(foundAt) : null}
        )
        on conflict (kind, subject_id, since) do nothing
        returning subject_id as "subjectId"`)
      return row !== null
    },

    async clearSettled(now, paidBefore) {
      await db.query(sql.command`
        update fulfillment_findings f
        set cleared_at = ${at(now)}
        where f.cleared_at is null
          and not exists (
            select from (${silent(now)}) s
            where f.kind = 'shipment_silent' and s."shipmentId" = f.subject_id and s.since = f.since
          )
          and not exists (
            select from (${late(now)}) s
            where f.kind = 'shipment_late' and s."shipmentId" = f.subject_id and s.since = f.since
          )
          and not exists (
            select from (${missing(paidBefore)}) m
            where f.kind = 'fulfillment_missing' and m."orderId" = f.subject_id and m."paidAt" = f.since
          )`)
    },

    async digest(day, healedSince) {
      const { digest } = await db.one(sql.view<{ digest: Digest }>()`
        with told as (
          select f.kind, f.subject_id, f.since, f.details, o.number
          from fulfillment_findings f
          join orders o on o.id = f.order_id
          where f.cleared_at is null
            or f.kind = 'completion_overdue' and f.found_at > ${at(healedSince)}
        )
        select json_build_object(
          'day', ${day}::text,
          'completions_overdue', count(*) filter (where kind = 'completion_overdue'),
          'shipments_silent', count(*) filter (where kind = 'shipment_silent'),
          'shipments_late', count(*) filter (where kind = 'shipment_late'),
          'fulfillments_missing', count(*) filter (where kind = 'fulfillment_missing'),
          'examples', (
            select coalesce(json_agg(
              json_build_object(
                'kind', oldest.kind,
                'order_number', oldest.number,
                'subject_id', oldest.subject_id,
                'since', utc(oldest.since),
                'courier_code', oldest.details ->> 'courier_code',
                'courier_service', oldest.details ->> 'courier_service',
                'sla_days', (oldest.details ->> 'sla_days')::integer) order by oldest.since, oldest.subject_id), '[]')
            from (select * from told order by since, subject_id limit 10) oldest)) as digest
        from told`)
      return digest
    },

    async claimDigest(day, findings, toldAt) {
      const row = await db.maybeOne(subjectRow`
        insert into fulfillment_digests (day, findings, told_at)
        values (${day}::date, ${findings}, ${at(toldAt)})
        on conflict (day) do nothing
        returning day::text as "subjectId"`)
      return row !== null
    },
  }
}

import { Type } from 'typebox'
import type { TrackingPollStore } from '../../../application/ports/tracking-poll-store.ts'
import type { CompanyId, OrderId, ShipmentId } from '../../../domain/shared/ids.ts'
import type { PollPolicy } from '../../../domain/shipments/poll-cadence.ts'
import type { ShipmentStatus } from '../../../domain/shipments/shipment-lifecycle.ts'
import type { TrackingStatus } from '../../../domain/shipments/tracking-status.ts'
import { flag, instant, jsonOf, maybeInstant, maybeText, oneOf, text, whole } from '../columns.ts'
import { update } from '../gathered-writes.ts'
import { at, type Db, json, sql } from '../sql.ts'

const callableRow = sql.rowsOf(Type.Object({ courierCode: text, calls: whole }))
const courierCodeRow = sql.rowsOf(Type.Object({ courierCode: text }))
const numbersRow = sql.rowsOf(Type.Object({ numbers: Type.Array(text) }))
const dueRow = sql.rowsOf(Type.Object({ courierCode: text, shipmentId: oneOf<ShipmentId>() }))
const pollingRow = sql.rowsOf(
  Type.Object({
    secondsByStatus: jsonOf<PollPolicy['secondsByStatus']>(),
    ageing: jsonOf<{ after_days: number; times: number }[]>(),
    netSeconds: Type.Union([whole, Type.Null()]),
    ageLimitDays: whole,
    notFoundDays: whole,
  }),
)
const parcelRow = sql.rowsOf(
  Type.Object({
    shipmentId: oneOf<ShipmentId>(),
    orderId: oneOf<OrderId>(),
    companyId: oneOf<CompanyId>(),
    courierCode: text,
    trackingNumber: text,
    postalCode: maybeText,
    countryCode: maybeText,
    mailedOn: maybeText,
    status: oneOf<ShipmentStatus>(),
    trackingStatus: oneOf<TrackingStatus>(),
    readyAt: instant,
    deliveredAt: maybeInstant,
    isFollowed: flag,
    hasScans: flag,
  }),
)
const idRow = sql.rowsOf(Type.Object({ id: oneOf<ShipmentId>() }))

export function createTrackingPollStore(db: Db): TrackingPollStore {
  return {
    async callable(now, withinSeconds) {
      const rows = await db.any(callableRow`
        select
          c.courier_code as "courierCode",
          greatest(0, floor(least(
            least(c.burst_calls, a.tokens
              + greatest(extract(epoch from ${at(now)} - a.refilled_at), 0) * c.refill_calls / c.refill_seconds)
              + ${withinSeconds}::float8 * c.refill_calls / c.refill_seconds,
            coalesce(
              c.day_calls - case when a.day = (${at(now)} at time zone 'utc')::date then a.day_used else 0 end,
              2000000000))))::int as calls
        from couriers c
        join courier_accounts a on a.courier_code = c.courier_code
        where c.enabled
          and c.tracking_mode in ('poll', 'push_and_poll')
          and (a.paused_until is null or a.paused_until <= ${at(now)})
        order by c.courier_code`)
      return [...rows]
    },

    async takeDue(wanted, now, until) {
      const rows = await db.any(dueRow`
        with due as (
          select s.id
          from jsonb_to_recordset(${json(wanted)}::jsonb) as w ("courierCode" text, most int)
          cross join lateral (
            select id
            from shipments
            where courier_code = w."courierCode" and next_poll_at <= ${at(now)}
            order by next_poll_at
            limit w.most
            for no key update skip locked
          ) s
        )
        update shipments s
        set next_poll_at = ${at(until)}
        -- An array and not a join: the planner thinks too much of "due" and would read the whole table.
        where s.id = any(array(select id from due))
        returning s.courier_code as "courierCode", s.id as "shipmentId"`)
      return [...rows]
    },

    async withDue(courierCodes, now) {
      const rows = await db.any(courierCodeRow`
        select c.code as "courierCode"
        from unnest(${sql.array([...courierCodes], 'text')}) as c (code)
        where exists (
          select from shipments s
          where s.courier_code = c.code and s.next_poll_at <= ${at(now)}
        )`)
      return rows.map(({ courierCode }) => courierCode)
    },

    async pushed(courierCode, most) {
      const row = await db.maybeOne(numbersRow`
        select coalesce((
          select array_agg(open.tracking_number order by open.ready_at desc, open.id desc)
          from (
            select s.tracking_number, s.ready_at, s.id
            from shipments s
            where s.courier_code = c.courier_code and s.status in ('ready', 'in_transit')
            order by s.ready_at desc, s.id desc
            limit ${most}
          ) open), '{}') as numbers
        from couriers c
        where c.courier_code = ${courierCode} and c.enabled and c.tracking_mode in ('push', 'push_and_poll')`)
      return row === null ? null : [...row.numbers]
    },

    async polling(courierCode) {
      const row = await db.maybeOne(pollingRow`
        select
          poll_seconds as "secondsByStatus",
          poll_ageing as ageing,
          case when tracking_mode = 'push_and_poll' then net_poll_seconds end as "netSeconds",
          age_limit_days as "ageLimitDays",
          not_found_days as "notFoundDays"
        from couriers
        where courier_code = ${courierCode} and enabled and tracking_mode in ('poll', 'push_and_poll')`)
      if (row === null) return null
      const { ageing, notFoundDays, ...rest } = row
      const policy = {
        ...rest,
        ageing: ageing.map((one) => ({ afterDays: one.after_days, times: one.times })),
      }
      return { policy, notFoundDays }
    },

    async parcels(shipmentIds) {
      const rows = await db.any(parcelRow`
        select
          s.id as "shipmentId",
          s.order_id as "orderId",
          s.company_id as "companyId",
          s.courier_code as "courierCode",
          s.tracking_number as "trackingNumber",
          s.address_snapshot ->> 'postal_code' as "postalCode",
          s.address_snapshot ->> 'country' as "countryCode",
          to_char(s.in_transit_at at time zone 'utc', 'YYYY-MM-DD') as "mailedOn",
          s.status,
          s.tracking_status as "trackingStatus",
          coalesce(s.ready_at, s.created_at) as "readyAt",
          s.delivered_at as "deliveredAt",
          s.next_poll_at is not null as "isFollowed",
          exists (select from courier_events e where e.shipment_id = s.id) as "hasScans"
        from shipments s
        where s.id = any(${sql.array([...shipmentIds], 'text')})
          and s.courier_code is not null
          and s.tracking_number is not null
        order by s.id`)
      return [...rows]
    },

    async withNumbers(courierCode, trackingNumbers) {
      const rows = await db.any(idRow`
        select id
        from shipments
        where courier_code = ${courierCode}
          and tracking_number = any(${sql.array([...trackingNumbers], 'text')})
          and status not in ('draft', 'cancelled')
        order by created_at desc
        limit 20`)
      return rows.map(({ id }) => id)
    },

    async postpone(shipmentIds, until) {
      await update(
        db,
        'shipments',
        sql.fragment`
        update shipments
        set next_poll_at = ${at(until)}
        where id = any(${sql.array([...shipmentIds], 'text')})`,
      )
    },

    async record(shipmentId, polledAt, nextAt) {
      await update(
        db,
        'shipments',
        sql.fragment`
        update shipments
        set next_poll_at = ${nextAt === null ? null : at(nextAt)},
          last_polled_at = ${at(polledAt)},
          polls = polls + 1
        where id = ${shipmentId}`,
      )
    },
  }
}

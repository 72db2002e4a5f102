import { Type } from 'typebox'
import type { CourierStore } from '../../../application/ports/courier-store.ts'
import type { CourierConfig, TrackingMode } from '../../../domain/shipments/courier.ts'
import { flag, instant, jsonOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertTogether, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'

const courierRow = sql.rowsOf(
  Type.Object({
    courierCode: text,
    name: text,
    trackingUrlTemplate: text,
    adapter: text,
    enabled: flag,
    deliverySlaDays: whole,
    deliverySlaDaysByService: jsonOf<Record<string, number>>(),
    trackingMode: oneOf<TrackingMode>(),
    pollSeconds: jsonOf<CourierConfig['pollSeconds']>(),
    pollAgeing: jsonOf<{ after_days: number; times: number }[]>(),
    netPollSeconds: whole,
    ageLimitDays: whole,
    notFoundDays: whole,
    burstCalls: whole,
    refillCalls: whole,
    refillSeconds: whole,
    dayCalls: Type.Union([whole, Type.Null()]),
    secretReference: maybeText,
    version: whole,
    updatedAt: instant,
  }),
)

export function createCourierStore(db: Db): CourierStore {
  return {
    getForUpdate: (courierCode) =>
      db.maybeOne(courierRow`
        select
          courier_code as "courierCode",
          name,
          tracking_url_template as "trackingUrlTemplate",
          adapter,
          enabled,
          delivery_sla_days as "deliverySlaDays",
          delivery_sla_days_by_service as "deliverySlaDaysByService",
          tracking_mode as "trackingMode",
          poll_seconds as "pollSeconds",
          poll_ageing as "pollAgeing",
          net_poll_seconds as "netPollSeconds",
          age_limit_days as "ageLimitDays",
          not_found_days as "notFoundDays",
          burst_calls as "burstCalls",
          refill_calls as "refillCalls",
          refill_seconds as "refillSeconds",
          day_calls as "dayCalls",
          secret_reference as "secretReference",
          version,
          updated_at as "updatedAt"
        from couriers
        where courier_code = ${courierCode}
        for no key update`),

    async insert(courier) {
      await insertTogether(db, [
        { table: 'couriers', rows: [columnsOf(courier)] },
        {
          table: 'courier_accounts',
          rows: [
            {
              courier_code: courier.courierCode,
              tokens: courier.burstCalls,
              refilled_at: courier.updatedAt,
              day: courier.updatedAt.toISOString().slice(0, 10),
              day_used: 0,
            },
          ],
          // A code that is taken is refused by the couriers' own key.
          onConflict: sql.fragment`on conflict (courier_code) do nothing`,
        },
      ])
    },

    async countRejectedPushes(courierCode, pushes, lastAt) {
      await insertTogether(db, [
        {
          table: 'courier_rejected_pushes',
          rows: [
            { courier_code: courierCode, day: lastAt.toISOString().slice(0, 10), pushes, last_at: lastAt },
          ],
          onConflict: sql.fragment`
            on conflict (courier_code, day) do update
            set pushes = courier_rejected_pushes.pushes + excluded.pushes,
              last_at = greatest(courier_rejected_pushes.last_at, excluded.last_at)`,
        },
      ])
    },

    async save(courier) {
      await update(
        db,
        'couriers',
        sql.fragment`
        update couriers
        set name = ${courier.name},
          tracking_url_template = ${courier.trackingUrlTemplate},
          enabled = ${courier.enabled},
          delivery_sla_days = ${courier.deliverySlaDays},
          delivery_sla_days_by_service = ${json(courier.deliverySlaDaysByService)}::jsonb,
          tracking_mode = ${courier.trackingMode},
          poll_seconds = ${json(courier.pollSeconds)}::jsonb,
          poll_ageing = ${json(courier.pollAgeing)}::jsonb,
          net_poll_seconds = ${courier.netPollSeconds},
          age_limit_days = ${courier.ageLimitDays},
          not_found_days = ${courier.notFoundDays},
          burst_calls = ${courier.burstCalls},
          refill_calls = ${courier.refillCalls},
          refill_seconds = ${courier.refillSeconds},
          day_calls = ${courier.dayCalls},
          secret_reference = ${courier.secretReference},
          version = ${courier.version},
          updated_at = ${at(courier.updatedAt)}
        where courier_code = ${courier.courierCode}`,
      )
      await update(
        db,
        'courier_accounts',
        sql.fragment`
        update courier_accounts
        set paused_until = null,
          pause_reason = null,
          pause_kind = null,
          paused_at = null
        where courier_code = ${courier.courierCode}`,
      )
      if (courier.trackingMode !== 'poll' && courier.trackingMode !== 'push_and_poll') return
      // Parcels that went out before the courier was asked at all, spread so that they do not come at once.
      await update(
        db,
        'shipments',
        sql.fragment`
        update shipments
        set next_poll_at = ${at(courier.updatedAt)} + random() * interval '6 hours'
        where courier_code = ${courier.courierCode}
          and status in ('ready', 'in_transit')
          and next_poll_at is null
          and last_polled_at is null`,
      )
    },
  }
}

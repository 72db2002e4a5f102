import { Type } from 'typebox'
import type { ShipmentStore } from '../../../application/ports/shipment-store.ts'
import type { Id, ShipmentId } from '../../../domain/shared/ids.ts'
import type { CourierEvent } from '../../../domain/shipments/tracking.ts'
import type { TrackingStatus } from '../../../domain/shipments/tracking-status.ts'
import { flag, instant, jsonOf, maybeInstant, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertTogether, update } from '../gathered-writes.ts'
import { columnsOf, type Db, json, sql } from '../sql.ts'

const shipmentIdRow = sql.rowsOf(Type.Object({ id: oneOf<ShipmentId>() }))
const courierEventRow = sql.rowsOf(
  Type.Object({
    id: oneOf<Id<'courierEvent'>>(),
    shipmentId: oneOf<ShipmentId>(),
    courierCode: text,
    trackingNumber: text,
    eventKey: text,
    code: text,
    description: text,
    canonical: oneOf<TrackingStatus>(),
    detail: maybeText,
    isInformational: flag,
    occurredAt: maybeInstant,
    localTime: maybeText,
    place: maybeText,
    raw: jsonOf<object>(),
    rule: text,
    mappingVersion: whole,
    sequence: whole,
    source: oneOf<CourierEvent['source']>(),
    receivedAt: instant,
  }),
)

/** What couriers said of parcels. */
export function courierEvents(
  db: Db,
): Pick<ShipmentStore, 'courierEvents' | 'insertCourierEvents' | 'withCourierEvents' | 'saveMappings'> {
  return {
    async courierEvents(shipmentId) {
      const rows = await db.any(courierEventRow`
        select
          id,
          shipment_id as "shipmentId",
          courier_code as "courierCode",
          tracking_number as "trackingNumber",
          event_key as "eventKey",
          code,
          description,
          canonical,
          detail,
          is_informational as "isInformational",
          occurred_at as "occurredAt",
          local_time as "localTime",
          place,
          raw,
          mapped_by as rule,
          mapping_version as "mappingVersion",
          sequence,
          source,
          received_at as "receivedAt"
        from courier_events
        where shipment_id = ${shipmentId}
        order by sequence`)
      return [...rows]
    },

    async insertCourierEvents(companyId, events) {
      await insertTogether(db, [
        {
          table: 'courier_events',
          rows: events.map(({ rule, ...event }) => columnsOf({ ...event, mappedBy: rule, companyId })),
          onConflict: sql.fragment`on conflict (shipment_id, event_key) do nothing`,
        },
      ])
      return events.length
    },

    async withCourierEvents(courierCode, after, most) {
      const rows = await db.any(shipmentIdRow`
        select distinct shipment_id as id
        from courier_events
        where courier_code = ${courierCode} and shipment_id > ${after ?? ''}
        order by shipment_id
        limit ${most}`)
      return rows.map(({ id }) => id)
    },

    async saveMappings(events) {
      const rows = events.map(({ rule, ...event }) => columnsOf({ ...event, mappedBy: rule }))
      await update(
        db,
        'courier_events',
        sql.fragment`
        update courier_events e
        set canonical = m.canonical,
          detail = m.detail,
          is_informational = m.is_informational,
          occurred_at = m.occurred_at,
          mapped_by = m.mapped_by,
          mapping_version = m.mapping_version
        from jsonb_populate_recordset(null::courier_events, ${json(rows)}::jsonb) m
        where e.id = m.id`,
      )
    },
  }
}

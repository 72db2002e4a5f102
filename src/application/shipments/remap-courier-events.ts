import { systemActor } from '../../domain/shared/actor.ts'
import type { ShipmentId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { countingScans } from '../../domain/shipments/delivery-correction.ts'
import { ownScans } from '../../domain/shipments/own-scans.ts'
import {
  applyTracking,
  type CourierEvent,
  currentTracking,
  wasInCustody,
} from '../../domain/shipments/tracking.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CourierGateway, CourierGateways, GenericCouriers } from '../ports/courier-gateway.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { recordMovement } from './record-movement.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  couriers: CourierGateways
  genericCouriers: GenericCouriers
  clock: Clock
  ids: IdGenerator
}

/** What today's rules make of one parcel's stored scans. */
export interface Remapped {
  shipmentId: ShipmentId
  events: { code: string; from: string; to: string; rule: string }[]
  trackingStatus: { from: string; to: string }
  status: { from: string; to: string }
}

const BATCH = 50

/**
 * Maps the stored originals of a courier's scans again, a batch of parcels at a time, and tells of every parcel that
 * reads otherwise now. Applied, a tracking status may change either way; a parcel itself moves forwards only. Running
 * it again finds nothing.
 */
export function remapCourierEvents(deps: Dependencies) {
  const context = {
    actor: systemActor('couriers'),
    correlationId: 'courier-remap',
    causationId: null,
    alongside: null,
  }
  return async function* (input: { courierCode: string; apply: boolean }): AsyncGenerator<Remapped> {
    const { courierCode, apply } = input
    const gateway = await gatewayOf(deps, courierCode, context)
    let after: ShipmentId | null = null
    for (;;) {
      const batch: ShipmentId[] = await deps.unitOfWork.run(context, (store) =>
        store.shipments.withCourierEvents(courierCode, after, BATCH),
      )
      for (const shipmentId of batch) {
        const remapped = await deps.unitOfWork.run(context, (store) =>
          remapParcel(deps, store, gateway, { shipmentId, courierCode, apply }),
        )
        if (remapped !== null) yield remapped
      }
      after = batch.at(-1) ?? null
      if (after === null) return
    }
  }
}

async function gatewayOf(
  deps: Dependencies,
  courierCode: string,
  context: Parameters<UnitOfWork['run']>[0],
): Promise<CourierGateway> {
  const courier = await deps.unitOfWork.run(context, (store) => store.shipments.findCourier(courierCode))
  const gateway = deps.couriers.get(courierCode) ?? deps.genericCouriers.get(courier?.secretReference ?? '')
  if (gateway === undefined) throw new Refusal('not_found', `No adapter reads the scans of ${courierCode}.`)
  return gateway
}

async function remapParcel(
  deps: Dependencies,
  store: Store,
  gateway: CourierGateway,
  { shipmentId, courierCode, apply }: { shipmentId: ShipmentId; courierCode: string; apply: boolean },
): Promise<Remapped | null> {
  if (apply) await store.shipments.lockOrderOf(shipmentId)
  const { shipment, items } = found(await store.shipments.get(shipmentId), 'shipment', shipmentId)
  const before = await store.shipments.courierEvents(shipmentId)
  const after = before.map((event) =>
    event.courierCode === courierCode && event.source !== 'manual' ? mappedAgain(gateway, event) : event,
  )
  const changed = after.filter((event, index) => !isSameMapping(event, before[index]))
  if (changed.length === 0) return null
  const at = deps.clock.now()
  const history = countingScans(ownScans(after, shipment), shipment)
  const tracking = currentTracking(history, shipment.trackingStatus)
  const custody = { wasInCustody: wasInCustody(history) }
  const decision = applyTracking(shipment, items, { ...tracking, ...custody }, at)
  if (apply) {
    await store.shipments.saveMappings(changed)
    await recordMovement(deps, store, { orderId: shipment.orderId, before: shipment, items, decision })
  }
  const earlier = new Map(before.map((event) => [event.id, event]))
  return {
    shipmentId,
    events: changed.map((event) => ({
      code: event.code,
      from: earlier.get(event.id)?.canonical ?? '',
      to: event.canonical,
      rule: event.rule,
    })),
    trackingStatus: { from: shipment.trackingStatus, to: decision.shipment.trackingStatus },
    status: { from: shipment.status, to: decision.shipment.status },
  }
}

/** The meaning alone: what a scan is known by stays what it was. */
function mappedAgain(gateway: CourierGateway, event: CourierEvent): CourierEvent {
  const { canonical, detail, isInformational, rule, mappingVersion, occurredAt } = gateway.readScan(event.raw)
  return { ...event, canonical, detail, isInformational, rule, mappingVersion, occurredAt }
}

function isSameMapping(event: CourierEvent, other: CourierEvent | undefined): boolean {
  return (
    event.canonical === other?.canonical &&
    event.detail === other.detail &&
    event.isInformational === other.isInformational &&
    event.rule === other.rule &&
    event.mappingVersion === other.mappingVersion &&
    event.occurredAt?.getTime() === other.occurredAt?.getTime()
  )
}

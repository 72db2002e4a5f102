import type { ShipmentId } from '../../domain/shared/ids.ts'
import {
  type DeliveryCorrection,
  correctDelivery as decideCorrection,
} from '../../domain/shipments/delivery-correction.ts'
import type { Shipment } from '../../domain/shipments/shipment.ts'
import { recallAutomation } from '../delivery-automation.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ShipmentView } from '../ports/shipment-reader.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { recordMovement } from './record-movement.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
}

/**
 * Takes a delivery back that was none, with what it made true: the statuses above it, and the automation as the caller
 * decides. A scan of our own says so in the parcel's history, so that what the courier says next is read after it.
 */
export function correctDelivery(deps: Dependencies) {
  return (
    { shipmentId, ...correction }: DeliveryCorrection & { shipmentId: ShipmentId },
    context: ActionContext,
  ): Promise<ShipmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const orderId = found(await store.shipments.lockOrderOf(shipmentId), 'shipment', shipmentId)
      const { shipment, items } = found(await store.shipments.get(shipmentId), 'shipment', shipmentId)
      const inReturns = await store.returns.unitsInReturns(shipmentId)
      const decision = decideCorrection(shipment, items, correction, inReturns, at)
      if (decision.shipment !== shipment) {
        const { automation, reason } = correction
        await noteCorrection(deps, store, decision.shipment, correction, at)
        await recallAutomation(deps, store, shipment, { automation, reason, by: context.actor.id }, at)
        await recordMovement(deps, store, { orderId, before: shipment, items, decision })
        if (correction.to === 'returned') await expectReturn(deps, store, shipment, reason, at)
      }
      return found(await store.views.shipments.detail(shipmentId), 'shipment', shipmentId)
    })
}

async function noteCorrection(
  deps: Dependencies,
  store: Store,
  shipment: Shipment,
  { to, reason }: DeliveryCorrection,
  at: Date,
): Promise<void> {
  const known = await store.shipments.courierEvents(shipment.id)
  const id = deps.ids.make('courierEvent')
  await store.shipments.insertCourierEvents(shipment.companyId, [
    {
      id,
      shipmentId: shipment.id,
      courierCode: shipment.courierCode ?? '',
      trackingNumber: shipment.trackingNumber ?? '',
      eventKey: `correction:${id}`,
      code: 'correction',
      description: `Not delivered: ${reason}`,
      canonical: to,
      detail: null,
      isInformational: false,
      rule: 'manual.correction',
      mappingVersion: 0,
      occurredAt: at,
      localTime: null,
      place: null,
      raw: {},
      sequence: Math.max(0, ...known.map(({ sequence }) => sequence)) + 1,
      source: 'manual',
      receivedAt: at,
    },
  ])
}

async function expectReturn(
  deps: Dependencies,
  store: Store,
  shipment: Shipment,
  reason: string,
  at: Date,
): Promise<void> {
  const { courierCode, trackingNumber } = shipment
  await store.tasks.open({
    id: deps.ids.make('manualTask'),
    kind: 'parcel_returned',
    title: `Parcel ${trackingNumber ?? shipment.id} is coming back`,
    relatedType: 'shipment',
    relatedId: shipment.id,
    orderId: shipment.orderId,
    companyId: shipment.companyId,
    details: { courier_code: courierCode, tracking_number: trackingNumber, reason },
    createdAt: at,
  })
}

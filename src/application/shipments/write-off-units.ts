import type { CaseId, ShipmentId } from '../../domain/shared/ids.ts'
import { writeOffUnits as decideWriteOff, type LostUnits } from '../../domain/shipments/write-off.ts'
import { caseFor, linkNew } from '../case-work.ts'
import { callOffDevices } from '../delivery-automation.ts'
import { found } from '../found.ts'
import { followParcels } from '../fulfillment-standing.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ShipmentView } from '../ports/shipment-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface WriteOffUnits {
  shipmentId: ShipmentId
  /** An open case of the order; null opens one. */
  caseId: CaseId | null
  items: readonly Omit<LostUnits, 'id'>[]
}

/** Writes lost or damaged units off, in a case. Nobody is sent another, and no money goes back, unless somebody decides so. */
export function writeOffUnits(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: WriteOffUnits, context: ActionContext): Promise<ShipmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { shipmentId } = input
      const orderId = found(await store.shipments.lockOrderOf(shipmentId), 'shipment', shipmentId)
      const { shipment, items } = found(await store.shipments.get(shipmentId), 'shipment', shipmentId)
      const by = context.actor.id
      const lost = input.items.map((item) => ({ ...item, id: deps.ids.make('writeOff') }))
      const loadedOrder = found(await store.orders.find(orderId), 'order', orderId)
      const inReturns = await store.returns.unitsInReturns(shipmentId)
      const caseId = await caseFor(deps, store, loadedOrder, {
        caseId: input.caseId,
        kind: 'loss',
        note: null,
      })
      const decision = decideWriteOff(shipment, items, lost, { caseId, by, inReturns }, at)
      await store.shipments.save(decision.shipment)
      await store.writeOffs.insert(decision.writeOffs)
      const records = decision.writeOffs.map(({ writeOff: { id } }) => ({ type: 'write_off' as const, id }))
      await linkNew(deps, store, caseId, records, context)
      store.publish(decision.events)
      const deviceIds = decision.writeOffs.flatMap((one) => one.deviceIds)
      if (deviceIds.length > 0) {
        const reason = `The unit was written off (${caseId}).`
        const steps = await store.automation.ofShipment(shipmentId)
        await callOffDevices(store, steps, deviceIds, { reason, by }, at)
      }
      await followParcels(store, { orderId, fulfillmentOrderId: shipment.fulfillmentOrderId }, at)
      return found(await store.views.shipments.detail(shipmentId), 'shipment', shipmentId)
    })
}

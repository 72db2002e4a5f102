import type { CaseId, ShipmentId } from '../../domain/shared/ids.ts'
import { writeOffUnits as decideWriteOff, type LostUnits } from '../../domain/shipments/write-off.ts'
import { callOffDevices } from '../delivery-automation.ts'
import { found } from '../found.ts'
import { followParcels } from '../fulfillment-standing.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ShipmentView } from '../ports/shipment-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface WriteOffUnits {
  shipmentId: ShipmentId
  /** The case they belong to; null begins one. */
  caseId: CaseId | null
  items: readonly Omit<LostUnits, 'id'>[]
}

/** Writes lost or damaged units off. Nobody is sent another, and no money goes back, unless somebody decides so. */
export function writeOffUnits(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: WriteOffUnits, context: ActionContext): Promise<ShipmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { shipmentId } = input
      const orderId = found(await store.shipments.lockOrderOf(shipmentId), 'shipment', shipmentId)
      const { shipment, items } = found(await store.shipments.get(shipmentId), 'shipment', shipmentId)
      const by = context.actor.id
      const lost = input.items.map((item) => ({ ...item, id: deps.ids.make('writeOff') }))
      const caseId = input.caseId ?? deps.ids.make('case')
      const decision = decideWriteOff(shipment, items, lost, { caseId, by }, at)
      await store.shipments.save(decision.shipment)
      await store.writeOffs.insert(decision.writeOffs)
      store.publish(decision.events)
      const deviceIds = decision.writeOffs.flatMap((one) => one.deviceIds)
      if (shipment.status === 'delivered') {
        const reason = `The unit was written off (${caseId}).`
        await callOffDevices(store, shipment, deviceIds, { reason, by }, at)
      }
      await followParcels(store, { orderId, fulfillmentOrderId: shipment.fulfillmentOrderId }, at)
      return found(await store.views.shipments.detail(shipmentId), 'shipment', shipmentId)
    })
}

import type { ShipmentId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { moveShipment } from '../../domain/shipments/shipment.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ShipmentView } from '../ports/shipment-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { recordMovement } from './record-movement.ts'

/** Throws a draft away: it stays as a cancelled parcel, its units and devices are free. Twice is once. */
export function discardShipment(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (
    { shipmentId, expectedVersion }: { shipmentId: ShipmentId; expectedVersion: number | null },
    context: ActionContext,
  ): Promise<ShipmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const orderId = found(await store.shipments.lockOrderOf(shipmentId), 'shipment', shipmentId)
      const { shipment, items } = found(await store.shipments.get(shipmentId), 'shipment', shipmentId)
      refuseStale(shipment.version, expectedVersion)
      if (shipment.status !== 'draft' && shipment.status !== 'cancelled') {
        throw new Refusal('shipment_not_editable', `A shipment in ${shipment.status} is no draft any more.`, {
          current: shipment.status,
        })
      }
      const decision = moveShipment(shipment, items, { type: 'cancel' }, deps.clock.now())
      await recordMovement(deps, store, { orderId, before: shipment, items, decision })
      return found(await store.views.shipments.detail(shipmentId), 'shipment', shipmentId)
    })
}

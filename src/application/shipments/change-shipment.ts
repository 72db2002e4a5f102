import type { ShipmentId, ShipmentItemId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { refuseExcessSerials } from '../../domain/shipments/allocation.ts'
import type { Shipment } from '../../domain/shipments/shipment.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ShipmentView } from '../ports/shipment-reader.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { acceptedNumber } from './accepted-number.ts'
import { type Destination, snapshotOf } from './destination.ts'
import { type GivenTracking, type KnownTracking, trackingOf } from './tracking-of.ts'

export interface ChangeShipmentInput extends Partial<GivenTracking> {
  shipmentId: ShipmentId
  expectedVersion: number
  destination?: Destination
  items?: readonly { shipmentItemId: ShipmentItemId; serialNumbers: readonly string[] }[]
}

/** Changes a parcel that is still in draft: courier and number, destination, devices. */
export function changeShipment(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: ChangeShipmentInput, context: ActionContext): Promise<ShipmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { shipmentId } = input
      found(await store.shipments.lockOrderOf(shipmentId), 'shipment', shipmentId)
      const { shipment, items } = found(await store.shipments.get(shipmentId), 'shipment', shipmentId)
      refuseStale(shipment.version, input.expectedVersion)
      if (shipment.status !== 'draft') {
        throw new Refusal(
          'shipment_not_editable',
          `A shipment in ${shipment.status} can no longer be changed.`,
          {
            current: shipment.status,
          },
        )
      }
      for (const { shipmentItemId, serialNumbers } of input.items ?? []) {
        const item = found(
          items.find((one) => one.id === shipmentItemId) ?? null,
          'shipment item',
          shipmentItemId,
        )
        refuseExcessSerials(item.isProvisionable ? item.quantity : 0, serialNumbers, item.sku)
        await store.shipments.bindDevices(shipmentItemId, serialNumbers, at)
      }
      const { tracking, expectedCheckDigit } = await newTracking(store, shipment, input)
      const changed: Shipment = {
        ...shipment,
        ...tracking,
        ...(input.destination === undefined
          ? {}
          : await snapshotOf(store, shipment.companyId, input.destination, at)),
        version: shipment.version + 1,
        updatedAt: at,
      }
      await store.shipments.save(changed)
      store.publish(acceptedNumber(changed, expectedCheckDigit, at))
      return found(await store.views.shipments.detail(shipmentId), 'shipment', shipmentId)
    })
}

/** A parcel whose courier and number are not spoken of keeps what it has, also what was taken under older rules. */
async function newTracking(
  store: Store,
  shipment: Shipment,
  input: Partial<GivenTracking>,
): Promise<{ tracking: KnownTracking | null; expectedCheckDigit: string | null }> {
  if (input.courierCode === undefined && input.trackingNumber === undefined) {
    return { tracking: null, expectedCheckDigit: null }
  }
  return trackingOf(store, {
    courierCode: input.courierCode === undefined ? shipment.courierCode : input.courierCode,
    trackingNumber: input.trackingNumber === undefined ? shipment.trackingNumber : input.trackingNumber,
    trackingNumberReason: input.trackingNumberReason ?? null,
  })
}

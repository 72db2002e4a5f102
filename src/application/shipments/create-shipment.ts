import { refuseWhileHeld } from '../../domain/fulfillment/fulfillment-hold.ts'
import { followShipments } from '../../domain/fulfillment/fulfillment-order.ts'
import type { FulfillmentOrderId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { type AskedUnits, allocateUnits } from '../../domain/shipments/allocation.ts'
import { draftShipment } from '../../domain/shipments/shipment.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ShipmentView } from '../ports/shipment-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { acceptedNumber } from './accepted-number.ts'
import { type Destination, snapshotOf } from './destination.ts'
import { type GivenTracking, trackingOf } from './tracking-of.ts'

export interface CreateShipmentInput extends GivenTracking {
  fulfillmentOrderId: FulfillmentOrderId
  items: readonly AskedUnits[]
  destination: Destination
}

/**
 * A parcel in draft that takes units of a fulfilment order. The order's lock is taken first, then the items' in
 * id order, so that callers at once can never promise a unit twice; a constraint stands behind it.
 */
export function createShipment(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: CreateShipmentInput, context: ActionContext): Promise<ShipmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { fulfillmentOrderId } = input
      const orderId = found(
        await store.fulfillment.lockOrderOf(fulfillmentOrderId),
        'fulfilment order',
        fulfillmentOrderId,
      )
      const loaded = found(
        await store.fulfillment.get(fulfillmentOrderId),
        'fulfilment order',
        fulfillmentOrderId,
      )
      const { status } = loaded.fulfillment
      if (status === 'cancelled' || status === 'completed') {
        throw new Refusal('move_not_allowed', `The fulfilment order is ${status}: it has no units to ship.`, {
          current: status,
          allowed_moves: [],
        })
      }
      refuseWhileHeld(await store.holds.open([fulfillmentOrderId]))
      const units = allocateUnits(loaded.items, input.items)
      const { companyId } = loaded.fulfillment
      const count = units.reduce((sum, unit) => sum + unit.quantity, 0)
      const { tracking, expectedCheckDigit } = await trackingOf(store, input)
      const { shipment, events } = draftShipment(
        {
          id: deps.ids.make('shipment'),
          fulfillmentOrderId,
          orderId,
          companyId,
          ...(await snapshotOf(store, companyId, input.destination, at)),
          ...tracking,
        },
        count,
        at,
      )
      const facts = { ...loaded.facts, hasLiveShipments: true }
      const followed = followShipments(loaded.fulfillment, facts, count, at)

      const rows = units.map((unit) => ({
        id: deps.ids.make('shipmentItem'),
        fulfillmentItemId: unit.fulfillmentItemId,
        orderItemId: found(
          loaded.items.find((item) => item.id === unit.fulfillmentItemId) ?? null,
          'item',
          unit.fulfillmentItemId,
        ).orderItemId,
        companyId,
        quantity: unit.quantity,
        serialNumbers: unit.serialNumbers,
      }))
      await store.shipments.insert(
        shipment,
        rows.map(({ serialNumbers: _, ...row }) => row),
      )
      for (const row of rows) {
        if (row.serialNumbers.length > 0) await store.shipments.bindDevices(row.id, row.serialNumbers, at)
      }
      if (followed.fulfillment !== loaded.fulfillment) await store.fulfillment.save(followed.fulfillment)
      store.publish([...events, ...acceptedNumber(shipment, expectedCheckDigit, at), ...followed.events])
      return found(await store.views.shipments.detail(shipment.id), 'shipment', shipment.id)
    })
}

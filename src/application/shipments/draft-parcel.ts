import { refuseWhileHeld } from '../../domain/fulfillment/fulfillment-hold.ts'
import { followShipments } from '../../domain/fulfillment/fulfillment-order.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { FulfillmentOrderId, OrderId, ShipmentId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { type AskedUnits, allocateUnits } from '../../domain/shipments/allocation.ts'
import { emptyParcel, type Parcel } from '../../domain/shipments/parcel.ts'
import { draftShipment } from '../../domain/shipments/shipment.ts'
import { found } from '../found.ts'
import type { LoadedFulfillment } from '../ports/fulfillment-store.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { Store } from '../ports/unit-of-work.ts'
import { acceptedNumber } from './accepted-number.ts'
import { type Destination, destinationOf } from './destination.ts'
import { type GivenTracking, trackingOf } from './tracking-of.ts'

export interface ParcelInput extends GivenTracking {
  items: readonly (AskedUnits & { hsCode?: string | null; originCountry?: string | null })[]
  destination: Destination
  parcel?: Partial<Parcel> | null
}

export interface Packing {
  orderId: OrderId
  loaded: LoadedFulfillment
}

/** Takes the order's lock first, then the items' in id order: callers at once can never promise a unit twice. */
export async function openForPacking(store: Store, fulfillmentOrderId: FulfillmentOrderId): Promise<Packing> {
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
  return { orderId, loaded }
}

/** A parcel in draft, and the fulfilment order as it is with this parcel. */
export async function draftParcel(
  deps: { ids: IdGenerator },
  store: Store,
  { orderId, loaded }: Packing,
  input: ParcelInput,
  { actor, at }: { actor: Actor; at: Date },
): Promise<{ shipmentId: ShipmentId; packing: Packing }> {
  const units = allocateUnits(loaded.items, input.items)
  const { companyId, id: fulfillmentOrderId } = loaded.fulfillment
  const count = units.reduce((sum, unit) => sum + unit.quantity, 0)
  const { tracking, doubts } = await trackingOf(store, input)
  const { shipment, events } = draftShipment(
    {
      id: deps.ids.make('shipment'),
      fulfillmentOrderId,
      orderId,
      companyId,
      ...(await destinationOf(deps, store, companyId, input.destination, { actor, at })),
      ...tracking,
    },
    count,
    at,
  )
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
    const said = input.items.find((item) => item.fulfillmentItemId === row.fulfillmentItemId)
    if (said?.hsCode !== undefined || said?.originCountry !== undefined) {
      await store.packing.saveItemCustoms(row.id, said)
    }
  }
  if (input.parcel !== undefined && input.parcel !== null) {
    await store.packing.saveParcel(shipment.id, { ...emptyParcel, ...input.parcel })
  }
  store.publish([...events, ...acceptedNumber(shipment, doubts, at)])
  const items = loaded.items.map((item) => {
    const taken = units.find((unit) => unit.fulfillmentItemId === item.id)?.quantity ?? 0
    return { ...item, allocated: item.allocated + taken }
  })
  return { shipmentId: shipment.id, packing: { orderId, loaded: { ...loaded, items } } }
}

/** The fulfilment order follows the parcels that were drafted. */
export async function followDrafts(store: Store, { loaded }: Packing, at: Date): Promise<void> {
  const facts = { ...loaded.facts, hasLiveShipments: true }
  const units = loaded.items.reduce((sum, item) => sum + item.allocated, 0)
  const followed = followShipments(loaded.fulfillment, facts, units, at)
  if (followed.fulfillment === loaded.fulfillment) return
  await store.fulfillment.save(followed.fulfillment)
  store.publish(followed.events)
}

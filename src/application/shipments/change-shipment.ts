import { refuseWhileHeld } from '../../domain/fulfillment/fulfillment-hold.ts'
import type { ShipmentId, ShipmentItemId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { type AskedContent, changeContents } from '../../domain/shipments/contents.ts'
import type { Parcel } from '../../domain/shipments/parcel.ts'
import { type Shipment, shipmentEvent } from '../../domain/shipments/shipment.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { Sender } from '../ports/packing-slip-renderer.ts'
import type { ShipmentView } from '../ports/shipment-reader.ts'
import type { LoadedShipment } from '../ports/shipment-store.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { acceptedNumber } from './accepted-number.ts'
import { settleDeclaration } from './declared.ts'
import { type Destination, destinationOf } from './destination.ts'
import { type Doubts, type GivenTracking, type KnownTracking, noDoubts, trackingOf } from './tracking-of.ts'

export interface ChangedItem extends AskedContent {
  hsCode?: string | null
  originCountry?: string | null
}

export interface ChangeShipmentInput extends Partial<GivenTracking> {
  shipmentId: ShipmentId
  expectedVersion: number
  destination?: Destination
  parcel?: Partial<Parcel>
  items?: readonly ChangedItem[]
}

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
  sender: Sender
}

/**
 * Changes a parcel before hand-over: destination, devices, package and declaration until then; courier, number and
 * quantities in draft only, and no more units while a hold is open. A parcel that is ready stays fit to go.
 */
export function changeShipment(deps: Dependencies) {
  return (input: ChangeShipmentInput, context: ActionContext): Promise<ShipmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { shipmentId } = input
      found(await store.shipments.lockOrderOf(shipmentId), 'shipment', shipmentId)
      const loaded = found(await store.shipments.get(shipmentId), 'shipment', shipmentId)
      const { shipment } = loaded
      refuseStale(shipment.version, input.expectedVersion)
      refuseSettled(shipment, input)
      if (input.items !== undefined) await changeItems(deps, store, loaded, input.items, at)
      if (input.parcel !== undefined) {
        const { said } = await store.packing.declaration(shipmentId)
        await store.packing.saveParcel(shipmentId, { ...said, ...input.parcel })
      }
      const { tracking, doubts } = await newTracking(store, shipment, input)
      const changed: Shipment = {
        ...shipment,
        ...tracking,
        ...(input.destination === undefined
          ? {}
          : await destinationOf(deps, store, shipment.companyId, input.destination, {
              actor: context.actor,
              at,
            })),
        version: shipment.version + 1,
        updatedAt: at,
      }
      await store.shipments.save(changed)
      if (changed.status === 'ready') await settleDeclaration(store, deps.sender, changed)
      store.publish([
        shipmentEvent(changed, 'shipment.changed', at, { fields: fieldsOf(input) }),
        ...acceptedNumber(changed, doubts, at),
      ])
      return found(await store.views.shipments.detail(shipmentId), 'shipment', shipmentId)
    })
}

function refuseSettled(shipment: Shipment, input: ChangeShipmentInput): void {
  const isOfDraft = input.courierCode !== undefined || input.trackingNumber !== undefined
  if (shipment.status === 'draft' || (shipment.status === 'ready' && !isOfDraft)) return
  throw new Refusal(
    'shipment_not_editable',
    shipment.status === 'ready'
      ? 'The courier and the number of a shipment change in draft only.'
      : `A shipment in ${shipment.status} can no longer be changed.`,
    { current: shipment.status },
  )
}

/** A parcel whose courier and number are not spoken of keeps what it has, also what was taken under older rules. */
async function newTracking(
  store: Store,
  shipment: Shipment,
  input: Partial<GivenTracking>,
): Promise<{ tracking: KnownTracking | null; doubts: Doubts }> {
  if (input.courierCode === undefined && input.trackingNumber === undefined) {
    return { tracking: null, doubts: noDoubts }
  }
  const given = {
    courierCode: input.courierCode === undefined ? shipment.courierCode : input.courierCode,
    trackingNumber: input.trackingNumber === undefined ? shipment.trackingNumber : input.trackingNumber,
    trackingNumberReason: input.trackingNumberReason ?? null,
  }
  return trackingOf(store, given, shipment.id)
}

async function changeItems(
  deps: Dependencies,
  store: Store,
  { shipment, items }: LoadedShipment,
  asked: readonly ChangedItem[],
  at: Date,
): Promise<void> {
  const { fulfillmentOrderId, companyId } = shipment
  const source = found(
    await store.fulfillment.get(fulfillmentOrderId),
    'fulfilment order',
    fulfillmentOrderId,
  )
  const status = shipment.status === 'ready' ? 'ready' : 'draft'
  const { changed, added } = changeContents(status, items, source.items, asked)
  if (added.length > 0 || changed.some(({ item, quantity }) => quantity > item.quantity)) {
    refuseWhileHeld(await store.holds.open([fulfillmentOrderId]))
  }
  const rows = added.map((unit) => ({
    ...unit,
    id: deps.ids.make('shipmentItem'),
    companyId,
    orderItemId: found(
      source.items.find(({ id }) => id === unit.fulfillmentItemId) ?? null,
      'item',
      unit.fulfillmentItemId,
    ).orderItemId,
  }))
  for (const { item, quantity } of changed) {
    if (quantity === 0) await store.packing.removeItem(item.id)
    else if (quantity !== item.quantity) await store.packing.setQuantity(item.id, quantity, at)
  }
  if (rows.length > 0) {
    await store.packing.addItems(
      shipment.id,
      rows.map(({ serialNumbers: _, ...row }) => row),
    )
  }
  const bound = [
    ...changed.map(({ item, quantity, serialNumbers }) => ({ id: item.id, quantity, serialNumbers })),
    ...rows,
  ]
  // Of several, all are let go before any is taken: two items may swap their devices.
  const rebound = bound.filter(({ quantity, serialNumbers }) => quantity > 0 && serialNumbers !== null)
  if (rebound.length > 1) for (const { id } of rebound) await store.shipments.bindDevices(id, [], at)
  for (const { id, serialNumbers } of rebound) {
    await store.shipments.bindDevices(id, serialNumbers ?? [], at)
  }
  for (const row of asked) {
    const { hsCode, originCountry } = row
    if (hsCode === undefined && originCountry === undefined) continue
    const id = idOf(row, items, rows)
    if (id !== undefined) await store.packing.saveItemCustoms(id, row)
  }
}

function idOf(
  { target }: ChangedItem,
  items: LoadedShipment['items'],
  rows: readonly { id: ShipmentItemId; fulfillmentItemId: string }[],
): ShipmentItemId | undefined {
  if ('shipmentItemId' in target) return target.shipmentItemId
  const { fulfillmentItemId } = target
  return [...items, ...rows].find((one) => one.fulfillmentItemId === fulfillmentItemId)?.id
}

function fieldsOf(input: ChangeShipmentInput): string[] {
  const { courierCode, trackingNumber, destination, parcel, items = [] } = input
  return [
    ...(courierCode === undefined ? [] : ['courier_code']),
    ...(trackingNumber === undefined ? [] : ['tracking_number']),
    ...(destination === undefined ? [] : ['destination']),
    ...(parcel === undefined ? [] : ['parcel']),
    ...(items.some(({ quantity }) => quantity !== null) ? ['quantities'] : []),
    ...(items.some(({ serialNumbers }) => serialNumbers !== null) ? ['devices'] : []),
    ...(items.some((item) => item.hsCode !== undefined || item.originCountry !== undefined)
      ? ['customs']
      : []),
  ]
}

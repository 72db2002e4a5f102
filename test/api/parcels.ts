import { randomBytes } from 'node:crypto'
import type { FulfillmentView } from '../../src/application/ports/fulfillment-reader.ts'
import type { ShipmentView } from '../../src/application/ports/shipment-reader.ts'
import { uspsNumber } from '../../src/entrypoints/cli/walk-order.ts'
import { done } from './call.ts'
import { aFulfillment, harbourAddress } from './world.ts'

/** New devices of a product. */
export async function someSerials(count: number, sku = 'SNS-TEMP-1'): Promise<string[]> {
  const serials = Array.from({ length: count }, () => `T${randomBytes(6).toString('hex').toUpperCase()}`)
  await done('registerDevices', { body: { sku, serials } })
  return serials
}

/** What a request packs: units of the first item of a fulfilment order, labelled for USPS. */
export const packing = (fulfillment: FulfillmentView, quantity: number, serials: string[] = []) => ({
  params: { fulfillmentOrderId: fulfillment.id },
  body: {
    items: [{ fulfillment_item_id: fulfillment.items[0]?.id ?? '', quantity, serial_numbers: serials }],
    address_id: harbourAddress,
    courier_code: 'USPS',
    tracking_number: uspsNumber(),
  },
})

export async function move(shipmentId: string, ...moves: string[]): Promise<void> {
  for (const one of moves) {
    await done('changeShipmentStatus', { params: { shipmentId }, body: { move: one } })
  }
}

export interface Gone {
  shipment: ShipmentView
  params: { shipmentId: string }
  fulfillment: FulfillmentView
  orderId: string
  serials: string[]
  item: string
}

/** A parcel that a courier has, with all units of an order: kits, or sensors with their devices. */
export async function aParcelGone(sku: 'MNT-KIT-1' | 'SNS-TEMP-1', quantity: number): Promise<Gone> {
  const { order, fulfillment } = await aFulfillment([{ sku, quantity }])
  const serials = sku === 'SNS-TEMP-1' ? await someSerials(quantity) : []
  const { body: shipment } = await done('createShipment', packing(fulfillment, quantity, serials))
  await move(shipment.id, 'mark_ready', 'hand_over')
  return {
    shipment,
    params: { shipmentId: shipment.id },
    fulfillment,
    orderId: order.id,
    serials,
    item: shipment.items[0]?.id ?? '',
  }
}

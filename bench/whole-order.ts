import type { FulfillmentView } from '../src/application/ports/fulfillment-reader.ts'
import type { OrderView } from '../src/application/ports/order-reader.ts'
import type { ShipmentView } from '../src/application/ports/shipment-reader.ts'
import { uspsNumber } from '../src/entrypoints/cli/walk-order.ts'
import type { BenchClient } from './client.ts'
import type { EventFollower } from './event-follower.ts'
import type { PlatformProcess } from './platform-process.ts'

const COMPANY = 'com_00000000000000000000000002'
const ADDRESS = 'adr_00000000000000000000000003'

/** One order of two sensors and a part, from draft to provisioned. Serials come from stock registered beforehand. */
export async function wholeOrder(
  platform: PlatformProcess,
  client: BenchClient,
  events: EventFollower,
  serials: string[],
): Promise<void> {
  const api = `${platform.apiUrl}/v1`
  const order = await client.call<OrderView>('createOrder', 'POST', `${api}/orders`, {
    company_id: COMPANY,
    lines: [
      { sku: 'SNS-TEMP-1', quantity: 2 },
      { sku: 'MNT-KIT-1', quantity: 1 },
    ],
  })
  const sent = await client.call<{ checkout_session: { provider_session_id: string } }>(
    'sendCheckout',
    'POST',
    `${api}/orders/${order.id}/send-checkout`,
    {},
  )
  const session = sent.checkout_session.provider_session_id
  await client.call('(pay page)', 'POST', `${platform.simulators.stripe}/control/sessions/${session}/pay`, {
    outcome: 'succeed',
  })
  await Promise.all([events.seen(order.id, 'fulfillment.created'), events.seen(order.id, 'invoice.paid')])
  const paid = await client.call<OrderView>('getOrder', 'GET', `${api}/orders/${order.id}`)
  const fulfillmentOrderId = paid.fulfillment_orders[0]?.id ?? ''
  const { items } = await client.call<FulfillmentView>(
    'getFulfillment',
    'GET',
    `${api}/fulfillments/${fulfillmentOrderId}`,
  )
  const trackingNumber = uspsNumber()
  const shipment = await client.call<ShipmentView>(
    'createShipment',
    'POST',
    `${api}/fulfillments/${fulfillmentOrderId}/shipments`,
    {
      items: items.map((item) => ({
        fulfillment_item_id: item.id,
        quantity: item.quantity,
        ...(item.is_provisionable ? { serial_numbers: serials.splice(0, item.quantity) } : {}),
      })),
      address_id: ADDRESS,
      courier_code: 'USPS',
      tracking_number: trackingNumber,
    },
  )
  await client.call('changeShipmentStatus', 'POST', `${api}/shipments/${shipment.id}/status`, {
    move: 'mark_ready',
  })
  await client.call(
    '(courier scan)',
    'POST',
    `${platform.simulators.usps}/control/parcels/${trackingNumber}/events`,
    { code: '01' },
  )
  await Promise.all([
    events.seen(order.id, 'automation.step_succeeded', 2),
    events.seen(order.id, 'order.completed'),
  ])
}

/** Registers sensors, five hundred a call. */
export async function stockUp(
  platform: PlatformProcess,
  client: BenchClient,
  count: number,
  batch: string,
): Promise<string[]> {
  const serials = Array.from({ length: count }, (_unit, index) => `B${batch}-${index}`)
  for (let from = 0; from < count; from += 500) {
    await client.call('registerDevices', 'POST', `${platform.apiUrl}/v1/devices`, {
      sku: 'SNS-TEMP-1',
      serials: serials.slice(from, from + 500),
    })
  }
  return serials
}

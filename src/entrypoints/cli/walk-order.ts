import { randomBytes, randomInt } from 'node:crypto'
import type { FulfillmentView } from '../../application/ports/fulfillment-reader.ts'
import type { OrderView } from '../../application/ports/order-reader.ts'
import type { ShipmentView } from '../../application/ports/shipment-reader.ts'
import { type ApiClient, until as untilWithin } from './api-client.ts'
import type { OrderFile } from './order-file.ts'

/** How far an order is taken. */
export const stages = [
  'draft',
  'awaiting_payment',
  'payment_processing',
  'payment_failed',
  'checkout_expired',
  'in_fulfillment',
  'shipment_draft',
  'shipment_ready',
  'in_transit',
  'completed',
] as const
export type Stage = (typeof stages)[number]

export interface Walk {
  api: ApiClient
  simulators: { stripe: string; usps: string }
  order: OrderFile
  upTo: Stage
  /** Who carries the parcels: USPS unless said otherwise. */
  courier?: { code: string; trackingNumber: () => string }
  /** One finished step: what happened, and the facts a machine may want. */
  report: (step: string, sentence: string, facts: object) => void
  /** How long any one thing may take, milliseconds; half a minute unless said otherwise. */
  patienceMs?: number
}

/** Takes one order as far as asked, over the public API and the simulators' control pages, like people would. */
export async function walkOrder(walk: Walk): Promise<OrderView> {
  const { api, report, upTo } = walk
  const companyId = await findCompany(walk)
  const draft = await api.post<OrderView>('/v1/orders', {
    company_id: companyId,
    ...(walk.order.currency === undefined ? {} : { currency: walk.order.currency }),
    ...(walk.order.purchase_order_ref === undefined
      ? {}
      : { purchase_order_ref: walk.order.purchase_order_ref }),
    lines: walk.order.lines,
  })
  const total = `${draft.currency} ${(draft.total_minor / 100).toFixed(2)}`
  report(
    'order.created',
    `${draft.number} drafted for ${draft.company_name}: ${draft.items.length} lines, ${total}`,
    {
      order_id: draft.id,
      total_minor: draft.total_minor,
    },
  )
  if (upTo === 'draft') return draft
  const read = () => api.get<OrderView>(`/v1/orders/${draft.id}`)

  const session = await sendCheckout(walk, draft)
  if (upTo === 'awaiting_payment') return read()
  if (upTo === 'payment_processing' || upTo === 'payment_failed' || upTo === 'checkout_expired') {
    const outcome = { payment_processing: 'async', payment_failed: 'decline', checkout_expired: 'expire' }[
      upTo
    ]
    await control(walk, walk.simulators.stripe, `/control/sessions/${session}/pay`, { outcome })
    return until(walk, `the order to be ${upTo}`, read, (order) => order.status === upTo)
  }
  await control(walk, walk.simulators.stripe, `/control/sessions/${session}/pay`, { outcome: 'succeed' })
  const paid = await until(walk, 'the payment to arrive', read, (order) => order.paid_at !== null)
  report('order.paid', `paid in full through the pay page, ${total}`, { paid_at: paid.paid_at })

  const prepared = await until(
    walk,
    'the invoice and the fulfilment order',
    read,
    (order) => order.invoices.length > 0 && order.fulfillment_orders.length > 0,
  )
  const invoice = prepared.invoices[0]
  report('invoice.issued', `invoice ${invoice?.number ?? ''} issued and ${invoice?.status ?? ''}`, {
    invoice_id: invoice?.id,
  })
  const fulfillmentOrderId = prepared.fulfillment_orders[0]?.id ?? ''
  report('fulfillment.created', 'the warehouse has it: ready to prepare', {
    fulfillment_order_id: fulfillmentOrderId,
  })
  if (upTo === 'in_fulfillment') return read()

  for (const parcel of await planParcels(walk, fulfillmentOrderId, companyId)) {
    await walkParcel(walk, fulfillmentOrderId, parcel)
  }
  if (upTo !== 'completed') return read()
  await until(
    walk,
    'every sensor to be provisioned',
    () => api.get<{ data: { status: string }[] }>(`/v1/automation-steps?order_id=${draft.id}&limit=100`),
    ({ data }) => data.every((step) => step.status === 'succeeded' || step.status === 'failed'),
  )
  return until(walk, 'the order to be completed', read, (order) => order.status === 'completed')
}

/** Waits as long as the walk is patient. */
function until<T>(
  walk: Pick<Walk, 'patienceMs'>,
  what: string,
  read: () => Promise<T>,
  isDone: (value: T) => boolean,
): Promise<T> {
  return untilWithin(what, read, isDone, walk.patienceMs)
}

async function findCompany({ api, order }: Walk): Promise<string> {
  if (order.company.startsWith('com_')) return order.company
  const { data } = await api.get<{ data: { id: string; name: string }[] }>(
    `/v1/companies?q=${encodeURIComponent(order.company)}`,
  )
  const company = data.find(({ name }) => name === order.company) ?? data[0]
  if (company === undefined)
    throw new Error(`There is no company called ${order.company}: see GET /v1/companies.`)
  return company.id
}

async function sendCheckout(walk: Walk, draft: OrderView): Promise<string> {
  const { api, report } = walk
  // The first start of a platform syncs its prices to Stripe in the background.
  const sent = await until(
    walk,
    'the prices to be synced to Stripe',
    () =>
      api
        .post<{ checkout_session: { provider_session_id: string; url: string } }>(
          `/v1/orders/${draft.id}/send-checkout`,
          {},
        )
        .catch((error: unknown) => {
          if ((error as { code?: string }).code === 'price_not_synced') return null
          throw error
        }),
    (answer) => answer !== null,
  )
  const session = sent?.checkout_session
  report('order.checkout_sent', `checkout link sent: ${session?.url ?? ''}`, {
    provider_session_id: session?.provider_session_id,
  })
  return session?.provider_session_id ?? ''
}

interface Parcel {
  items: { fulfillment_item_id: string; quantity: number; serial_numbers?: string[] }[]
  destination: { address: object } | { address_id: string }
  place: string
}

async function planParcels(
  { api, order }: Walk,
  fulfillmentOrderId: string,
  companyId: string,
): Promise<Parcel[]> {
  const fulfillment = await api.get<FulfillmentView>(`/v1/fulfillments/${fulfillmentOrderId}`)
  const bySku = new Map(fulfillment.items.map((item) => [item.sku, item]))
  if (order.destinations === undefined) {
    const { data } = await api.get<{ data: { id: string; city: string }[] }>(
      `/v1/companies/${companyId}/addresses`,
    )
    const address = data.at(-1)
    if (address === undefined)
      throw new Error('The company has no address in its book: name a destination in the order file.')
    const items = await Promise.all(fulfillment.items.map((item) => take(api, item, item.quantity)))
    return [{ items, destination: { address_id: address.id }, place: address.city }]
  }
  const parcels: Parcel[] = []
  for (const { address, lines } of order.destinations) {
    const wanted = lines ?? fulfillment.items.map(({ sku, quantity }) => ({ sku, quantity }))
    const items = []
    for (const { sku, quantity } of wanted) {
      const item = bySku.get(sku)
      if (item === undefined) throw new Error(`A destination asks for ${sku}, which the order does not have.`)
      items.push(await take(api, item, quantity))
    }
    parcels.push({ items, destination: { address }, place: address.city })
  }
  return parcels
}

const DEVICES_A_CALL = 500

/** Fresh serials for each provisionable unit, registered as they would be on arrival from the factory. */
async function take(
  api: ApiClient,
  item: FulfillmentView['items'][number],
  quantity: number,
): Promise<Parcel['items'][number]> {
  if (!item.is_provisionable) return { fulfillment_item_id: item.id, quantity }
  const batch = randomBytes(5).toString('hex').toUpperCase()
  const serials = Array.from({ length: quantity }, (_unit, index) => `D${batch}-${index + 1}`)
  for (let first = 0; first < serials.length; first += DEVICES_A_CALL)
    await api.post('/v1/devices', { sku: item.sku, serials: serials.slice(first, first + DEVICES_A_CALL) })
  return { fulfillment_item_id: item.id, quantity, serial_numbers: serials }
}

async function walkParcel(walk: Walk, fulfillmentOrderId: string, parcel: Parcel): Promise<void> {
  const { api, simulators, report, upTo } = walk
  const courierCode = walk.courier?.code ?? 'USPS'
  const trackingNumber = (walk.courier?.trackingNumber ?? uspsNumber)()
  const units = parcel.items.reduce((sum, item) => sum + item.quantity, 0)
  const shipment = await api.post<ShipmentView>(`/v1/fulfillments/${fulfillmentOrderId}/shipments`, {
    items: parcel.items,
    ...parcel.destination,
    courier_code: courierCode,
    tracking_number: trackingNumber,
  })
  report(
    'shipment.drafted',
    `parcel of ${units} units to ${parcel.place}, ${courierCode} ${trackingNumber}`,
    {
      shipment_id: shipment.id,
    },
  )
  if (upTo === 'shipment_draft') return
  await markReady(api, shipment)
  report('shipment.ready', 'packed, serials bound, label on', { shipment_id: shipment.id })
  if (upTo === 'shipment_ready') return

  const read = () => api.get<ShipmentView>(`/v1/shipments/${shipment.id}`)
  const scan = (code: string) =>
    control(walk, simulators.usps, `/control/parcels/${trackingNumber}/events`, { code })
  await scan('03')
  await until(walk, 'the parcel to be on its way', read, (one) => one.status !== 'ready')
  report('shipment.in_transit', 'USPS has it', { shipment_id: shipment.id })
  if (upTo === 'in_transit') return
  await scan('OF')
  await scan('01')
  const delivered = await until(walk, 'the parcel to be delivered', read, (one) => one.status === 'delivered')
  report('shipment.delivered', `delivered in ${parcel.place}`, {
    shipment_id: shipment.id,
    delivered_at: delivered.delivered_at,
  })
  if (delivered.automation_steps.length === 0) return
  const provisioned = await until(walk, 'the sensors to be provisioned', read, (one) =>
    one.automation_steps.every((step) => step.status === 'succeeded' || step.status === 'failed'),
  )
  for (const step of provisioned.automation_steps) {
    report(
      `automation.step_${step.status}`,
      `sensor ${step.device_serial} provisioned through the legacy system: ${step.status}`,
      {
        automation_step_id: step.id,
        attempts: step.attempts,
      },
    )
  }
}

/** A parcel for another country is declared first; one within the country needs no words. */
async function markReady(api: ApiClient, shipment: ShipmentView): Promise<void> {
  const ready = () => api.post(`/v1/shipments/${shipment.id}/status`, { move: 'mark_ready' })
  try {
    await ready()
  } catch (error) {
    if ((error as { code?: string }).code !== 'customs_missing') throw error
    await api.patch(`/v1/shipments/${shipment.id}`, shipment.version, {
      parcel: {
        weight_grams: shipment.parcel.weight_grams ?? 1000,
        length_mm: 300,
        width_mm: 200,
        height_mm: 120,
        contents_description: [...new Set(shipment.items.map(({ description }) => description))]
          .join(', ')
          .slice(0, 200),
        contents_type: 'merchandise',
        incoterm: 'DAP',
      },
      items: shipment.items.map(({ id, hs_code, origin_country }) => ({
        shipment_item_id: id,
        hs_code: hs_code ?? '902519',
        origin_country: origin_country ?? 'CA',
      })),
    })
    await ready()
  }
}

/** A USPS number with a right check digit (mod 10, weights 3 and 1 from the right). */
export function uspsNumber(): string {
  const body = `9400100${String(randomInt(1e7)).padStart(7, '0')}${String(randomInt(1e7)).padStart(7, '0')}`
  const sum = Array.from(body)
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

/** Turns a knob of a simulator; patient with one that is just coming back. */
async function control(
  walk: Pick<Walk, 'patienceMs'>,
  base: string,
  path: string,
  body: object,
): Promise<void> {
  await until(
    walk,
    `${base} to answer`,
    async () => {
      try {
        const response = await fetch(`${base}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        if (response.ok || response.status === 409) return true
        throw new TypeError(`${path} was answered ${response.status}: ${await response.text()}`)
      } catch (error) {
        if (error instanceof TypeError && error.message.startsWith('/')) throw error
        return false
      }
    },
    (isDone) => isDone,
  )
}

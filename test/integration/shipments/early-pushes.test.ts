import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import type { OrderView } from '../../../src/application/ports/order-reader.ts'
import type { CourierView, ShipmentView } from '../../../src/application/ports/shipment-reader.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { atRest } from '../../support/at-rest.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const secret = '0123456789abcdef0123456789abcdef'
const aNumber = () => `AC${randomBytes(6).toString('hex').toUpperCase()}`
const scan = (status: string, occurredAt = new Date().toISOString()) => ({
  code: randomUUID(),
  status,
  description: status,
  occurred_at: occurredAt,
  place: 'ALBANY',
})

describe('what a courier pushes of a number', function () {
  this.timeout(60_000)
  let platform: TestPlatform
  let client: pg.Client

  before(async () => {
    platform = await startTestPlatform({ settings: { COURIER_GENERIC_SECRETS: `ACME=${secret}` } })
    client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
    await platform.pricesSynced()
    await platform.api.post('/v1/couriers', {
      courier_code: 'ACME',
      name: 'Acme',
      tracking_url_template: 'https://acme.example/{number}',
      secret_reference: 'ACME',
    })
  })
  after(async () => {
    try {
      expect(await platform.brokenLaws()).to.deep.equal([])
    } finally {
      await client.end()
      await platform.close()
    }
  })

  const read = (id: string) => platform.api.get<ShipmentView>(`/v1/shipments/${id}`)
  const move = (id: string, wanted: string) =>
    platform.api.post<ShipmentView>(`/v1/shipments/${id}/status`, { move: wanted })
  const reaches = (id: string, status: string) =>
    until(
      `the parcel to be ${status}`,
      () => read(id),
      (now) => now.status === status,
    )

  async function send(method: string, path: string, body: object, headers: Record<string, string> = {}) {
    const response = await fetch(`${platform.apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${platform.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...headers,
      },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as ShipmentView & { code?: string } }
  }

  async function aDraft(trackingNumber: string | null, more: object = {}) {
    const order: OrderView = await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: { company: 'Harbour Cold Storage Inc.', lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
      upTo: 'in_fulfillment',
      report: () => undefined,
    })
    const id = order.fulfillment_orders[0]?.id ?? ''
    const { items } = await platform.api.get<{ items: { id: string }[] }>(`/v1/fulfillments/${id}`)
    return send('POST', `/v1/fulfillments/${id}/shipments`, {
      items: [{ fulfillment_item_id: items[0]?.id ?? '', quantity: 1 }],
      address_id: 'adr_00000000000000000000000003',
      ...(trackingNumber !== null && { courier_code: 'ACME', tracking_number: trackingNumber }),
      ...more,
    })
  }

  const change = ({ id, version }: ShipmentView, body: object) =>
    send('PATCH', `/v1/shipments/${id}`, body, { 'if-match': `"${String(version)}"` })

  async function push(trackingNumber: string, ...events: object[]) {
    const body = JSON.stringify({ tracking_number: trackingNumber, events })
    const time = String(Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
    const response = await fetch(`${platform.apiUrl}/v1/webhooks/couriers/ACME`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-waybill-signature': `t=${time},v1=${signature}` },
      body,
    })
    await atRest(platform.databaseUrl)
    return response.status
  }

  async function notes(trackingNumber: string): Promise<(string | null)[]> {
    const { rows } = await client.query<{ status_note: string | null }>(
      'select status_note from webhook_events where object_id = $1 order by received_at',
      [trackingNumber],
    )
    return rows.map(({ status_note }) => status_note)
  }

  it('is heard once the number was typed in and its parcel is ready', async () => {
    const number = aNumber()
    await push(number, scan('in_transit'))
    await push(number, scan('delivered'))
    expect(await notes(number)).to.deep.equal(Array(2).fill(`no parcel of ours has the number ${number}`))
    const { body: draft } = await aDraft(null)
    const { body: labelled } = await change(draft, { courier_code: 'ACME', tracking_number: number })
    await move(labelled.id, 'mark_ready')
    const arrived = await reaches(draft.id, 'delivered')
    expect(arrived.courier_events.map(({ canonical }) => canonical)).to.have.members([
      'in_transit',
      'delivered',
    ])
    expect(await notes(number)).to.deep.equal([null, null])
  })

  it('moves no draft, and its parcel as soon as that is ready', async () => {
    const number = aNumber()
    const { body: draft } = await aDraft(number)
    await push(number, scan('in_transit'))
    expect(await read(draft.id)).to.include({ status: 'draft', tracking_status: 'unknown', version: 1 })
    await move(draft.id, 'mark_ready')
    await reaches(draft.id, 'in_transit')
    expect((await send('POST', `/v1/shipments/${draft.id}/status`, { move: 'cancel' })).status).to.equal(409)
  })

  it('is of the parcel that has the number when it is ready, and not of one that had it by mistake', async () => {
    const [wrong, right] = [aNumber(), aNumber()]
    const { body: draft } = await aDraft(wrong)
    await push(wrong, scan('delivered'))
    await change(draft, { tracking_number: right })
    await move(draft.id, 'mark_ready')
    await push(right, scan('accepted'))
    expect(await read(draft.id)).to.include({ status: 'in_transit', tracking_status: 'accepted' })
  })

  it('reaches the open parcel and not a newer draft; a second one with the number needs a reason', async () => {
    const number = aNumber()
    const { body: first } = await aDraft(number)
    await move(first.id, 'mark_ready')
    const refused = await aDraft(number)
    expect([refused.status, refused.body.code]).to.deep.equal([409, 'tracking_number_taken'])
    const { status, body: second } = await aDraft(number, { tracking_number_reason: 'Both in one box' })
    expect(status).to.equal(201)
    expect((await change(second, { courier_code: 'ACME', tracking_number: number })).status).to.equal(409)
    await push(number, scan('delivered'))
    expect((await read(first.id)).status).to.equal('delivered')
    expect(await read(second.id)).to.include({ status: 'draft', tracking_status: 'unknown' })
    const { rows } = await client.query<{ payload: object }>(
      "select payload from domain_event where event_type = 'shipment.tracking_number_accepted' and shipment_id = $1",
      [second.id],
    )
    expect(rows.map(({ payload }) => payload)).to.deep.equal([
      { tracking_number: number, reason: 'Both in one box', expected_check_digit: null, also_of: first.id },
    ])
  })

  it('long before is kept and decides nothing: the number was another parcel’s then', async () => {
    const number = aNumber()
    const { body: parcel } = await aDraft(number)
    await move(parcel.id, 'mark_ready')
    await push(number, scan('delivered', '2024-03-01T10:00:00Z'))
    const after = await read(parcel.id)
    expect(after).to.include({ status: 'ready', tracking_status: 'unknown' })
    expect(after.courier_events).to.have.length(1)
  })

  it('of a year that no database has is kept, with all that was told beside it', async () => {
    const number = aNumber()
    const { body: parcel } = await aDraft(number)
    await move(parcel.id, 'mark_ready')
    await push(number, scan('delivered'), scan('in_transit', '9999-12-31T23:59:59-02:00'))
    const after = await read(parcel.id)
    expect(after.status).to.equal('delivered')
    expect(after.courier_events.map(({ occurred_at }) => occurred_at)).to.include(null)
  })

  it('is not heard while the courier is disabled', async () => {
    const usps = await platform.api.get<CourierView>('/v1/couriers/USPS')
    const set = (version: number, enabled: boolean) =>
      send('PATCH', '/v1/couriers/USPS', { enabled }, { 'if-match': `"${String(version)}"` })
    const order: OrderView = await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: { company: 'Harbour Cold Storage Inc.', lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
      upTo: 'shipment_ready',
      report: () => undefined,
    })
    const parcel = await read(order.shipments[0]?.id ?? '')
    const { body: disabled } = await set(usps.version, false)
    await platform.control(
      `${platform.simulators.usps}/control/parcels/${parcel.tracking_number ?? ''}/events`,
      { code: '01' },
    )
    await until(
      'the push to be put aside',
      () => notes(parcel.tracking_number ?? ''),
      (told) => told.includes('the courier USPS is disabled'),
    )
    expect((await read(parcel.id)).status).to.equal('ready')
    await set(disabled.version, true)
  })
})

import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import type { OperationId } from '../../src/entrypoints/api/contract/operation-shapes.ts'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { type Called, call, done, type Request } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { aFulfillment, anOrder, harbour, harbourAddress, sql } from './world.ts'

describe('API: requests that meet', function () {
  this.timeout(20_000)
  usePlatform()

  /** Somebody changes the row while the call is on its way: the call has read it, and waits for its lock. */
  async function overtaken(table: string, id: string, id_: OperationId, request: Request): Promise<Called> {
    const { databaseUrl } = await platform()
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    try {
      await client.query('begin')
      await client.query(`update ${table} set version = version + 1 where id = $1`, [id])
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      const answer = call(id_, request)
      await until(
        'the call to wait for the lock',
        () => sql(`select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))`, [rows[0]?.pid]),
        (waiting) => waiting.length > 0,
      )
      await client.query('commit')
      return await answer
    } finally {
      await client.end()
    }
  }

  const aDraft = async () =>
    (
      await done('createInvoice', {
        body: {
          company_id: harbour,
          currency: 'USD',
          lines: [{ kind: 'item', description: 'Survey', quantity: 1, unit_amount_minor: 5000 }],
        },
      })
    ).body
  const anIssued = async () =>
    (await done('issueInvoice', { params: { invoiceId: (await aDraft()).id }, body: {} })).body
  const aCompany = async () =>
    (
      await done('createCompany', {
        body: { name: 'Raced Inc.', legacy_ref: `LEG-${randomUUID()}`, currency: 'USD' },
      })
    ).body
  const aContact = async () =>
    (
      await done('createContact', {
        params: { companyId: (await aCompany()).id },
        body: { first_name: 'Ada', last_name: 'Moreau', email: `${randomUUID()}@raced.example`, roles: [] },
      })
    ).body

  interface Thing {
    id: string
    version: number
  }
  const moves: readonly [OperationId, string, () => Promise<[Thing, Request]>][] = [
    ['cancelOrder', 'orders', async () => ofOrder(await anOrder('draft'), { reason: 'Raced' })],
    ['sendCheckout', 'orders', async () => ofOrder(await anOrder('draft'), {})],
    [
      'changeOrderStatus',
      'orders',
      async () => ofOrder(await anOrder('draft'), { move: 'cancel', reason: 'Raced' }),
    ],
    ['invoiceOrder', 'orders', async () => ofOrder(await anOrder('draft'))],
    ['issueInvoice', 'invoices', async () => ofInvoice(await aDraft(), {})],
    ['discardInvoice', 'invoices', async () => ofInvoice(await aDraft())],
    ['voidInvoice', 'invoices', async () => ofInvoice(await anIssued(), { reason: 'Raced' })],
    [
      'archiveCompany',
      'companies',
      async () => {
        const company = await aCompany()
        return [company, { params: { companyId: company.id }, body: { reason: 'Raced' } }]
      },
    ],
    [
      'changeContactRoles',
      'contacts',
      async () => {
        const contact = await aContact()
        return [contact, { params: { contactId: contact.id }, body: { grant: [{ role: 'billing' }] } }]
      },
    ],
    [
      'changeShipmentStatus',
      'shipments',
      async () => {
        const { fulfillment } = await aFulfillment([{ sku: 'MNT-KIT-1', quantity: 1 }])
        const items = fulfillment.items.map(({ id, quantity }) => ({ fulfillment_item_id: id, quantity }))
        const { body: shipment } = await done('createShipment', {
          params: { fulfillmentOrderId: fulfillment.id },
          body: { items, address_id: harbourAddress },
        })
        return [shipment, { params: { shipmentId: shipment.id }, body: { move: 'mark_ready' } }]
      },
    ],
  ]
  function ofOrder(order: Thing, body?: object): [Thing, Request] {
    return [order, { params: { orderId: order.id }, ...(body === undefined ? {} : { body }) }]
  }
  function ofInvoice(invoice: Thing, body?: object): [Thing, Request] {
    return [invoice, { params: { invoiceId: invoice.id }, ...(body === undefined ? {} : { body }) }]
  }

  for (const [operation, table, make] of moves) {
    it(`${operation} for exactly what was read is refused when that has changed at the last moment`, async () => {
      const [thing, request] = await make()
      const { status, body } = await overtaken(table, thing.id, operation, {
        ...request,
        version: thing.version,
      })
      expect(status, JSON.stringify(body)).to.equal(412)
      expect(body).to.deep.include({ code: 'version_stale' })
      expect((body as { details: object }).details).to.include({ current_version: thing.version + 1 })
    })
  }

  it('closes the link that was made for an order as it was', async () => {
    const order = await anOrder('draft')
    const { status } = await overtaken('orders', order.id, 'sendCheckout', {
      params: { orderId: order.id },
      body: {},
      version: order.version,
    })
    expect(status).to.equal(412)
    await until(
      'the link to be closed',
      () => sessionsOf(order.id),
      (sessions) => sessions.length === 1 && sessions[0]?.status === 'expired',
    )
    expect(await sql('select from checkout_sessions where order_id = $1', [order.id])).to.deep.equal([])
  })

  async function sessionsOf(orderId: string): Promise<{ id: string; status: string }[]> {
    const { simulators } = await platform()
    const headers = { authorization: 'Bearer sk_test_simulator' }
    const answer = await fetch(`${simulators.stripe}/v1/checkout/sessions?limit=100`, { headers })
    const { data } = (await answer.json()) as {
      data: { id: string; status: string; client_reference_id: string }[]
    }
    return data.filter((session) => session.client_reference_id === orderId)
  }

  it('sends one link to two who ask at once under one key, and answers both the same', async () => {
    for (let round = 0; round < 10; round += 1) {
      const order = await anOrder('draft')
      const request = { params: { orderId: order.id }, body: {}, key: randomUUID() }
      const [first, second] = await Promise.all([
        call('sendCheckout', request),
        call('sendCheckout', request),
      ])
      const late = await call('sendCheckout', request)
      for (const answer of [first, second, late]) {
        expect(answer.status, JSON.stringify(answer.body)).to.equal(201)
        expect(answer.body).to.deep.equal(first.body)
      }
      const { checkout_session: session } = first.body as {
        checkout_session: { provider_session_id: string }
      }
      expect((await sessionsOf(order.id)).map(({ id, status }) => ({ id, status }))).to.deep.equal([
        { id: session.provider_session_id, status: 'open' },
      ])
    }
  })

  it('keeps the link of the first where the second looked before it, and asks only then', async () => {
    const { runtime } = await platform()
    const order = await anOrder('draft')
    const key = randomUUID()
    const request = { params: { orderId: order.id }, body: {}, key }
    const { idempotency } = runtime.app
    const find = idempotency.find.bind(idempotency)
    let looked = 0
    // Whoever looks first waits until the other has sent the link.
    const sent = Promise.withResolvers<null>()
    idempotency.find = async (principal, asked) => {
      looked += 1
      const isFirst = looked === 1
      const found = await find(principal, asked)
      if (isFirst) await sent.promise
      return found
    }
    try {
      const slow = call('sendCheckout', request)
      await until(
        'the first to look',
        async () => looked,
        (times) => times > 0,
      )
      const fast = await call('sendCheckout', request)
      sent.resolve(null)
      expect((await slow).body).to.deep.equal(fast.body)
    } finally {
      idempotency.find = find
      sent.resolve(null)
    }
    expect((await sessionsOf(order.id)).map(({ status }) => status)).to.deep.equal(['open'])
  })
})

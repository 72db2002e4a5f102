import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { call, done, pagesOf, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, nobody, noSuch, sql } from './world.ts'

const anOrderBody = (more: object = {}) => ({
  company_id: harbour,
  lines: [{ sku: 'MNT-KIT-1', quantity: 3 }],
  ...more,
})

/** A product whose price Stripe does not know, and does not hear of. */
async function anUnsyncedProduct(): Promise<string> {
  const tail = randomUUID().replaceAll('-', '').slice(0, 20)
  const sku = `NEW-${tail.toUpperCase()}`
  await sql(
    'insert into products (id, sku, name, created_at, updated_at) values ($1, $2, $3, now(), now())',
    [`prd_000000${toIdText(tail)}`, sku, 'Not synced'],
  )
  await sql(
    `insert into price_book_entries
       (id, product_id, currency, amount_minor, valid_from, published_at, sync_status_since, created_at, updated_at)
     values ($1, $2, 'USD', 500, '2026-01-01', now(), now(), now(), now())`,
    [`pbe_000000${toIdText(tail)}`, `prd_000000${toIdText(tail)}`],
  )
  return sku
}

/** Hexadecimal digits are in the alphabet of ids already. */
const toIdText = (hex: string): string => hex.slice(0, 20).padEnd(20, '0')

describe('API: orders', () => {
  usePlatform()

  describe('drafting', () => {
    it('takes the prices of the book and makes the total', async () => {
      const { headers, body: order } = await done('createOrder', {
        body: anOrderBody({ purchase_order_ref: 'PO-7', notes: 'Dock B' }),
      })
      expect(headers.get('location')).to.equal(`/v1/orders/${order.id}`)
      expect(order).to.include({
        status: 'draft',
        payment_status: 'unpaid',
        total_minor: 5700,
        purchase_order_ref: 'PO-7',
      })
      expect(order.allowed_moves).to.have.members(['accept_prices', 'send_checkout', 'cancel'])
      const read = await done('getOrder', { params: { orderId: order.id } })
      expect(read.body).to.deep.equal(order)
    })

    it('takes a bespoke price with its reason', async () => {
      const bespoke = {
        unit_amount_minor: 1500,
        description: 'Kit, volume price',
        notes: 'Agreed with Delia',
      }
      const { body } = await done('createOrder', {
        body: anOrderBody({ lines: [{ sku: 'MNT-KIT-1', quantity: 2, bespoke }] }),
      })
      expect(body.items[0]).to.include({
        price_type_snap: 'BESPOKE',
        amount_minor: 3000,
        bespoke_notes: bespoke.notes,
      })
    })

    it('refuses a bespoke price that nobody can be charged, and a total that JSON cannot carry', async () => {
      const bespoke = { unit_amount_minor: 1234, notes: 'Agreed with Delia' }
      const kwd = anOrderBody({ currency: 'KWD', lines: [{ sku: 'MNT-KIT-1', quantity: 1, bespoke }] })
      const step = await refused('createOrder', 422, 'body_field_invalid', { body: kwd })
      expect(step.errors[0]?.pointer).to.equal('/lines/0/bespoke/unit_amount_minor')

      const sku = await anUnsyncedProduct()
      await sql(
        `update price_book_entries set amount_minor = 99999999999
         where product_id = (select id from products where sku = $1)`,
        [sku],
      )
      const lines = Array.from({ length: 10 }, () => ({ sku, quantity: 10_000 }))
      const body = anOrderBody({ lines })
      const vast = await refused('createOrder', 422, 'body_field_invalid', { body })
      expect(vast.errors[0]?.pointer).to.equal('/lines')
      const quote = await refused('quotePrices', 422, 'body_field_invalid', { body })
      expect(quote.errors[0]?.pointer).to.equal('/lines')
    })

    it('points to what is wrong', async () => {
      const cases: [object, string][] = [
        [{ lines: [] }, '/lines'],
        [{ lines: [{ sku: 'MNT-KIT-1', quantity: 1.5 }] }, '/lines/0/quantity'],
        [
          { lines: [{ sku: 'MNT-KIT-1', quantity: 1, bespoke: { unit_amount_minor: 5 } }] },
          '/lines/0/bespoke/notes',
        ],
        [
          { lines: [{ sku: 'MNT-KIT-1', quantity: 1, bespoke: { unit_amount_minor: 5, notes: ' ' } }] },
          '/lines/0/bespoke/notes',
        ],
        [{ company_id: 'acme' }, '/company_id'],
        [{ total_minor: 1 }, '/total_minor'],
      ]
      for (const [more, pointer] of cases) {
        const { errors } = await refused('createOrder', 400, 'request_invalid', { body: anOrderBody(more) })
        expect(errors[0]?.pointer, JSON.stringify(more)).to.equal(pointer)
      }
      const lines = [{ sku: 'NO-SUCH-SKU', quantity: 1 }]
      const unknown = await refused('createOrder', 422, 'sku_unknown', { body: anOrderBody({ lines }) })
      expect(unknown.errors[0]?.pointer).to.equal('/lines/0/sku')
      await refused('createOrder', 404, 'not_found', { body: anOrderBody({ company_id: nobody }) })
    })
  })

  describe('idempotency', () => {
    it('asks for a key', async () => {
      const { errors } = await refused('createOrder', 400, 'idempotency_key_missing', {
        key: null,
        body: anOrderBody(),
      })
      expect(errors[0]?.pointer).to.equal('header/idempotency-key')
      await refused('createOrder', 400, 'request_invalid', { key: 'x'.repeat(256), body: anOrderBody() })
    })

    it('answers a repeated request as the first time', async () => {
      const key = randomUUID()
      const first = await done('createOrder', { key, body: anOrderBody() })
      expect(first.headers.get('idempotent-replayed')).to.equal(null)
      const again = await done('createOrder', { key, body: anOrderBody() })
      expect(again.body).to.deep.equal(first.body)
      expect(again.headers.get('idempotent-replayed')).to.equal('true')
      expect(again.headers.get('location')).to.equal(first.headers.get('location'))
      expect(again.headers.get('etag')).to.equal(first.headers.get('etag'))
    })

    it('refuses the key for another request', async () => {
      const key = randomUUID()
      await done('createOrder', { key, body: anOrderBody() })
      await refused('createOrder', 422, 'idempotency_key_reused', {
        key,
        body: anOrderBody({ notes: 'Other' }),
      })
    })

    it('makes one order of many at once with the same key', async () => {
      const key = randomUUID()
      const purchase_order_ref = `PO-${key}`
      const answers = await Promise.all(
        Array.from({ length: 5 }, () =>
          done('createOrder', { key, body: anOrderBody({ purchase_order_ref }) }),
        ),
      )
      expect(new Set(answers.map(({ body }) => body.id)).size).to.equal(1)
      const fresh = answers.filter(({ headers }) => headers.get('idempotent-replayed') === null)
      expect(fresh).to.have.length(1)
      const rows = await sql('select from orders where purchase_order_ref = $1', [purchase_order_ref])
      expect(rows).to.have.length(1)
    })

    it('does not remember a refusal', async () => {
      const key = randomUUID()
      await refused('createOrder', 422, 'sku_unknown', {
        key,
        body: anOrderBody({ lines: [{ sku: 'LATER', quantity: 1 }] }),
      })
      await done('createOrder', { key, body: anOrderBody() })
    })
  })

  describe('reading', () => {
    it('lists by company, status and number, page by page', async () => {
      const { body: company } = await done('createCompany', {
        body: { name: 'Orders Inc.', legacy_ref: `LEG-${randomUUID()}`, currency: 'USD' },
      })
      for (let count = 0; count < 5; count += 1) {
        await done('createOrder', { body: anOrderBody({ company_id: company.id }) })
      }
      const query = { company_id: company.id, status: 'draft' }
      const paged = await pagesOf<{ id: string; number: string }>('listOrders', 2, { query })
      expect(paged).to.have.length(5)
      const number = paged[0]?.number ?? ''
      const { body: found } = await done('listOrders', { query: { q: number } })
      expect(found.data.map((order) => order.number)).to.include(number)
      await refused('listOrders', 400, 'request_invalid', { query: { status: 'lost' } })
      await refused('listOrders', 400, 'request_invalid', { query: { compny_id: harbour } })
    })

    it('answers 304 to who has the answer already', async () => {
      const { body } = await done('createOrder', { body: anOrderBody() })
      const params = { orderId: body.id }
      const { headers } = await done('getOrder', { params })
      const known = { 'if-none-match': `"0", W/${headers.get('etag') ?? ''}` }
      expect((await call('getOrder', { params, headers: known })).status).to.equal(304)
      await done('cancelOrder', { params, body: { reason: 'Changed their mind' } })
      expect((await call('getOrder', { params, headers: known })).status).to.equal(200)
    })

    it('knows no unknown order', async () => {
      const params = { orderId: noSuch('ord') }
      await refused('getOrder', 404, 'not_found', { params })
      await refused('getOrder', 404, 'not_found', { params: { orderId: harbour } })
      await refused('getOrderBlockers', 404, 'not_found', { params })
      await refused('sendCheckout', 404, 'not_found', { params })
      await refused('cancelOrder', 404, 'not_found', { params, body: { reason: 'None' } })
      await refused('changeOrderStatus', 404, 'not_found', {
        params,
        body: { move: 'cancel', reason: 'None' },
      })
    })
  })

  describe('checkout', () => {
    it('sends the link, and a fresh one when asked again', async () => {
      const { body: draft } = await done('createOrder', { body: anOrderBody() })
      const params = { orderId: draft.id }
      const body = { expires_in_minutes: 60 }
      const first = await done('sendCheckout', { params, body, version: 1 })
      expect(first.body.order).to.include({ status: 'awaiting_payment', checkout_attempts: 1 })
      expect(first.body.checkout_session).to.include({ status: 'open', attempt: 1, amount_minor: 5700 })
      expect(first.headers.get('etag')).to.equal(`"${first.body.order.version}"`)
      const second = await done('sendCheckout', { params })
      expect(second.body.checkout_session.attempt).to.equal(2)
      expect(second.body.checkout_session.url).not.to.equal(first.body.checkout_session.url)
    })

    it('sends links that live as short and as long as can be asked for', async () => {
      for (const expires_in_minutes of [30, 1430]) {
        const { body: draft } = await done('createOrder', { body: anOrderBody() })
        await done('sendCheckout', { params: { orderId: draft.id }, body: { expires_in_minutes } })
      }
      const params = { orderId: noSuch('ord') }
      for (const expires_in_minutes of [29, 1431, 60.5]) {
        await refused('sendCheckout', 400, 'request_invalid', { params, body: { expires_in_minutes } })
      }
    })

    it('replays the same link under its key', async () => {
      const { body: draft } = await done('createOrder', { body: anOrderBody() })
      const params = { orderId: draft.id }
      const key = randomUUID()
      const first = await done('sendCheckout', { params, key, version: 1 })
      const again = await done('sendCheckout', { params, key, version: 1 })
      expect(again.body).to.deep.equal(first.body)
      expect(again.headers.get('idempotent-replayed')).to.equal('true')
    })

    it('refuses a price that Stripe does not know, naming the lines', async () => {
      const sku = await anUnsyncedProduct()
      const lines = [
        { sku: 'MNT-KIT-1', quantity: 1 },
        { sku, quantity: 1 },
      ]
      const { body: draft } = await done('createOrder', { body: anOrderBody({ lines }) })
      const params = { orderId: draft.id }
      const problem = await refused('sendCheckout', 409, 'price_not_synced', { params })
      expect(problem.errors.map(({ pointer }) => pointer)).to.deep.equal(['/lines/1/sku'])
      const { lines: named } = problem.details as { lines: { sku: string; sync_status: string }[] }
      expect(named.map((line) => [line.sku, line.sync_status])).to.deep.equal([[sku, 'unsynced']])
      const { body: blockers } = await done('getOrderBlockers', { params })
      expect(blockers.data.map(({ code }) => code)).to.include('price_unsynced')
      const strict = { company_id: harbour, strict_stripe: true, lines: [{ sku, quantity: 1 }] }
      const { body: quote } = await done('quotePrices', { body: strict })
      expect(quote.lines[0]?.problem?.code).to.equal('price_not_synced')
    })

    it('takes nothing but web pages to come back to', async () => {
      const { body: draft } = await done('createOrder', { body: anOrderBody() })
      const params = { orderId: draft.id }
      for (const url of ['mailto:a@b.example', 'javascript:alert(1)'])
        for (const name of ['success_url', 'cancel_url']) {
          const { errors } = await refused('sendCheckout', 400, 'request_invalid', {
            params,
            body: { [name]: url },
          })
          expect(errors[0]?.pointer).to.equal(`/${name}`)
        }
    })

    it('refuses the link for a stale version, and for an order that is over', async () => {
      const { body: draft } = await done('createOrder', { body: anOrderBody() })
      const params = { orderId: draft.id }
      const stale = await refused('sendCheckout', 412, 'version_stale', { params, version: 7 })
      expect(stale.details).to.include({ current_version: 1 })
      await done('cancelOrder', { params, body: { reason: 'Budget' } })
      const over = await refused('sendCheckout', 409, 'move_not_allowed', { params })
      expect(over.details).to.deep.include({ current: 'cancelled', allowed_moves: [] })
    })

    it('is a move of the status as well', async () => {
      const { body: draft } = await done('createOrder', { body: anOrderBody() })
      const params = { orderId: draft.id }
      const { body: sent } = await done('changeOrderStatus', {
        params,
        version: 1,
        body: { move: 'send_checkout' },
      })
      expect(sent.status).to.equal('awaiting_payment')
      await refused('changeOrderStatus', 412, 'version_stale', {
        params,
        version: 1,
        body: { move: 'cancel', reason: 'X' },
      })
      const { errors } = await refused('changeOrderStatus', 400, 'request_invalid', {
        params,
        body: { move: 'ship' },
      })
      expect(errors[0]?.pointer).to.equal('/move')
      const { body: cancelled } = await done('changeOrderStatus', {
        params,
        body: { move: 'cancel', reason: 'Budget' },
      })
      expect(cancelled).to.include({ status: 'cancelled', cancel_reason: 'Budget' })
      const again = await refused('changeOrderStatus', 409, 'move_not_allowed', {
        params,
        body: { move: 'send_checkout' },
      })
      expect(again.details).to.deep.include({ allowed_moves: [] })
    })
  })

  describe('payment outcomes', () => {
    for (const stage of ['payment_processing', 'payment_failed', 'checkout_expired'] as const) {
      it(`reads ${stage}`, async () => {
        const order = await anOrder(stage)
        const { body } = await done('getOrder', { params: { orderId: order.id } })
        expect(body.status).to.equal(stage)
        const { body: blockers } = await done('getOrderBlockers', { params: { orderId: order.id } })
        expect(blockers.data).to.deep.equal(body.blockers)
      })
    }

    it('sends a new link after a failed payment', async () => {
      const order = await anOrder('payment_failed')
      const { body } = await done('sendCheckout', { params: { orderId: order.id } })
      expect(body.order.status).to.equal('awaiting_payment')
    })

    it('refuses a link for a paid order', async () => {
      const order = await anOrder('in_fulfillment')
      const problem = await refused('sendCheckout', 409, 'move_not_allowed', {
        params: { orderId: order.id },
      })
      expect(problem.details).to.deep.include({ current: 'in_fulfillment', allowed_moves: ['cancel'] })
    })
  })

  describe('cancelling', () => {
    it('frees everything before hand-over and sends the money back, having said so before', async () => {
      const order = await anOrder('shipment_ready')
      const params = { orderId: order.id }
      const { body: rehearsed } = await done('cancelOrder', {
        params,
        query: { validate_only: true },
        body: { reason: 'Site closed' },
      })
      expect(rehearsed.status).to.equal('cancelled')
      expect(rehearsed.refunds.map(({ amount_minor, status }) => ({ amount_minor, status }))).to.deep.equal([
        { amount_minor: order.total_minor, status: 'requested' },
      ])
      const { body: still } = await done('getOrder', { params })
      expect(still).to.include({ status: order.status, version: order.version })
      expect(still.refunds).to.deep.equal([])
      const { body } = await done('cancelOrder', { params, body: { reason: 'Site closed' } })
      expect(body).to.include({
        status: 'cancelled',
        cancel_reason: 'Site closed',
        fulfillment_status: 'cancelled',
      })
      expect(body.shipments.map(({ status }) => status)).to.deep.equal(['cancelled'])
      expect(body.fulfillment_orders.map(({ status }) => status)).to.deep.equal(['cancelled'])
      const { body: refunded } = await until(
        'the money to be back',
        () => done('getOrder', { params }),
        (read) => read.body.payment_status === 'refunded',
      )
      expect(refunded).to.include({ amount_credited_minor: order.total_minor, balance_minor: 0 })
      const { body: tasks } = await done('listTasks', { query: { order_id: order.id } })
      expect(tasks.data).to.deep.equal([])
      const { body: again } = await done('cancelOrder', { params, body: { reason: 'Other' } })
      expect(again.cancel_reason).to.equal('Site closed')
    })

    it('is refused after hand-over', async () => {
      const order = await anOrder('in_transit')
      const params = { orderId: order.id }
      const problem = await refused('cancelOrder', 409, 'move_not_allowed', {
        params,
        body: { reason: 'Too late' },
      })
      expect(problem.details).to.deep.include({ unmet: ['nothingShipped'], allowed_moves: [] })
    })

    it('wants a reason and the version, where one is given', async () => {
      const { body: draft } = await done('createOrder', { body: anOrderBody() })
      const params = { orderId: draft.id }
      const { errors } = await refused('cancelOrder', 400, 'request_invalid', { params, body: {} })
      expect(errors[0]?.pointer).to.equal('/reason')
      await refused('cancelOrder', 412, 'version_stale', { params, version: 9, body: { reason: 'Budget' } })
      await done('cancelOrder', { params, version: 1, body: { reason: 'Budget' } })
    })
  })

  it('keeps every law', async () => {
    expect(await (await platform()).brokenLaws()).to.deep.equal([])
  })
})

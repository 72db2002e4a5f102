import { expect } from 'chai'
import type { ActionContext } from '../../../src/application/ports/unit-of-work.ts'
import { Refusal } from '../../../src/domain/shared/refusal.ts'
import {
  anApiKey,
  anOrderView,
  concluded,
  contract,
  type FakeApp,
  fakeApp,
  keyText,
  orderBody,
  orderId,
  startTestApi,
  type TestApi,
} from './fake-app.ts'

describe('an Idempotency-Key', () => {
  let fake: FakeApp
  let api: TestApi
  let refusal: Error | null

  beforeEach(async () => {
    refusal = null
    fake = fakeApp({
      cancelOrder: async (input: { reason: string }, context: ActionContext) => {
        if (refusal !== null) throw refusal
        const order = fake.orders[0] ?? anOrderView()
        const cancelled = {
          ...order,
          status: 'cancelled' as const,
          version: order.version + 1,
          cancel_reason: input.reason,
        }
        fake.orders[0] = cancelled
        return concluded(context, cancelled, () => (fake.orders[0] = order))
      },
    })
    api = await startTestApi(fake.app)
  })
  afterEach(() => api.stop())

  const create = (key: string, body: unknown = orderBody, seed = 1) =>
    api.send('POST', '/v1/orders', {
      body,
      headers: { 'idempotency-key': key, authorization: `Bearer ${keyText(seed)}` },
    })

  it('answers a repeated request as the first time, headers included, and does nothing again', async () => {
    const first = await create('k-1')
    expect(first.status).to.equal(201)
    expect(first.headers.get('idempotent-replayed')).to.equal(null)
    expect(fake.calls.finds, 'the happy path looks nothing up').to.equal(0)

    const second = await create('k-1')
    expect(second.status).to.equal(201)
    expect(second.body).to.deep.equal(first.body)
    expect(second.headers.get('idempotent-replayed')).to.equal('true')
    for (const header of ['location', 'etag'])
      expect(second.headers.get(header)).to.equal(first.headers.get(header))
    expect(first.headers.get('location')).to.equal(`/v1/orders/${orderId}`)
    expect(fake.orders, 'the second effect was rolled back').to.have.length(1)
    expect(contract.checkResponse('createOrder', 201, second.body)).to.deep.equal([])
  })

  it('is refused for another request, and the effect is rolled back', async () => {
    await create('k-1')
    const answer = await create('k-1', { ...orderBody, notes: 'something else' })
    expect(answer.body).to.include({ status: 422, code: 'idempotency_key_reused' })
    expect(answer.body.errors[0].pointer).to.equal('header/idempotency-key')
    expect(fake.orders).to.have.length(1)
  })

  it('belongs to its caller: another API key may use the same text', async () => {
    fake.keys.push(anApiKey(keyText(2), { id: 'key_01k6y3q8zvf4e9t2b7n5c0hwk2' }))
    await create('k-1')
    const answer = await create('k-1', orderBody, 2)
    expect(answer.headers.get('idempotent-replayed')).to.equal(null)
    expect(fake.orders).to.have.length(2)
  })

  it('replays what succeeded once, also where the use case now refuses', async () => {
    fake.orders.push(anOrderView())
    const cancel = (reason: string) =>
      api.send('POST', `/v1/orders/${orderId}/cancel`, {
        body: { reason },
        headers: { 'idempotency-key': 'k-2', 'if-match': '"5"' },
      })
    const first = await cancel('duplicate')
    expect(first.status).to.equal(200)
    // The version has moved on, so If-Match alone would refuse the retry.
    const second = await cancel('duplicate')
    expect(second.status).to.equal(200)
    expect(second.headers.get('idempotent-replayed')).to.equal('true')
    expect(second.body).to.deep.equal(first.body)

    refusal = new Refusal('move_not_allowed', 'No.')
    expect((await cancel('another reason')).body.code).to.equal('idempotency_key_reused')
  })

  it('does not remember a refusal: the same key may succeed later', async () => {
    fake.orders.push(anOrderView())
    const cancel = () =>
      api.send('POST', `/v1/orders/${orderId}/cancel`, {
        body: { reason: 'duplicate' },
        headers: { 'idempotency-key': 'k-3' },
      })
    refusal = new Refusal('move_not_allowed', 'Not now.')
    expect((await cancel()).status).to.equal(409)
    refusal = null
    expect((await cancel()).status).to.equal(200)
  })

  it('is required where something must not happen twice, and checked everywhere', async () => {
    const missing = await api.send('POST', '/v1/orders', { body: orderBody })
    expect(missing.body).to.include({ status: 400, code: 'idempotency_key_missing' })
    const malformed = await create('two words')
    expect(malformed.body).to.include({ status: 400, code: 'request_invalid' })
    expect(malformed.body.errors[0].pointer).to.equal('header/idempotency-key')
    expect((await create('x'.repeat(256))).status).to.equal(400)
  })
})

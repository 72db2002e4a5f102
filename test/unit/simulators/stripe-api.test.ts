import { expect } from 'chai'
import type { RunningSimulators } from '../../../src/entrypoints/simulators/main.ts'
import {
  A_SESSION,
  type Answer,
  ask,
  askStripe,
  type Listener,
  startListener,
  startOutside,
} from './outside-world.ts'

describe('the API of the Stripe simulator', () => {
  let listener: Listener
  let simulators: RunningSimulators

  before(async () => {
    listener = await startListener()
    simulators = await startOutside(listener)
  })
  after(async () => {
    await simulators.stop()
    await listener.stop()
  })

  const post = async (path: string, form: Record<string, string>, headers = {}): Promise<Answer> =>
    askStripe(simulators.urls.stripe, 'POST', path, form, headers)
  const errorOf = (answer: Answer): Record<string, string> => answer.body['error'] as Record<string, string>

  it('answers a session with the total of its lines and a request id', async () => {
    const answer = await post('/v1/checkout/sessions', A_SESSION)
    expect(answer.status).to.equal(200)
    expect(answer.headers.get('request-id')).to.match(/^req_/)
    expect(answer.body).to.include({
      amount_total: 25000,
      status: 'open',
      payment_status: 'unpaid',
      currency: 'usd',
    })
    expect(answer.body['metadata']).to.deep.equal({ orderId: 'ord_1' })
  })

  it('replays the answer of a key that was used before', async () => {
    const key = { 'idempotency-key': 'checkout:ord_1:1' }
    const first = await post('/v1/checkout/sessions', A_SESSION, key)
    const second = await post('/v1/checkout/sessions', A_SESSION, key)
    expect(second.body).to.deep.equal(first.body)
    expect(first.headers.get('idempotent-replayed')).to.equal(null)
    expect(second.headers.get('idempotent-replayed')).to.equal('true')
  })

  it('refuses a key that comes back with other parameters', async () => {
    const key = { 'idempotency-key': 'checkout:ord_2:1' }
    await post('/v1/checkout/sessions', A_SESSION, key)
    const other = await post('/v1/checkout/sessions', { ...A_SESSION, client_reference_id: 'ord_2' }, key)
    expect(other.status).to.equal(400)
    expect(errorOf(other)['type']).to.equal('idempotency_error')
  })

  it('keeps nothing under a key whose call was refused', async () => {
    const key = { 'idempotency-key': 'checkout:ord_3:1' }
    const refused = await post('/v1/checkout/sessions', { ...A_SESSION, success_url: '' }, key)
    expect(errorOf(refused)).to.include({ code: 'parameter_missing', param: 'success_url' })
    expect((await post('/v1/checkout/sessions', A_SESSION, key)).status).to.equal(200)
  })

  it('gives the kept answer to a caller who never heard the first one', async () => {
    const key = { 'idempotency-key': 'checkout:ord_4:1' }
    await ask('PUT', `${simulators.urls.stripe}/control/faults`, { apiHangUpAfterWriteNext: 1 })
    const lost: unknown = await post('/v1/checkout/sessions', A_SESSION, key).catch((error: unknown) => error)
    expect(lost).to.be.instanceOf(Error)
    const again = await post('/v1/checkout/sessions', A_SESSION, key)
    expect(again.headers.get('idempotent-replayed')).to.equal('true')
  })

  it('refuses what Stripe refuses', async () => {
    const refusals: [string, Record<string, string>, Record<string, string>][] = [
      ['an unknown parameter', { nonsense: '1' }, { code: 'parameter_unknown', param: 'nonsense' }],
      ['an unknown price', { 'line_items[0][price]': 'price_x' }, { param: 'line_items[0][price]' }],
      [
        'an unknown parameter of a line',
        { 'line_items[0][colour]': 'red' },
        { code: 'parameter_unknown', param: 'line_items[0][colour]' },
      ],
      ['a price in another currency', { currency: 'cad' }, { param: 'line_items[0][price]' }],
      ['a missing mode', { mode: '' }, { code: 'parameter_missing', param: 'mode' }],
      ['a broken quantity', { 'line_items[0][quantity]': '1.5' }, { code: 'parameter_invalid_integer' }],
      [
        'a broken amount',
        { 'line_items[0][price_data][unit_amount]': '12.5' },
        { code: 'parameter_invalid_integer' },
      ],
      [
        'a total that is too small',
        { 'line_items[0][price_data][unit_amount]': '10' },
        { code: 'amount_too_small' },
      ],
      ['metadata that is too long', { 'metadata[orderId]': 'x'.repeat(501) }, { param: 'metadata' }],
      ['an expiry that is too near', { expires_at: '1790000000' }, { param: 'expires_at' }],
    ]
    for (const [what, change, expected] of refusals) {
      const answer = await post('/v1/checkout/sessions', { ...A_SESSION, ...change })
      expect(answer.status, what).to.equal(400)
      expect(errorOf(answer), what).to.include({ type: 'invalid_request_error', ...expected })
    }
  })

  it('refuses a session without lines', async () => {
    const form = Object.fromEntries(
      Object.entries(A_SESSION).filter(([name]) => !name.startsWith('line_items')),
    )
    const answer = await post('/v1/checkout/sessions', form)
    expect(answer.status).to.equal(400)
    expect(errorOf(answer)).to.include({ code: 'parameter_missing', param: 'line_items' })
  })

  it('refuses an unknown parameter of a list', async () => {
    for (const path of ['/v1/checkout/sessions', '/v1/payment_intents', '/v1/charges', '/v1/refunds']) {
      const answer = await askStripe(simulators.urls.stripe, 'GET', path, { 'created[since]': '1' })
      expect(errorOf(answer), path).to.include({ code: 'parameter_unknown', param: 'created[since]' })
    }
  })

  it('refuses lines of two currencies', async () => {
    const second = {
      'line_items[1][quantity]': '1',
      'line_items[1][price_data][currency]': 'cad',
      'line_items[1][price_data][unit_amount]': '100',
      'line_items[1][price_data][product_data][name]': 'Cable',
    }
    expect((await post('/v1/checkout/sessions', { ...A_SESSION, ...second })).status).to.equal(400)
  })

  it('refuses inactive and recurring prices', async () => {
    const product = await post('/v1/products', { name: 'Sensor' })
    const about = { product: String(product.body['id']), currency: 'usd', unit_amount: '900' }
    const archived = await post('/v1/prices', { ...about, active: 'false' })
    const recurring = await post('/v1/prices', { ...about, 'recurring[interval]': 'month' })
    for (const price of [archived, recurring]) {
      const answer = await post('/v1/checkout/sessions', {
        mode: 'payment',
        success_url: 'https://app.example.com',
        'line_items[0][price]': String(price.body['id']),
        'line_items[0][quantity]': '1',
      })
      expect(answer.status).to.equal(400)
      expect(errorOf(answer)['param']).to.equal('line_items[0][price]')
    }
  })

  it('refuses calls without the key, and bodies in JSON', async () => {
    const nobody = await post('/v1/checkout/sessions', A_SESSION, { authorization: '' })
    const stranger = await post('/v1/checkout/sessions', A_SESSION, { authorization: 'Bearer sk_test_other' })
    expect([nobody.status, stranger.status]).to.deep.equal([401, 401])
    const json = await post('/v1/checkout/sessions', A_SESSION, { 'content-type': 'application/json' })
    expect(json.status).to.equal(400)
  })

  it('moves a lookup key from the old price to the new one', async () => {
    const product = await post('/v1/products', { name: 'Gateway' })
    const about = { product: String(product.body['id']), currency: 'usd', lookup_key: 'gateway' }
    await post('/v1/prices', { ...about, unit_amount: '100' })
    expect((await post('/v1/prices', { ...about, unit_amount: '200' })).status).to.equal(400)
    const fresh = await post('/v1/prices', { ...about, unit_amount: '200', transfer_lookup_key: 'true' })
    const listed = await askStripe(simulators.urls.stripe, 'GET', '/v1/prices', {
      'lookup_keys[0]': 'gateway',
    })
    expect((listed.body['data'] as { id: string }[]).map((price) => price.id)).to.deep.equal([
      fresh.body['id'],
    ])
  })

  it('answers bad control input with one sentence', async () => {
    const answer = await ask('PUT', `${simulators.urls.stripe}/control/faults`, { webhookDropRate: 7 })
    expect(answer.status).to.equal(400)
    expect(answer.body['error']).to.equal('The fault "webhookDropRate" must be a number from 0 to 1.')
  })
})

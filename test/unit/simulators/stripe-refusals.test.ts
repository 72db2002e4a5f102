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

describe('refunds that the Stripe simulator refuses, as Stripe does', () => {
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

  const post = (path: string, form: Record<string, string>, headers = {}): Promise<Answer> =>
    askStripe(simulators.urls.stripe, 'POST', path, form, headers)
  const control = (path: string, body: object): Promise<Answer> =>
    ask('POST', `${simulators.urls.stripe}/control/${path}`, body)
  const errorOf = (answer: Answer): Record<string, string> => answer.body['error'] as Record<string, string>

  async function aPayment(outcome = 'succeed'): Promise<string> {
    const { body } = await post('/v1/checkout/sessions', { ...A_SESSION })
    const paid = await control(`sessions/${String(body['id'])}/pay`, { outcome })
    return String(paid.body['payment_intent'])
  }
  async function expectRefused(
    form: Record<string, string>,
    expected: { status: number } & Record<string, unknown>,
  ): Promise<void> {
    const { status, ...error } = expected
    const answer = await post('/v1/refunds', form)
    expect(answer.status, JSON.stringify(answer.body)).to.equal(status)
    expect(errorOf(answer)).to.include({ type: 'invalid_request_error', ...error })
  }

  it('refuses one of nothing, and of a payment or charge that there is not', async () => {
    await expectRefused({ amount: '100' }, { status: 400, code: 'parameter_missing' })
    const missing = { status: 404, code: 'resource_missing' }
    for (const param of ['payment_intent', 'charge']) {
      const form = { [param]: 'pi_or_ch_unknown' }
      const answer = await post('/v1/refunds', form)
      expect([400, 404], param).to.include(answer.status)
      expect(errorOf(answer), param).to.include({ code: missing.code, param })
    }
  })

  it('refuses unknown parameters, amounts that are none, and reasons of its own making', async () => {
    const payment_intent = await aPayment()
    const wrong: [Record<string, string>, Record<string, unknown>][] = [
      [{ order: 'ord_1' }, { code: 'parameter_unknown', param: 'order' }],
      [{ amount: '0' }, { code: 'parameter_invalid_integer', param: 'amount' }],
      [{ amount: '-5' }, { code: 'parameter_invalid_integer', param: 'amount' }],
      [{ amount: '10.50' }, { code: 'parameter_invalid_integer', param: 'amount' }],
      [{ reason: 'late' }, { param: 'reason' }],
      [{ 'metadata[refundId]': 'x'.repeat(501) }, { param: 'metadata' }],
    ]
    for (const [form, expected] of wrong)
      await expectRefused({ payment_intent, ...form }, { status: 400, ...expected })
  })

  it('refuses more than is left of the charge, also while a part is pending', async () => {
    const payment_intent = await aPayment()
    await expectRefused({ payment_intent, amount: '25001' }, { status: 400, param: 'amount' })
    await ask('PUT', `${simulators.urls.stripe}/control/faults`, { refundPendingNext: 1 })
    const pending = await post('/v1/refunds', { payment_intent, amount: '20000' })
    expect(pending.body).to.include({ status: 'pending', pending_reason: 'processing' })
    await expectRefused({ payment_intent, amount: '5001' }, { status: 400, param: 'amount' })
    await control(`refunds/${String(pending.body['id'])}`, { status: 'failed' })
    expect((await post('/v1/refunds', { payment_intent })).body).to.include({ amount: 25_000 })
    await expectRefused({ payment_intent, amount: '1' }, { status: 400, code: 'charge_already_refunded' })
  })

  it('refuses one of money that never came', async () => {
    const { body } = await post('/v1/checkout/sessions', { ...A_SESSION })
    await control(`sessions/${String(body['id'])}/pay`, { outcome: 'decline' })
    const { body: list } = await askStripe(simulators.urls.stripe, 'GET', '/v1/payment_intents', {
      limit: '1',
    })
    const [intent] = list['data'] as { id: string; status: string }[]
    expect(intent?.status).to.equal('requires_payment_method')
    const refused = await post('/v1/refunds', { payment_intent: intent?.id ?? '' })
    expect(refused.status).to.equal(400)
  })

  it('refuses one of a charge that is disputed, and makes it during a mere inquiry', async () => {
    const payment_intent = await aPayment()
    await control('disputes', { payment_intent })
    await expectRefused({ payment_intent, amount: '100' }, { status: 400, code: 'charge_disputed' })
    const asked = await aPayment()
    await control('disputes', { payment_intent: asked, inquiry: true })
    expect((await post('/v1/refunds', { payment_intent: asked, amount: '100' })).status).to.equal(200)
  })

  it('refuses a key that comes back with another amount, and keeps none of a refusal', async () => {
    const payment_intent = await aPayment()
    const key = { 'idempotency-key': `refund:${payment_intent}` }
    const tooMuch = await post('/v1/refunds', { payment_intent, amount: '99999' }, key)
    expect(tooMuch.status).to.equal(400)
    const made = await post('/v1/refunds', { payment_intent, amount: '100' }, key)
    const again = await post('/v1/refunds', { payment_intent, amount: '100' }, key)
    expect(again.body).to.deep.equal(made.body)
    const other = await post('/v1/refunds', { payment_intent, amount: '200' }, key)
    expect(other.status).to.equal(400)
    expect(errorOf(other)['type']).to.equal('idempotency_error')
    const elsewhere = await post('/v1/checkout/sessions', { ...A_SESSION }, key)
    expect(errorOf(elsewhere)['type']).to.equal('idempotency_error')
  })

  it('cancels only a refund that waits for the customer', async () => {
    const payment_intent = await aPayment()
    const { body } = await post('/v1/refunds', { payment_intent })
    expect((await post(`/v1/refunds/${String(body['id'])}/cancel`, {})).status).to.equal(400)
    expect((await post('/v1/refunds/re_unknown/cancel', {})).status).to.equal(404)
  })

  it('refuses a session with a price in another currency than the rest, or than was asked for', async () => {
    const product = await post('/v1/products', { name: 'Sensor' })
    const about = { product: String(product.body['id']), unit_amount: '900' }
    const cad = await post('/v1/prices', { ...about, currency: 'cad' })
    const named = { 'line_items[1][price]': String(cad.body['id']), 'line_items[1][quantity]': '1' }
    const mixed = await post('/v1/checkout/sessions', { ...A_SESSION, ...named })
    expect(errorOf(mixed)['param']).to.equal('line_items')
    const only = {
      mode: 'payment',
      success_url: 'https://app.example.com',
      currency: 'usd',
      'line_items[0][price]': String(cad.body['id']),
      'line_items[0][quantity]': '1',
    }
    const wrong = await post('/v1/checkout/sessions', only)
    expect(wrong.status).to.equal(400)
    expect(errorOf(wrong)['param']).to.equal('line_items[0][price]')
  })
})

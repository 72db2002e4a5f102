import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import type { RunningSimulators } from '../../../src/entrypoints/simulators/main.ts'
import { signWebhook } from '../../../src/entrypoints/simulators/stripe/webhook-signature.ts'
import {
  A_SESSION,
  type Answer,
  ask,
  askStripe,
  eventTypes,
  type Listener,
  startListener,
  startOutside,
  temporaryFolder,
  until,
} from './outside-world.ts'

describe('payments at the Stripe simulator', () => {
  let listener: Listener
  let simulators: RunningSimulators

  beforeEach(async () => {
    listener = await startListener()
    simulators = await startOutside(listener)
  })
  afterEach(async () => {
    await simulators.stop()
    await listener.stop()
  })

  const openSession = async (): Promise<string> =>
    String(
      (await askStripe(simulators.urls.stripe, 'POST', '/v1/checkout/sessions', { ...A_SESSION })).body['id'],
    )
  const pay = async (sessionId: string, outcome: string): Promise<Answer> =>
    ask('POST', `${simulators.urls.stripe}/control/sessions/${sessionId}/pay`, { outcome })
  const heard = async (count: number): Promise<string[]> => {
    await until(`${count} webhooks have arrived`, () => listener.received.length >= count)
    return eventTypes(listener).sort()
  }

  it('tells a card payment in five events and keeps it', async () => {
    const sessionId = await openSession()
    expect((await pay(sessionId, 'succeed')).body).to.include({
      status: 'complete',
      payment_status: 'paid',
      url: null,
    })
    expect(await heard(5)).to.deep.equal([
      'charge.succeeded',
      'charge.updated',
      'checkout.session.completed',
      'payment_intent.created',
      'payment_intent.succeeded',
    ])
    const path = `/v1/checkout/sessions/${sessionId}`
    const read = await askStripe(simulators.urls.stripe, 'GET', path, { 'expand[0]': 'payment_intent' })
    expect(read.body['payment_intent']).to.include({ status: 'succeeded', amount_received: 25000 })
    expect((await askStripe(simulators.urls.stripe, 'POST', `${path}/expire`)).status).to.equal(400)
  })

  it('signs what it sends, pretty-printed', async () => {
    await pay(await openSession(), 'succeed')
    await heard(5)
    for (const request of listener.received) {
      const [, timestamp = '', signature = ''] =
        /^t=(\d+),v1=(.+)$/.exec(String(request.headers['stripe-signature'])) ?? []
      expect(signWebhook(request.body, Number(timestamp), 'whsec_test')).to.equal(signature)
      expect(request.body).to.match(/^\{\n {2}"id"/)
    }
  })

  it('leaves the session open when the card is declined, and takes the next card', async () => {
    const sessionId = await openSession()
    expect((await pay(sessionId, 'decline')).body['status']).to.equal('open')
    expect((await pay(sessionId, 'succeed')).body['payment_status']).to.equal('paid')
    const types = await heard(7)
    expect(types.filter((type) => type === 'payment_intent.created')).to.have.length(1)
    expect(types).to.include('payment_intent.payment_failed')
  })

  it('completes a bank debit unpaid first and paid later', async () => {
    const sessionId = await openSession()
    expect((await pay(sessionId, 'async')).body).to.include({ status: 'complete', payment_status: 'unpaid' })
    expect((await pay(sessionId, 'async_succeed')).body['payment_status']).to.equal('paid')
    expect(await heard(8)).to.include.members([
      'payment_intent.processing',
      'checkout.session.async_payment_succeeded',
    ])
    expect((await pay(sessionId, 'async_fail')).status).to.equal(409)
  })

  it('refunds in parts up to the charge and no further', async () => {
    const paid = await pay(await openSession(), 'succeed')
    const intent = String(paid.body['payment_intent'])
    const refund = async (amount: string): Promise<Answer> =>
      askStripe(simulators.urls.stripe, 'POST', '/v1/refunds', { payment_intent: intent, amount })
    expect((await refund('10000')).body['status']).to.equal('succeeded')
    expect((await refund('15001')).status).to.equal(400)
    expect((await refund('15000')).status).to.equal(200)
    expect((await refund('1')).body['error']).to.include({ code: 'charge_already_refunded' })
    expect(await heard(13)).to.include.members(['refund.created', 'charge.refunded', 'refund.updated'])
  })

  it('sends a refused webhook again with the same event id', async () => {
    listener.status = 400
    await ask('POST', `${simulators.urls.stripe}/control/events`, {
      type: 'checkout.session.completed',
      object: { id: 'cs_test_unknown', object: 'checkout.session' },
    })
    await until('the first attempt was refused', () => listener.received.length === 1)
    listener.status = 200
    await until('it came again', () => listener.received.length === 2)
    const [first, second] = listener.received.map((request) => JSON.parse(request.body) as { id: string })
    expect(first?.id).to.equal(second?.id)
  })

  it('delivers after a restart what the listener had not taken before', async () => {
    const folder = temporaryFolder()
    listener.status = 503
    const first = await startOutside(listener, folder.path)
    const made = await askStripe(first.urls.stripe, 'POST', '/v1/checkout/sessions', { ...A_SESSION })
    const sessionId = String(made.body['id'])
    await ask('POST', `${first.urls.stripe}/control/sessions/${sessionId}/pay`, { outcome: 'succeed' })
    await until('every event was refused once', () => listener.received.length >= 5)
    await first.stop()

    listener.received.length = 0
    listener.status = 200
    const second = await startOutside(listener, folder.path)
    try {
      expect(new Set(await heard(5))).to.include('checkout.session.completed')
      const read = await askStripe(second.urls.stripe, 'GET', `/v1/checkout/sessions/${sessionId}`)
      expect(read.body['payment_status']).to.equal('paid')
    } finally {
      await second.stop()
      folder.remove()
    }
  })

  it('expires an open session when its time has come, also one that passed while it was down', async () => {
    const folder = temporaryFolder()
    const first = await startOutside(listener, folder.path)
    const made = await askStripe(first.urls.stripe, 'POST', '/v1/checkout/sessions', { ...A_SESSION })
    await first.stop()
    const journal = join(folder.path, 'stripe', 'journal.jsonl')
    const soon = Math.ceil(Date.now() / 1000)
    writeFileSync(
      journal,
      readFileSync(journal, 'utf8').replaceAll(/"expires_at":\d+/g, `"expires_at":${soon}`),
    )

    const second = await startOutside(listener, folder.path)
    try {
      expect(await heard(1)).to.deep.equal(['checkout.session.expired'])
      const path = `/v1/checkout/sessions/${String(made.body['id'])}`
      expect((await askStripe(second.urls.stripe, 'GET', path)).body).to.include({
        status: 'expired',
        url: null,
      })
    } finally {
      await second.stop()
      folder.remove()
    }
  })
})

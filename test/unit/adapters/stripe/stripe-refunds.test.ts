import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { createStripeGateway } from '../../../../src/adapters/stripe/stripe-gateway.ts'
import { receiveStripeWebhook } from '../../../../src/application/orders/receive-stripe-webhook.ts'
import type { EnqueuedJob } from '../../../../src/application/ports/job-scheduler.ts'
import type { PaymentGateway } from '../../../../src/application/ports/payment-gateway.ts'
import type { Store, UnitOfWork } from '../../../../src/application/ports/unit-of-work.ts'
import type { WebhookEvent } from '../../../../src/application/ports/webhook-store.ts'
import { Unavailable } from '../../../../src/domain/shared/unavailable.ts'

const secret = 'whsec_golden_0123456789abcdef'
const clock = { now: () => new Date(1_790_000_200_000) }

/** As Stripe renders them in the version that the SDK pins, 2026-10-28.endive. */
const refund = {
  id: 're_3Golden0000000000000001',
  object: 'refund',
  amount: 1250,
  balance_transaction: 'txn_3Golden0000000000000001',
  charge: 'ch_3Golden0000000000000001',
  created: 1_790_000_100,
  currency: 'usd',
  customer: null,
  customer_account: null,
  destination_details: {
    card: {
      reference: '4711',
      reference_status: 'available',
      reference_type: 'acquirer_reference_number',
      type: 'refund',
    },
    type: 'card',
  },
  metadata: { refundId: 'rfn_01k6y3q8zvf4e9t2b7n5c0hwk2', orderId: 'ord_01k6y3q8zvf4e9t2b7n5c0hw01' },
  payment_intent: 'pi_3Golden0000000000000001',
  payment_method: 'pm_1Golden0000000000000001',
  reason: 'requested_by_customer',
  receipt_number: null,
  source_transfer_reversal: null,
  status: 'succeeded',
  transfer_reversal: null,
}
const failed = {
  ...refund,
  id: 're_3Golden0000000000000002',
  metadata: {},
  reason: null,
  status: 'failed',
  failure_balance_transaction: 'txn_3Golden0000000000000002',
  failure_reason: 'lost_or_stolen_card',
}
const dispute = {
  id: 'dp_1Golden0000000000000001',
  object: 'dispute',
  amount: 1250,
  balance_transactions: [],
  charge: 'ch_3Golden0000000000000001',
  created: 1_790_000_150,
  currency: 'jpy',
  enhanced_eligibility_types: [],
  evidence: { product_description: null, customer_name: null },
  evidence_details: {
    due_by: 1_790_604_800,
    enhanced_eligibility: {},
    has_evidence: false,
    past_due: false,
    submission_count: 0,
  },
  is_charge_refundable: false,
  livemode: false,
  metadata: {},
  payment_intent: 'pi_3Golden0000000000000001',
  payment_method_details: {
    card: { brand: 'visa', case_type: 'chargeback', network_reason_code: '10.4' },
    type: 'card',
  },
  reason: 'fraudulent',
  status: 'needs_response',
}
const charge = {
  id: 'ch_3Golden0000000000000001',
  object: 'charge',
  amount: 25_000,
  amount_captured: 25_000,
  amount_refunded: 1250,
  currency: 'usd',
  disputed: false,
  payment_intent: 'pi_3Golden0000000000000001',
  refunded: false,
  status: 'succeeded',
}

describe('refunds and disputes on the wire', () => {
  let server: Server
  let gateway: PaymentGateway
  let asked: { method: string; url: string; headers: NodeJS.Dict<string | string[]>; body: string }[]
  let answer: { status: number; body: object }

  before(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const { method = '', url = '', headers } = request
        asked.push({ method, url, headers, body: decodeURIComponent(Buffer.concat(chunks).toString()) })
        response.writeHead(answer.status, { 'content-type': 'application/json', 'request-id': 'req_golden' })
        response.end(JSON.stringify(answer.body))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const apiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    gateway = createStripeGateway({
      apiKey: 'sk_test_x',
      webhookSecret: secret,
      apiBase,
      clock,
      maxRetries: 0,
    })
  })
  beforeEach(() => {
    asked = []
  })
  after(async () => {
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  })

  const ours = {
    id: refund.id,
    paymentIntentId: refund.payment_intent,
    amountMinor: 1250n,
    currency: 'USD',
    status: 'succeeded',
    reason: 'requested_by_customer',
    failureReason: null,
    refundId: refund.metadata.refundId,
  }

  it('asks for a refund with our ids and key, in the pinned version', async () => {
    answer = { status: 200, body: refund }
    const made = await gateway.createRefund({
      paymentIntentId: refund.payment_intent,
      refundId: refund.metadata.refundId,
      orderId: refund.metadata.orderId,
      amountMinor: 1250n,
      idempotencyKey: `refund:${refund.metadata.refundId}`,
    })
    expect(made).to.deep.equal(ours)
    const [request] = asked
    expect(request).to.include({ method: 'POST', url: '/v1/refunds' })
    expect(request?.headers).to.include({
      'content-type': 'application/x-www-form-urlencoded',
      'stripe-version': '2026-10-28.endive',
      'idempotency-key': `refund:${refund.metadata.refundId}`,
    })
    expect(request?.body.split('&')).to.have.members([
      `payment_intent=${refund.payment_intent}`,
      'amount=1250',
      `metadata[refundId]=${refund.metadata.refundId}`,
      `metadata[orderId]=${refund.metadata.orderId}`,
    ])
  })

  it('tells a refund that Stripe will never make from one that may be asked for again', async () => {
    const ask = () =>
      gateway.createRefund({
        paymentIntentId: 'pi_1',
        refundId: 'rfn_1',
        orderId: null,
        amountMinor: 1n,
        idempotencyKey: 'refund:rfn_1',
      })
    const refusal = (status: number, error: object) => ({
      status,
      body: { error: { type: 'invalid_request_error', ...error } },
    })
    answer = refusal(400, {
      code: 'charge_already_refunded',
      message: 'Charge ch_1 has already been refunded.',
    })
    expect(await ask()).to.deep.equal({ refusal: 'Charge ch_1 has already been refunded.' })
    answer = refusal(404, {
      code: 'resource_missing',
      param: 'payment_intent',
      message: 'No such payment_intent',
    })
    expect(await ask()).to.deep.equal({ refusal: 'No such payment_intent' })
    const passing: [number, object][] = [
      [429, { type: 'invalid_request_error', code: 'rate_limit', message: 'Slow down' }],
      [409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message: 'In use' }],
      [500, { type: 'api_error', message: 'Oh' }],
      [401, { type: 'invalid_request_error', message: 'Invalid API Key' }],
    ]
    for (const [status, error] of passing) {
      answer = { status, body: { error } }
      const thrown: unknown = await ask().catch((reason: unknown) => reason)
      expect(thrown, String(status)).to.be.instanceOf(Unavailable)
    }
    answer = {
      status: 400,
      body: { error: { type: 'idempotency_error', message: 'Keys for idempotent requests' } },
    }
    const thrown: unknown = await ask().catch((reason: unknown) => reason)
    expect(thrown).to.be.instanceOf(Error).and.not.instanceOf(Unavailable)
  })

  it('reads a refund that bounced, and one that was made in the dashboard', async () => {
    answer = { status: 200, body: failed }
    expect(await gateway.findRefund(failed.id)).to.deep.equal({
      ...ours,
      id: failed.id,
      status: 'failed',
      reason: null,
      failureReason: 'lost_or_stolen_card',
      refundId: null,
    })
    answer = {
      status: 200,
      body: { object: 'list', url: '/v1/refunds', has_more: false, data: [refund, failed] },
    }
    const listed = await gateway.listRefunds(refund.payment_intent)
    expect(listed.map(({ id }) => id)).to.deep.equal([refund.id, failed.id])
    answer = {
      status: 404,
      body: { error: { type: 'invalid_request_error', code: 'resource_missing', message: 'No' } },
    }
    expect(await gateway.findRefund('re_unknown')).to.equal(null)
  })

  it('reads a dispute', async () => {
    answer = { status: 200, body: dispute }
    expect(await gateway.findDispute(dispute.id)).to.deep.equal({
      id: dispute.id,
      paymentIntentId: dispute.payment_intent,
      amountMinor: 1250n,
      currency: 'JPY',
      reason: 'fraudulent',
      status: 'needs_response',
      respondBy: new Date('2026-09-28T14:13:20.000Z'),
    })
  })

  it('takes an appeal for what it is: lost until the bank says otherwise; and no word that it does not know', async () => {
    for (const status of ['appeal_needs_response', 'appeal_under_review']) {
      answer = { status: 200, body: { ...dispute, status } }
      expect((await gateway.findDispute(dispute.id))?.status, status).to.equal('lost')
    }
    answer = { status: 200, body: { ...dispute, status: 'pondered' } }
    const thrown: unknown = await gateway.findDispute(dispute.id).catch((reason: unknown) => reason)
    expect(thrown).to.be.instanceOf(Unavailable)
  })

  describe('as events', () => {
    const jobs: EnqueuedJob[] = []
    const stored: WebhookEvent[] = []

    /** Pretty-printed and signed over its bytes, as Stripe sends it. */
    async function push(type: string, object: object, previous?: object): Promise<void> {
      jobs.length = 0
      stored.length = 0
      const event = {
        id: `evt_1Golden_${type}`,
        object: 'event',
        api_version: '2026-10-28.endive',
        created: 1_790_000_160,
        data: previous === undefined ? { object } : { object, previous_attributes: previous },
        livemode: false,
        pending_webhooks: 1,
        request: { id: null, idempotency_key: null },
        type,
      }
      const body = Buffer.from(JSON.stringify(event, null, 2))
      const signed = createHmac('sha256', secret)
        .update(Buffer.concat([Buffer.from('1790000190.'), body]))
        .digest('hex')
      const run: UnitOfWork['run'] = (_context, work) =>
        work({
          webhooks: {
            insert: async (rows: readonly { event: WebhookEvent }[]) => {
              stored.push(...rows.map((row) => row.event))
              return rows.map((row) => row.event.eventId)
            },
          },
          enqueue: (...more: EnqueuedJob[]) => jobs.push(...more),
        } as unknown as Store)
      const receive = receiveStripeWebhook({
        unitOfWork: { run, conclude: run },
        gateway,
        clock,
        gather: () => Promise.resolve(),
        forwarder: { targets: [] } as never,
        ids: { make: () => 'whd_1' as never },
      })
      await receive({ body, signature: `t=1790000190,v1=${signed}`, userAgent: 'Stripe/1.0' })
    }

    const cases: [string, object, object | undefined, string, string | null][] = [
      ['refund.created', refund, undefined, refund.id, refund.payment_intent],
      ['refund.updated', refund, { status: 'pending' }, refund.id, refund.payment_intent],
      ['refund.failed', failed, undefined, failed.id, failed.payment_intent],
      ['charge.refunded', charge, { amount_refunded: 0 }, charge.id, charge.payment_intent],
      ['charge.dispute.created', dispute, undefined, dispute.id, dispute.payment_intent],
      [
        'charge.dispute.updated',
        dispute,
        { status: 'warning_needs_response' },
        dispute.id,
        dispute.payment_intent,
      ],
      [
        'charge.dispute.closed',
        { ...dispute, status: 'lost' },
        undefined,
        dispute.id,
        dispute.payment_intent,
      ],
    ]
    for (const [type, object, previous, objectId, paymentIntentId] of cases) {
      it(`looks again at what ${type} is about`, async () => {
        await push(type, object, previous)
        expect(stored.map(({ eventType, apiVersion }) => ({ eventType, apiVersion }))).to.deep.equal([
          { eventType: type, apiVersion: '2026-10-28.endive' },
        ])
        expect(jobs.map(({ name, payload }) => ({ name, payload }))).to.deep.equal([
          {
            name: 'handle-stripe-event',
            payload: { events: [{ eventId: `evt_1Golden_${type}`, type }], objectId, paymentIntentId },
          },
        ])
      })
    }

    it('keeps what says nothing new', async () => {
      for (const type of ['charge.dispute.funds_withdrawn', 'charge.dispute.funds_reinstated']) {
        await push(type, dispute)
        expect(stored, type).to.have.length(1)
        expect(jobs, type).to.deep.equal([])
      }
    })
  })
})

import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { simulatorKeys } from '../../src/entrypoints/bootstrap/simulator-keys.ts'
import { uspsNumber } from '../../src/entrypoints/cli/walk-order.ts'
import { signPush } from '../../src/entrypoints/simulators/couriers/usps/push-signature.ts'
import { signatureHeader } from '../../src/entrypoints/simulators/stripe/webhook-signature.ts'
import { done, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { sql } from './world.ts'

const storedCount = async (): Promise<number> => {
  const [row] = await sql<{ count: number }>('select count(*)::int as count from webhook_events')
  return row?.count ?? -1
}

const nowInSeconds = (): number => Math.floor(Date.now() / 1000)

function aStripeEvent(): { id: string; body: string } {
  const id = `evt_${randomUUID().replaceAll('-', '')}`
  const event = {
    id,
    object: 'event',
    api_version: '2026-01-28',
    created: nowInSeconds(),
    type: 'customer.created',
    data: { object: { id: 'cus_1', object: 'customer' } },
  }
  return { id, body: JSON.stringify(event) }
}

const stripeHeaders = (
  body: string,
  at = nowInSeconds(),
  secret: string = simulatorKeys.stripe.webhookSecret,
) => ({
  'stripe-signature': signatureHeader(body, at, [secret]),
})

function aPush(at = new Date()): { body: string; headers: Record<string, string> } {
  const timestamp = at.toISOString()
  const payload = JSON.stringify({ trackingNumber: uspsNumber(), trackingEvents: [] })
  return {
    body: JSON.stringify({ subscriptionId: 'sub-1', timestamp, payload }),
    headers: { 'x-hmac': signPush(timestamp, payload, simulatorKeys.usps.subscriptionSecret) },
  }
}

describe('API: webhooks', () => {
  usePlatform()

  describe('of Stripe', () => {
    it('are stored once, byte for byte', async () => {
      const { id, body } = aStripeEvent()
      const first = await done('receiveStripeWebhook', { body, headers: stripeHeaders(body) })
      expect(first.body).to.deep.equal({ received: true, duplicate: false })
      const again = await done('receiveStripeWebhook', { body, headers: stripeHeaders(body) })
      expect(again.body).to.deep.equal({ received: true, duplicate: true })
      const rows = await sql<{ body: Buffer }>('select body from webhook_events where event_id = $1', [id])
      expect(rows.map((row) => row.body.toString())).to.deep.equal([body])
    })

    it('are refused with a bad signature, and nothing is stored', async () => {
      const { id, body } = aStripeEvent()
      const bad: Record<string, string>[] = [
        {},
        { 'stripe-signature': 'nonsense' },
        stripeHeaders(body, nowInSeconds(), 'whsec_somebody_else'),
        stripeHeaders(`${body} `),
        stripeHeaders(body, nowInSeconds() - 3600),
      ]
      for (const headers of bad)
        await refused('receiveStripeWebhook', 400, 'signature_invalid', { body, headers })
      const rows = await sql('select from webhook_events where event_id = $1', [id])
      expect(rows).to.deep.equal([])
    })

    it('that could not be stored are refused, and their neighbours are taken', async () => {
      const before = await storedCount()
      const good = Array.from({ length: 5 }, aStripeEvent)
      const push = ({ body }: { body: string }) =>
        done('receiveStripeWebhook', { body, headers: stripeHeaders(body) })
      const refuse = (code: 'request_invalid' | 'signature_invalid', changes: object) => {
        const body = JSON.stringify({ ...JSON.parse(aStripeEvent().body), ...changes })
        return refused('receiveStripeWebhook', 400, code, { body, headers: stripeHeaders(body) })
      }
      const bad = [
        refuse('request_invalid', { data: undefined }),
        refuse('request_invalid', { data: {} }),
        refuse('request_invalid', { data: { object: { id: 'cus_\0' } } }),
        refuse('signature_invalid', { type: 'customer.\0' }),
        refuse('signature_invalid', { id: 'evt_\0' }),
      ]
      await Promise.all([...good.map(push), ...bad])
      expect(await storedCount()).to.equal(before + good.length)
    })

    it('are no other media type, not empty and not endless', async () => {
      const { body } = aStripeEvent()
      const headers = { ...stripeHeaders(body), 'content-type': 'text/plain' }
      await refused('receiveStripeWebhook', 415, 'media_type_not_supported', { body, headers })
      await refused('receiveStripeWebhook', 400, 'request_invalid', {})
      const endless = JSON.stringify({ text: 'x'.repeat(1024 * 1024) })
      await refused('receiveStripeWebhook', 413, 'request_too_large', {
        body: endless,
        headers: stripeHeaders(endless),
      })
    })
  })

  describe('of couriers', () => {
    const params = { courierCode: 'USPS' }

    it('are stored once', async () => {
      const push = aPush()
      const first = await done('receiveCourierWebhook', { params, ...push })
      expect(first.body).to.deep.equal({ received: true, duplicate: false })
      const again = await done('receiveCourierWebhook', { params, ...push })
      expect(again.body).to.deep.equal({ received: true, duplicate: true })
    })

    it('are refused with a bad signature, and nothing is stored', async () => {
      const before = await storedCount()
      const good = aPush()
      const bad = [
        { body: good.body, headers: {} },
        { body: good.body, headers: aPush(new Date(0)).headers },
        {
          body: good.body.replace('sub-1', 'sub-1').replace('trackingEvents', 'trackingEvent'),
          headers: good.headers,
        },
        { body: '[]', headers: good.headers },
        aPush(new Date(Date.now() - 86_400_000)),
      ]
      for (const push of bad)
        await refused('receiveCourierWebhook', 401, 'webhook_signature_invalid', { params, ...push })
      expect(await storedCount()).to.equal(before)
    })

    it('come only from couriers that we know', async () => {
      await refused('receiveCourierWebhook', 404, 'not_found', { params: { courierCode: 'OWL' }, ...aPush() })
    })
  })
})

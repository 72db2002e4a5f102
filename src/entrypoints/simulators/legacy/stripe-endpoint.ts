import type Router from '@koa/router'
import type { Context } from 'koa'
import type { Journal } from '../machinery/journal.ts'
import { readBody } from '../machinery/request-body.ts'
import type { Table } from '../machinery/table.ts'
import { signWebhook } from '../stripe/webhook-signature.ts'

/** With which Stripe, and whoever forwards its events, sign by default. */
export const SHARED_STRIPE_SECRET = 'whsec_simulator_0123456789abcdef'

/** An event that was taken, and how often it came. */
export interface TakenEvent {
  type: string
  received: number
  signature: string
  lastReceivedAt: string
}

interface StripeEndpoint {
  events: Table<TakenEvent>
  journal: Journal
  secret: string
  isDown: () => boolean
}

const KEPT_EVENTS = 50_000
const TOLERANCE_SECONDS = 300

export function createStripeEvents(journal: Journal): Table<TakenEvent> {
  return journal.table('stripe_events', { limit: KEPT_EVENTS })
}

/** The older system's own endpoint for Stripe's events. It verifies as Stripe's libraries do, and tells repeats by id. */
export function addStripeEndpoint(router: Router, endpoint: StripeEndpoint): void {
  const { events, journal } = endpoint
  router.post('/webhooks/stripe', async (ctx) => {
    const text = (await readBody(ctx.req)) ?? ''
    const signature = ctx.get('stripe-signature')
    const fault = faultOf(text, signature, endpoint.secret)
    if (endpoint.isDown()) answer(ctx, 503, 'The system is down for maintenance.')
    else if (fault !== null) answer(ctx, 400, fault)
    else {
      const { id, type } = JSON.parse(text) as { id: string; type: string }
      const received = (events.get(id)?.received ?? 0) + 1
      journal.commit(() => {
        events.put(id, { type, received, signature, lastReceivedAt: new Date().toISOString() })
      })
      answer(ctx, 200, received === 1 ? 'taken' : 'known already')
    }
  })
  router.get('/control/stripe-events/:id', (ctx) => {
    const event = events.get(ctx.params['id'] ?? '')
    ctx.status = event === undefined ? 404 : 200
    ctx.body = event ?? { error: 'There is no such event.' }
  })
}

function answer(ctx: Context, status: number, message: string): void {
  ctx.status = status
  ctx.body = { message }
}

function faultOf(body: string, header: string, secret: string): string | null {
  const signedAt = Number(/(?:^|,)t=(\d+)/.exec(header)?.[1] ?? 0)
  const given = [...header.matchAll(/(?:^|,)v1=([0-9a-f]{64})/g)].map(([, digest]) => digest)
  if (!given.includes(signWebhook(body, signedAt, secret))) return 'No signature fits the body.'
  const age = Math.abs(Date.now() / 1000 - signedAt)
  return age > TOLERANCE_SECONDS ? 'The timestamp is outside the tolerance zone.' : null
}

import { createHmac } from 'node:crypto'
import type { OrderView } from '../../../src/application/ports/order-reader.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { builtInOrder } from '../../../src/entrypoints/cli/order-file.ts'
import { type Stage, walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { atRest } from '../../support/at-rest.ts'
import type { TestPlatform } from '../../support/platform.ts'

const SECRET = 'whsec_simulator_0123456789abcdef'

export interface StripeEvent {
  id: string
  type: string
  data: { object: { id: string; status?: string; payment_intent?: string | null } }
}

/** What a test does at Stripe and what it reads there, about one platform. */
export interface StripeSide {
  /** An order of the development world, taken so far. */
  order(upTo: Stage): Promise<OrderView>
  read(orderId: string): Promise<OrderView>
  waitFor(orderId: string, what: string, isDone: (order: OrderView) => boolean): Promise<OrderView>
  pay(sessionId: string, outcome: string): Promise<void>
  faults(faults: Record<string, unknown>): Promise<void>
  /** Stripe's own word on an object. */
  get<T>(path: string): Promise<T>
  /** Every event about one checkout session or its payment, oldest first. */
  eventsOf(sessionId: string): Promise<StripeEvent[]>
  resend(eventId: string): Promise<void>
  /** Signs and posts an event to the platform, as Stripe would; the answer's status. */
  push(event: StripeEvent): Promise<number>
  /** No push waits at Stripe; no event and no job waits here. */
  settled(): Promise<void>
}

export const sessionOf = (order: OrderView): string => order.checkout_session?.provider_session_id ?? ''

export function stripeSide(platform: TestPlatform): StripeSide {
  const { api, simulators } = platform
  const read = (orderId: string) => api.get<OrderView>(`/v1/orders/${orderId}`)
  async function get<T>(path: string): Promise<T> {
    const headers = { authorization: 'Bearer sk_test_simulator' }
    return (await (await fetch(`${simulators.stripe}${path}`, { headers })).json()) as T
  }
  return {
    read,
    get,
    order: (upTo) => walkOrder({ api, simulators, order: builtInOrder, upTo, report: () => undefined }),
    waitFor: (orderId, what, isDone) => until(what, () => read(orderId), isDone, 8000),
    async pay(sessionId, outcome) {
      await platform.control(`${simulators.stripe}/control/sessions/${sessionId}/pay`, { outcome })
    },
    async faults(faults) {
      await platform.control(`${simulators.stripe}/control/faults`, faults, 'PUT')
    },
    async eventsOf(sessionId) {
      const { payment_intent: intent } = await get<{ payment_intent: string | null }>(
        `/v1/checkout/sessions/${sessionId}`,
      )
      const { data } = await get<{ data: StripeEvent[] }>('/v1/events?limit=100')
      return data
        .filter(({ data: { object } }) =>
          [object.id, object.payment_intent].some((one) => one === sessionId || (one ?? '') === intent),
        )
        .reverse()
    },
    async resend(eventId) {
      await platform.control(`${simulators.stripe}/control/events/${eventId}/resend`, {})
    },
    async push(event) {
      const body = JSON.stringify(event)
      const at = Math.floor(Date.now() / 1000)
      const signature = createHmac('sha256', SECRET)
        .update(`${String(at)}.${body}`)
        .digest('hex')
      const response = await fetch(`${platform.apiUrl}/v1/webhooks/stripe`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'stripe-signature': `t=${String(at)},v1=${signature}`,
        },
        body,
      })
      await response.arrayBuffer()
      return response.status
    },
    async settled() {
      await until(
        'every push to be answered',
        () => get<{ webhooksPending: number }>('/control/stats'),
        ({ webhooksPending }) => webhooksPending === 0,
      )
      await atRest(platform.databaseUrl)
    },
  }
}

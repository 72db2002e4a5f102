import { newest } from '../machinery/newest.ts'
import {
  actionButton,
  ago,
  countsSection,
  faultsSection,
  html,
  type Markup,
  page,
  table,
} from '../machinery/page.ts'
import type { PushRow } from '../machinery/push-queue.ts'
import type { StripeWorld } from './call.ts'
import { money } from './money-text.ts'
import type { SessionRow } from './objects.ts'
import type { WebhookEndpoint } from './webhooks.ts'

const SHOWN_ROWS = 25

export function controlScreen(world: StripeWorld, endpoint: WebhookEndpoint): string {
  const { state, webhooks } = world
  const counts = webhooks.queue.counts()
  return page('Stripe simulator', `Webhooks go to ${endpoint.url}`, [
    countsSection({
      ...state.counters,
      webhooksDelivered: counts.delivered,
      webhooksPending: counts.pending,
    }),
    html`<section><h2>Latest sessions</h2>${table(
      ['Session', 'Total', 'State', 'Made', 'Do'],
      newest(state.sessions, SHOWN_ROWS).map(([id, row]) => [
        html`<a href="/c/pay/${id}"><code>${id.slice(0, 24)}…</code></a><br><code>${JSON.stringify(row.session.metadata)}</code>`,
        money(row.session.amount_total, row.session.currency),
        html`${row.session.status}<br><span class="soft">${row.session.payment_status}</span>`,
        ago(row.session.created * 1000),
        sessionActions(id, row),
      ]),
    )}</section>`,
    html`<section><h2>Latest webhooks</h2>${table(
      ['Event', 'State', 'Attempts', 'Last answer', 'Made', ''],
      newest(webhooks.queue.rows, SHOWN_ROWS).map(([, push]) => [
        html`${state.events.get(push.subjectId)?.type ?? 'gone'}<br><code>${push.subjectId}</code>`,
        pushState(push),
        push.attempts,
        push.lastError ?? push.lastStatus ?? '–',
        ago(push.createdAt),
        actionButton('Resend', `/control/events/${push.subjectId}/resend`),
      ]),
    )}</section>`,
    html`<section><h2>Latest refunds</h2>${table(
      ['Refund', 'Amount', 'Status', 'Do'],
      newest(state.refunds, 10).map(([id, refund]) => [
        html`<code>${id}</code>`,
        money(refund.amount, refund.currency),
        refund.status,
        ['succeeded', 'failed'].map((status) => actionButton(status, `/control/refunds/${id}`, { status })),
      ]),
    )}</section>`,
    html`<section><h2>Latest disputes</h2>${table(
      ['Dispute', 'Amount', 'Status', 'Do'],
      newest(state.disputes, 10).map(([id, dispute]) => [
        html`<code>${id}</code>`,
        money(dispute.amount, dispute.currency),
        dispute.status,
        ['won', 'lost'].map((outcome) => actionButton(outcome, `/control/disputes/${id}`, { outcome })),
      ]),
    )}</section>`,
    html`<section><h2>Emit any event</h2><form data-action="/control/events">
<p><input name="type" value="checkout.session.completed" size="40"></p>
<p><textarea name="object" data-kind="json" rows="4" cols="80">{"id":"cs_test_unknown","object":"checkout.session","metadata":{"orderId":"ord_unknown"}}</textarea></p>
<button class="main">Emit</button></form></section>`,
    faultsSection(world.faults),
  ])
}

function sessionActions(id: string, row: SessionRow): Markup[] {
  const { status, payment_status: paid } = row.session
  const path = `/control/sessions/${id}/pay`
  const pay = (label: string, outcome: string): Markup => actionButton(label, path, { outcome })
  if (status === 'open') {
    return [
      pay('Pay', 'succeed'),
      pay('Decline', 'decline'),
      pay('Bank debit', 'async'),
      pay('Expire', 'expire'),
    ]
  }
  if (status === 'complete' && paid === 'unpaid') {
    return [pay('Debit succeeds', 'async_succeed'), pay('Debit fails', 'async_fail')]
  }
  if (paid !== 'paid') return []
  return [
    actionButton('Refund', '/control/refunds', { session: id }),
    actionButton('Dispute', '/control/disputes', { session: id }),
  ]
}

function pushState(push: PushRow): Markup {
  const tone = push.state === 'delivered' ? 'good' : push.state === 'pending' ? 'soft' : 'bad'
  return html`<span class="${tone}">${push.state.replace('_', ' ')}</span>`
}

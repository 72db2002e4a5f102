import type Router from '@koa/router'
import { html, type Markup, page, table } from '../machinery/page.ts'
import type { StripeWorld } from './call.ts'
import { money } from './money-text.ts'
import type { SessionRow } from './objects.ts'
import { PAY_OUTCOMES, playOutcome } from './payments.ts'

const NOTICES: Readonly<Record<string, string>> = {
  declined: 'Your card was declined. Try another one.',
  gone: 'That is no longer possible for this payment.',
}

/** The hosted page of a session. Plain forms, so that it works in any browser and without script. */
export function addPayPages(router: Router, world: StripeWorld): void {
  router.get('/c/pay/:id', (ctx) => {
    const row = world.state.sessions.get(ctx.params['id'] ?? '')
    ctx.type = 'html'
    if (row === undefined) {
      ctx.status = 404
      ctx.body = page('No such payment', 'This link belongs to no session of this simulator.', '')
      return
    }
    ctx.body = payPage(row, NOTICES[String(ctx.query['notice'])])
  })

  router.post('/c/pay/:id/:outcome', (ctx) => {
    const id = ctx.params['id'] ?? ''
    const row = world.state.sessions.get(id)
    const outcome = PAY_OUTCOMES.find((each) => each === ctx.params['outcome'])
    if (row === undefined || outcome === undefined) {
      ctx.status = 404
      return
    }
    const session = playOutcome(world, row, outcome)
    ctx.status = 303
    if (session === null) ctx.redirect(`/c/pay/${id}?notice=gone`)
    else if (outcome === 'decline') ctx.redirect(`/c/pay/${id}?notice=declined`)
    else if (outcome === 'succeed' || outcome === 'async') {
      ctx.redirect(session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', id))
    } else ctx.redirect(`/c/pay/${id}`)
    ctx.status = 303
  })
}

function payPage(row: SessionRow, notice: string | undefined): string {
  const { session, lines } = row
  const total = money(session.amount_total, session.currency)
  const back = session.cancel_url
  const isLinkable = back !== null && /^https?:/.test(back)
  return page(`Pay ${total}`, session.customer_email ?? 'Test payment: no money moves', [
    notice === undefined ? '' : html`<section class="bad" role="alert">${notice}</section>`,
    html`<section><h2>Your order</h2>${table(
      ['Item', 'Quantity', 'Amount'],
      [
        ...lines.map((line) => [line.description, line.quantity, money(line.amount_total, line.currency)]),
        [html`<strong>Total</strong>`, '', html`<strong>${total}</strong>`],
      ],
    )}</section>`,
    html`<section>${choices(row)}</section>`,
    isLinkable ? html`<p><a href="${back}">Back to the shop</a></p>` : '',
  ])
}

function choices(row: SessionRow): Markup {
  const { session } = row
  const choice = (label: string, outcome: string, isMain = false): Markup =>
    html`<form method="post" action="/c/pay/${session.id}/${outcome}" style="display:inline"><button class="${isMain ? 'main' : ''}">${label}</button></form>`
  if (session.status === 'open') {
    return html`<h2>Choose how this payment goes</h2>${choice('Pay by card', 'succeed', true)}
${choice('Card is declined', 'decline')} ${choice('Pay by bank debit', 'async')} ${choice('Let the link expire', 'expire')}`
  }
  if (session.status === 'complete' && session.payment_status === 'unpaid') {
    return html`<h2>The bank debit is under way</h2>${choice('The debit succeeds', 'async_succeed', true)}
${choice('The debit fails', 'async_fail')}`
  }
  return session.status === 'expired'
    ? html`<h2>This link has expired</h2><p>Ask the shop for a new one.</p>`
    : html`<h2>Paid</h2><p class="good">This payment is complete.</p>`
}

import { randomId } from '../machinery/random-id.ts'
import { nowSeconds, type StripeWorld } from './call.ts'
import type { Charge, PaymentIntent, Session, SessionRow } from './objects.ts'
import { failureOf, newCharge, newIntent, newInvoicePayment, type PaymentMethod } from './payment-shapes.ts'
import type { EventSource } from './webhooks.ts'

export const PAY_OUTCOMES = ['succeed', 'decline', 'async', 'async_succeed', 'async_fail', 'expire'] as const
export type PayOutcome = (typeof PAY_OUTCOMES)[number]

/** What the customer, or the customer's bank, did. Null when the session is in no state for it. */
export function playOutcome(world: StripeWorld, row: SessionRow, outcome: PayOutcome): Session | null {
  const { session } = row
  const isOpen = session.status === 'open'
  const awaitsBank =
    session.status === 'complete' && session.payment_status === 'unpaid' && !hasFailed(world, row)
  return world.state.commit(() => {
    switch (outcome) {
      case 'succeed':
        return isOpen ? payByCard(world, row) : null
      case 'decline':
        return isOpen ? declineCard(world, row) : null
      case 'async':
        return isOpen ? submitBankDebit(world, row).session : null
      case 'async_succeed':
        if (isOpen) return settleBankDebit(world, submitBankDebit(world, row))
        return awaitsBank ? settleBankDebit(world, row) : null
      case 'async_fail':
        if (isOpen) return bounceBankDebit(world, submitBankDebit(world, row))
        return awaitsBank ? bounceBankDebit(world, row) : null
      case 'expire':
        return isOpen ? expireSession(world, row) : null
    }
  })
}

function hasFailed(world: StripeWorld, row: SessionRow): boolean {
  const intentId = row.session.payment_intent
  return intentId !== null && world.state.intents.get(intentId)?.status !== 'processing'
}

export function expireSession(world: StripeWorld, row: SessionRow, source?: EventSource): Session {
  const session: Session = { ...row.session, status: 'expired', url: null }
  world.state.sessions.put(session.id, { ...row, session })
  world.state.count('sessionsExpired')
  const about = source === undefined ? {} : { source }
  const intent = session.payment_intent === null ? undefined : world.state.intents.get(session.payment_intent)
  if (intent !== undefined) {
    const canceled: PaymentIntent = {
      ...intent,
      status: 'canceled',
      canceled_at: nowSeconds(),
      cancellation_reason: 'automatic',
    }
    world.state.intents.put(intent.id, canceled)
    world.webhooks.emit('payment_intent.canceled', canceled, about)
  }
  world.webhooks.emit('checkout.session.expired', session, about)
  return session
}

function payByCard(world: StripeWorld, row: SessionRow): Session {
  if (row.session.amount_total === 0) return completeForNothing(world, row)
  const intent = intentOf(world, row)
  const charge = newCharge(intent, 'card', 'succeeded')
  world.state.charges.put(charge.id, charge)
  world.webhooks.emit('charge.succeeded', charge)
  const paid = succeedIntent(world, intent, charge)
  const session = complete(world, row, paid, 'paid')
  world.webhooks.emit('checkout.session.completed', session)
  bookCharge(world, charge)
  world.state.count('sessionsPaid')
  return session
}

function completeForNothing(world: StripeWorld, row: SessionRow): Session {
  const session = complete(world, row, null, 'no_payment_required')
  world.webhooks.emit('checkout.session.completed', session)
  world.state.count('sessionsPaid')
  return session
}

function declineCard(world: StripeWorld, row: SessionRow): Session {
  const intent = intentOf(world, row)
  failIntent(world, intent, 'card')
  // The session stays open: the customer may try another card.
  const session: Session = { ...row.session, payment_intent: intent.id }
  world.state.sessions.put(session.id, { ...row, session })
  return session
}

function submitBankDebit(world: StripeWorld, row: SessionRow): SessionRow {
  const intent = intentOf(world, row)
  const charge = newCharge(intent, 'us_bank_account', 'pending')
  world.state.charges.put(charge.id, charge)
  world.webhooks.emit('charge.pending', charge)
  const processing: PaymentIntent = {
    ...intent,
    status: 'processing',
    latest_charge: charge.id,
    last_payment_error: null,
    payment_method: charge['payment_method'],
  }
  world.state.intents.put(intent.id, processing)
  world.webhooks.emit('payment_intent.processing', processing)
  const session = complete(world, row, processing, 'unpaid')
  world.webhooks.emit('checkout.session.completed', session)
  return { ...row, session }
}

function settleBankDebit(world: StripeWorld, row: SessionRow): Session | null {
  const held = pendingDebit(world, row)
  if (held === null) return null
  const { amount } = held.charge
  const charge: Charge = {
    ...held.charge,
    status: 'succeeded',
    amount_captured: amount,
    captured: true,
    paid: true,
  }
  world.state.charges.put(charge.id, charge)
  world.webhooks.emit('charge.succeeded', charge)
  const paid = succeedIntent(world, held.intent, charge)
  const session = complete(world, row, paid, 'paid')
  world.webhooks.emit('checkout.session.async_payment_succeeded', session)
  bookCharge(world, charge)
  world.state.count('sessionsPaid')
  return session
}

function bounceBankDebit(world: StripeWorld, row: SessionRow): Session | null {
  const held = pendingDebit(world, row)
  if (held === null) return null
  failIntent(world, held.intent, 'us_bank_account', held.charge)
  world.webhooks.emit('checkout.session.async_payment_failed', row.session)
  return row.session
}

function pendingDebit(world: StripeWorld, row: SessionRow): { intent: PaymentIntent; charge: Charge } | null {
  const intent = world.state.intents.get(row.session.payment_intent ?? '')
  const charge = world.state.charges.get(intent?.latest_charge ?? '')
  return intent === undefined || charge === undefined ? null : { intent, charge }
}

function intentOf(world: StripeWorld, row: SessionRow): PaymentIntent {
  const earlier = world.state.intents.get(row.session.payment_intent ?? '')
  if (earlier !== undefined) return earlier
  const intent = newIntent(row)
  world.state.intents.put(intent.id, intent)
  world.webhooks.emit('payment_intent.created', intent)
  return intent
}

function succeedIntent(world: StripeWorld, intent: PaymentIntent, charge: Charge): PaymentIntent {
  const paid: PaymentIntent = {
    ...intent,
    status: 'succeeded',
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    payment_method: charge['payment_method'],
  }
  world.state.intents.put(intent.id, paid)
  world.webhooks.emit('payment_intent.succeeded', paid)
  return paid
}

function failIntent(
  world: StripeWorld,
  intent: PaymentIntent,
  method: PaymentMethod,
  pending?: Charge,
): void {
  const failure = failureOf(method)
  const failed = newCharge(intent, method, 'failed')
  const charge = pending === undefined ? failed : { ...failed, id: pending.id, created: pending.created }
  world.state.charges.put(charge.id, charge)
  world.webhooks.emit('charge.failed', charge)
  const unpaid: PaymentIntent = {
    ...intent,
    status: 'requires_payment_method',
    latest_charge: charge.id,
    last_payment_error: {
      charge: charge.id,
      code: failure.code,
      decline_code: failure.declineCode,
      message: failure.message,
      type: failure.type,
    },
  }
  world.state.intents.put(intent.id, unpaid)
  world.webhooks.emit('payment_intent.payment_failed', unpaid)
  world.state.count('paymentsFailed')
}

function complete(
  world: StripeWorld,
  row: SessionRow,
  intent: PaymentIntent | null,
  paymentStatus: Session['payment_status'],
): Session {
  const invoiced =
    row.wantsInvoice && intent !== null && paymentStatus === 'paid' ? newInvoicePayment(row, intent.id) : null
  const session: Session = {
    ...row.session,
    customer_details: {
      address: null,
      email: row.session.customer_email ?? 'payer@example.com',
      name: 'Pat Example',
      phone: null,
      tax_exempt: 'none',
      tax_ids: [],
    },
    invoice: invoiced?.invoice.id ?? row.session.invoice,
    payment_intent: intent?.id ?? null,
    payment_status: paymentStatus,
    status: 'complete',
    url: null,
  }
  world.state.sessions.put(session.id, { ...row, session })
  if (invoiced !== null) {
    world.state.invoicePayments.put(invoiced.payment.id, invoiced.payment)
    world.webhooks.emit('invoice_payment.paid', invoiced.payment)
    world.webhooks.emit('invoice.paid', invoiced.invoice)
  }
  return session
}

function bookCharge(world: StripeWorld, charge: Charge): void {
  const booked: Charge = { ...charge, balance_transaction: randomId('txn_3', 23) }
  world.state.charges.put(charge.id, booked)
  world.webhooks.emit('charge.updated', booked, { previous: { balance_transaction: null } })
}

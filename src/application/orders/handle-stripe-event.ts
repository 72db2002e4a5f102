import type { ProviderCheckout } from '../../domain/orders/payment.ts'
import type { JobPayloads } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { PaymentGateway, ProviderRefund } from '../ports/payment-gateway.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { recordProviderRefund } from '../refunding.ts'
import { convergeCheckout } from './converge-checkout.ts'
import { recordDispute } from './record-dispute.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  gateway: PaymentGateway
  clock: Clock
  ids: IdGenerator
}

/** The events that make us look at Stripe; every other verified event is stored and left alone. */
export const wantedStripeEvents: ReadonlySet<string> = new Set([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.processing',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
])

/** A stored event is a hint: fetch what Stripe says now, then converge in one transaction. */
export function handleStripeEvent(deps: Dependencies) {
  return async (input: JobPayloads['handle-stripe-event'], context: ActionContext): Promise<JobOutcome> => {
    const eventIds = input.events.map(({ eventId }) => eventId)
    const finish = (store: Store, status: 'processed' | 'ignored', note: string | null) =>
      store.webhooks.finish('stripe', eventIds, status, note, deps.clock.now())

    if (isAboutRefunds(input.events[0].type)) {
      const refunds = await reportedRefunds(deps, input)
      if (!(await arePaymentsBooked(deps, context, refunds))) {
        return { outcome: 'retry', reason: 'the refunded payment is not recorded yet' }
      }
      await deps.unitOfWork.conclude(context, async (store) => {
        await recordRefunds(deps, store, refunds)
        await finish(store, 'processed', null)
      })
      return { outcome: 'done' }
    }
    if (isAboutDisputes(input.events[0].type)) {
      const dispute = await deps.gateway.findDispute(input.objectId)
      const disputes = dispute === null ? [] : [dispute]
      if (!(await arePaymentsBooked(deps, context, disputes))) {
        return { outcome: 'retry', reason: 'the disputed payment is not recorded yet' }
      }
      await deps.unitOfWork.conclude(context, async (store) => {
        for (const reported of disputes) {
          const paymentId = await store.refunds.paymentBehind(reported.paymentIntentId ?? '')
          if (paymentId !== null) await recordDispute(deps, store, paymentId, reported)
        }
        await finish(store, 'processed', null)
      })
      return { outcome: 'done' }
    }
    const checkout = await reportedCheckout(deps, input)
    await deps.unitOfWork.conclude(context, async (store) => {
      if (checkout === null) return finish(store, 'ignored', 'no checkout session belongs to this')
      await convergeCheckout(deps, store, checkout, input.events)
      return finish(store, 'processed', null)
    })
    return { outcome: 'done' }
  }
}

/** Refunds are looked up one by one, whatever they came with. */
export function isAboutRefunds(type: string): boolean {
  return type.startsWith('refund.') || type === 'charge.refunded'
}

export function isAboutDisputes(type: string): boolean {
  return type.startsWith('charge.dispute.')
}

function reportedCheckout(
  deps: Dependencies,
  input: JobPayloads['handle-stripe-event'],
): Promise<ProviderCheckout | null> {
  return input.events[0].type.startsWith('checkout.session.')
    ? deps.gateway.findCheckout(input.objectId)
    : deps.gateway.findCheckoutByPayment(input.objectId)
}

async function reportedRefunds(
  deps: Dependencies,
  input: JobPayloads['handle-stripe-event'],
): Promise<ProviderRefund[]> {
  if (input.events[0].type !== 'charge.refunded') {
    const refund = await deps.gateway.findRefund(input.objectId)
    return refund === null ? [] : [refund]
  }
  return input.paymentIntentId === null ? [] : deps.gateway.listRefunds(input.paymentIntentId)
}

/** A refund's event may overtake its payment, or the invoice to be credited; then it waits for a later attempt. */
function arePaymentsBooked(
  deps: Dependencies,
  context: ActionContext,
  refunds: readonly { paymentIntentId: string | null }[],
): Promise<boolean> {
  return deps.unitOfWork.run(context, async (store) => {
    for (const { paymentIntentId } of refunds) {
      if (paymentIntentId === null) continue
      const paymentId = await store.refunds.paymentBehind(paymentIntentId)
      if (paymentId === null || (await store.refunds.awaitsInvoice(paymentId))) return false
    }
    return true
  })
}

async function recordRefunds(
  deps: Dependencies,
  store: Store,
  refunds: readonly ProviderRefund[],
): Promise<void> {
  for (const reported of refunds) {
    if (reported.paymentIntentId === null) continue
    const paymentId = await store.refunds.paymentBehind(reported.paymentIntentId)
    if (paymentId !== null) await recordProviderRefund(deps, store, paymentId, reported)
  }
}

import type Stripe from 'stripe'
import type {
  ListedCheckout,
  ListedPayment,
  PaymentGateway,
  Span,
} from '../../application/ports/payment-gateway.ts'
import { providerCheckout } from './provider-checkout.ts'
import { providerDispute } from './stripe-disputes.ts'
import { findAtStripe } from './stripe-failures.ts'
import { pagesOf } from './stripe-pages.ts'
import { providerRefund } from './stripe-refunds.ts'

type Lists = Pick<
  PaymentGateway,
  'checkoutsWithin' | 'paymentsWithin' | 'chargesWithin' | 'refundsWithin' | 'disputesWithin' | 'findPayment'
>

export function stripeLists(stripe: Stripe): Lists {
  const { checkout, paymentIntents, charges, refunds, disputes } = stripe
  const { sessions } = checkout
  return {
    async *checkoutsWithin(span) {
      const wanted = { created: createdIn(span), expand: ['data.payment_intent'] }
      const pages = pagesOf((page) => sessions.list({ ...page, ...wanted }), listedCheckout)
      for await (const page of pages) yield page.filter((one) => one !== null)
    },

    paymentsWithin: (span) =>
      pagesOf((page) => paymentIntents.list({ ...page, created: createdIn(span) }), listedPayment),

    chargesWithin: (span) =>
      pagesOf(
        (page) => charges.list({ ...page, created: createdIn(span) }),
        (charge) => ({
          id: charge.id,
          paymentIntentId: idOf(charge.payment_intent),
          refundedMinor: BigInt(charge.amount_refunded),
          currency: charge.currency.toUpperCase(),
          createdAt: atSecond(charge.created),
        }),
      ),

    refundsWithin: (span) =>
      pagesOf(
        (page) => refunds.list({ ...page, created: createdIn(span) }),
        (refund) => ({ ...providerRefund(refund), createdAt: atSecond(refund.created) }),
      ),

    disputesWithin: (span) =>
      pagesOf(
        (page) => disputes.list({ ...page, created: createdIn(span) }),
        (dispute) => ({ ...providerDispute(dispute), createdAt: atSecond(dispute.created) }),
      ),

    async findPayment(paymentIntentId) {
      const intent = await findAtStripe(paymentIntentId, () => paymentIntents.retrieve(paymentIntentId))
      return intent === null ? null : listedPayment(intent)
    },
  }
}

function listedCheckout(session: Stripe.Checkout.Session): ListedCheckout | null {
  const known = providerCheckout(session)
  return known === null ? null : { ...known, createdAt: atSecond(session.created) }
}

function listedPayment(intent: Stripe.PaymentIntent): ListedPayment {
  return {
    id: intent.id,
    status: intent.status,
    receivedMinor: BigInt(intent.amount_received),
    currency: intent.currency.toUpperCase(),
    createdAt: atSecond(intent.created),
  }
}

/** Stripe counts whole seconds: a second that the span only touches is asked for, too. */
function createdIn({ from, to }: Span): { gte: number; lt: number } {
  return { gte: Math.floor(from.getTime() / 1000), lt: Math.ceil(to.getTime() / 1000) }
}

function atSecond(seconds: number): Date {
  return new Date(seconds * 1000)
}

function idOf(value: string | { id: string } | null): string | null {
  return typeof value === 'string' ? value : (value?.id ?? null)
}

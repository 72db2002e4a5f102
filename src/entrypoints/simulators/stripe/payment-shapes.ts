import { randomId } from '../machinery/random-id.ts'
import { nowSeconds } from './call.ts'
import type { Charge, InvoicePayment, PaymentIntent, SessionRow, StripeObject } from './objects.ts'

export type PaymentMethod = 'card' | 'us_bank_account'

export function newIntent(row: SessionRow): PaymentIntent {
  const { session } = row
  const id = randomId('pi_3', 23)
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: session.amount_total,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${randomId('', 20)}`,
    confirmation_method: 'automatic',
    created: nowSeconds(),
    currency: session.currency,
    customer: session['customer'],
    customer_account: null,
    description: row.intentDescription,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: row.intentMetadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: session['payment_method_types'],
    payment_record: null,
    processing: null,
    receipt_email: session.customer_email,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_group: null,
  }
}

export function newCharge(intent: PaymentIntent, method: PaymentMethod, status: Charge['status']): Charge {
  const id = randomId('ch_3', 23)
  const isCaptured = status === 'succeeded'
  const hasFailed = status === 'failed'
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: isCaptured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    // Filled a moment later: the `charge.updated` event is how one hears of it.
    balance_transaction: null,
    billing_details: {
      address: null,
      email: intent['receipt_email'],
      name: 'Pat Example',
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: 'SIMULATOR',
    captured: isCaptured,
    created: nowSeconds(),
    currency: intent.currency,
    customer: intent['customer'],
    description: intent['description'],
    disputed: false,
    failure_balance_transaction: null,
    failure_code: hasFailed ? failureOf(method).code : null,
    failure_message: hasFailed ? failureOf(method).message : null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: {
      network_status: hasFailed ? 'declined_by_network' : 'approved_by_network',
      type: hasFailed ? 'issuer_declined' : 'authorized',
    },
    paid: isCaptured,
    payment_intent: intent.id,
    payment_method: randomId('pm_1', 23),
    payment_method_details:
      method === 'card'
        ? {
            type: 'card',
            card: {
              brand: 'visa',
              country: 'US',
              exp_month: 12,
              exp_year: 2034,
              last4: hasFailed ? '0002' : '4242',
            },
          }
        : {
            type: 'us_bank_account',
            us_bank_account: { bank_name: 'STRIPE TEST BANK', last4: hasFailed ? '1116' : '6789' },
          },
    receipt_email: intent['receipt_email'],
    receipt_number: null,
    receipt_url: isCaptured ? `https://pay.stripe.example/receipts/${id}` : null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status,
    transfer_data: null,
    transfer_group: null,
  }
}

export function failureOf(method: PaymentMethod): {
  code: string
  declineCode: string
  message: string
  type: string
} {
  return method === 'card'
    ? {
        code: 'card_declined',
        declineCode: 'generic_decline',
        message: 'Your card was declined.',
        type: 'card_error',
      }
    : {
        code: 'payment_intent_payment_attempt_failed',
        declineCode: 'insufficient_funds',
        message: 'The customer’s bank account has insufficient funds.',
        type: 'invalid_request_error',
      }
}

export function newInvoicePayment(
  row: SessionRow,
  intentId: string,
): { payment: InvoicePayment; invoice: StripeObject } {
  const { session } = row
  const now = nowSeconds()
  const invoiceId = randomId('in_1', 23)
  const money = { currency: session.currency, created: now, livemode: false }
  return {
    payment: {
      id: randomId('inpay_1', 23),
      object: 'invoice_payment',
      ...money,
      amount_paid: session.amount_total,
      amount_requested: session.amount_total,
      invoice: invoiceId,
      is_default: true,
      payment: { type: 'payment_intent', payment_intent: intentId },
      status: 'paid',
      status_transitions: { canceled_at: null, paid_at: now },
    },
    invoice: {
      id: invoiceId,
      object: 'invoice',
      ...money,
      amount_due: session.amount_total,
      amount_paid: session.amount_total,
      amount_remaining: 0,
      metadata: {},
      status: 'paid',
      total: session.amount_total,
    },
  }
}

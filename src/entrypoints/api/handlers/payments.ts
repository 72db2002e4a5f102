import type { InvoiceShare } from '../../../application/billing/allocate-locked.ts'
import { found } from '../../../application/found.ts'
import { checkedId, type Handlers, optionalId } from './handler.ts'

export const payments = {
  recordManualPayment: {
    run: (app, { body }, context) =>
      app.recordManualPayment(
        {
          companyId: checkedId('company', body.company_id),
          method: body.method,
          reference: body.reference,
          receivedOn: body.received_on,
          amountMinor: BigInt(body.amount_minor),
          currency: body.currency,
        },
        context,
      ),
    location: ({ id }) => `/v1/payments/${id}`,
  },

  getPayment: async (app, { params: { paymentId } }) =>
    found(await app.views.settlement.payment(paymentId), 'payment', paymentId),

  allocatePayment: {
    run: (app, { params, body }, context) =>
      app.allocatePayment(
        { paymentId: checkedId('paymentRecord', params.paymentId), allocations: sharesOf(body.allocations) },
        context,
      ),
  },

  reversePaymentAllocation: {
    run: (app, { params, body }, context) =>
      app.reversePaymentAllocation(
        {
          paymentId: checkedId('paymentRecord', params.paymentId),
          allocationId: checkedId('paymentAllocation', params.allocationId),
          reason: body.reason,
        },
        context,
      ),
  },

  getCompanyCredit: async (app, { params: { companyId } }) =>
    found(await app.views.settlement.credit(companyId), 'company', companyId),

  applyUnappliedPayment: {
    run: (app, { params, body }, context) =>
      app.applyUnappliedPayment(
        {
          unappliedPaymentId: checkedId('unappliedPayment', params.unappliedPaymentId),
          allocations: sharesOf(body.allocations),
        },
        context,
      ),
  },

  refundUnappliedPayment: {
    run: (app, { params, body }, context) =>
      app.refundUnappliedPayment(
        {
          unappliedPaymentId: checkedId('unappliedPayment', params.unappliedPaymentId),
          reason: body.reason,
          reference: body.reference ?? null,
        },
        context,
      ),
  },

  holdUnappliedPayment: {
    run: (app, { params, body }, context) =>
      app.holdUnappliedPayment(
        {
          unappliedPaymentId: checkedId('unappliedPayment', params.unappliedPaymentId),
          companyId: optionalId('company', body.company_id),
          note: body.note ?? null,
        },
        context,
      ),
  },
} satisfies Pick<
  Handlers,
  | 'recordManualPayment'
  | 'getPayment'
  | 'allocatePayment'
  | 'reversePaymentAllocation'
  | 'getCompanyCredit'
  | 'applyUnappliedPayment'
  | 'refundUnappliedPayment'
  | 'holdUnappliedPayment'
>

function sharesOf(allocations: readonly { invoice_id: string; amount_minor: number }[]): InvoiceShare[] {
  return allocations.map((share) => ({
    invoiceId: checkedId('invoice', share.invoice_id),
    amountMinor: BigInt(share.amount_minor),
  }))
}

import { found } from '../../../application/found.ts'
import { checkedId, type Handlers } from './handler.ts'

export const refunds = {
  createRefund: {
    run: (app, { params, body }, context) =>
      app.createRefund(
        {
          paymentId: checkedId('paymentRecord', params.paymentId),
          amountMinor: optionalAmount(body.amount_minor),
          lines: linesOf(body.lines),
          reason: body.reason,
          reference: body.reference ?? null,
        },
        context,
      ),
    location: ({ id }) => `/v1/refunds/${id}`,
  },

  listRefunds: { list: (app, { query }, page) => app.views.refunds.list(query, page) },

  getRefund: async (app, { params: { refundId } }) =>
    found(await app.views.refunds.refund(refundId), 'refund', refundId),

  retryRefund: {
    run: (app, { params }, context) =>
      app.retryRefund({ refundId: checkedId('refund', params.refundId) }, context),
    location: ({ id }) => `/v1/refunds/${id}`,
  },

  createCreditNote: {
    run: (app, { params, body }, context) =>
      app.createCreditNote(
        {
          invoiceId: checkedId('invoice', params.invoiceId),
          amountMinor: optionalAmount(body.amount_minor),
          lines: linesOf(body.lines),
          reason: body.reason,
        },
        context,
      ),
    location: ({ id }) => `/v1/credit-notes/${id}`,
  },

  listCreditNotes: { list: (app, { query }, page) => app.views.refunds.creditNotes(query, page) },

  getCreditNote: async (app, { params: { creditNoteId } }) =>
    found(await app.views.refunds.creditNote(creditNoteId), 'credit note', creditNoteId),

  getCreditNotePdf: {
    pdf: (app, { params: { creditNoteId } }) => app.getCreditNotePdf({ creditNoteId }),
  },

  listDisputes: { list: (app, { query }, page) => app.views.refunds.disputes(query, page) },

  getDispute: async (app, { params: { disputeId } }) =>
    found(await app.views.refunds.dispute(disputeId), 'dispute', disputeId),
} satisfies Pick<
  Handlers,
  | 'createRefund'
  | 'listRefunds'
  | 'getRefund'
  | 'retryRefund'
  | 'createCreditNote'
  | 'listCreditNotes'
  | 'getCreditNote'
  | 'getCreditNotePdf'
  | 'listDisputes'
  | 'getDispute'
>

function optionalAmount(amountMinor: number | undefined): bigint | null {
  return amountMinor === undefined ? null : BigInt(amountMinor)
}

function linesOf(lines: readonly { invoice_line_id: string; amount_minor: number }[] | undefined) {
  return (
    lines?.map((line) => ({
      invoiceLineId: checkedId('invoiceLine', line.invoice_line_id),
      amountMinor: BigInt(line.amount_minor),
    })) ?? null
  )
}

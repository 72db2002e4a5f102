import { found } from '../../../application/found.ts'
import type { Handlers } from './handler.ts'
import { countingRefusals } from './webhook-refusals.ts'

export const billing = {
  listInvoices: { list: (app, { query }, page) => app.views.billing.invoices(query, page) },

  getInvoice: async (app, { params: { invoiceId } }) =>
    found(await app.views.billing.invoice(invoiceId), 'invoice', invoiceId),

  getInvoicePdf: {
    pdf: (app, { params: { invoiceId }, query: { kind = 'invoice' } }) =>
      app.getInvoicePdf({ invoiceId, kind }),
  },

  listUnappliedPayments: { list: (app, { query }, page) => app.views.billing.unappliedPayments(query, page) },

  listPayments: { list: (app, { query }, page) => app.views.billing.payments(query, page) },

  receiveStripeWebhook: (app, { bytes, headers }) =>
    countingRefusals(app, 'stripe', () => {
      const signature = headers['stripe-signature']
      return app.receiveStripeWebhook({
        body: bytes,
        signature: typeof signature === 'string' ? signature : '',
        userAgent: headers['user-agent'] ?? '',
      })
    }),
} satisfies Pick<
  Handlers,
  | 'listInvoices'
  | 'getInvoice'
  | 'getInvoicePdf'
  | 'listUnappliedPayments'
  | 'listPayments'
  | 'receiveStripeWebhook'
>

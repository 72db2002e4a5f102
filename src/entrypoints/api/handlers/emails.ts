import { found } from '../../../application/found.ts'
import { checkedId, type Handlers } from './handler.ts'

export const emails = {
  listEmailDeliveries: { list: (app, { query }, page) => app.views.emails.list(query, page) },

  getEmailDelivery: async (app, { params: { emailDeliveryId } }) =>
    found(await app.views.emails.delivery(emailDeliveryId), 'email delivery', emailDeliveryId),

  resendEmailDelivery: {
    run: (app, { params }, context) =>
      app.resendEmailDelivery({ deliveryId: checkedId('emailDelivery', params.emailDeliveryId) }, context),
  },

  sendInvoice: {
    run: (app, { params, body }, context) =>
      app.sendInvoice(
        { invoiceId: checkedId('invoice', params.invoiceId), recipient: body.to ?? null },
        context,
      ),
    location: ({ id }) => `/v1/email-deliveries/${id}`,
  },
} satisfies Pick<Handlers, 'listEmailDeliveries' | 'getEmailDelivery' | 'resendEmailDelivery' | 'sendInvoice'>

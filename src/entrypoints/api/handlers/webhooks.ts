import { found } from '../../../application/found.ts'
import { checkedId, type Handlers } from './handler.ts'

const MINUTE_MS = 60_000

export const webhooks = {
  listWebhookDeliveries: {
    list: (app, { query }, page) => app.views.webhookDeliveries.deliveries(query, page),
  },

  getWebhookDelivery: async (app, { params: { webhookDeliveryId } }) =>
    found(
      await app.views.webhookDeliveries.delivery(webhookDeliveryId),
      'webhook delivery',
      webhookDeliveryId,
    ),

  listWebhookDivergence: {
    list: (app, { query }, page) => {
      const before = new Date(app.clock.now().getTime() - (query.min_age_minutes ?? 5) * MINUTE_MS)
      return app.views.webhookDeliveries.divergence(before, page)
    },
  },

  redeliverWebhook: {
    run: (app, { params }, context) =>
      app.redeliverWebhook({ deliveryId: checkedId('webhookDelivery', params.webhookDeliveryId) }, context),
  },

  redeliverWebhooks: {
    run: (app, { body }, context) =>
      app.redeliverWebhooks(
        {
          span: { from: new Date(body.from), to: new Date(body.to) },
          includesDelivered: body.include_delivered ?? false,
        },
        context,
      ),
  },
} satisfies Pick<
  Handlers,
  | 'listWebhookDeliveries'
  | 'getWebhookDelivery'
  | 'listWebhookDivergence'
  | 'redeliverWebhook'
  | 'redeliverWebhooks'
>

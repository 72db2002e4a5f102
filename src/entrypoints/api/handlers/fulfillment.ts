import { found } from '../../../application/found.ts'
import { checkedId, type Handlers } from './handler.ts'

export const fulfillment = {
  listFulfillments: { list: (app, { query }, page) => app.views.fulfillment.list(query, page) },

  createFulfillment: {
    run: (app, { body }, context) =>
      app.createFulfillment(
        {
          orderId: checkedId('order', body.order_id),
          items:
            body.items?.map(({ order_item_id, quantity }) => ({
              orderItemId: checkedId('orderItem', order_item_id),
              quantity,
            })) ?? null,
        },
        context,
      ),
    location: ({ id }) => `/v1/fulfillments/${id}`,
  },

  getFulfillment: async (app, { params: { fulfillmentOrderId } }) =>
    found(await app.views.fulfillment.detail(fulfillmentOrderId), 'fulfilment order', fulfillmentOrderId),
} satisfies Pick<Handlers, 'listFulfillments' | 'createFulfillment' | 'getFulfillment'>

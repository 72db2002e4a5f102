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

  placeHold: {
    run: (app, { params, body }, context) =>
      app.placeHold(
        {
          fulfillmentOrderId: checkedId('fulfillmentOrder', params.fulfillmentOrderId),
          reason: body.reason,
          note: body.note ?? null,
        },
        context,
      ),
    location: ({ id }) => `/v1/fulfillments/${id}`,
  },

  releaseHold: {
    run: (app, { params, body }, context) =>
      app.releaseHold(
        {
          fulfillmentOrderId: checkedId('fulfillmentOrder', params.fulfillmentOrderId),
          holdId: checkedId('fulfillmentHold', params.holdId),
          note: body?.note ?? null,
        },
        context,
      ),
  },

  splitFulfillment: {
    run: (app, { params, body }, context) =>
      app.splitFulfillment(
        {
          fulfillmentOrderId: checkedId('fulfillmentOrder', params.fulfillmentOrderId),
          items: body.items.map(({ fulfillment_item_id, quantity }) => ({
            fulfillmentItemId: checkedId('fulfillmentItem', fulfillment_item_id),
            quantity,
          })),
        },
        context,
      ),
    location: ({ id }) => `/v1/fulfillments/${id}`,
  },

  mergeFulfillments: {
    run: (app, { params, body }, context) =>
      app.mergeFulfillments(
        {
          fulfillmentOrderId: checkedId('fulfillmentOrder', params.fulfillmentOrderId),
          others: body.fulfillment_order_ids.map((id) => checkedId('fulfillmentOrder', id)),
        },
        context,
      ),
  },
} satisfies Pick<
  Handlers,
  | 'listFulfillments'
  | 'createFulfillment'
  | 'getFulfillment'
  | 'placeHold'
  | 'releaseHold'
  | 'splitFulfillment'
  | 'mergeFulfillments'
>

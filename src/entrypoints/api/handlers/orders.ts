import type { App } from '../../../application/app.ts'
import { found } from '../../../application/found.ts'
import type { SentCheckout } from '../../../application/orders/send-checkout.ts'
import type { ActionContext } from '../../../application/ports/unit-of-work.ts'
import { Refusal } from '../../../domain/shared/refusal.ts'
import { checkedId, type Handlers, optionalId } from './handler.ts'

const current = (app: App, { params }: { params: { orderId: string } }) =>
  app.views.orders.detail(params.orderId)

export const orders = {
  listOrders: { list: (app, { query }, page) => app.views.orders.list(query, page) },

  createOrder: {
    run: (app, { body }, context) =>
      app.createOrder(
        {
          companyId: checkedId('company', body.company_id),
          currency: body.currency ?? null,
          billingContactId: optionalId('contact', body.billing_contact_id),
          billingAddressId: optionalId('address', body.billing_address_id),
          purchaseOrderRef: body.purchase_order_ref ?? null,
          notes: body.notes ?? null,
          lines: body.lines.map(({ sku, quantity, bespoke }) => ({
            sku,
            quantity,
            description: bespoke?.description ?? null,
            bespokeCurrency: bespoke?.currency ?? null,
            bespoke:
              bespoke === undefined
                ? null
                : { unitAmountMinor: BigInt(bespoke.unit_amount_minor), notes: bespoke.notes },
          })),
        },
        context,
      ),
    location: ({ id }) => `/v1/orders/${id}`,
  },

  getOrder: async (app, { params: { orderId } }) =>
    found(await app.views.orders.detail(orderId), 'order', orderId),

  changeOrderStatus: {
    current,
    run: async (app, { params, body }, context) => {
      const orderId = checkedId('order', params.orderId)
      switch (body.move) {
        case 'send_checkout': {
          const input = { orderId, successUrl: null, cancelUrl: null, expiresInMinutes: null }
          return (await app.sendCheckout(input, answeringOrder(context))).order
        }
        case 'cancel':
          if (body.reason === undefined) refuseSilentCancel()
          return app.cancelOrder({ orderId, reason: body.reason, isRehearsal: false }, context)
      }
    },
  },

  sendCheckout: {
    current,
    run: (app, { params, body }, context) =>
      app.sendCheckout(
        {
          orderId: checkedId('order', params.orderId),
          successUrl: body?.success_url ?? null,
          cancelUrl: body?.cancel_url ?? null,
          expiresInMinutes: body?.expires_in_minutes ?? null,
        },
        context,
      ),
    location: ({ order }) => `/v1/orders/${order.id}`,
  },

  acceptPrices: {
    current,
    run: (app, { params, body }, context) =>
      app.acceptPrices(
        {
          orderId: checkedId('order', params.orderId),
          prices: body.prices.map(({ order_item_id, unit_amount_minor, currency }) => ({
            orderItemId: order_item_id,
            unitAmountMinor: BigInt(unit_amount_minor),
            currency,
          })),
        },
        context,
      ),
  },

  cancelOrder: {
    current,
    run: (app, { params, query, body }, context) =>
      app.cancelOrder(
        {
          orderId: checkedId('order', params.orderId),
          reason: body.reason,
          isRehearsal: query.validate_only ?? false,
        },
        context,
      ),
  },

  getOrderBlockers: async (app, { params: { orderId } }) => ({
    data: found(await app.views.orders.detail(orderId), 'order', orderId).blockers,
  }),
} satisfies Pick<
  Handlers,
  | 'listOrders'
  | 'createOrder'
  | 'getOrder'
  | 'changeOrderStatus'
  | 'sendCheckout'
  | 'acceptPrices'
  | 'cancelOrder'
  | 'getOrderBlockers'
>

/** Sending a checkout answers with the order only, here: what is remembered under a key must be that answer. */
function answeringOrder(context: ActionContext): ActionContext {
  const { alongside } = context
  if (alongside === null) return context
  return { ...context, alongside: (executor, sent) => alongside(executor, (sent as SentCheckout).order) }
}

function refuseSilentCancel(): never {
  throw new Refusal('request_invalid', 'A cancellation needs its reason.', {}, [
    { pointer: '/reason', detail: 'is required to cancel' },
  ])
}

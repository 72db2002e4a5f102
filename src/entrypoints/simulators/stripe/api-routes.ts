import type Router from '@koa/router'
import type { AnswerCall } from './api.ts'
import type { StripeOperation } from './call.ts'
import * as sessions from './checkout-sessions.ts'
import * as prices from './prices.ts'
import * as products from './products.ts'
import * as reads from './reads.ts'
import * as refunds from './refunds.ts'

const ROUTES: readonly [method: 'get' | 'post' | 'delete', path: string, operation: StripeOperation][] = [
  ['post', '/v1/checkout/sessions', sessions.createSession],
  ['get', '/v1/checkout/sessions', sessions.listSessions],
  ['get', '/v1/checkout/sessions/:id', sessions.getSession],
  ['post', '/v1/checkout/sessions/:id', sessions.updateSession],
  ['post', '/v1/checkout/sessions/:id/expire', sessions.expireOpenSession],
  ['get', '/v1/checkout/sessions/:id/line_items', sessions.listSessionLines],
  ['get', '/v1/payment_intents', reads.listIntents],
  ['get', '/v1/payment_intents/:id', reads.getIntent],
  ['get', '/v1/charges', reads.listCharges],
  ['get', '/v1/charges/:id', reads.getCharge],
  ['post', '/v1/refunds', refunds.createRefund],
  ['get', '/v1/refunds', refunds.listRefunds],
  ['get', '/v1/refunds/:id', refunds.getRefund],
  ['post', '/v1/refunds/:id', refunds.updateRefund],
  ['post', '/v1/refunds/:id/cancel', refunds.cancelRefund],
  ['get', '/v1/disputes', reads.listDisputes],
  ['get', '/v1/disputes/:id', reads.getDispute],
  ['get', '/v1/events', reads.listEvents],
  ['get', '/v1/events/:id', reads.getEvent],
  ['get', '/v1/invoice_payments', reads.listInvoicePayments],
  ['post', '/v1/products', products.createProduct],
  ['get', '/v1/products', products.listProducts],
  ['get', '/v1/products/:id', products.getProduct],
  ['post', '/v1/products/:id', products.updateProduct],
  ['delete', '/v1/products/:id', products.deleteProduct],
  ['post', '/v1/prices', prices.createPrice],
  ['get', '/v1/prices', prices.listPrices],
  ['get', '/v1/prices/:id', prices.getPrice],
  ['post', '/v1/prices/:id', prices.updatePrice],
]

export function addApiRoutes(router: Router, answer: AnswerCall): void {
  for (const [method, path, operation] of ROUTES) {
    router[method](path, async (ctx) => {
      await answer(ctx, operation, ctx.params['id'] ?? '')
    })
  }
}

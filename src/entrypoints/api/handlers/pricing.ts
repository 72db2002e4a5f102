import { found } from '../../../application/found.ts'
import { presentQuote } from '../presenters/quote.ts'
import { checkedId, type Handlers } from './handler.ts'

export const pricing = {
  listProducts: { list: (app, _request, page) => app.views.pricing.products(page) },

  listPriceBookEntries: { list: (app, { query }, page) => app.views.pricing.entries(query, page) },

  // A quote writes nothing, so asking twice is harmless: its Idempotency-Key is accepted and ignored.
  quotePrices: async (app, { body }) =>
    presentQuote(
      await app.quotePrices({
        companyId: checkedId('company', body.company_id),
        currency: body.currency ?? null,
        strictStripe: body.strict_stripe,
        lines: body.lines,
      }),
    ),

  getPricingResolutions: async (app, { params: { orderItemId } }) =>
    found(await app.views.pricing.resolutions(orderItemId), 'order line', orderItemId),
} satisfies Pick<Handlers, 'listProducts' | 'listPriceBookEntries' | 'quotePrices' | 'getPricingResolutions'>

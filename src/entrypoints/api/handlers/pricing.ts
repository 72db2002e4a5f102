import type { App } from '../../../application/app.ts'
import { found } from '../../../application/found.ts'
import type { ChangePriceBookEntryInput } from '../../../application/pricing/change-price-book-entry.ts'
import { presentQuote } from '../presenters/quote.ts'
import { camelCased } from './camel-case.ts'
import { checkedId, type Handlers } from './handler.ts'

const entryIdOf = (params: { priceBookEntryId: string }) =>
  checkedId('priceBookEntry', params.priceBookEntryId)

/** An instant that may be left out. */
const instant = (text: string | null | undefined) =>
  text === null || text === undefined ? null : new Date(text)

const currentEntry = (app: App, { params }: { params: { priceBookEntryId: string } }) =>
  app.views.pricing.entry(params.priceBookEntryId)

export const pricing = {
  listProducts: { list: (app, { query }, page) => app.views.pricing.products(query, page) },

  createProduct: {
    run: (app, { body }, context) =>
      app.createProduct(
        {
          sku: body.sku,
          name: body.name,
          isProvisionable: body.is_provisionable,
          deviceKind: body.device_kind ?? null,
          hsCode: body.hs_code ?? null,
          originCountry: body.origin_country ?? null,
          weightGrams: body.weight_grams ?? null,
        },
        context,
      ),
    location: ({ id }) => `/v1/products/${id}`,
  },

  getProduct: async (app, { params: { productId } }) =>
    found(await app.views.pricing.product(productId), 'product', productId),

  changeProduct: {
    run: (app, { params, body, expectedVersion }, context) =>
      app.changeProduct(
        { productId: checkedId('product', params.productId), expectedVersion, changes: camelCased(body) },
        context,
      ),
  },

  archiveProduct: {
    run: (app, { params }, context) =>
      app.archiveProduct({ productId: checkedId('product', params.productId) }, context),
  },

  restoreProduct: {
    run: (app, { params }, context) =>
      app.restoreProduct({ productId: checkedId('product', params.productId) }, context),
  },

  listPriceBookEntries: { list: (app, { query }, page) => app.views.pricing.entries(query, page) },

  createPriceBookEntry: {
    run: (app, { body }, context) =>
      app.createPriceBookEntry(
        {
          productId: checkedId('product', body.product_id),
          region: body.region ?? null,
          currency: body.currency,
          amountMinor: BigInt(body.amount_minor),
          minQuantity: body.min_quantity ?? 1,
          validFrom: instant(body.valid_from),
          validTo: instant(body.valid_to),
        },
        context,
      ),
    location: ({ id }) => `/v1/price-book-entries/${id}`,
  },

  getPriceBookEntry: async (app, { params: { priceBookEntryId } }) =>
    found(await app.views.pricing.entry(priceBookEntryId), 'price', priceBookEntryId),

  changePriceBookEntry: {
    run: (app, { params, body, expectedVersion }, context) => {
      const { amount_minor, valid_from, valid_to, ...rest } = body
      const changes: ChangePriceBookEntryInput['changes'] = camelCased(rest)
      if (amount_minor !== undefined) changes.amountMinor = BigInt(amount_minor)
      if (valid_from !== undefined) changes.validFrom = new Date(valid_from)
      if (valid_to !== undefined) changes.validTo = instant(valid_to)
      return app.changePriceBookEntry({ entryId: entryIdOf(params), expectedVersion, changes }, context)
    },
  },

  publishPriceBookEntry: {
    current: currentEntry,
    run: (app, { params }, context) => app.publishPriceBookEntry({ entryId: entryIdOf(params) }, context),
  },

  closePriceBookEntry: {
    current: currentEntry,
    run: (app, { params, body }, context) =>
      app.closePriceBookEntry({ entryId: entryIdOf(params), validTo: instant(body.valid_to) }, context),
  },

  amendPriceBookEntry: {
    current: currentEntry,
    run: (app, { params, body }, context) =>
      app.amendPriceBookEntry(
        {
          entryId: entryIdOf(params),
          amountMinor: BigInt(body.amount_minor),
          validFrom: instant(body.valid_from),
        },
        context,
      ),
    location: ({ id }) => `/v1/price-book-entries/${id}`,
  },

  discardPriceBookEntry: {
    current: currentEntry,
    run: (app, { params }, context) => app.discardPriceBookEntry({ entryId: entryIdOf(params) }, context),
  },

  retryPriceSync: {
    run: (app, { params }, context) => app.retryPriceSync({ entryId: entryIdOf(params) }, context),
  },

  listPriceDrift: { list: (app, { query }, page) => app.views.pricing.drift(query, page) },

  repairPriceDrift: {
    run: (app, { params }, context) =>
      app.repairPriceDrift({ driftId: checkedId('priceDrift', params.priceDriftId) }, context),
  },

  // A quote writes nothing, so asking twice is harmless: its Idempotency-Key is accepted and ignored.
  quotePrices: async (app, { body }) =>
    presentQuote(
      await app.quotePrices({
        companyId: checkedId('company', body.company_id),
        currency: body.currency ?? null,
        strictStripe: body.strict_stripe,
        isExplained: body.explain,
        lines: body.lines,
      }),
      body.explain,
    ),

  getPricingResolutions: async (app, { params: { orderItemId } }) =>
    found(await app.views.pricing.resolutions(orderItemId), 'order line', orderItemId),
} satisfies Pick<
  Handlers,
  | 'listProducts'
  | 'createProduct'
  | 'getProduct'
  | 'changeProduct'
  | 'archiveProduct'
  | 'restoreProduct'
  | 'listPriceBookEntries'
  | 'createPriceBookEntry'
  | 'getPriceBookEntry'
  | 'changePriceBookEntry'
  | 'publishPriceBookEntry'
  | 'closePriceBookEntry'
  | 'amendPriceBookEntry'
  | 'discardPriceBookEntry'
  | 'retryPriceSync'
  | 'listPriceDrift'
  | 'repairPriceDrift'
  | 'quotePrices'
  | 'getPricingResolutions'
>

import type { App } from '../../../application/app.ts'
import { found } from '../../../application/found.ts'
import type { AskedLine } from '../../../domain/agreements/agreement-lines.ts'
import type { Body } from '../contract/operation-shapes.ts'
import { checkedId, type Handlers } from './handler.ts'

const current = (app: App, { params }: { params: { priceAgreementId: string } }) =>
  app.views.agreements.detail(params.priceAgreementId, app.clock.now())

const named = ({ params }: { params: { priceAgreementId: string } }) => ({
  priceAgreementId: checkedId('priceAgreement', params.priceAgreementId),
})

export const agreements = {
  listPriceAgreements: {
    list: (app, { query }, page) => app.views.agreements.list(query, app.clock.now(), page),
  },

  createPriceAgreement: {
    run: (app, { body }, context) =>
      app.createPriceAgreement(
        {
          companyId: checkedId('company', body.company_id),
          terms: {
            name: body.name,
            currency: body.currency,
            validFrom: new Date(body.valid_from),
            validTo: dateOf(body.valid_to) ?? null,
            notes: body.notes ?? null,
          },
          lines: body.lines.map(asked),
        },
        context,
      ),
    location: ({ id }) => `/v1/price-agreements/${id}`,
  },

  getPriceAgreementFigures: (app) => app.views.agreements.figures(app.clock.now()),

  getPriceAgreement: async (app, request) =>
    found(await current(app, request), 'price agreement', request.params.priceAgreementId),

  changePriceAgreement: {
    run: (app, request, context) => {
      const { lines, valid_from: validFrom, valid_to: validTo, ...terms } = request.body
      return app.changePriceAgreement(
        {
          ...named(request),
          expectedVersion: request.expectedVersion,
          terms: {
            ...terms,
            ...(validFrom === undefined ? {} : { validFrom: new Date(validFrom) }),
            ...(validTo === undefined ? {} : { validTo: dateOf(validTo) ?? null }),
          },
          lines: lines?.map(asked) ?? null,
        },
        context,
      )
    },
  },

  activatePriceAgreement: {
    current,
    run: (app, request, context) => app.activatePriceAgreement(named(request), context),
  },

  amendPriceAgreement: {
    current,
    run: (app, request, context) => app.amendPriceAgreement(named(request), context),
    location: ({ id }) => `/v1/price-agreements/${id}`,
  },

  terminatePriceAgreement: {
    current,
    run: (app, request, context) =>
      app.terminatePriceAgreement({ ...named(request), reason: request.body.reason }, context),
  },

  discardPriceAgreement: {
    current,
    run: (app, request, context) => app.discardPriceAgreement(named(request), context),
  },

  retryPriceAgreementSync: {
    current,
    run: (app, request, context) => app.retryPriceAgreementSync(named(request), context),
  },

  getPriceAgreementHistory: {
    list: async (app, { params: { priceAgreementId } }, page) =>
      found(await app.views.agreements.history(priceAgreementId, page), 'price agreement', priceAgreementId),
  },
} satisfies Pick<
  Handlers,
  | 'listPriceAgreements'
  | 'createPriceAgreement'
  | 'getPriceAgreementFigures'
  | 'getPriceAgreement'
  | 'changePriceAgreement'
  | 'activatePriceAgreement'
  | 'amendPriceAgreement'
  | 'terminatePriceAgreement'
  | 'discardPriceAgreement'
  | 'retryPriceAgreementSync'
  | 'getPriceAgreementHistory'
>

type Line = Body<'createPriceAgreement'>['lines'][number]

function asked({ sku, amount_minor, percent_off_bp, min_quantity }: Line): AskedLine {
  return {
    sku,
    amountMinor: amount_minor === undefined ? null : BigInt(amount_minor),
    percentOffBp: percent_off_bp ?? null,
    minQuantity: min_quantity,
  }
}

function dateOf(text: string | null | undefined): Date | null | undefined {
  return typeof text === 'string' ? new Date(text) : text
}

import type { App } from '../../../application/app.ts'
import { found } from '../../../application/found.ts'
import type { AskedInvoiceLine } from '../../../domain/billing/invoice-lines.ts'
import type { Body } from '../contract/operation-shapes.ts'
import { camelCased } from './camel-case.ts'
import { checkedId, type Handlers, optionalId } from './handler.ts'

interface OfInvoice {
  params: { invoiceId: string }
}

const current = (app: App, { params }: OfInvoice) => app.views.billing.invoice(params.invoiceId)

const named = ({ params }: OfInvoice) => ({ invoiceId: checkedId('invoice', params.invoiceId) })

export const invoices = {
  createInvoice: {
    run: (app, { body }, context) =>
      app.createInvoice(
        {
          companyId: checkedId('company', body.company_id),
          orderId: optionalId('order', body.order_id),
          legalEntityCode: body.legal_entity_code ?? null,
          currency: body.currency ?? null,
          taxRounding: body.tax_rounding ?? 'line',
          lines: body.lines.map(asked),
        },
        context,
      ),
    location: ({ id }) => `/v1/invoices/${id}`,
  },

  changeInvoice: {
    run: (app, request, context) =>
      app.changeInvoice(
        {
          ...named(request),
          expectedVersion: request.expectedVersion,
          taxRounding: request.body.tax_rounding ?? null,
          lines: request.body.lines?.map(asked) ?? null,
        },
        context,
      ),
  },

  discardInvoice: {
    current,
    run: (app, request, context) => app.discardInvoice(named(request), context),
  },

  issueInvoice: {
    current,
    run: (app, request, context) => app.issueInvoice(named(request), context),
  },

  voidInvoice: {
    current,
    run: (app, request, context) =>
      app.voidInvoice({ ...named(request), reason: request.body.reason }, context),
  },

  invoiceOrder: {
    current: (app, { params }) => app.views.orders.detail(params.orderId),
    run: (app, { params }, context) =>
      app.invoiceOrder({ orderId: checkedId('order', params.orderId) }, context),
    location: ({ id }) => `/v1/invoices/${id}`,
  },

  createLegalEntity: {
    run: (app, { body }, context) =>
      app.createLegalEntity(
        {
          legalEntity: {
            code: body.code,
            name: body.name,
            nameFr: body.name_fr ?? null,
            addressLines: body.address_lines,
            taxRegistrations: body.tax_registrations ?? [],
          },
          invoicePrefix: body.invoice_prefix,
          creditNotePrefix: body.credit_note_prefix,
        },
        context,
      ),
    location: ({ code }) => `/v1/legal-entities/${code}`,
  },

  listLegalEntities: async (app) => ({ data: await app.views.legalEntities.legalEntities() }),

  getLegalEntity: async (app, { params: { legalEntityCode } }) =>
    found(await app.views.legalEntities.legalEntity(legalEntityCode), 'legal entity', legalEntityCode),

  changeLegalEntity: {
    run: (app, { params, body, expectedVersion }, context) =>
      app.changeLegalEntity(
        {
          code: params.legalEntityCode,
          expectedVersion,
          changes: camelCased(body),
        },
        context,
      ),
  },

  listInvoiceSeries: async (app) => ({ data: await app.views.billing.series() }),
} satisfies Pick<
  Handlers,
  | 'createInvoice'
  | 'changeInvoice'
  | 'discardInvoice'
  | 'issueInvoice'
  | 'voidInvoice'
  | 'invoiceOrder'
  | 'createLegalEntity'
  | 'listLegalEntities'
  | 'getLegalEntity'
  | 'changeLegalEntity'
  | 'listInvoiceSeries'
>

type Line = Body<'createInvoice'>['lines'][number]

function asked(line: Line): AskedInvoiceLine {
  return line.kind === 'tax'
    ? { kind: line.kind, taxName: line.tax_name, taxRatePpm: line.tax_rate_ppm }
    : {
        kind: line.kind,
        description: line.description,
        quantity: line.quantity ?? 1,
        unitAmountMinor: BigInt(line.unit_amount_minor),
      }
}

import { draftInvoice, invoiceDrafted } from '../../domain/billing/invoice.ts'
import { type AskedInvoiceLine, type TaxRounding, writeLines } from '../../domain/billing/invoice-lines.ts'
import { refuseMerged } from '../../domain/companies/company.ts'
import type { Order } from '../../domain/orders/order.ts'
import type { CompanyId, InvoiceId, OrderId } from '../../domain/shared/ids.ts'
import { exponentOf } from '../../domain/shared/money.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import { invoiceSeriesOf } from '../invoice-series-of.ts'
import type { InvoiceView } from '../ports/billing-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
}

export interface CreateInvoiceInput {
  companyId: CompanyId
  orderId: OrderId | null
  /** The company's, or else the default one, when null. */
  legalEntityCode: string | null
  /** The order's, or else the company's, when null. */
  currency: string | null
  taxRounding: TaxRounding
  lines: readonly AskedInvoiceLine[]
}

/** Drafts an invoice by hand. It has no number and asks nobody for money before it is issued. */
export function createInvoice(deps: Dependencies) {
  return (input: CreateInvoiceInput, context: ActionContext): Promise<InvoiceView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const invoiceId = deps.ids.make('invoice')
      await draftByHand(deps, store, { ...input, invoiceId })
      return found(await store.views.billing.invoice(invoiceId), 'invoice', invoiceId)
    })
}

/** The draft itself, for whoever has more to do in the same transaction. Locks the company, then the order. */
export async function draftByHand(
  deps: Pick<Dependencies, 'clock' | 'ids'>,
  store: Store,
  input: CreateInvoiceInput & { invoiceId: InvoiceId },
): Promise<void> {
  const { companyId, orderId, legalEntityCode, taxRounding } = input
  const company = found(await store.companies.getForUpdate(companyId), 'company', companyId)
  refuseMerged(company)
  const order = orderId === null ? null : ((await store.orders.getForUpdate(orderId))?.order ?? null)
  if (orderId !== null && order?.companyId !== companyId) refuseForeign()
  const currency = input.currency ?? order?.currency ?? company.currency
  exponentOf(currency)
  if (order !== null) refuseOtherCurrency(order, currency)

  const party = await store.billing.billTo(
    companyId,
    order?.billingContactId ?? null,
    order?.billingAddressId ?? null,
  )
  const series =
    legalEntityCode === null ? party.invoiceSeries : await invoiceSeriesOf(store, legalEntityCode)
  const lines = writeLines(input.lines, taxRounding, () => deps.ids.make('invoiceLine'))
  const invoice = draftInvoice(
    {
      id: input.invoiceId,
      series,
      companyId,
      orderId,
      kind: 'manual',
      currency,
      taxRounding,
      billTo: party.snapshot,
    },
    lines,
    deps.clock.now(),
  )
  await store.billing.insertInvoice(invoice, lines, [])
  store.publish([invoiceDrafted(invoice)])
}

function refuseForeign(): never {
  throw new Refusal('not_found', 'The company has no such order.', {}, [
    { pointer: '/order_id', detail: 'no such order of this company' },
  ])
}

function refuseOtherCurrency(order: Order, currency: string): void {
  if (order.currency === currency) return
  throw new Refusal('currency_mismatch', `The order ${order.number} is in another currency.`, {
    currency,
    order_currency: order.currency,
  })
}

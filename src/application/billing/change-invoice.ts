import { changeDraft } from '../../domain/billing/invoice.ts'
import {
  type AskedInvoiceLine,
  type InvoiceLine,
  type TaxRounding,
  writeLines,
} from '../../domain/billing/invoice-lines.ts'
import type { InvoiceId } from '../../domain/shared/ids.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { found } from '../found.ts'
import type { InvoiceView } from '../ports/billing-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface ChangeInvoiceInput {
  invoiceId: InvoiceId
  expectedVersion: number
  /** Null leaves it. */
  taxRounding: TaxRounding | null
  /** All the lines anew; null leaves them. */
  lines: readonly AskedInvoiceLine[] | null
}

/** Changes a draft. Taxes are counted again from the lines that result. */
export function changeInvoice(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: ChangeInvoiceInput, context: ActionContext): Promise<InvoiceView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { invoiceId } = input
      const loaded = found(await store.invoices.getForUpdate(invoiceId), 'invoice', invoiceId)
      refuseStale(loaded.invoice.version, input.expectedVersion)
      const rounding = input.taxRounding ?? loaded.invoice.taxRounding
      const lines = writeLines(input.lines ?? loaded.lines.map(askedAgain), rounding, () =>
        deps.ids.make('invoiceLine'),
      )
      const { invoice, events } = changeDraft(loaded.invoice, rounding, lines, deps.clock.now())
      await store.invoices.save(invoice)
      await store.invoices.replaceLines(invoice, lines)
      store.publish(events)
      return found(await store.views.billing.invoice(invoiceId), 'invoice', invoiceId)
    })
}

function askedAgain({
  kind,
  description,
  quantity,
  unitAmountMinor,
  taxName,
  taxRatePpm,
}: InvoiceLine): AskedInvoiceLine {
  return kind === 'tax'
    ? { kind, taxName: taxName ?? '', taxRatePpm: taxRatePpm ?? 0 }
    : { kind, description, quantity, unitAmountMinor }
}

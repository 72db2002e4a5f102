import { discardDraft } from '../../domain/billing/invoice.ts'
import type { InvoiceId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { InvoiceView } from '../ports/billing-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Throws a draft away. It stays as a void invoice that never had a number. */
export function discardInvoice(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return ({ invoiceId }: { invoiceId: InvoiceId }, context: ActionContext): Promise<InvoiceView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const loaded = found(await store.invoices.getForUpdate(invoiceId), 'invoice', invoiceId)
      const { invoice, events } = discardDraft(loaded.invoice, deps.clock.now())
      await store.invoices.save(invoice)
      store.publish(events)
      return found(await store.views.billing.invoice(invoiceId), 'invoice', invoiceId)
    })
}

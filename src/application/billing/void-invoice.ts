import { voidInvoice as decideVoid } from '../../domain/billing/invoice.ts'
import type { InvoiceId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { InvoiceView } from '../ports/billing-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Takes back an issued invoice that nothing has settled. Its number stays used and is never given again. */
export function voidInvoice(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    { invoiceId, reason }: { invoiceId: InvoiceId; reason: string },
    context: ActionContext,
  ): Promise<InvoiceView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const loaded = found(await store.invoices.getForUpdate(invoiceId), 'invoice', invoiceId)
      const at = deps.clock.now()
      const { invoice, events } = decideVoid(loaded.invoice, loaded.settledMinor, reason, at)
      await store.invoices.save(invoice)
      store.publish(events)
      return found(await store.views.billing.invoice(invoiceId), 'invoice', invoiceId)
    })
}

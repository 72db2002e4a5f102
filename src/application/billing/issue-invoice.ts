import type { InvoiceId } from '../../domain/shared/ids.ts'
import { type EmailParts, queueEmail } from '../emailing.ts'
import { found } from '../found.ts'
import type { InvoiceView } from '../ports/billing-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { issueDraft } from './issue-draft.ts'

/**
 * Issues a draft: number, dates by the company's terms and calendar, and bill-to freeze in one transaction. Two at
 * once: the later one finds it issued and is refused, and the number it took goes back.
 */
export function issueInvoice(deps: EmailParts & { unitOfWork: UnitOfWork; clock: Clock }) {
  return ({ invoiceId }: { invoiceId: InvoiceId }, context: ActionContext): Promise<InvoiceView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const draft = found(await store.invoices.getForUpdate(invoiceId), 'invoice', invoiceId)
      const party = await store.billing.billTo(
        draft.invoice.companyId,
        draft.billingContactId,
        draft.billingAddressId,
      )
      const { paymentTermsDays } = party
      const { invoice, events } = await issueDraft(store, draft.invoice, party, paymentTermsDays, at)
      await store.invoices.save(invoice)
      await queueEmail(deps, store, invoice, { kind: 'invoice_issued' }, at)
      store.publish(events)
      return found(await store.views.billing.invoice(invoiceId), 'invoice', invoiceId)
    })
}

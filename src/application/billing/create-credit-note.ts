import type { InvoiceId, InvoiceLineId } from '../../domain/shared/ids.ts'
import { issueCreditNote } from '../crediting.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { CreditNoteView } from '../ports/refund-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { lockBilledOrders, payBilledOrders } from './billed-orders.ts'

export interface CreateCreditNote {
  invoiceId: InvoiceId
  amountMinor: bigint | null
  lines: readonly { invoiceLineId: InvoiceLineId; amountMinor: bigint }[] | null
  reason: string
}

/**
 * Credits an issued invoice by hand. Money that it no longer needs becomes unapplied credit of the company; an order on
 * terms is paid when the rest of what it was billed is credited.
 */
export function createCreditNote(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: CreateCreditNote, context: ActionContext): Promise<CreditNoteView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { invoiceId, ...wish } = input
      const billed = await lockBilledOrders(store, [invoiceId])
      const creditable = found(
        await store.creditNotes.lockInvoice(invoiceId, deps.clock.now()),
        'invoice',
        invoiceId,
      )
      const { id } = await issueCreditNote(
        deps,
        store,
        creditable,
        { ...wish, id: deps.ids.make('creditNote'), refundId: null },
        null,
      )
      await payBilledOrders(deps, store, billed)
      return found(await store.views.refunds.creditNote(id), 'credit note', id)
    })
}

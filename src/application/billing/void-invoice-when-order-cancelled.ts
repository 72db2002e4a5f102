import { voidInvoice } from '../../domain/billing/invoice.ts'
import type { OrderId } from '../../domain/shared/ids.ts'
import { issueCreditNote } from '../crediting.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { TimelineEvent } from '../ports/event-relay.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { LoadedInvoice } from '../ports/invoice-store.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'

const reason = 'The order was cancelled.'

/**
 * A cancelled order's invoice on terms is taken back, so that nobody is reminded to pay for nothing. Of one that is
 * settled in part, what is open is credited; what settled it is credited as the money goes back.
 */
export function voidInvoiceWhenOrderCancelled(deps: {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
}) {
  return async (event: TimelineEvent, context: ActionContext): Promise<JobOutcome> => {
    const orderId = event.order_id as OrderId
    await deps.unitOfWork.conclude(context, async (store) => {
      if (!(await store.claimReaction('void-invoice-when-order-cancelled', event.event_id))) return
      await store.orders.getForUpdate(orderId)
      const billed = await store.invoices.ofOrderForUpdate(orderId)
      if (billed?.invoice.status === 'partially_paid') await creditRest(deps, store, billed)
      if (billed?.invoice.status !== 'issued') return
      const { invoice, events } = voidInvoice(billed.invoice, 0n, reason, deps.clock.now())
      await store.invoices.save(invoice)
      store.publish(events)
    })
    return { outcome: 'done' }
  }
}

async function creditRest(
  deps: { clock: Clock; ids: IdGenerator },
  store: Store,
  { invoice, settledMinor }: LoadedInvoice,
): Promise<void> {
  const creditable = found(
    await store.creditNotes.lockInvoice(invoice.id, deps.clock.now()),
    'invoice',
    invoice.id,
  )
  const id = deps.ids.make('creditNote')
  const amountMinor = invoice.totalMinor - settledMinor
  await issueCreditNote(
    deps,
    store,
    creditable,
    { id, refundId: null, reason, amountMinor, lines: null },
    null,
  )
}

import { allocatePayment } from '../../domain/billing/settlement.ts'
import type { InvoiceId, PaymentRecordId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { InboxEntry } from '../ports/settlement-store.ts'
import type { Store } from '../ports/unit-of-work.ts'
import { lockBilledOrders, payBilledOrders } from './billed-orders.ts'

/** So much for this invoice; several for one invoice are added up. */
export interface InvoiceShare {
  invoiceId: InvoiceId
  amountMinor: bigint
}

/**
 * Settles invoices from a payment under locks on both sides: orders on terms and invoices by id, the payment, its entry
 * in the inbox, which is resolved by it. Orders on terms whose invoice is settled by it are paid. `refuse` may look at
 * the entry once it is locked.
 */
export async function allocateLocked(
  deps: { clock: Clock; ids: IdGenerator },
  store: Store,
  paymentId: PaymentRecordId,
  shares: readonly InvoiceShare[],
  refuse: (entry: InboxEntry | null) => void = () => undefined,
): Promise<void> {
  const at = deps.clock.now()
  const asked = addedUp(shares).map((share) => ({ ...share, id: deps.ids.make('paymentAllocation') }))
  const billed = await lockBilledOrders(
    store,
    asked.map(({ invoiceId }) => invoiceId),
  )
  const invoices = await store.settlement.lockInvoices(asked.map(({ invoiceId }) => invoiceId))
  const spendable = found(await store.settlement.lockPayment(paymentId), 'payment', paymentId)
  const entry = await store.settlement.lockInboxEntryOf(paymentId)
  refuse(entry)
  const settlement = allocatePayment(spendable, invoices, asked, at)
  const { companyId } = settlement.payment
  if (companyId !== spendable.payment.companyId) await store.settlement.savePayer(paymentId, companyId)
  await store.settlement.insertAllocations(settlement.allocations)
  await store.settlement.saveInvoices(settlement.invoices)
  if (entry?.status === 'open') {
    await store.settlement.resolveInboxEntry(entry.id, { resolution: 'applied', companyId, note: null, at })
  }
  store.publish(settlement.events)
  await payBilledOrders(deps, store, billed)
}

function addedUp(shares: readonly InvoiceShare[]): InvoiceShare[] {
  const sums = new Map<InvoiceId, bigint>()
  for (const { invoiceId, amountMinor } of shares) {
    sums.set(invoiceId, (sums.get(invoiceId) ?? 0n) + amountMinor)
  }
  return [...sums].map(([invoiceId, amountMinor]) => ({ invoiceId, amountMinor }))
}

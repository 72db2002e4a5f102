import { creditableLines } from '../domain/billing/credit-note.ts'
import type { Dispute } from '../domain/billing/dispute.ts'
import {
  hasFailed,
  type Refund,
  type RefundLine,
  type RefundStatus,
  refundEvent,
  requestRefund,
  sourcesOf,
  supersedes,
} from '../domain/billing/refund.ts'
import type { InvoiceId, PaymentRecordId, RefundId } from '../domain/shared/ids.ts'
import { Refusal } from '../domain/shared/refusal.ts'
import { issueCreditNote } from './crediting.ts'
import { found } from './found.ts'
import { job } from './jobs.ts'
import type { Clock } from './ports/clock.ts'
import type { IdGenerator } from './ports/id-generator.ts'
import type { EnqueuedJob } from './ports/job-scheduler.ts'
import type { ProviderRefund } from './ports/payment-gateway.ts'
import type { Store } from './ports/unit-of-work.ts'

interface Parts {
  clock: Clock
  ids: IdGenerator
}

/** What somebody wants back: an amount, the sum of lines, or with neither all that is left of the payment. */
export interface RefundWish {
  paymentId: PaymentRecordId
  amountMinor: bigint | null
  lines: readonly RefundLine[] | null
  reason: string
  reference: string | null
  retryOf: RefundId | null
}

/** Reserves the money under the payment's lock; the provider is asked afterwards, by a job. */
export async function reserveRefund(deps: Parts, store: Store, wish: RefundWish): Promise<Refund> {
  const at = deps.clock.now()
  const { paymentId, lines } = wish
  const invoiceId = lines === null ? null : await invoiceOf(store, lines)
  const refundable = found(await store.refunds.lockPayment(paymentId), 'payment', paymentId)
  if (lines !== null && invoiceId !== null) await refuseWrongLines(deps, store, paymentId, invoiceId, lines)
  const amountMinor = lines?.reduce((sum, line) => sum + line.amountMinor, 0n) ?? wish.amountMinor
  const { reason, reference, retryOf } = wish
  const { refund, events } = requestRefund(
    refundable,
    { id: deps.ids.make('refund'), amountMinor, reason, reference, retryOf },
    at,
  )
  await store.refunds.insert(refund, lines ?? [])
  if (refund.amountMinor === refundable.leftMinor) await leaveInbox(store, refund, at)
  store.publish(events)
  if (refund.status === 'requested') {
    store.enqueue(sendRefundJob(refund.id, 'first'))
    return refund
  }
  return settleRefund(deps, store, refund)
}

/** One job a refund and occasion: the provider's own key makes the repeated call one refund. */
export function sendRefundJob(refundId: RefundId, occasion: string): EnqueuedJob {
  return job(
    'send-refund',
    { refundId },
    { key: `refund:${refundId}:${occasion}`, related: { type: 'refund', id: refundId } },
  )
}

/**
 * Takes in what the provider says of a refund. Late, repeated and out of order is all the same; a refund that we
 * asked for is met by the id that we gave it, one of the dashboard becomes a row of its own.
 */
export async function recordProviderRefund(
  deps: Parts,
  store: Store,
  paymentId: PaymentRecordId,
  reported: ProviderRefund,
): Promise<void> {
  const { payment, leftMinor } = found(await store.refunds.lockPayment(paymentId), 'payment', paymentId)
  const at = deps.clock.now()
  const ours = reported.refundId === null ? null : await store.refunds.find(reported.refundId as RefundId)
  const stored =
    (await store.refunds.findByProviderId(reported.id)) ?? (ours?.paymentId === paymentId ? ours : null)
  const status = reported.status as RefundStatus
  if (stored !== null && !supersedes(status, stored.status)) {
    if (stored.providerRefundId === null && stored.id === ours?.id) {
      await store.refunds.save({ ...stored, providerRefundId: reported.id, updatedAt: at })
    }
    return
  }
  const refund: Refund = {
    id: deps.ids.make('refund'),
    paymentId,
    companyId: payment.companyId,
    amountMinor: reported.amountMinor,
    currency: reported.currency,
    reason: reported.reason,
    origin: 'provider',
    reference: null,
    retryOf: null,
    creditedMinor: 0n,
    createdAt: at,
    ...stored,
    providerRefundId: reported.id,
    status,
    failureReason: reported.failureReason,
    updatedAt: at,
  }
  if (stored === null) {
    await store.refunds.insert(refund, [])
    if (!hasFailed(refund) && refund.amountMinor >= leftMinor) await leaveInbox(store, refund, at)
  } else await store.refunds.save(refund)
  store.publish([refundEvent('payment.refunded', refund, payment, at)])
  if (status === 'succeeded') await settleRefund(deps, store, refund)
  else if (hasFailed(refund)) {
    await returnToInbox(store, refund)
    await letGo(deps, store, refund)
  }
}

/** The provider will not make this refund: what it held is free again, and a person decides. */
export async function recordRefusedRefund(
  deps: Parts,
  store: Store,
  refundId: RefundId,
  failureReason: string,
): Promise<void> {
  const known = found(await store.refunds.find(refundId), 'refund', refundId)
  const { payment } = found(await store.refunds.lockPayment(known.paymentId), 'payment', known.paymentId)
  const refund = found(await store.refunds.find(refundId), 'refund', refundId)
  if (refund.status !== 'requested') return
  const at = deps.clock.now()
  const failed: Refund = { ...refund, status: 'failed', failureReason, updatedAt: at }
  await store.refunds.save(failed)
  await returnToInbox(store, failed)
  store.publish([refundEvent('payment.refunded', failed, payment, at)])
  await letGo(deps, store, failed)
}

/**
 * The money is gone: invoices that it settled are credited by as much, so that they stay settled (law R3). What was
 * unapplied is taken first, unless the refund is for lines of an invoice or the payment settles that of a cancelled order.
 */
export async function settleRefund(deps: Parts, store: Store, refund: Refund): Promise<Refund> {
  const named = await store.refunds.linesOf(refund.id)
  const refundable = found(await store.refunds.lockPayment(refund.paymentId), 'payment', refund.paymentId)
  // The refund itself counts as succeeded by now: before it, that much more was unapplied.
  const before = { ...refundable, unappliedMinor: refundable.unappliedMinor + refund.amountMinor }
  const preferred =
    named === null ? await store.refunds.cancelledInvoicesOf(refund.paymentId) : [named.invoiceId]
  const sources = sourcesOf(before, refund.amountMinor, preferred)
  const byInvoice = Map.groupBy(sources, ({ allocation }) => allocation.invoiceId)
  const at = deps.clock.now()
  for (const [invoiceId, freed] of byInvoice) {
    const creditable = found(await store.creditNotes.lockInvoice(invoiceId, at), 'invoice', invoiceId)
    const amountMinor = freed.reduce((sum, part) => sum + part.amountMinor, 0n)
    const left = new Map(
      creditableLines(creditable).map((line) => [line.invoiceLineId as string, line.amountMinor]),
    )
    // Somebody may have credited a line by hand meanwhile; then the amount is spread over what is left.
    const isStillLeft =
      amountMinor === refund.amountMinor &&
      named?.lines.every((line) => line.amountMinor <= (left.get(line.invoiceLineId) ?? 0n)) === true
    await issueCreditNote(
      deps,
      store,
      creditable,
      {
        id: deps.ids.make('creditNote'),
        refundId: refund.id,
        reason: refund.reason ?? 'Refund',
        amountMinor,
        lines: isStillLeft && named.invoiceId === invoiceId ? named.lines : null,
      },
      freed,
    )
  }
  const creditedMinor = sources.reduce((sum, part) => sum + part.amountMinor, 0n)
  const settled = { ...refund, creditedMinor }
  if (creditedMinor > 0n) await store.refunds.save(settled)
  return settled
}

async function invoiceOf(store: Store, lines: readonly RefundLine[]): Promise<InvoiceId> {
  const invoiceId = await store.creditNotes.invoiceOfLines(lines.map((line) => line.invoiceLineId))
  return invoiceId ?? refuseLines('must be distinct lines of one invoice')
}

async function refuseWrongLines(
  deps: Parts,
  store: Store,
  paymentId: PaymentRecordId,
  invoiceId: InvoiceId,
  lines: readonly RefundLine[],
): Promise<void> {
  const creditable = found(
    await store.creditNotes.lockInvoice(invoiceId, deps.clock.now()),
    'invoice',
    invoiceId,
  )
  const settles = creditable.allocations
    .filter((allocation) => allocation.paymentId === paymentId)
    .reduce((sum, allocation) => sum + allocation.amountMinor, 0n)
  if (settles === 0n) refuseLines('must be of an invoice that the payment settles')
  const left = new Map(
    creditableLines(creditable).map((line) => [line.invoiceLineId as string, line.amountMinor]),
  )
  for (const { invoiceLineId, amountMinor } of await store.refunds.heldOfLines(invoiceId))
    left.set(invoiceLineId, (left.get(invoiceLineId) ?? 0n) - amountMinor)
  const isTooMuch = lines.some((line) => line.amountMinor > (left.get(line.invoiceLineId) ?? 0n))
  const wanted = lines.reduce((sum, line) => sum + line.amountMinor, 0n)
  if (!isTooMuch && wanted <= settles) return
  throw new Refusal('amount_exceeds_remaining', 'A line has less left than is to be refunded.', {
    remaining_minor: Number(settles),
    currency: creditable.invoice.currency,
    lines: [...left].map(([invoice_line_id, amount]) => ({
      invoice_line_id,
      remaining_minor: Math.max(Number(amount), 0),
    })),
  })
}

function refuseLines(detail: string): never {
  throw new Refusal('body_field_invalid', 'The lines do not fit the payment.', {}, [
    { pointer: '/lines', detail },
  ])
}

/** Money of which nothing is left to place waits no longer, wherever its refund was asked for. */
async function leaveInbox(store: Store, refund: Refund, at: Date): Promise<void> {
  const entry = await store.settlement.lockInboxEntryOf(refund.paymentId)
  if (entry?.status !== 'open') return
  await store.settlement.resolveInboxEntry(entry.id, {
    resolution: 'refunded',
    refundId: refund.id,
    companyId: refund.companyId,
    note: refund.reason,
    at,
  })
}

/** What was sent back from the inbox and did not arrive waits there again, unless it was placed meanwhile. */
async function returnToInbox(store: Store, refund: Refund): Promise<void> {
  const entry = await store.settlement.lockInboxEntryOf(refund.paymentId)
  if (entry?.resolution === 'refunded' && entry.refundId === refund.id) {
    await store.settlement.reopenInboxEntry(entry.id)
  }
}

/** What the refund held is free again: a person decides about it, and a dispute that was lost meanwhile has taken it. */
async function letGo(deps: Parts, store: Store, refund: Refund): Promise<void> {
  await openTask(deps, store, refund)
  for (const dispute of await store.disputes.lostOf(refund.paymentId)) {
    await recordLostDispute(deps, store, dispute)
  }
}

async function openTask(deps: Parts, store: Store, refund: Refund): Promise<void> {
  const { payment } = found(await store.refunds.lockPayment(refund.paymentId), 'payment', refund.paymentId)
  await store.tasks.open({
    id: deps.ids.make('manualTask'),
    kind: 'refund_failed',
    title: 'A refund failed: the customer does not have the money',
    relatedType: 'refund',
    relatedId: refund.id,
    orderId: payment.orderId,
    companyId: payment.companyId,
    details: {
      amount_minor: Number(refund.amountMinor),
      currency: refund.currency,
      reason: refund.failureReason,
    },
    createdAt: deps.clock.now(),
  })
}

/** A lost dispute took the money: a row among the refunds under the dispute's own id, and its credit notes. */
export async function recordLostDispute(deps: Parts, store: Store, dispute: Dispute): Promise<void> {
  const { paymentId, providerDisputeId } = dispute
  const { payment, leftMinor } = found(await store.refunds.lockPayment(paymentId), 'payment', paymentId)
  const known = await store.refunds.findByProviderId(providerDisputeId)
  // What was refunded before the bank decided is not taken twice.
  const amountMinor = dispute.amountMinor < leftMinor ? dispute.amountMinor : leftMinor
  if (known !== null || amountMinor <= 0n) return
  const at = deps.clock.now()
  const refund: Refund = {
    id: deps.ids.make('refund'),
    paymentId,
    companyId: payment.companyId,
    providerRefundId: providerDisputeId,
    amountMinor,
    currency: payment.currency,
    status: 'succeeded',
    reason: `Dispute lost: ${dispute.reason}`,
    origin: 'dispute',
    reference: null,
    failureReason: null,
    retryOf: null,
    creditedMinor: 0n,
    createdAt: at,
    updatedAt: at,
  }
  await store.refunds.insert(refund, [])
  if (amountMinor === leftMinor) await leaveInbox(store, refund, at)
  store.publish([refundEvent('payment.refunded', refund, payment, at)])
  await settleRefund(deps, store, refund)
}

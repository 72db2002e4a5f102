import { type InvoiceDue, invoiceEvent } from '../../domain/billing/billing-events.ts'
import { noticeKind } from '../../domain/billing/email-delivery.ts'
import { type InvoiceNotices, noticesDue } from '../../domain/billing/invoice-notices.ts'
import type { InvoiceId } from '../../domain/shared/ids.ts'
import { type EmailParts, queueEmail } from '../emailing.ts'
import type { Clock } from '../ports/clock.ts'
import type { LoadedInvoice } from '../ports/invoice-store.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'

const BATCH = 200

interface Dependencies extends EmailParts {
  unitOfWork: UnitOfWork
  clock: Clock
  /** Days after the due date, or before it when negative, for which the billing contact is reminded. */
  invoiceReminderDays: readonly number[]
}

/**
 * Tells once that an invoice is overdue, and reminds of open ones on the set days, in each company's own calendar.
 * Each notice is given once, whether this runs twice, at once, or after days of silence; what is paid or void by then
 * is left alone. An invoice is never marked: overdue is a matter of its date. The message is sent by a job of its own.
 */
export function checkOverdueInvoices(deps: Dependencies) {
  return async (_input: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    const at = deps.clock.now()
    let after: InvoiceId | null = null
    let candidates: (InvoiceNotices & { invoiceId: InvoiceId })[]
    do {
      const last = after
      candidates = await deps.unitOfWork.run(context, (store) =>
        store.invoices.awaitingNotice(at, deps.invoiceReminderDays, last, BATCH),
      )
      for (const { invoiceId, ...notices } of candidates) {
        const due = noticesDue(notices, deps.invoiceReminderDays)
        if (!due.isOverdue && due.reminderDay === null) continue
        await deps.unitOfWork.run(context, (store) => give(deps, store, invoiceId, due, at))
      }
      after = candidates.at(-1)?.invoiceId ?? null
    } while (candidates.length === BATCH)
    await deps.unitOfWork.conclude(context, () => Promise.resolve())
    return { outcome: 'done' }
  }
}

/** The invoice is locked, so that a payment comes before the notice and stops it, or after it. */
async function give(
  deps: Dependencies,
  store: Store,
  invoiceId: InvoiceId,
  due: ReturnType<typeof noticesDue>,
  at: Date,
): Promise<void> {
  const loaded = await store.invoices.getForUpdate(invoiceId)
  if (loaded === null) return
  const { invoice } = loaded
  if (invoice.status !== 'issued' && invoice.status !== 'partially_paid') return
  const notice = { invoiceId, companyId: invoice.companyId, givenAt: at }
  if (due.isOverdue) {
    const isFirst = await store.invoices.giveNotice({
      ...notice,
      kind: 'overdue',
      day: 0,
      recipient: null,
      emailOutcome: null,
    })
    if (isFirst) store.publish([invoiceEvent(invoice, 'invoice.overdue', at, openPart(loaded))])
  }
  if (due.reminderDay !== null) {
    const day = due.reminderDay
    const recipient = await store.invoices.billingEmail(invoice.companyId)
    const emailOutcome = outcomeOf(deps, recipient)
    const isFirst = await store.invoices.giveNotice({
      ...notice,
      kind: 'reminder',
      day,
      recipient,
      emailOutcome,
    })
    if (!isFirst) return
    const data = { ...openPart(loaded), day, recipient, email_outcome: emailOutcome }
    store.publish([invoiceEvent(invoice, 'invoice.reminder_due', at, data)])
    await queueEmail(deps, store, invoice, { kind: noticeKind(day), day }, at)
  }
}

/** Without a billing contact the message waits for one, and a person is told. */
function outcomeOf({ mailer }: EmailParts, recipient: string | null) {
  if (recipient === null) return 'recipient_missing'
  return mailer.sender === null ? 'transport_missing' : 'queued'
}

function openPart({ invoice, settledMinor }: LoadedInvoice): InvoiceDue {
  return {
    number: invoice.number ?? '',
    due_on: invoice.dueOn ?? '',
    balance_minor: Number(invoice.totalMinor - settledMinor),
    currency: invoice.currency,
  }
}

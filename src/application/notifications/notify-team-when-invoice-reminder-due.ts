import type { InvoiceDue } from '../../domain/billing/billing-events.ts'
import { formatMoney } from '../../domain/shared/money.ts'
import type { TimelineEvent } from '../ports/event-relay.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Tells the team where no e-mail goes out: nobody is known to write to, or no transport is configured. */
export function notifyTeamWhenInvoiceReminderDue(deps: {
  unitOfWork: UnitOfWork
  notifier: Notifier
  publicUrl: string
}) {
  return async (event: TimelineEvent, context: ActionContext): Promise<JobOutcome> => {
    const reminder = event.payload as Reminder
    if (reminder.email_outcome === 'queued') return { outcome: 'done' }
    const link = `${deps.publicUrl}/v1/invoices/${event.aggregate_id}`
    await deps.notifier.post({ text: `${sentence(reminder)}\n${link}` })
    await deps.unitOfWork.conclude(context, async (store) => {
      await store.claimReaction('notify-team-when-invoice-reminder-due', event.event_id)
    })
    return { outcome: 'done' }
  }
}

type Reminder = InvoiceDue & { recipient: string | null; email_outcome?: string }

function sentence({ number, due_on, balance_minor, currency, recipient }: Reminder): string {
  const open = formatMoney(BigInt(balance_minor), currency)
  const whom =
    recipient === null ? 'The company has no billing contact to remind' : `Please remind ${recipient}`
  return `${whom}: invoice ${number} is due on ${due_on}, ${open} are open.`
}

import { queues } from './jobs.ts'
import type { TimelineEvent } from './ports/event-relay.ts'
import type { EnqueuedJob } from './ports/job-scheduler.ts'

/** What happens because something happened: domain event to reactions, the one table. */
export const reactions = {
  'order.paid': ['issue-invoice-when-order-paid', 'create-fulfillment-when-order-paid'],
  'order.cancelled': ['void-invoice-when-order-cancelled'],
  'invoice.reminder_due': ['notify-team-when-invoice-reminder-due'],
  'invoice.issued': ['render-pdf-when-invoice-issued'],
  'credit_note.issued': ['render-pdf-when-credit-note-issued'],
  'price_drift.found': ['notify-team-when-price-drift-found'],
  'automation.step_failed': ['notify-team-when-automation-failed'],
  'courier.misconfigured': ['notify-team-when-courier-misconfigured'],
  'fulfillment.digest_due': ['notify-team-when-fulfillment-digest-due'],
  'price_agreement.expired': ['notify-team-when-price-agreement-needs-attention'],
  'price_agreement.expiring_soon': ['notify-team-when-price-agreement-needs-attention'],
  'replacement.return_due': ['notify-team-when-replacement-return-due'],
  'replacement.return_overdue': ['notify-team-when-replacement-return-due'],
  'price_agreement.unsynced': ['notify-team-when-price-agreement-needs-attention'],
} as const satisfies Record<string, readonly string[]>

export type ReactionName = (typeof reactions)[keyof typeof reactions][number]

/** One job per reaction, under a key made of event and reaction: a relay that repeats itself repeats nothing. */
export function reactionJobs(event: TimelineEvent): EnqueuedJob[] {
  const names: readonly ReactionName[] = Object.hasOwn(reactions, event.event_type)
    ? reactions[event.event_type as keyof typeof reactions]
    : []
  return names.map((name) => ({
    queue: 'reactions',
    name,
    payload: event,
    maxAttempts: queues.reactions.attempts,
    related: event.order_id === null ? null : { type: 'order', id: event.order_id },
    key: `${event.event_id}:${name}`,
    startAfterSeconds: 0,
    timeoutSeconds: 120,
  }))
}

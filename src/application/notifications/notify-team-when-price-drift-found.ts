import type { TimelineEvent } from '../ports/event-relay.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** One message for a night's new drift between the price book and Stripe. */
export function notifyTeamWhenPriceDriftFound(deps: {
  unitOfWork: UnitOfWork
  notifier: Notifier
  publicUrl: string
}) {
  return async (event: TimelineEvent, context: ActionContext): Promise<JobOutcome> => {
    const drift = event.payload as { appeared: number; open: number; examples: string[] }
    await deps.notifier.post({
      text: [
        `Stripe and the price book disagree about ${drift.appeared} more prices (${drift.open} in all):`,
        ...drift.examples,
        `${deps.publicUrl}/v1/prices/drift?state=open`,
      ].join('\n'),
    })
    await deps.unitOfWork.conclude(context, async (store) => {
      await store.claimReaction('notify-team-when-price-drift-found', event.event_id)
    })
    return { outcome: 'done' }
  }
}

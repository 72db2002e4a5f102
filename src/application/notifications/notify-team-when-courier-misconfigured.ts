import type { Misconfiguration } from '../../domain/shipments/courier-events.ts'
import type { TimelineEvent } from '../ports/event-relay.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** One message when a courier begins to refuse us; nobody else notices until parcels are late. */
export function notifyTeamWhenCourierMisconfigured(deps: {
  unitOfWork: UnitOfWork
  notifier: Notifier
  publicUrl: string
}) {
  return async (event: TimelineEvent, context: ActionContext): Promise<JobOutcome> => {
    const { courier_code, name, reason } = event.payload as Misconfiguration
    await deps.notifier.post({
      text: [
        `${name} is not asked about parcels any more: ${reason}`,
        'Mend its keys, then change the courier with anything; that lifts the pause.',
        `${deps.publicUrl}/v1/couriers/${courier_code}`,
      ].join('\n'),
    })
    await deps.unitOfWork.conclude(context, async (store) => {
      await store.claimReaction('notify-team-when-courier-misconfigured', event.event_id)
    })
    return { outcome: 'done' }
  }
}

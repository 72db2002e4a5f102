import type { TimelineEvent } from '../ports/event-relay.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Tells the team when a step has used up its attempts; earlier failures are only on the timeline. */
export function notifyTeamWhenAutomationFailed(deps: {
  unitOfWork: UnitOfWork
  notifier: Notifier
  publicUrl: string
}) {
  return async (event: TimelineEvent, context: ActionContext): Promise<JobOutcome> => {
    const failure = event.payload as { scenario: string; error: string; attempts: number; is_final: boolean }
    if (!failure.is_final) return { outcome: 'done' }
    const link = `${deps.publicUrl}/v1/automation-steps/${event.aggregate_id}`
    await deps.notifier.post({
      text: `Automation ${failure.scenario} failed after ${failure.attempts} attempts: ${failure.error}\n${link}`,
    })
    await deps.unitOfWork.conclude(context, async (store) => {
      await store.claimReaction('notify-team-when-automation-failed', event.event_id)
    })
    return { outcome: 'done' }
  }
}

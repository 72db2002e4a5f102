import { formatMoney } from '../../domain/shared/money.ts'
import type { TimelineEvent } from '../ports/event-relay.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Tells the team that a replaced unit is due soon, or did not come back in time. */
export function notifyTeamWhenReplacementReturnDue(deps: {
  unitOfWork: UnitOfWork
  notifier: Notifier
  publicUrl: string
}) {
  return async (event: TimelineEvent, context: ActionContext): Promise<JobOutcome> => {
    const link = `${deps.publicUrl}/v1/replacements/${event.aggregate_id}`
    const isOverdue = event.event_type === 'replacement.return_overdue'
    await deps.notifier.post({ text: `${sentence(event.payload as Due, isOverdue)}\n${link}` })
    await deps.unitOfWork.conclude(context, async (store) => {
      await store.claimReaction('notify-team-when-replacement-return-due', event.event_id)
    })
    return { outcome: 'done' }
  }
}

interface Due {
  return_by: string
  charge_minor: number | null
  currency: string | null
}

function sentence({ return_by, charge_minor, currency }: Due, isOverdue: boolean): string {
  const day = return_by.slice(0, 10)
  if (!isOverdue) return `A unit that was replaced in advance is to be back by ${day}.`
  const charge =
    charge_minor === null || currency === null
      ? ''
      : ` Decide whether to charge ${formatMoney(BigInt(charge_minor), currency)}.`
  return `A unit that was replaced in advance was to be back by ${day}.${charge}`
}

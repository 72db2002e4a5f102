import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { reconciliationJob } from './start-reconciliation.ts'

const DAY_MS = 86_400_000
// What was paid this minute may have its webhook under way.
const SETTLING_MS = 15 * 60_000

/**
 * Begins the night's comparison, once per slot; with no days to look back on there is none. Stripe repeats a webhook
 * for three days: a window of four sees what was lost for good.
 */
export function startNightlyReconciliation(deps: {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
  reconciliationDays: number
}) {
  return async ({ slot }: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    if (deps.reconciliationDays === 0) return { outcome: 'done' }
    const id = deps.ids.make('reconciliation')
    const now = deps.clock.now()
    await deps.unitOfWork.conclude(context, async (store) => {
      const isFirst = await store.reconciliations.insert({
        id,
        slot,
        windowFrom: new Date(now.getTime() - deps.reconciliationDays * DAY_MS),
        windowTo: new Date(now.getTime() - SETTLING_MS),
        requestedBy: 'scheduler',
        createdAt: now,
      })
      if (isFirst) store.enqueue(reconciliationJob(id))
    })
    return { outcome: 'done' }
  }
}

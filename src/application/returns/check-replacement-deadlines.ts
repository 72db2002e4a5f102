import {
  type DeadlineNotices,
  deadlineNotices,
  type Replacement,
  tellReturnDue,
} from '../../domain/returns/replacement.ts'
import type { ReplacementId } from '../../domain/shared/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { LoadedReplacement } from '../ports/replacement-store.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import type { ReturnTerms } from './return-terms.ts'

const BATCH = 200

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
  returnTerms: ReturnTerms
}

/**
 * Reminds of old units that are due, and opens a task once one is overdue: a person decides whether to charge it.
 * Each notice is given once, whether this runs twice, at once, or after days of silence.
 */
export function checkReplacementDeadlines(deps: Dependencies) {
  return async (_input: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    const at = deps.clock.now()
    const { reminderDays } = deps.returnTerms
    const first = Math.min(0, ...reminderDays)
    let after: ReplacementId | null = null
    let candidates: (DeadlineNotices & { replacementId: ReplacementId })[]
    do {
      const last = after
      candidates = await deps.unitOfWork.run(context, (store) =>
        store.replacements.awaitingNotice(at, first, last, BATCH),
      )
      for (const { replacementId, ...notices } of candidates) {
        const due = deadlineNotices(notices, reminderDays, at)
        if (due === null) continue
        await deps.unitOfWork.run(context, (store) => give(deps, store, replacementId, due))
      }
      after = candidates.at(-1)?.replacementId ?? null
    } while (candidates.length === BATCH)
    await deps.unitOfWork.conclude(context, () => Promise.resolve())
    return { outcome: 'done' }
  }
}

/** Under the order's lock, so that a receipt comes before the notice and stops it, or after it. */
async function give(
  deps: Dependencies,
  store: Store,
  replacementId: ReplacementId,
  due: { isOverdue: boolean; days: number },
): Promise<void> {
  const at = deps.clock.now()
  await store.replacements.lockOrderOf(replacementId)
  const loaded = await store.replacements.find(replacementId)
  if (loaded?.replacement.status !== 'shipped') return
  const isFirst = await store.replacements.giveNotice({
    replacementId,
    kind: due.isOverdue ? 'overdue' : 'reminder',
    day: due.isOverdue ? 0 : due.days,
    givenAt: at,
  })
  if (!isFirst) return
  const told = tellReturnDue(loaded.replacement, due, at)
  await store.replacements.save(told.replacement)
  store.publish(told.events)
  if (due.isOverdue) await openTask(deps, store, loaded, at)
}

async function openTask(
  deps: Dependencies,
  store: Store,
  { replacement, oldSerial, oldSku }: LoadedReplacement,
  at: Date,
): Promise<void> {
  await store.tasks.open({
    id: deps.ids.make('manualTask'),
    kind: 'replacement_charge_due',
    title: `Decide whether to charge ${oldSerial ?? oldSku}, which was replaced and not returned`,
    relatedType: 'replacement',
    relatedId: replacement.id,
    orderId: replacement.orderId,
    companyId: replacement.companyId,
    details: taskDetails(replacement),
    createdAt: at,
  })
}

function taskDetails({ caseId, returnId, returnBy, chargeMinor, currency }: Replacement): object {
  return {
    case_id: caseId,
    return_id: returnId,
    return_by: returnBy.toISOString(),
    charge_minor: chargeMinor === null ? null : Number(chargeMinor),
    currency,
  }
}

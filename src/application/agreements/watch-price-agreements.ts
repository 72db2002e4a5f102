import { daysUntil, endingNotice } from '../../domain/agreements/agreement-notices.ts'
import { agreementEvent, expireAgreement, named } from '../../domain/agreements/price-agreement.ts'
import type { PriceAgreementId } from '../../domain/shared/ids.ts'
import { recordChange } from '../agreement-changes.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'

const BATCH = 200
const DAY_MS = 86_400_000
const UNSYNCED_MS = 3_600_000

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
}

/**
 * Ends what is over, and warns of what ends soon and of prices that Stripe has lacked for over an hour. Each is told
 * once, whether this runs twice, at once, or after days of silence: the notices' unique key decides.
 */
export function watchPriceAgreements(deps: Dependencies) {
  return async (_input: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    const at = deps.clock.now()
    await expireAll(deps, context, at)
    await deps.unitOfWork.conclude(context, async (store) => {
      await warnOfEnds(store, at)
      await warnOfUnsynced(store, at)
    })
    return { outcome: 'done' }
  }
}

async function expireAll(deps: Dependencies, context: ActionContext, at: Date): Promise<void> {
  let ids: PriceAgreementId[]
  do {
    ids = await deps.unitOfWork.run(context, (store) => store.agreements.over(at, BATCH))
    for (const id of ids) {
      await deps.unitOfWork.run(context, (store) => expire(store, deps, context, id, at))
    }
  } while (ids.length === BATCH)
}

async function expire(
  store: Store,
  deps: Dependencies,
  context: ActionContext,
  id: PriceAgreementId,
  at: Date,
): Promise<void> {
  const before = await store.agreements.getForUpdate(id)
  if (before?.agreement.status !== 'active') return
  const { agreement, events } = expireAgreement(before.agreement, at)
  await store.agreements.save(agreement)
  const after = { agreement, lines: before.lines }
  await recordChange(store, deps, context, { action: 'expired', before, after }, agreement)
  store.publish(events)
}

async function warnOfEnds(store: Store, at: Date): Promise<void> {
  const ending = await store.agreements.endingBetween(at, new Date(at.getTime() + 30 * DAY_MS))
  for (const agreement of ending) {
    if (agreement.validTo === null) continue
    const notice = endingNotice(agreement.validTo, at)
    if (notice === null || !(await store.agreements.giveEndingNotice(agreement.id, notice, at))) continue
    store.publish([
      agreementEvent(agreement, 'price_agreement.expiring_soon', at, {
        ...named(agreement),
        valid_to: agreement.validTo.toISOString(),
        days_left: daysUntil(agreement.validTo, at),
      }),
    ])
  }
}

async function warnOfUnsynced(store: Store, at: Date): Promise<void> {
  const unsynced = await store.agreements.unsyncedSince(new Date(at.getTime() - UNSYNCED_MS))
  for (const line of unsynced) {
    const loaded = await store.agreements.getForUpdate(line.agreementId)
    if (loaded?.agreement.status !== 'active' || !(await store.agreements.giveUnsyncedNotice(line, at)))
      continue
    store.publish([
      agreementEvent(loaded.agreement, 'price_agreement.unsynced', at, {
        ...named(loaded.agreement),
        line_id: line.lineId,
        sku: line.sku,
        since: line.since.toISOString(),
      }),
    ])
  }
}

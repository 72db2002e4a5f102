import { pricesOf } from '../../domain/agreements/agreement-lines.ts'
import type { PriceAgreementId } from '../../domain/shared/ids.ts'
import { twinJobs } from '../agreement-changes.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'

const BATCH = 200

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
}

/**
 * Brings Stripe in step: a price for each list price that was published since a percentage was agreed, a sync for
 * whatever Stripe lacks, and the end of what belongs to agreements or list prices that have ended.
 */
export function syncUnsyncedAgreementPrices(deps: Dependencies) {
  return async (input: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    let after: PriceAgreementId | null = null
    do {
      after = await takeUpBatch(deps, input.slot, context, after)
    } while (after !== null)
    await deps.unitOfWork.conclude(context, async (store) => {
      const twins = await store.agreements.twinsToArchive(BATCH, deps.clock.now())
      store.enqueue(...twinJobs(null, twins, input.slot))
    })
    return { outcome: 'done' }
  }
}

/** Answers where the next batch begins; null after the last. */
async function takeUpBatch(
  { unitOfWork, clock }: Dependencies,
  slot: string,
  context: ActionContext,
  after: PriceAgreementId | null,
): Promise<PriceAgreementId | null> {
  const ids = await unitOfWork.run(context, (store) => store.agreements.active(after, BATCH))
  for (const id of ids) {
    await unitOfWork.run(context, (store) => takeUp(store, id, slot, clock.now()))
  }
  return ids.length < BATCH ? null : (ids.at(-1) ?? null)
}

async function takeUp(store: Store, id: PriceAgreementId, slot: string, at: Date): Promise<void> {
  const { agreements } = store
  const loaded = await agreements.getForUpdate(id)
  if (loaded?.agreement.status !== 'active') return
  const { agreement, lines } = loaded
  const percentages = lines.filter(({ kind }) => kind === 'percentage')
  const productIds = percentages.map(({ productId }) => productId)
  const listPrices = await agreements.listPrices(productIds, agreement.currency, at)
  await agreements.addPrices(agreement, pricesOf(lines, listPrices, agreement.currency), at)
  const twins = await agreements.unsyncedTwins(id)
  store.enqueue(...twinJobs(id, twins, slot))
}

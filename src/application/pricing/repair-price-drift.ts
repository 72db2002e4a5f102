import type { PriceDriftId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import { job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { PriceDriftView } from '../ports/pricing-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { renameJob, syncJob } from './sync-job.ts'

/**
 * Our side is right: a price that Stripe should not sell is taken off sale, a product is renamed, any other price is
 * synced anew. The drift stays open until a comparison no longer finds it.
 */
export function repairPriceDrift(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return ({ driftId }: { driftId: PriceDriftId }, context: ActionContext): Promise<PriceDriftView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const drift = found(await store.prices.getDrift(driftId), 'price drift', driftId)
      if (drift.resolvedAt !== null) {
        throw new Refusal('move_not_allowed', `The drift ${driftId} is resolved already.`, {
          current: 'resolved',
          move: 'repair',
        })
      }
      const occasion = `drift ${driftId} at ${at.toISOString()}`
      const entry =
        drift.priceBookEntryId === null ? null : await store.prices.getEntry(drift.priceBookEntryId)
      if (drift.kind === 'name' && entry !== null) {
        store.enqueue(renameJob(entry.productId, occasion))
      } else if (drift.kind === 'extra_live' || drift.priceBookEntryId === null) {
        const { stripePriceId } = drift
        store.enqueue(
          job('archive-stripe-price', { stripePriceId }, { key: `archive-stripe-price:${occasion}` }),
        )
      } else {
        await store.prices.doubtSync(drift.priceBookEntryId, at)
        store.enqueue(syncJob(drift.priceBookEntryId, occasion))
      }
      return found(await store.views.pricing.priceDrift(driftId), 'price drift', driftId)
    })
}

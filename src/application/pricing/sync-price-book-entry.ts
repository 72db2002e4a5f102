import { stripeWork } from '../../domain/pricing/price-book-entry.ts'
import type { PriceBookEntryId } from '../../domain/shared/ids.ts'
import { Unavailable } from '../../domain/shared/unavailable.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { PaymentGateway } from '../ports/payment-gateway.ts'
import type { SyncedEntry } from '../ports/price-book.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { syncJob } from './sync-job.ts'

/**
 * Brings Stripe in line with a price book entry: its twin is on sale while the price is valid, and off sale once
 * the price has ended and whatever replaced it is there. Repeating it finds the twin made before. A try that was
 * still under way when the price ended leaves it due once more, however it came out.
 */
export function syncPriceBookEntry(deps: { unitOfWork: UnitOfWork; gateway: PaymentGateway; clock: Clock }) {
  return async (input: { entryId: string }, context: ActionContext): Promise<JobOutcome> => {
    const entryId = input.entryId as PriceBookEntryId
    const task = await deps.unitOfWork.run(context, async (store) => {
      const at = deps.clock.now()
      const entry = await store.prices.getEntryForUpdate(entryId)
      if (entry === null) return null
      const work = stripeWork(entry, await store.prices.successorIsLive(entryId, at), at)
      // Written down before Stripe is asked: a twin whose answer was lost is still looked for when the price ends.
      if (work === 'make') await store.prices.markSyncing(entryId, at)
      return { entry, work }
    })
    if (task === null || task.work === 'nothing') return { outcome: 'done' }
    try {
      await (task.work === 'make' ? make(task.entry) : archive(task.entry))
      return { outcome: 'done' }
    } catch (error) {
      if (!(error instanceof Error)) throw error
      await deps.unitOfWork.run(context, (store) =>
        store.prices.recordSyncFailure(entryId, error.message, deps.clock.now()),
      )
      if (!(error instanceof Unavailable)) throw error
      return { outcome: 'retry', reason: error.message }
    }

    async function make(entry: SyncedEntry): Promise<void> {
      const nickname = entry.region === null ? 'List price' : `List price for ${entry.region}`
      const twin = await deps.gateway.ensurePrice({ ...entry, reference: entry.id, nickname })
      await deps.unitOfWork.conclude(context, async (store) => {
        const at = deps.clock.now()
        const { hasEnded } = await store.prices.recordSync(entry, twin, at)
        if (hasEnded) store.enqueue(syncJob(entryId, `ended before ${at.toISOString()}`))
        if (entry.replacesId !== null) store.enqueue(syncJob(entry.replacesId, `replaced by ${entryId}`))
      })
    }

    async function archive(entry: SyncedEntry): Promise<void> {
      const twin = await deps.gateway.findPrice(entry.id)
      const known = [entry.stripePriceId, twin?.id ?? null].filter((id) => id !== null)
      for (const id of new Set(known)) await deps.gateway.archivePrice(id)
      await deps.unitOfWork.conclude(context, (store) =>
        store.prices.recordArchived(entryId, deps.clock.now()),
      )
    }
  }
}

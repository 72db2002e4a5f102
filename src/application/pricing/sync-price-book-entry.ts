import type { PriceBookEntryId } from '../../domain/shared/ids.ts'
import { Unavailable } from '../../domain/shared/unavailable.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { PaymentGateway } from '../ports/payment-gateway.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Gives a price book entry its twin at Stripe. Repeating it finds the twin made before. */
export function syncPriceBookEntry(deps: { unitOfWork: UnitOfWork; gateway: PaymentGateway; clock: Clock }) {
  return async (input: { entryId: string }, context: ActionContext): Promise<JobOutcome> => {
    const entryId = input.entryId as PriceBookEntryId
    const entry = await deps.unitOfWork.run(context, (store) => store.prices.getEntryForUpdate(entryId))
    if (entry === null || entry.syncStatus === 'synced') return { outcome: 'done' }
    try {
      const twin = await deps.gateway.ensurePrice({
        ...entry,
        reference: entry.id,
        nickname: entry.region === null ? 'List price' : `List price for ${entry.region}`,
      })
      await deps.unitOfWork.conclude(context, (store) =>
        store.prices.recordSync(entry, twin, deps.clock.now()),
      )
      return { outcome: 'done' }
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      await deps.unitOfWork.run(context, (store) =>
        store.prices.recordSyncFailure(entry.id, error.message, deps.clock.now()),
      )
      return { outcome: 'retry', reason: error.message }
    }
  }
}

import { priceDriftFound } from '../../domain/pricing/price-book-events.ts'
import { comparePrices, type TheirPrice } from '../../domain/pricing/price-drift.ts'
import { Unavailable } from '../../domain/shared/unavailable.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { PaymentGateway } from '../ports/payment-gateway.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

const EXAMPLES = 5

/** Reads every price at Stripe, compares it with the book, and keeps the record of drift up to date. */
export function comparePricesWithStripe(deps: {
  unitOfWork: UnitOfWork
  gateway: PaymentGateway
  clock: Clock
  ids: IdGenerator
}) {
  return async (input: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    const asOf = deps.clock.now()
    const theirs: TheirPrice[] = []
    try {
      for await (const page of deps.gateway.prices()) theirs.push(...page)
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      return { outcome: 'retry', reason: error.message }
    }
    await deps.unitOfWork.conclude(context, async (store) => {
      const found = comparePrices(await store.prices.publishedPrices(), theirs, asOf)
      const identified = found.map((drift) => ({ ...drift, id: deps.ids.make('priceDrift') }))
      const appeared = await store.prices.recordDrift(identified, deps.clock.now())
      if (appeared.length === 0) return
      const examples = appeared
        .slice(0, EXAMPLES)
        .map(
          ({ kind, stripePriceId, ours, theirs: there }) =>
            `${kind} ${stripePriceId}: ours ${ours ?? 'none'}, Stripe's ${there ?? 'none'}`,
        )
      const data = { appeared: appeared.length, open: found.length, examples }
      store.publish([priceDriftFound(input.slot, data, deps.clock.now())])
    })
    return { outcome: 'done' }
  }
}

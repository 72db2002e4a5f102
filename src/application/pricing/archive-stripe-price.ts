import { Unavailable } from '../../domain/shared/unavailable.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { PaymentGateway } from '../ports/payment-gateway.ts'

/** Takes a price off sale that the price book does not account for. Twice is once. */
export function archiveStripePrice(deps: { gateway: PaymentGateway }) {
  return async ({ stripePriceId }: { stripePriceId: string }): Promise<JobOutcome> => {
    try {
      await deps.gateway.archivePrice(stripePriceId)
      return { outcome: 'done' }
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      return { outcome: 'retry', reason: error.message }
    }
  }
}

import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { PaymentGateway } from '../ports/payment-gateway.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { convergeCheckout } from './converge-checkout.ts'

/** Looks a session up at the provider without waiting for its webhook. */
export function convergeCheckoutSession(deps: {
  unitOfWork: UnitOfWork
  gateway: PaymentGateway
  clock: Clock
  ids: IdGenerator
}) {
  return async (input: { providerSessionId: string }, context: ActionContext): Promise<JobOutcome> => {
    const checkout = await deps.gateway.findCheckout(input.providerSessionId)
    if (checkout === null)
      return { outcome: 'give_up', reason: `Stripe does not know ${input.providerSessionId}` }
    await deps.unitOfWork.conclude(context, (store) =>
      convergeCheckout(deps, store, checkout, [{ eventId: null, type: 'session looked up' }]),
    )
    return { outcome: 'done' }
  }
}

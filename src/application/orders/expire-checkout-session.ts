import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { PaymentGateway } from '../ports/payment-gateway.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { convergeCheckout } from './converge-checkout.ts'

/** Closes a session that must not be paid any more; a customer who was faster is followed. */
export function expireCheckoutSession(deps: {
  unitOfWork: UnitOfWork
  gateway: PaymentGateway
  clock: Clock
  ids: IdGenerator
}) {
  return async (input: { providerSessionId: string }, context: ActionContext): Promise<JobOutcome> => {
    const checkout = await deps.gateway.expireCheckout(input.providerSessionId)
    await deps.unitOfWork.conclude(context, (store) =>
      convergeCheckout(deps, store, checkout, [{ eventId: null, type: 'session expired by us' }]),
    )
    return { outcome: 'done' }
  }
}

import type { ProductId } from '../../domain/shared/ids.ts'
import { Unavailable } from '../../domain/shared/unavailable.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { PaymentGateway } from '../ports/payment-gateway.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/**
 * Gives a product at Stripe the name it has here, which customers read when they pay. A name that changed while Stripe
 * was told is told again: of two at once the last word is ours. A product that Stripe does not know yet gets its name
 * when it is made.
 */
export function renameStripeProduct(deps: { unitOfWork: UnitOfWork; gateway: PaymentGateway }) {
  return async (input: { productId: string }, context: ActionContext): Promise<JobOutcome> => {
    const productId = input.productId as ProductId
    const known = () => deps.unitOfWork.run(context, (store) => store.prices.getProductForUpdate(productId))
    const product = await known()
    if (product === null || product.stripeProductId === null) return { outcome: 'done' }
    try {
      await deps.gateway.renameProduct(product.stripeProductId, product.name)
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      return { outcome: 'retry', reason: error.message }
    }
    const isStillCalled = (await known())?.name === product.name
    return isStillCalled ? { outcome: 'done' } : { outcome: 'retry', reason: 'It was renamed meanwhile.' }
  }
}

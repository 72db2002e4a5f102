import type { ProductId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ProductView } from '../ports/pricing-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Sold again, once it has a price. Twice is once. */
export function restoreProduct(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return ({ productId }: { productId: ProductId }, context: ActionContext): Promise<ProductView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const product = found(await store.prices.getProductForUpdate(productId), 'product', productId)
      if (product.archivedAt !== null) {
        const version = product.version + 1
        await store.prices.saveProduct({ ...product, archivedAt: null, version, updatedAt: deps.clock.now() })
      }
      return found(await store.views.pricing.product(productId), 'product', productId)
    })
}

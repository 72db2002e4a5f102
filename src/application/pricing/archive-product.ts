import type { ProductId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ProductView } from '../ports/pricing-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** No longer sold. Its prices are closed first, agreed ones too, so that nobody loses a price without meaning to. Twice is once. */
export function archiveProduct(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return ({ productId }: { productId: ProductId }, context: ActionContext): Promise<ProductView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const product = found(await store.prices.getProductForUpdate(productId), 'product', productId)
      const open = await store.prices.openEntries(productId, at)
      const agreements = await store.agreements.pricing(productId, at)
      if (open.length + agreements.length > 0) {
        throw new Refusal('product_has_prices', `${product.sku} has prices that are valid or to come.`, {
          price_book_entry_ids: open,
          price_agreement_ids: agreements,
        })
      }
      if (product.archivedAt === null) {
        await store.prices.saveProduct({
          ...product,
          archivedAt: at,
          version: product.version + 1,
          updatedAt: at,
        })
      }
      return found(await store.views.pricing.product(productId), 'product', productId)
    })
}

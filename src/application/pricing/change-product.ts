import type { ProductId } from '../../domain/shared/ids.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { Product } from '../ports/price-book.ts'
import type { ProductView } from '../ports/pricing-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { checkDeviceKind } from './device-kind.ts'
import { renameJob } from './sync-job.ts'

export interface ChangeProductInput {
  productId: ProductId
  expectedVersion: number
  changes: Partial<
    Pick<Product, 'name' | 'isProvisionable' | 'deviceKind' | 'hsCode' | 'originCountry' | 'weightGrams'>
  >
}

/** Changes what is named and leaves the rest; Stripe hears of a new name. The SKU stays: orders and parcels are known by it. */
export function changeProduct(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: ChangeProductInput, context: ActionContext): Promise<ProductView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const product = found(
        await store.prices.getProductForUpdate(input.productId),
        'product',
        input.productId,
      )
      refuseStale(product.version, input.expectedVersion)
      const changed: Product = {
        ...product,
        ...input.changes,
        version: product.version + 1,
        updatedAt: deps.clock.now(),
      }
      checkDeviceKind(changed)
      await store.prices.saveProduct(changed)
      if (changed.name !== product.name) store.enqueue(renameJob(product.id, `version ${changed.version}`))
      return found(await store.views.pricing.product(product.id), 'product', product.id)
    })
}

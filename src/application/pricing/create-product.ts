import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { Product } from '../ports/price-book.ts'
import type { ProductView } from '../ports/pricing-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { checkDeviceKind } from './device-kind.ts'

export type CreateProductInput = Pick<
  Product,
  'sku' | 'name' | 'isProvisionable' | 'deviceKind' | 'hsCode' | 'originCountry' | 'weightGrams'
>

/** Something new to sell. Its SKU is its own; it has no price yet. */
export function createProduct(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return async (input: CreateProductInput, context: ActionContext): Promise<ProductView> => {
    checkDeviceKind(input)
    return deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const product: Product = {
        ...input,
        id: deps.ids.make('product'),
        stripeProductId: null,
        archivedAt: null,
        version: 1,
        createdAt: at,
        updatedAt: at,
      }
      await store.prices.insertProduct(product)
      return found(await store.views.pricing.product(product.id), 'product', product.id)
    })
  }
}

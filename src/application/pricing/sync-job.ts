import { job } from '../jobs.ts'
import type { EnqueuedJob } from '../ports/job-scheduler.ts'

/** The sync of one price book entry, once per occasion. */
export function syncJob(entryId: string, occasion: string): EnqueuedJob {
  return job(
    'sync-price-book-entry',
    { entryId },
    {
      key: `sync-price-book-entry:${entryId}:${occasion}`,
      related: { type: 'price_book_entry', id: entryId },
    },
  )
}

/** The renaming of a product at Stripe, once per occasion. */
export function renameJob(productId: string, occasion: string): EnqueuedJob {
  return job(
    'rename-stripe-product',
    { productId },
    { key: `rename-stripe-product:${productId}:${occasion}`, related: { type: 'product', id: productId } },
  )
}

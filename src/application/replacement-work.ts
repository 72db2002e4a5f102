import { openFulfillment } from '../domain/fulfillment/fulfillment-order.ts'
import { type Replacement, shipReplacement } from '../domain/returns/replacement.ts'
import type { ReplacementId } from '../domain/shared/ids.ts'
import { found } from './found.ts'
import type { Clock } from './ports/clock.ts'
import type { IdGenerator } from './ports/id-generator.ts'
import type { LoadedOrder } from './ports/order-store.ts'
import type { Store } from './ports/unit-of-work.ts'
import { priceLines } from './price-lines.ts'
import { evidenceOf, priceSnapshot } from './price-snapshots.ts'

interface Dependencies {
  clock: Clock
  ids: IdGenerator
}

/** Marks replacements whose new unit has just left. The order's lock must be held. */
export async function shipReplacements(
  store: Store,
  replacementIds: readonly ReplacementId[],
  at: Date,
): Promise<void> {
  for (const id of replacementIds) {
    const { replacement } = found(await store.replacements.find(id), 'replacement', id)
    const decision = shipReplacement(replacement, at)
    if (decision.replacement === replacement) continue
    await store.replacements.save(decision.replacement)
    store.publish(decision.events)
  }
}

/**
 * What carries the new unit: a line of the order at no charge, with its evidence, and a fulfilment order for it alone.
 * `write` stores the replacement with the fulfilment order's id, between the two. The order's lock must be held.
 */
export async function prepareReplacement(
  deps: Dependencies,
  store: Store,
  { order, items }: LoadedOrder,
  { replacement, sku, note }: { replacement: Replacement; sku: string; note: string },
  write: (replacement: Replacement) => Promise<void>,
): Promise<Replacement> {
  const at = deps.clock.now()
  const { id: orderId, companyId } = order
  const [priced] = await priceLines(
    store.prices,
    [{ sku, quantity: 1, bespoke: { unitAmountMinor: 0n, notes: note } }],
    { companyId, currency: order.currency, region: null, at },
  )
  if (priced === undefined) throw new Error(`A replacement of ${orderId} has no line.`)
  const line = {
    id: deps.ids.make('orderItem'),
    position: Math.max(0, ...items.map(({ position }) => position)) + 1,
    productId: priced.product.id,
    sku,
    description: priced.product.name,
    isProvisionable: priced.product.isProvisionable,
    quantity: 1,
    ...priceSnapshot(priced),
    bespokeNotes: note,
  }
  const opened = openFulfillment({ id: deps.ids.make('fulfillmentOrder'), orderId, companyId }, 1, at)
  const carried = { ...replacement, fulfillmentOrderId: opened.fulfillment.id }
  await store.fulfillment.insert(opened.fulfillment, [
    { id: deps.ids.make('fulfillmentItem'), orderItemId: line.id, companyId, quantity: 1 },
  ])
  await write(carried)
  await store.replacements.insertLine(
    carried,
    line,
    evidenceOf([priced], [line], 'draft', { companyId, at, ids: deps.ids }),
  )
  store.publish(opened.events)
  return carried
}

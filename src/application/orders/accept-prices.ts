import { acceptPrices as decideAccept, type OrderItem } from '../../domain/orders/order.ts'
import { orderLifecycle } from '../../domain/orders/order-lifecycle.ts'
import type { OrderId } from '../../domain/shared/ids.ts'
import { nextStatus } from '../../domain/shared/lifecycle.ts'
import { type Fault, Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { OrderView } from '../ports/order-reader.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { evidenceOf, priceAgain, priceSnapshot, refuseChanged } from '../price-snapshots.ts'

export interface AcceptPricesInput {
  orderId: OrderId
  /** The price per piece that is accepted for a line; a line that is not named keeps its own. */
  prices: readonly { orderItemId: string; unitAmountMinor: bigint; currency: string }[]
}

/**
 * The order's lines take the prices of this moment, if they are exactly those named: one that changed meanwhile is
 * refused again. New evidence is stored beside the old, and the prices are held anew. Saying it twice is harmless.
 */
export function acceptPrices(deps: {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
  /** How long the accepted prices are held. */
  pricesHoldMs: number
}) {
  return (input: AcceptPricesInput, context: ActionContext): Promise<OrderView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const loaded = found(await store.orders.getForUpdate(input.orderId), 'order', input.orderId)
      const { order, items } = loaded
      nextStatus(orderLifecycle, order.status, loaded.facts, { type: 'accept_prices' })
      await refuseBilled(store, order.id)
      const expected = asAccepted(items, input, order.currency)
      const lines = await priceAgain(store.prices, loaded, at)
      refuseChanged(expected, lines, order.currency)

      const priced = items.map((item, index) => {
        const line = lines[index]
        return line === undefined ? item : { ...item, ...priceSnapshot(line) }
      })
      const holdUntil = new Date(at.getTime() + deps.pricesHoldMs)
      const decision = decideAccept(order, items, priced, holdUntil, at)
      await store.orders.save(decision.order)
      await store.orders.savePrices(priced)
      await store.orders.insertResolutions(
        evidenceOf(lines, items, 'accepted', { companyId: order.companyId, at, ids: deps.ids }),
      )
      store.publish(decision.events)
      return found(await store.views.orders.detail(order.id), 'order', order.id)
    })
}

/** What was invoiced on terms is owed as it was invoiced. */
async function refuseBilled(store: Store, orderId: OrderId): Promise<void> {
  const billed = await store.invoices.ofOrderForUpdate(orderId)
  if (billed === null) return
  const { id, number } = billed.invoice
  throw new Refusal('invoice_frozen', `The order is billed by ${number ?? 'an invoice'} at its old prices.`, {
    invoice_id: id,
    number,
  })
}

/** The lines with the prices that were named for them. */
function asAccepted(
  items: readonly OrderItem[],
  { prices }: AcceptPricesInput,
  currency: string,
): OrderItem[] {
  const named = new Map(prices.map((price) => [price.orderItemId, price.unitAmountMinor]))
  const known = new Set<string>(items.map(({ id }) => id))
  const unknown = prices.flatMap(({ orderItemId }, index): Fault[] =>
    known.has(orderItemId)
      ? []
      : [{ pointer: `/prices/${index}/order_item_id`, detail: 'is no line of this order' }],
  )
  if (unknown.length > 0)
    throw new Refusal('body_field_invalid', 'Some prices are for no line of this order.', {}, unknown)
  const foreign = prices.flatMap((price, index): Fault[] =>
    price.currency === currency
      ? []
      : [
          {
            pointer: `/prices/${index}/currency`,
            detail: `is ${price.currency}, the order's is ${currency}`,
          },
        ],
  )
  if (foreign.length > 0) {
    const others = [...new Set(prices.map((price) => price.currency))].filter((one) => one !== currency)
    throw new Refusal(
      'currency_mismatch',
      'A price is in another currency than the order.',
      { currency, price_currencies: others },
      foreign,
    )
  }
  return items.map((item) => ({ ...item, unitAmountMinor: named.get(item.id) ?? item.unitAmountMinor }))
}

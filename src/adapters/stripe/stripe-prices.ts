import { hash } from 'node:crypto'
import type Stripe from 'stripe'
import type { PaymentGateway } from '../../application/ports/payment-gateway.ts'
import { minorNumber } from './stripe-amounts.ts'
import { askStripe, isMissing } from './stripe-failures.ts'

type PriceEntry = Parameters<PaymentGateway['ensurePrice']>[0]
type Twin = Awaited<ReturnType<PaymentGateway['ensurePrice']>>

/**
 * The entry's id is the lookup key of its price, which Stripe gives to one price at a time. Whoever comes back
 * after a crash finds by it what was made before.
 */
export function stripePrices(stripe: Stripe): Pick<PaymentGateway, 'ensurePrice'> {
  return {
    ensurePrice: (entry) =>
      askStripe(async () => {
        const found = await stripe.prices.list({
          lookup_keys: [entry.entryId],
          limit: 1,
          expand: ['data.product'],
        })
        const price = found.data[0]
        if (price === undefined) return makePrice(stripe, entry, entry.stripeProductId)
        const product = productOf(price)
        if (isTwin(price, product, entry)) return revive(stripe, price, product)
        // Closed before its successor opens: a crash between the two leaves no price rather than a wrong one.
        if (price.active) await stripe.prices.update(price.id, { active: false })
        return makePrice(stripe, entry, entry.stripeProductId ?? (product.isSold ? product.id : null))
      }),
  }
}

interface KnownProduct {
  id: string
  isSold: boolean
}

function productOf({ product }: Stripe.Price): KnownProduct {
  if (typeof product === 'string') return { id: product, isSold: true }
  return { id: product.id, isSold: product.deleted !== true && product.active }
}

/** Amount, currency and product of a price can never change, so another value means another price. */
function isTwin(price: Stripe.Price, product: KnownProduct, entry: PriceEntry): boolean {
  return (
    price.type === 'one_time' &&
    price.unit_amount === minorNumber(entry.amountMinor) &&
    price.currency === entry.currency.toLowerCase() &&
    (entry.stripeProductId === null || entry.stripeProductId === product.id)
  )
}

/** Our side is the source: what somebody archived at Stripe is sold again. */
async function revive(stripe: Stripe, price: Stripe.Price, product: KnownProduct): Promise<Twin> {
  if (!product.isSold) await stripe.products.update(product.id, { active: true })
  if (!price.active) await stripe.prices.update(price.id, { active: true })
  return { stripeProductId: product.id, stripePriceId: price.id }
}

async function makePrice(stripe: Stripe, entry: PriceEntry, productId: string | null): Promise<Twin> {
  const product = productId ?? (await makeProduct(stripe, entry, 'first'))
  try {
    return await priceOf(stripe, entry, product)
  } catch (error) {
    if (!isMissing(error)) throw error
    return priceOf(stripe, entry, await makeProduct(stripe, entry, `instead of ${product}`))
  }
}

async function priceOf(stripe: Stripe, entry: PriceEntry, product: string): Promise<Twin> {
  const { entryId, sku, version } = entry
  const price = await stripe.prices.create(
    {
      product,
      currency: entry.currency.toLowerCase(),
      unit_amount: minorNumber(entry.amountMinor),
      lookup_key: entryId,
      transfer_lookup_key: true,
      metadata: { priceBookEntryId: entryId, sku },
    },
    // The product belongs to the key: after one was deleted, the same version goes to another product.
    { idempotencyKey: `price:${entryId}:${version}:${product}` },
  )
  return { stripeProductId: product, stripePriceId: price.id }
}

/** The name belongs to the key: a product renamed within a day would otherwise be refused as another request. */
async function makeProduct(
  stripe: Stripe,
  { sku, productName }: PriceEntry,
  occasion: string,
): Promise<string> {
  const digest = hash('sha256', JSON.stringify([sku, productName, occasion]), 'base64url')
  const product = await stripe.products.create(
    { name: productName, metadata: { sku } },
    { idempotencyKey: `product:${digest}` },
  )
  return product.id
}

import { hash } from 'node:crypto'
import type Stripe from 'stripe'
import type { PaymentGateway, ProviderPrice, WantedPrice } from '../../application/ports/payment-gateway.ts'
import { minorNumber } from './stripe-amounts.ts'
import { askStripe, findAtStripe, isMissing } from './stripe-failures.ts'
import { pagesOf } from './stripe-pages.ts'

type Twin = Awaited<ReturnType<PaymentGateway['ensurePrice']>>

/**
 * Our reference is the lookup key of its price, which Stripe gives to one price at a time. Whoever comes back
 * after a crash finds by it what was made before.
 */
export function stripePrices(
  stripe: Stripe,
): Pick<PaymentGateway, 'ensurePrice' | 'findPrice' | 'archivePrice' | 'renameProduct' | 'prices'> {
  return {
    ensurePrice: (wanted) =>
      askStripe(async () => {
        const price = await priceBehind(stripe, wanted.reference)
        if (price === null) return makePrice(stripe, wanted, wanted.stripeProductId, 'nothing')
        const product = productOf(price)
        if (isTwin(price, product, wanted)) return revive(stripe, price, product)
        // Closed before its successor opens: a crash between the two leaves no price rather than a wrong one.
        if (price.active) await stripe.prices.update(price.id, { active: false })
        const productId = wanted.stripeProductId ?? (product.isSold ? product.id : null)
        return makePrice(stripe, wanted, productId, price.id)
      }),

    findPrice: (reference) =>
      askStripe(async () => {
        const price = await priceBehind(stripe, reference)
        return price === null ? null : providerPrice(price)
      }),

    async archivePrice(stripePriceId) {
      await findAtStripe(stripePriceId, () => stripe.prices.update(stripePriceId, { active: false }))
    },

    async renameProduct(stripeProductId, name) {
      await findAtStripe(stripeProductId, () => stripe.products.update(stripeProductId, { name }))
    },

    prices: () => pagesOf((page) => stripe.prices.list({ ...page, expand: ['data.product'] }), providerPrice),
  }
}

async function priceBehind(stripe: Stripe, reference: string): Promise<Stripe.Price | null> {
  const { data } = await stripe.prices.list({ lookup_keys: [reference], limit: 1, expand: ['data.product'] })
  return data[0] ?? null
}

function providerPrice(price: Stripe.Price): ProviderPrice {
  return {
    id: price.id,
    reference: price.metadata['reference'] ?? null,
    stripeProductId: productOf(price).id,
    productName: productOf(price).name,
    amountMinor: price.unit_amount === null ? null : BigInt(price.unit_amount),
    currency: price.currency.toUpperCase(),
    isLive: price.active,
  }
}

interface KnownProduct {
  id: string
  name: string | null
  isSold: boolean
}

function productOf({ product }: Stripe.Price): KnownProduct {
  if (typeof product === 'string') return { id: product, name: null, isSold: true }
  if (product.deleted === true) return { id: product.id, name: null, isSold: false }
  return { id: product.id, name: product.name, isSold: product.active }
}

/** Amount, currency and product of a price can never change, so another value means another price. */
function isTwin(price: Stripe.Price, product: KnownProduct, wanted: WantedPrice): boolean {
  return (
    price.type === 'one_time' &&
    price.unit_amount === minorNumber(wanted.amountMinor) &&
    price.currency === wanted.currency.toLowerCase() &&
    (wanted.stripeProductId === null || wanted.stripeProductId === product.id)
  )
}

/** Our side is the source: what somebody archived at Stripe is sold again. */
async function revive(stripe: Stripe, price: Stripe.Price, product: KnownProduct): Promise<Twin> {
  if (!product.isSold) await stripe.products.update(product.id, { active: true })
  if (!price.active) await stripe.prices.update(price.id, { active: true })
  return { stripeProductId: product.id, stripePriceId: price.id }
}

async function makePrice(
  stripe: Stripe,
  wanted: WantedPrice,
  productId: string | null,
  replaced: string,
): Promise<Twin> {
  const product = productId ?? (await makeProduct(stripe, wanted, 'first'))
  try {
    return await priceOf(stripe, wanted, product, replaced)
  } catch (error) {
    if (!isMissing(error)) throw error
    return priceOf(stripe, wanted, await makeProduct(stripe, wanted, `instead of ${product}`), replaced)
  }
}

/**
 * The key names all that makes the request, and the price that this one takes over from: an amount that comes
 * back after another is a new price, not the answer that was given for the first.
 */
async function priceOf(
  stripe: Stripe,
  wanted: WantedPrice,
  product: string,
  replaced: string,
): Promise<Twin> {
  const { reference, sku, nickname } = wanted
  const currency = wanted.currency.toLowerCase()
  const amount = minorNumber(wanted.amountMinor)
  const digest = hash(
    'sha256',
    JSON.stringify([reference, sku, nickname, currency, amount, product, replaced]),
    'base64url',
  )
  const price = await stripe.prices.create(
    {
      product,
      currency,
      unit_amount: amount,
      nickname,
      lookup_key: reference,
      transfer_lookup_key: true,
      metadata: { reference, sku },
    },
    { idempotencyKey: `price:${digest}` },
  )
  return { stripeProductId: product, stripePriceId: price.id }
}

/** The name belongs to the key: a product renamed within a day would otherwise be refused as another request. */
async function makeProduct(
  stripe: Stripe,
  { sku, productName }: WantedPrice,
  occasion: string,
): Promise<string> {
  const digest = hash('sha256', JSON.stringify([sku, productName, occasion]), 'base64url')
  const product = await stripe.products.create(
    { name: productName, metadata: { sku } },
    { idempotencyKey: `product:${digest}` },
  )
  return product.id
}

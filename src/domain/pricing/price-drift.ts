import type { PriceBookEntryId } from '../shared/ids.ts'
import type { SyncStatus } from './priced-product.ts'

/** A published price as it should stand at Stripe. */
export interface OurPrice {
  id: PriceBookEntryId
  stripeProductId: string | null
  productName: string
  /** Since when the product is as it is. */
  productSince: Date
  stripePriceId: string | null
  currency: string
  amountMinor: bigint
  /** When nobody can be charged by it any more; of one that never applies, when that was decided. */
  endsAt: Date | null
  syncStatus: SyncStatus
  syncStatusSince: Date
}

/** A price as it stands there. */
export interface TheirPrice {
  id: string
  reference: string | null
  stripeProductId: string
  /** Null where the product is gone. */
  productName: string | null
  amountMinor: bigint | null
  currency: string
  isLive: boolean
}

export type PriceDriftKind = 'missing' | 'extra_live' | 'amount' | 'currency' | 'inactive' | 'name'

/** One disagreement about one Stripe price; the two sides in words. */
export interface PriceDrift {
  kind: PriceDriftKind
  priceBookEntryId: PriceBookEntryId | null
  stripePriceId: string
  ours: string | null
  theirs: string | null
}

// Taking a price off sale and renaming are jobs; what changed within the hour may still be on its way.
const GRACE_MS = 3_600_000

/**
 * Where the two sides disagree. `asOf` is when the reading of Stripe began: what was synced after it is not judged.
 * Prices of other makers are looked at only where they are live on a product of ours.
 */
export function comparePrices(
  ours: readonly OurPrice[],
  theirs: readonly TheirPrice[],
  asOf: Date,
): PriceDrift[] {
  const entries = new Map<string, OurPrice>(ours.map((entry) => [entry.id, entry]))
  const products = new Set(ours.map((entry) => entry.stripeProductId))
  const prices = new Map(theirs.map((price) => [price.id, price]))
  const wrong = ours.flatMap((entry) => driftOf(entry, prices, asOf))
  const extra = theirs
    .filter((price) => price.isLive && isExtra(price, entries, products, asOf))
    .map(
      (price): PriceDrift => ({
        kind: 'extra_live',
        priceBookEntryId: entries.get(price.reference ?? '')?.id ?? null,
        stripePriceId: price.id,
        ours: null,
        theirs: worded(price),
      }),
    )
  return [...wrong, ...extra]
}

function driftOf(entry: OurPrice, prices: ReadonlyMap<string, TheirPrice>, asOf: Date): PriceDrift[] {
  const isSettled = entry.syncStatus === 'synced' && entry.syncStatusSince < asOf
  if (!isSettled || entry.stripePriceId === null || hasEnded(entry, asOf, 0)) return []
  const price = prices.get(entry.stripePriceId)
  const drift = (kind: PriceDriftKind, there: string | null, here = worded(entry)): PriceDrift => ({
    kind,
    priceBookEntryId: entry.id,
    stripePriceId: entry.stripePriceId ?? '',
    ours: here,
    theirs: there,
  })
  if (price === undefined) return [drift('missing', null)]
  return [
    ...(price.isLive ? [] : [drift('inactive', worded(price))]),
    ...(price.currency === entry.currency ? [] : [drift('currency', worded(price))]),
    ...(price.amountMinor === entry.amountMinor ? [] : [drift('amount', worded(price))]),
    ...(isCalledAlike(entry, price, asOf) ? [] : [drift('name', price.productName, entry.productName)]),
  ]
}

function isCalledAlike(entry: OurPrice, price: TheirPrice, asOf: Date): boolean {
  const isFresh = entry.productSince.getTime() + GRACE_MS > asOf.getTime()
  return isFresh || price.productName === null || price.productName === entry.productName
}

function isExtra(
  price: TheirPrice,
  entries: ReadonlyMap<string, OurPrice>,
  products: ReadonlySet<string | null>,
  asOf: Date,
): boolean {
  if (price.reference === null) return products.has(price.stripeProductId)
  if (!price.reference.startsWith('pbe_')) return false
  const entry = entries.get(price.reference)
  if (entry === undefined || hasEnded(entry, asOf, GRACE_MS)) return true
  return entry.syncStatus === 'synced' && entry.syncStatusSince < asOf && entry.stripePriceId !== price.id
}

function hasEnded(entry: OurPrice, asOf: Date, graceMs: number): boolean {
  return entry.endsAt !== null && entry.endsAt.getTime() + graceMs <= asOf.getTime()
}

function worded({ amountMinor, currency }: { amountMinor: bigint | null; currency: string }): string {
  return amountMinor === null ? `${currency}, no plain amount` : `${currency} ${amountMinor.toString()} minor`
}

import type { Considered, ListPrice, PriceReason, PriceRequest } from './priced-product.ts'

/** The list price that applies. */
export interface ListedCandidate {
  price: ListPrice
  label: string
  unitAmountMinor: bigint
  considered: Omit<Considered, 'outcome'>
}

export interface ConsideredListed {
  winner: ListedCandidate | null
  /** Those that apply, the winner first. */
  ranked: readonly ListPrice[]
}

/**
 * Of the list prices that apply, a regional one before a global one, and the largest tier that the quantity reaches.
 */
export function considerListed(prices: readonly ListPrice[], request: PriceRequest): ConsideredListed {
  const ranked = prices
    .filter((price) => reasonAgainst(price, request) === null && reachesRegion(price, request))
    .sort(byRank)
  const [best] = ranked
  const winner = best === undefined ? null : { ...described(best), considered: consideredAs(best, 'won') }
  return { winner, ranked }
}

/** All list prices with what became of them, the winner as the candidate that it is. */
export function listedCandidates(
  prices: readonly ListPrice[],
  { winner, ranked }: ConsideredListed,
  request: PriceRequest,
): (ListedCandidate | Omit<Considered, 'outcome'>)[] {
  const [best] = ranked
  return [
    ...(winner === null ? [] : [winner]),
    ...ranked.slice(1).map((price) => consideredAs(price, reasonBehind(price, best as ListPrice))),
    ...prices
      .filter((price) => !ranked.includes(price))
      .map((price) => consideredAs(price, reasonAgainst(price, request) ?? 'other_region')),
  ]
}

/** Why a price cannot apply whatever else is on offer, its time and quantity; null when it can. */
export function reasonAgainst(
  price: { currency: string; validFrom: Date; validTo: Date | null; minQuantity: number },
  { currency, at, quantity }: PriceRequest,
): PriceReason | null {
  if (price.currency !== currency) return 'wrong_currency'
  if (price.validFrom > at) return 'not_yet_valid'
  if (price.validTo !== null && price.validTo <= at) return 'ended'
  return price.minQuantity > quantity ? 'quantity_not_reached' : null
}

function reachesRegion(price: ListPrice, { region }: PriceRequest): boolean {
  return price.region === null || price.region === region
}

/** The one that applies first comes first. Two of one tier never overlap in time; the newest is the last word anyway. */
function byRank(one: ListPrice, other: ListPrice): number {
  return (
    Number(one.region === null) - Number(other.region === null) ||
    other.minQuantity - one.minQuantity ||
    other.validFrom.getTime() - one.validFrom.getTime() ||
    (one.priceBookEntryId > other.priceBookEntryId ? -1 : 1)
  )
}

function reasonBehind(price: ListPrice, winner: ListPrice): PriceReason {
  if (price.region !== winner.region) return 'lower_precedence'
  return price.minQuantity < winner.minQuantity ? 'smaller_tier' : 'superseded'
}

function described(price: ListPrice) {
  const place = price.region === null ? 'List price' : `List price for ${price.region}`
  const tier = price.minQuantity === 1 ? '' : `, from ${price.minQuantity} pieces`
  return { price, unitAmountMinor: price.unitAmountMinor, label: `${place}${tier}` }
}

function consideredAs(price: ListPrice, reason: PriceReason): Omit<Considered, 'outcome'> {
  return {
    source: price.region === null ? 'PRICEBOOK_GLOBAL' : 'PRICEBOOK_REGIONAL',
    priceBookEntryId: price.priceBookEntryId,
    priceAgreementId: null,
    priceAgreementLineId: null,
    region: price.region,
    currency: price.currency,
    minQuantity: price.minQuantity,
    unitAmountMinor: price.unitAmountMinor,
    stripePriceId: price.stripePriceId,
    syncStatus: price.syncStatus,
    syncStatusSince: price.syncStatusSince,
    reason,
  }
}

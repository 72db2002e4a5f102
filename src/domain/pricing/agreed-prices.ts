import { reducedBy } from '../shared/money.ts'
import { reasonAgainst } from './list-prices.ts'
import type {
  AgreedPrice,
  Considered,
  ListPrice,
  PriceReason,
  PriceRequest,
  StripeState,
} from './priced-product.ts'

/** The agreed price that applies. */
export interface AgreedCandidate {
  label: string
  unitAmountMinor: bigint
  considered: Omit<Considered, 'outcome'>
}

interface Offer {
  price: AgreedPrice
  unitAmountMinor: bigint
}

export interface ConsideredAgreed {
  winner: AgreedCandidate | null
  best: Offer | undefined
  offers: readonly Offer[]
}

/**
 * Within one agreement the line with the largest tier that the quantity reaches; among agreements the lowest amount,
 * of equal ones the agreement activated last. A percentage is taken off the list price that applies.
 */
export function considerAgreed(
  prices: readonly AgreedPrice[],
  list: ListPrice | null,
  request: PriceRequest,
): ConsideredAgreed {
  const offers = prices.flatMap((price): Offer[] => {
    const amount = amountOf(price, list)
    return amount === null || reasonAgainst(price, request) !== null
      ? []
      : [{ price, unitAmountMinor: amount }]
  })
  const best = offers.filter((offer) => !offers.some((other) => isLargerTier(other, offer))).sort(byRank)[0]
  const winner: AgreedCandidate | null =
    best === undefined
      ? null
      : {
          label: labelOf(best.price),
          unitAmountMinor: best.unitAmountMinor,
          considered: consideredAs(best.price, list, 'won'),
        }
  return { winner, best, offers }
}

/** All agreed prices with what became of them, the winner as the candidate that it is. */
export function agreedCandidates(
  prices: readonly AgreedPrice[],
  { winner, best, offers }: ConsideredAgreed,
  list: ListPrice | null,
  request: PriceRequest,
): (AgreedCandidate | Omit<Considered, 'outcome'>)[] {
  return [
    ...(winner === null ? [] : [winner]),
    ...prices
      .filter((price) => price !== best?.price)
      .map((price) => consideredAs(price, list, reasonLost(price, best, offers, request))),
  ]
}

/** In minor units. A percentage in a currency without a list price has no amount. */
function amountOf(price: AgreedPrice, list: ListPrice | null): bigint | null {
  if (price.percentOffBp === null) return price.amountMinor
  if (list?.currency !== price.currency) return null
  return reducedBy(list.unitAmountMinor, price.percentOffBp, price.currency)
}

function isLargerTier(other: Offer, offer: Offer): boolean {
  return (
    other.price.priceAgreementId === offer.price.priceAgreementId &&
    other.price.minQuantity > offer.price.minQuantity
  )
}

function byRank(one: Offer, other: Offer): number {
  if (one.unitAmountMinor !== other.unitAmountMinor)
    return one.unitAmountMinor < other.unitAmountMinor ? -1 : 1
  return (
    other.price.activatedAt.getTime() - one.price.activatedAt.getTime() ||
    (one.price.priceAgreementId > other.price.priceAgreementId ? -1 : 1)
  )
}

function reasonLost(
  price: AgreedPrice,
  best: Offer | undefined,
  offers: readonly Offer[],
  request: PriceRequest,
): PriceReason {
  const against = reasonAgainst(price, request)
  if (against !== null) return against
  const offer = offers.find((one) => one.price === price)
  if (offer === undefined) return 'no_list_price'
  if (offers.some((other) => isLargerTier(other, offer))) return 'smaller_tier'
  return offer.unitAmountMinor === best?.unitAmountMinor ? 'activated_earlier' : 'higher_amount'
}

function labelOf(price: AgreedPrice): string {
  const off = price.percentOffBp === null ? '' : `, ${price.percentOffBp / 100} % off the list price`
  const tier = price.minQuantity === 1 ? '' : `, from ${price.minQuantity} pieces`
  return `Agreement ${price.agreementNumber}${off}${tier}`
}

/** A twin counts only with exactly the amount asked for: a list price that changed leaves it behind. */
function stripeStateOf(price: AgreedPrice, list: ListPrice | null, amount: bigint | null): StripeState {
  const base = price.percentOffBp === null ? null : (list?.priceBookEntryId ?? null)
  const twin = price.twins.find(
    (one) =>
      one.priceBookEntryId === base && one.unitAmountMinor === amount && one.currency === price.currency,
  )
  return twin ?? { stripePriceId: null, syncStatus: 'unsynced', syncStatusSince: price.activatedAt }
}

function consideredAs(
  price: AgreedPrice,
  list: ListPrice | null,
  reason: PriceReason,
): Omit<Considered, 'outcome'> {
  const amount = amountOf(price, list)
  const { stripePriceId, syncStatus, syncStatusSince } = stripeStateOf(price, list, amount)
  return {
    source: 'PRICE_AGREEMENT',
    priceBookEntryId: price.percentOffBp === null ? null : (list?.priceBookEntryId ?? null),
    priceAgreementId: price.priceAgreementId,
    priceAgreementLineId: price.priceAgreementLineId,
    region: null,
    currency: price.currency,
    minQuantity: price.minQuantity,
    unitAmountMinor: amount,
    stripePriceId,
    syncStatus,
    syncStatusSince,
    reason,
  }
}

import type { PriceAgreementId, PriceAgreementLineId, PriceBookEntryId } from '../shared/ids.ts'
import { type AgreedCandidate, considerAgreed } from './agreed-prices.ts'
import { considerListed, type ListedCandidate } from './list-prices.ts'
import type {
  BespokePrice,
  Considered,
  PricedProduct,
  PriceRequest,
  PriceSource,
  SyncStatus,
} from './priced-product.ts'

/** A price with everything needed to explain it later: where it came from and what it beat. */
export interface PricingResolution {
  source: PriceSource
  unitAmountMinor: bigint
  currency: string
  label: string
  priceBookEntryId: PriceBookEntryId | null
  priceAgreementId: PriceAgreementId | null
  priceAgreementLineId: PriceAgreementLineId | null
  stripeProductId: string | null
  stripePriceId: string | null
  syncStatus: SyncStatus
  syncStatusSince: Date | null
  /** Every price considered, the winner first. */
  candidates: Considered[]
}

/**
 * The price per piece of one product. Precedence: bespoke, agreement, regional, global. The same product and request
 * give the same answer always. Null when nothing is on offer.
 */
export function resolvePrice(product: PricedProduct, request: PriceRequest): PricingResolution | null {
  const listed = considerListed(product.listPrices, request)
  const agreed = considerAgreed(product.agreedPrices, listed.winner?.price ?? null, request)
  const bespoke = request.bespoke === null ? null : considerBespoke(request.bespoke, request.currency)
  const winner = bespoke ?? agreed.winner ?? listed.winner
  if (winner === null) return null
  const { source, priceBookEntryId, priceAgreementId, priceAgreementLineId } = winner.considered
  const { stripePriceId, syncStatus, syncStatusSince } = winner.considered
  return {
    source,
    unitAmountMinor: winner.unitAmountMinor,
    currency: request.currency,
    label: winner.label,
    priceBookEntryId,
    priceAgreementId,
    priceAgreementLineId,
    stripeProductId: product.stripeProductId,
    stripePriceId,
    syncStatus,
    syncStatusSince,
    get candidates() {
      return winnerFirst([bespoke, ...agreed.candidates(), ...listed.candidates()], winner)
    },
  }
}

/** Currencies other than the one asked for in which the product has a price for this company at this instant. */
export function otherCurrencies(product: PricedProduct, request: PriceRequest): string[] {
  const known = [...product.listPrices, ...product.agreedPrices].map(({ currency }) => currency)
  return [...new Set(known)]
    .filter((currency) => currency !== request.currency)
    .filter((currency) => resolvePrice(product, { ...request, currency, bespoke: null }) !== null)
    .sort()
}

interface BespokeCandidate {
  label: string
  unitAmountMinor: bigint
  considered: Omit<Considered, 'outcome'>
}
type Candidate = BespokeCandidate | AgreedCandidate | ListedCandidate

function winnerFirst(
  candidates: readonly (Candidate | Omit<Considered, 'outcome'> | null)[],
  winner: Candidate,
): Considered[] {
  const all = candidates
    .filter((candidate) => candidate !== null)
    .map((candidate) => settled(candidate, winner))
  const won = all.findIndex(({ outcome }) => outcome === 'won')
  return [...all.slice(won, won + 1), ...all.filter((_one, index) => index !== won)]
}

/** The winner of its kind is the winner of all, or was beaten by a kind that goes before. */
function settled(candidate: Candidate | Omit<Considered, 'outcome'>, winner: Candidate): Considered {
  if (!('considered' in candidate)) return { ...candidate, outcome: 'lost' }
  const hasWon = candidate === winner
  return {
    ...candidate.considered,
    outcome: hasWon ? 'won' : 'lost',
    reason: hasWon ? 'won' : 'lower_precedence',
  }
}

function considerBespoke({ unitAmountMinor }: BespokePrice, currency: string): BespokeCandidate {
  return {
    label: 'Bespoke price',
    unitAmountMinor,
    considered: {
      source: 'BESPOKE',
      priceBookEntryId: null,
      priceAgreementId: null,
      priceAgreementLineId: null,
      region: null,
      currency,
      minQuantity: 1,
      unitAmountMinor,
      stripePriceId: null,
      syncStatus: 'synced',
      syncStatusSince: null,
      reason: 'won',
    },
  }
}

import type { PriceAgreementId, PriceAgreementLineId, PriceBookEntryId } from '../shared/ids.ts'
import { type AgreedCandidate, agreedCandidates, considerAgreed } from './agreed-prices.ts'
import { considerListed, type ListedCandidate, listedCandidates } from './list-prices.ts'
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
  readonly candidates: Considered[]
}

/**
 * The price per piece of one product. Precedence: bespoke, agreement, regional, global. The same product and request
 * give the same answer always. Null when nothing is on offer.
 */
export function resolvePrice(product: PricedProduct, request: PriceRequest): PricingResolution | null {
  const { winner } = considerAll(product, request)
  return winner === null ? null : new Resolution(winner, product, request)
}

/** What was beaten is listed when it is asked for: few who ask for a price ask why. */
class Resolution implements PricingResolution {
  readonly source: PriceSource
  readonly unitAmountMinor: bigint
  readonly currency: string
  readonly label: string
  readonly priceBookEntryId: PriceBookEntryId | null
  readonly priceAgreementId: PriceAgreementId | null
  readonly priceAgreementLineId: PriceAgreementLineId | null
  readonly stripeProductId: string | null
  readonly stripePriceId: string | null
  readonly syncStatus: SyncStatus
  readonly syncStatusSince: Date | null
  readonly #product: PricedProduct
  readonly #request: PriceRequest

  constructor(winner: Candidate, product: PricedProduct, request: PriceRequest) {
    const { considered } = winner
    this.source = considered.source
    this.unitAmountMinor = winner.unitAmountMinor
    this.currency = request.currency
    this.label = winner.label
    this.priceBookEntryId = considered.priceBookEntryId
    this.priceAgreementId = considered.priceAgreementId
    this.priceAgreementLineId = considered.priceAgreementLineId
    this.stripeProductId = product.stripeProductId
    this.stripePriceId = considered.stripePriceId
    this.syncStatus = considered.syncStatus
    this.syncStatusSince = considered.syncStatusSince
    this.#product = product
    this.#request = request
  }

  /** Whoever writes it down writes all of it. */
  toJSON(): object {
    return Object.assign({}, this, { candidates: this.candidates })
  }

  get candidates(): Considered[] {
    const { listPrices, agreedPrices } = this.#product
    const { listed, agreed, bespoke, winner } = considerAll(this.#product, this.#request)
    const list = listed.winner?.price ?? null
    return winnerFirst(
      [
        bespoke,
        ...agreedCandidates(agreedPrices, agreed, list, this.#request),
        ...listedCandidates(listPrices, listed, this.#request),
      ],
      winner as Candidate,
    )
  }
}

function considerAll(product: PricedProduct, request: PriceRequest) {
  const listed = considerListed(product.listPrices, request)
  const agreed = considerAgreed(product.agreedPrices, listed.winner?.price ?? null, request)
  const bespoke = request.bespoke === null ? null : considerBespoke(request.bespoke, request.currency)
  return { listed, agreed, bespoke, winner: bespoke ?? agreed.winner ?? listed.winner }
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

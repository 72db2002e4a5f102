import type { PriceBookEntryId, ProductId } from '../shared/ids.ts'

export type PriceSource = 'PRICEBOOK_GLOBAL' | 'PRICEBOOK_REGIONAL' | 'PRICE_AGREEMENT' | 'BESPOKE'
export type SyncStatus = 'unsynced' | 'syncing' | 'synced' | 'failed'

/** A product as the resolver needs it. */
export interface PricedProduct {
  id: ProductId
  sku: string
  name: string
  isProvisionable: boolean
  stripeProductId: string | null
  candidates: PriceCandidate[]
}

/** A price book entry that is valid at the instant asked for, in the currency asked for. */
export interface PriceCandidate {
  priceBookEntryId: PriceBookEntryId
  region: string | null
  currency: string
  unitAmountMinor: bigint
  stripePriceId: string | null
  syncStatus: SyncStatus
  syncStatusSince: Date
  validFrom: Date
}

/** A price agreed by hand for one line; it needs a note and goes to Stripe without a catalogue price. */
export interface BespokePrice {
  unitAmountMinor: bigint
  notes: string
}

interface Considered {
  source: PriceSource
  priceBookEntryId: PriceBookEntryId | null
  unitAmountMinor: bigint
  syncStatus: SyncStatus
  outcome: 'won' | 'lost'
  reason: string
}

/** A price with everything needed to explain it later: where it came from and what it beat. */
export interface PricingResolution {
  source: PriceSource
  unitAmountMinor: bigint
  currency: string
  label: string
  priceBookEntryId: PriceBookEntryId | null
  priceAgreementId: null
  stripeProductId: string | null
  stripePriceId: string | null
  syncStatus: SyncStatus
  syncStatusSince: Date | null
  candidates: Considered[]
}

/**
 * The price of one product for a company's region. Precedence: bespoke, agreement, regional, global;
 * within one source the entry that became valid last. Null when nothing is on offer.
 * Price agreements do not exist yet; their place in the order is kept.
 */
export function resolvePrice(
  product: PricedProduct,
  asked: { currency: string; region: string | null; bespoke: BespokePrice | null },
): PricingResolution | null {
  const regional = product.candidates.filter(
    (entry) => entry.region !== null && entry.region === asked.region,
  )
  const global = product.candidates.filter((entry) => entry.region === null)
  const ranked = [...newestFirst(regional), ...newestFirst(global)]
  const winner = asked.bespoke === null ? ranked[0] : undefined
  const lost = ranked
    .filter((entry) => entry !== winner)
    .map((entry) => consider(entry, 'lost', reasonLost(entry, winner, asked.bespoke !== null)))

  if (asked.bespoke !== null) {
    return {
      source: 'BESPOKE',
      unitAmountMinor: asked.bespoke.unitAmountMinor,
      currency: asked.currency,
      label: 'Bespoke price',
      priceBookEntryId: null,
      priceAgreementId: null,
      stripeProductId: product.stripeProductId,
      stripePriceId: null,
      syncStatus: 'synced',
      syncStatusSince: null,
      candidates: [
        {
          source: 'BESPOKE',
          priceBookEntryId: null,
          unitAmountMinor: asked.bespoke.unitAmountMinor,
          syncStatus: 'synced',
          outcome: 'won',
          reason: 'a bespoke price beats every listed one and travels to Stripe with the line',
        },
        ...lost,
      ],
    }
  }
  if (winner === undefined) return null
  const source = sourceOf(winner)
  return {
    source,
    unitAmountMinor: winner.unitAmountMinor,
    currency: winner.currency,
    label: winner.region === null ? 'List price' : `List price for ${winner.region}`,
    priceBookEntryId: winner.priceBookEntryId,
    priceAgreementId: null,
    stripeProductId: product.stripeProductId,
    stripePriceId: winner.stripePriceId,
    syncStatus: winner.syncStatus,
    syncStatusSince: winner.syncStatusSince,
    candidates: [
      consider(
        winner,
        'won',
        winner.region === null ? 'the current global price' : 'the current price of the region',
      ),
      ...lost,
    ],
  }
}

function newestFirst(entries: readonly PriceCandidate[]): PriceCandidate[] {
  return [...entries].sort(
    (a, b) =>
      b.validFrom.getTime() - a.validFrom.getTime() || (a.priceBookEntryId < b.priceBookEntryId ? 1 : -1),
  )
}

function sourceOf(entry: PriceCandidate): PriceSource {
  return entry.region === null ? 'PRICEBOOK_GLOBAL' : 'PRICEBOOK_REGIONAL'
}

function consider(entry: PriceCandidate, outcome: 'won' | 'lost', reason: string): Considered {
  return {
    source: sourceOf(entry),
    priceBookEntryId: entry.priceBookEntryId,
    unitAmountMinor: entry.unitAmountMinor,
    syncStatus: entry.syncStatus,
    outcome,
    reason,
  }
}

function reasonLost(entry: PriceCandidate, winner: PriceCandidate | undefined, bespoke: boolean): string {
  if (bespoke) return 'a bespoke price was given'
  if (winner !== undefined && winner.region !== null && entry.region === null)
    return 'a regional price exists'
  return 'a newer price of the same kind is valid'
}

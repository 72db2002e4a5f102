import type { PricedLine } from '../../../application/price-lines.ts'
import type { Quote } from '../../../application/pricing/quote-prices.ts'
import type { PricingResolution } from '../../../domain/pricing/resolution.ts'
import type { components } from '../contract/operations.gen.ts'

type Schemas = components['schemas']

/** A quote is the one answer that no reader makes: nothing of it is stored. */
export function presentQuote(quote: Quote): Schemas['Quote'] {
  return {
    currency: quote.currency,
    total_minor: Number(quote.totalMinor),
    lines: quote.lines.map(presentLine),
  }
}

function presentLine(line: PricedLine): Schemas['PricedLine'] {
  return {
    sku: line.sku,
    quantity: line.quantity,
    unit_amount_minor: Number(line.resolution.unitAmountMinor),
    amount_minor: Number(line.amountMinor),
    resolution: presentResolution(line.resolution),
  }
}

function presentResolution(resolution: PricingResolution): Schemas['PricingResolution'] {
  return {
    source: resolution.source,
    unit_amount_minor: Number(resolution.unitAmountMinor),
    currency: resolution.currency,
    label: resolution.label,
    price_book_entry_id: resolution.priceBookEntryId,
    price_agreement_id: resolution.priceAgreementId,
    stripe_product_id: resolution.stripeProductId,
    stripe_price_id: resolution.stripePriceId,
    sync_status: resolution.syncStatus,
    sync_status_since: resolution.syncStatusSince?.toISOString() ?? null,
    candidates: resolution.candidates.map((candidate) => ({
      source: candidate.source,
      price_book_entry_id: candidate.priceBookEntryId,
      unit_amount_minor: Number(candidate.unitAmountMinor),
      sync_status: candidate.syncStatus,
      outcome: candidate.outcome,
      reason: candidate.reason,
    })),
  }
}

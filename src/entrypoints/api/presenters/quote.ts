import type { LineAnswer } from '../../../application/price-lines.ts'
import type { Quote } from '../../../application/pricing/quote-prices.ts'
import type { Considered } from '../../../domain/pricing/priced-product.ts'
import type { PricingResolution } from '../../../domain/pricing/resolution.ts'
import type { components } from '../contract/operations.gen.ts'

type Schemas = components['schemas']

/** A quote is the one answer that no reader makes: nothing of it is stored. */
export function presentQuote(quote: Quote, isExplained: boolean): Schemas['Quote'] {
  return {
    currency: quote.currency,
    total_minor: Number(quote.totalMinor),
    problem_count: quote.lines.filter(({ refusal }) => refusal !== null).length,
    lines: quote.lines.map((line) => presentLine(line, isExplained)),
  }
}

function presentLine(
  { line: { sku, quantity }, priced, refusal }: LineAnswer,
  isExplained: boolean,
): Schemas['PricedLine'] {
  if (priced === null) {
    const problem = {
      code: refusal.code as Schemas['LineProblem']['code'],
      detail: refusal.message,
      details: { ...refusal.details },
    }
    return { sku, quantity, unit_amount_minor: null, amount_minor: null, resolution: null, problem }
  }
  return {
    sku,
    quantity,
    unit_amount_minor: Number(priced.resolution.unitAmountMinor),
    amount_minor: Number(priced.amountMinor),
    resolution: presentResolution(priced.resolution, isExplained),
    problem: null,
  }
}

function presentResolution(
  resolution: PricingResolution,
  isExplained: boolean,
): Schemas['PricingResolution'] {
  return {
    source: resolution.source,
    unit_amount_minor: Number(resolution.unitAmountMinor),
    currency: resolution.currency,
    label: resolution.label,
    price_book_entry_id: resolution.priceBookEntryId,
    price_agreement_id: resolution.priceAgreementId,
    price_agreement_line_id: resolution.priceAgreementLineId,
    stripe_product_id: resolution.stripeProductId,
    stripe_price_id: resolution.stripePriceId,
    sync_status: resolution.syncStatus,
    sync_status_since: resolution.syncStatusSince?.toISOString() ?? null,
    ...(isExplained && { candidates: resolution.candidates.map(presentCandidate) }),
  }
}

function presentCandidate(candidate: Considered): Schemas['PricingCandidate'] {
  return {
    source: candidate.source,
    price_book_entry_id: candidate.priceBookEntryId,
    price_agreement_id: candidate.priceAgreementId,
    price_agreement_line_id: candidate.priceAgreementLineId,
    region: candidate.region,
    currency: candidate.currency,
    min_quantity: candidate.minQuantity,
    unit_amount_minor: candidate.unitAmountMinor === null ? null : Number(candidate.unitAmountMinor),
    stripe_price_id: candidate.stripePriceId,
    sync_status: candidate.syncStatus,
    sync_status_since: candidate.syncStatusSince?.toISOString() ?? null,
    outcome: candidate.outcome,
    reason: candidate.reason,
  }
}

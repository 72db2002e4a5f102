import type {
  PricingResolutionView,
  ResolutionInputsView,
  ResolutionReplayView,
  StoredPricingResolutionView,
} from '../../../application/ports/pricing-reader.ts'
import type { PriceRequest } from '../../../domain/pricing/priced-product.ts'
import { type PricingResolution, resolvePrice } from '../../../domain/pricing/resolution.ts'
import { json } from '../sql.ts'
import { productOf, requestOf, type Written, type WrittenProduct } from './written-prices.ts'

/** Evidence as its table keeps it: in the domain's own words. */
export interface StoredEvidence extends Pick<StoredPricingResolutionView, 'id' | 'purpose' | 'resolved_at'> {
  resolution: Written<PricingResolution>
  inputs: { product: WrittenProduct; request: Written<PriceRequest> } | null
}

/** Evidence in the contract's shape, with the proof that its inputs still give its answer. */
export function presentedEvidence({
  inputs,
  resolution,
  ...row
}: StoredEvidence): StoredPricingResolutionView {
  return {
    ...row,
    resolution: presentedResolution(resolution),
    inputs: inputs === null ? null : presentedInputs(inputs.request),
    replay: inputs === null ? null : replay(inputs, resolution),
  }
}

function replay(
  { product, request }: NonNullable<StoredEvidence['inputs']>,
  stored: Written<PricingResolution>,
): ResolutionReplayView {
  const again = resolvePrice(productOf(product), requestOf(request))
  const replayed = JSON.parse(json(again ?? {})) as Record<string, unknown>
  const kept = stored as Record<string, unknown>
  const fields = [...new Set([...Object.keys(kept), ...Object.keys(replayed)])].sort()
  const differences = fields.flatMap((field) => {
    const [before, now] = [inOrder(kept[field]), inOrder(replayed[field])]
    return before === now ? [] : [{ field, stored: before, replayed: now }]
  })
  return { is_same: differences.length === 0, differences }
}

/** JSON with its keys in one order: the database keeps them in another than we write. */
function inOrder(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}

function presentedInputs({
  currency,
  region,
  quantity,
  at,
  bespoke,
}: Written<PriceRequest>): ResolutionInputsView {
  return {
    currency,
    region,
    quantity,
    asked_at: at,
    bespoke_unit_amount_minor: bespoke === null ? null : Number(bespoke.unitAmountMinor),
    bespoke_notes: bespoke?.notes ?? null,
  }
}

function presentedResolution(stored: Written<PricingResolution>): PricingResolutionView {
  return {
    source: stored.source,
    unit_amount_minor: Number(stored.unitAmountMinor),
    currency: stored.currency,
    label: stored.label,
    price_book_entry_id: stored.priceBookEntryId,
    price_agreement_id: stored.priceAgreementId,
    price_agreement_line_id: stored.priceAgreementLineId,
    stripe_product_id: stored.stripeProductId,
    stripe_price_id: stored.stripePriceId,
    sync_status: stored.syncStatus,
    sync_status_since: stored.syncStatusSince,
    candidates: stored.candidates.map((candidate) => ({
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
      sync_status_since: candidate.syncStatusSince,
      outcome: candidate.outcome,
      reason: candidate.reason,
    })),
  }
}

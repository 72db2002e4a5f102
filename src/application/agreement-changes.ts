import type { PriceAgreementLine } from '../domain/agreements/agreement-lines.ts'
import type { PriceAgreement } from '../domain/agreements/price-agreement.ts'
import { job } from './jobs.ts'
import type { AgreementChange, TwinKey } from './ports/agreement-store.ts'
import type { IdGenerator } from './ports/id-generator.ts'
import type { EnqueuedJob } from './ports/job-scheduler.ts'
import type { ActionContext, Store } from './ports/unit-of-work.ts'

export interface AgreementState {
  agreement: PriceAgreement
  lines: readonly PriceAgreementLine[]
}

/** Writes a change into the audit: who, when, and the agreement before and after. */
export async function recordChange(
  store: Store,
  deps: { ids: IdGenerator },
  context: ActionContext,
  change: { action: AgreementChange['action']; before: AgreementState | null; after: AgreementState | null },
  agreement: PriceAgreement,
): Promise<void> {
  await store.agreements.recordChange({
    id: deps.ids.make('priceAgreementChange'),
    agreement,
    action: change.action,
    actor: context.actor,
    correlationId: context.correlationId,
    before: change.before === null ? null : snapshotOf(change.before),
    after: change.after === null ? null : snapshotOf(change.after),
    occurredAt: agreement.updatedAt,
  })
}

/** The agreement as the audit keeps it, in the contract's spelling. */
function snapshotOf({ agreement, lines }: AgreementState): object {
  return {
    name: agreement.name,
    status: agreement.status,
    currency: agreement.currency,
    valid_from: agreement.validFrom.toISOString(),
    valid_to: agreement.validTo?.toISOString() ?? null,
    notes: agreement.notes,
    end_reason: agreement.endReason,
    lines: lines.map((line) => ({
      sku: line.sku,
      amount_minor: line.amountMinor === null ? null : Number(line.amountMinor),
      percent_off_bp: line.percentOffBp,
      min_quantity: line.minQuantity,
    })),
  }
}

/** One job per price: `occasion` tells attempts of different reasons apart. */
export function twinJobs(
  agreementId: string | null,
  twins: readonly TwinKey[],
  occasion: string,
): EnqueuedJob[] {
  return twins.map(({ lineId, priceBookEntryId }) =>
    job(
      'sync-agreement-price',
      { lineId, priceBookEntryId },
      {
        key: `sync-agreement-price:${twinReference({ lineId, priceBookEntryId })}:${occasion}`,
        ...(agreementId === null ? {} : { related: { type: 'price_agreement', id: agreementId } }),
      },
    ),
  )
}

/** The name of a price on both sides: at Stripe it is the lookup key, of which there is one live price at most. */
export function twinReference({ lineId, priceBookEntryId }: TwinKey): string {
  return priceBookEntryId === null ? lineId : `${lineId}:${priceBookEntryId}`
}

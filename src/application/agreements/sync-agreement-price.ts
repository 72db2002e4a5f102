import type { PriceAgreementLineId, PriceBookEntryId } from '../../domain/shared/ids.ts'
import { Unavailable } from '../../domain/shared/unavailable.ts'
import { twinReference } from '../agreement-changes.ts'
import type { AgreementTwin } from '../ports/agreement-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { PaymentGateway } from '../ports/payment-gateway.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  gateway: PaymentGateway
  clock: Clock
}

/**
 * Brings one price at Stripe to where its agreement stands: on sale while it is active, off sale once it has ended, or
 * the list price that a percentage was taken off.
 * Repeating it, also at once, finds what was made before: the reference stands for one live price at most.
 */
export function syncAgreementPrice(deps: Dependencies) {
  return async (
    input: { lineId: string; priceBookEntryId: string | null },
    context: ActionContext,
  ): Promise<JobOutcome> => {
    const key = {
      lineId: input.lineId as PriceAgreementLineId,
      priceBookEntryId: input.priceBookEntryId as PriceBookEntryId | null,
    }
    const twin = await deps.unitOfWork.run(context, (store) =>
      store.agreements.findTwin(key, deps.clock.now()),
    )
    if (twin === null) return { outcome: 'done' }
    if (!twin.isWanted) return takeOffSale(deps, twin, context)
    return twin.isSynced ? { outcome: 'done' } : putOnSale(deps, twin, context)
  }
}

async function putOnSale(
  deps: Dependencies,
  twin: AgreementTwin,
  context: ActionContext,
): Promise<JobOutcome> {
  const { unitOfWork, gateway, clock } = deps
  await unitOfWork.run(context, (store) => store.agreements.recordSyncStarted(twin))
  try {
    const made = await gateway.ensurePrice({
      reference: twinReference(twin),
      sku: twin.sku,
      productName: twin.productName,
      stripeProductId: twin.stripeProductId,
      currency: twin.currency,
      amountMinor: twin.unitAmountMinor,
      nickname: `${twin.sku} under ${twin.agreementNumber}`,
    })
    // Should the agreement end meanwhile, the price counts as not archived, and the next sweep takes it off sale.
    await unitOfWork.conclude(context, (store) => store.agreements.recordSync(twin, made, clock.now()))
    return { outcome: 'done' }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    await unitOfWork.run(context, (store) => store.agreements.recordSyncFailure(twin, error.message))
    if (!(error instanceof Unavailable)) throw error
    return { outcome: 'retry', reason: error.message }
  }
}

/** Asks by reference: a price whose making was never recorded is found as well. */
async function takeOffSale(
  { unitOfWork, gateway, clock }: Dependencies,
  twin: AgreementTwin,
  context: ActionContext,
): Promise<JobOutcome> {
  const price = await gateway.findPrice(twinReference(twin))
  if (price?.isLive === true) await gateway.archivePrice(price.id)
  await unitOfWork.conclude(context, (store) => store.agreements.recordArchived(twin, clock.now()))
  return { outcome: 'done' }
}

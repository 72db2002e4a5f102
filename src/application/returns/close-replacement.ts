import { cancelFulfillment } from '../../domain/fulfillment/fulfillment-order.ts'
import { closeReplacement as close, type Replacement } from '../../domain/returns/replacement.ts'
import type { ReplacementId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReplacementView } from '../ports/return-reader.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'

/**
 * Ends a replacement: when both units are where they belong, when the old one is waived, or before anything was packed.
 * The return goes on by itself. A second time changes nothing.
 */
export function closeReplacement(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    input: { replacementId: ReplacementId; note: string | null },
    context: ActionContext,
  ): Promise<ReplacementView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { replacementId, note } = input
      const at = deps.clock.now()
      found(await store.replacements.lockOrderOf(replacementId), 'replacement', replacementId)
      const { replacement, hasParcel } = found(
        await store.replacements.find(replacementId),
        'replacement',
        replacementId,
      )
      if (replacement.status !== 'closed') {
        const decision = close(replacement, hasParcel, note, at)
        await store.replacements.save(decision.replacement)
        if (replacement.status === 'open') await giveUp(store, replacement, at)
        await store.tasks.settle('replacement_charge_due', replacementId, context.actor.id, at)
        store.publish(decision.events)
      }
      return found(await store.views.returns.replacement(replacementId), 'replacement', replacementId)
    })
}

/** What was to be prepared is not needed any more. */
async function giveUp(store: Store, { fulfillmentOrderId }: Replacement, at: Date): Promise<void> {
  if (fulfillmentOrderId === null) return
  const loaded = await store.fulfillment.get(fulfillmentOrderId)
  if (loaded === null || loaded.fulfillment.status === 'cancelled') return
  const cancelled = cancelFulfillment(loaded.fulfillment, loaded.facts, 1, at)
  await store.fulfillment.save(cancelled.fulfillment)
  store.publish(cancelled.events)
}

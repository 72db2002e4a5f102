import { chargeReplacement as charge } from '../../domain/returns/replacement.ts'
import type { ReplacementId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { linkRecord } from '../case-work.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { LoadedReplacement } from '../ports/replacement-store.ts'
import type { ReplacementView } from '../ports/return-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { draftByHand } from './create-invoice.ts'

/**
 * Drafts the invoice for an old unit that did not come back in time, and links it to the case. Whoever issues it
 * charges the customer; nothing is charged here. A second time changes nothing.
 */
export function chargeReplacement(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: { replacementId: ReplacementId }, context: ActionContext): Promise<ReplacementView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { replacementId } = input
      const { orderId, companyId } = found(
        await store.replacements.find(replacementId),
        'replacement',
        replacementId,
      ).replacement
      // In the order in which invoices by hand lock: the company, then the order.
      found(await store.companies.getForUpdate(companyId), 'company', companyId)
      found(await store.orders.getForUpdate(orderId), 'order', orderId)
      const loaded = found(await store.replacements.find(replacementId), 'replacement', replacementId)
      if (loaded.replacement.chargedAt === null) {
        const invoiceId = deps.ids.make('invoice')
        const decision = charge(loaded.replacement, invoiceId, at)
        const { currency, lines } = chargeOf(loaded)
        await draftByHand(deps, store, {
          invoiceId,
          companyId,
          orderId,
          legalEntityCode: null,
          currency,
          taxRounding: 'line',
          lines,
        })
        await store.replacements.save(decision.replacement)
        store.publish(decision.events)
        await linkRecord(deps, store, loaded.replacement.caseId, { type: 'invoice', id: invoiceId }, context)
        await store.tasks.settle('replacement_charge_due', replacementId, context.actor.id, at)
      }
      return found(await store.views.returns.replacement(replacementId), 'replacement', replacementId)
    })
}

function chargeOf({ replacement, oldSku, oldSerial }: LoadedReplacement) {
  const { chargeMinor, currency } = replacement
  if (chargeMinor === null || currency === null) {
    throw new Refusal('body_field_invalid', 'Nothing was agreed to be charged for this replacement.')
  }
  const what = oldSerial === null ? oldSku : `${oldSku} ${oldSerial}`
  const description = `${what}: replaced and not returned`
  return {
    currency,
    lines: [{ kind: 'item' as const, description, quantity: 1, unitAmountMinor: chargeMinor }],
  }
}

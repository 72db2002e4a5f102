import { holdAsCredit } from '../../domain/billing/settlement.ts'
import { refuseMerged } from '../../domain/companies/company.ts'
import type { CompanyId, Id } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { UnappliedPaymentView } from '../ports/billing-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'

export interface HoldUnappliedPaymentInput {
  unappliedPaymentId: Id<'unappliedPayment'>
  /** Needed where nobody knows yet whose money it is. */
  companyId: CompanyId | null
  note: string | null
}

/** Leaves money from the inbox as its company's credit. Twice is once. */
export function holdUnappliedPayment(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: HoldUnappliedPaymentInput, context: ActionContext): Promise<UnappliedPaymentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { unappliedPaymentId: entryId, note } = input
      const { paymentId } = found(
        await store.settlement.findInboxEntry(entryId),
        'unapplied payment',
        entryId,
      )
      if (input.companyId !== null) await lockPayer(store, input.companyId)
      const spendable = found(await store.settlement.lockPayment(paymentId), 'payment', paymentId)
      const entry = found(await store.settlement.lockInboxEntryOf(paymentId), 'unapplied payment', entryId)
      if (entry.status === 'open') {
        const companyId = input.companyId ?? spendable.payment.companyId ?? refuseUnknownPayer()
        const at = deps.clock.now()
        const { payment, events } = holdAsCredit(spendable, companyId, at)
        await store.settlement.savePayer(payment.id, companyId)
        await store.settlement.resolveInboxEntry(entryId, {
          resolution: 'held_as_credit',
          companyId,
          note,
          at,
        })
        store.publish(events)
      } else if (entry.resolution !== 'held_as_credit') {
        throw new Refusal('move_not_allowed', 'This money has been placed already.', {
          current: 'resolved',
          resolution: entry.resolution,
          move: 'hold',
          unmet: [],
          allowed_moves: [],
        })
      }
      return found(await store.views.settlement.unappliedPayment(entryId), 'unapplied payment', entryId)
    })
}

async function lockPayer(store: Store, companyId: CompanyId): Promise<void> {
  refuseMerged(found(await store.companies.getForUpdate(companyId), 'company', companyId))
}

function refuseUnknownPayer(): never {
  throw new Refusal('body_field_invalid', 'Nobody knows yet whose money this is.', {}, [
    { pointer: '/company_id', detail: 'is needed, the payment names no company' },
  ])
}

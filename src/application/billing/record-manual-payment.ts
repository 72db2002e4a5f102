import { type ManualPayment, paymentReceived } from '../../domain/billing/payment.ts'
import { refuseMerged } from '../../domain/companies/company.ts'
import type { CompanyId } from '../../domain/shared/ids.ts'
import { exponentOf } from '../../domain/shared/money.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { PaymentDetailView } from '../ports/settlement-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export type RecordManualPaymentInput = {
  companyId: CompanyId
  /** A day of the company's own calendar. */
  receivedOn: string
} & Pick<ManualPayment, 'method' | 'reference' | 'amountMinor' | 'currency'>

/**
 * Money that came by bank transfer or cheque. It is the company's credit until it is allocated. An archived company
 * may pay; the same payment twice is refused with the first one's id.
 */
export function recordManualPayment(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: RecordManualPaymentInput, context: ActionContext): Promise<PaymentDetailView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      exponentOf(input.currency)
      const company = found(await store.companies.getForUpdate(input.companyId), 'company', input.companyId)
      refuseMerged(company)
      const at = deps.clock.now()
      const { receivedOn, ...given } = input
      const receivedAt = await store.settlement.startOfDay(receivedOn, company.timeZone)
      if (receivedAt > at) {
        throw new Refusal('body_field_invalid', `${receivedOn} is yet to come.`, {}, [
          { pointer: '/received_on', detail: "must not be after today in the company's time zone" },
        ])
      }
      const id = deps.ids.make('paymentRecord')
      const payment: ManualPayment = {
        ...given,
        id,
        orderId: null,
        provider: 'manual',
        providerPaymentId: id,
        providerSessionId: null,
        receivedAt,
        createdAt: at,
      }
      const twin = await store.settlement.findManualPayment(payment)
      if (twin !== null) {
        throw new Refusal('already_exists', 'A payment that says the same is recorded already.', {
          payment_id: twin,
        })
      }
      await store.settlement.insertManualPayment(payment)
      store.publish([paymentReceived(payment, null)])
      return found(await store.views.settlement.payment(id), 'payment', id)
    })
}

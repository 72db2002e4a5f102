import type { PaymentAllocation } from '../../../domain/billing/invoice.ts'
import { sql } from '../sql.ts'

export type AllocationJson = Omit<PaymentAllocation, 'amountMinor' | 'createdAt'> & {
  amountMinor: number
  createdAt: string
}

/** An allocation `a` as JSON. */
export const allocationJson = sql.fragment`
  json_build_object(
    'id', a.id,
    'paymentId', a.payment_id,
    'invoiceId', a.invoice_id,
    'companyId', a.company_id,
    'amountMinor', a.amount_minor,
    'createdAt', a.created_at
  ) order by a.created_at desc, a.id desc`

/** JSON has neither bigints nor dates. */
export function allocationOf(found: AllocationJson): PaymentAllocation {
  return { ...found, amountMinor: BigInt(found.amountMinor), createdAt: new Date(found.createdAt) }
}

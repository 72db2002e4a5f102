import { Type } from 'typebox'
import type { DisputeStore } from '../../../application/ports/dispute-store.ts'
import type { DisputeStatus } from '../../../domain/billing/dispute.ts'
import type { CompanyId, DisputeId, OrderId, PaymentRecordId } from '../../../domain/shared/ids.ts'
import { big, instant, maybeInstant, maybeOneOf, oneOf, text } from '../columns.ts'
import { insertTogether } from '../gathered-writes.ts'
import { columnsOf, type Db, sql } from '../sql.ts'

const disputeRow = sql.rowsOf(
  Type.Object({
    id: oneOf<DisputeId>(),
    paymentId: oneOf<PaymentRecordId>(),
    companyId: maybeOneOf<CompanyId>(),
    orderId: maybeOneOf<OrderId>(),
    providerDisputeId: text,
    amountMinor: big,
    currency: text,
    reason: text,
    status: oneOf<DisputeStatus>(),
    respondBy: maybeInstant,
    createdAt: instant,
    updatedAt: instant,
    closedAt: maybeInstant,
  }),
)
const disputeFields = sql.fragment`
  id,
  payment_id as "paymentId",
  company_id as "companyId",
  order_id as "orderId",
  provider_dispute_id as "providerDisputeId",
  amount_minor as "amountMinor",
  currency,
  reason,
  status,
  respond_by as "respondBy",
  created_at as "createdAt",
  updated_at as "updatedAt",
  closed_at as "closedAt"`

export function createDisputeStore(db: Db): DisputeStore {
  return {
    findByProviderId: (providerDisputeId) =>
      db.maybeOne(disputeRow`
        select ${disputeFields}
        from disputes
        where provider_dispute_id = ${providerDisputeId}`),

    async lostOf(paymentId) {
      const rows = await db.any(disputeRow`
        select ${disputeFields}
        from disputes
        where payment_id = ${paymentId} and status = 'lost'
        order by closed_at, id`)
      return [...rows]
    },

    async save(dispute) {
      await insertTogether(db, [
        {
          table: 'disputes',
          rows: [columnsOf(dispute)],
          onConflict: sql.fragment`on conflict (provider_dispute_id) do update
            set status = excluded.status,
              respond_by = excluded.respond_by,
              updated_at = excluded.updated_at,
              closed_at = excluded.closed_at`,
        },
      ])
    },

    holdsOrder: (orderId) =>
      db.exists(sql.command`
        select from disputes
        where order_id = ${orderId} and closed_at is null`),
  }
}

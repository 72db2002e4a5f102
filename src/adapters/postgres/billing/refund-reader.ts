import type { RefundReader, RefundView } from '../../../application/ports/refund-reader.ts'
import { allOf, before, behind, byCreation, equals, pageOf, since } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

/** Reads refunds in the contract's shape. */
export function createRefundReader(db: Db): RefundReader {
  return {
    async list(filter, page) {
      const rows = await db.any(sql.view<{ view: RefundView }>()`
        select json_build_object(
          'id', r.id,
          'payment_id', r.payment_id,
          'company_id', p.company_id,
          'order_id', p.order_id,
          'provider_refund_id', r.provider_refund_id,
          'amount_minor', r.amount_minor,
          'currency', r.currency,
          'status', r.status,
          'reason', r.reason,
          'origin', r.origin,
          'created_at', utc(r.created_at),
          'updated_at', utc(r.updated_at)) as view
        from refunds r
        join payment_records p on p.id = r.payment_id
        where ${allOf([
          equals(sql.fragment`p.company_id`, filter.company_id),
          equals(sql.fragment`r.payment_id`, filter.payment_id),
          equals(sql.fragment`r.status`, filter.status),
          equals(sql.fragment`r.currency`, filter.currency),
          since(sql.fragment`r.created_at`, filter.created_from),
          before(sql.fragment`r.created_at`, filter.created_to),
          behind(sql.fragment`r.created_at, r.id`, page.after),
        ])}
        order by r.created_at desc, r.id desc
        limit ${page.limit + 1}`)
      return pageOf(
        rows.map((row) => row.view),
        page,
        byCreation,
      )
    },
  }
}

import { Type } from 'typebox'
import type { HoldStore } from '../../../application/ports/hold-store.ts'
import type { HoldReason } from '../../../domain/fulfillment/fulfillment-hold.ts'
import type { CompanyId, FulfillmentHoldId, FulfillmentOrderId, OrderId } from '../../../domain/shared/ids.ts'
import { instant, maybeInstant, maybeText, oneOf, text } from '../columns.ts'
import { insertRows, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'

const holdRow = sql.rowsOf(
  Type.Object({
    id: oneOf<FulfillmentHoldId>(),
    fulfillmentOrderId: oneOf<FulfillmentOrderId>(),
    orderId: oneOf<OrderId>(),
    companyId: oneOf<CompanyId>(),
    reason: oneOf<HoldReason>(),
    note: maybeText,
    placedBy: text,
    placedAt: instant,
    releasedBy: maybeText,
    releasedAt: maybeInstant,
    releaseNote: maybeText,
  }),
)

const columns = sql.fragment`
        id,
        fulfillment_order_id as "fulfillmentOrderId",
        order_id as "orderId",
        company_id as "companyId",
        reason,
        note,
        placed_by as "placedBy",
        placed_at as "placedAt",
        released_by as "releasedBy",
        released_at as "releasedAt",
        release_note as "releaseNote"`

export function createHoldStore(db: Db): HoldStore {
  return {
    async open(fulfillmentOrderIds) {
      const rows = await db.any(holdRow`
        select ${columns}
        from fulfillment_holds
        where fulfillment_order_id = any(${sql.array([...fulfillmentOrderIds], 'text')}) and released_at is null
        order by placed_at, id`)
      return [...rows]
    },

    find: (fulfillmentOrderId, holdId) =>
      db.maybeOne(holdRow`
        select ${columns}
        from fulfillment_holds
        where id = ${holdId} and fulfillment_order_id = ${fulfillmentOrderId}`),

    async insert(hold) {
      await insertRows(db, 'fulfillment_holds', [columnsOf(hold)])
    },

    async save(hold) {
      await update(
        db,
        'fulfillment_holds',
        sql.fragment`
        update fulfillment_holds
        set released_by = ${hold.releasedBy},
          released_at = ${hold.releasedAt === null ? null : at(hold.releasedAt)},
          release_note = ${hold.releaseNote}
        where id = ${hold.id}`,
      )
    },
  }
}

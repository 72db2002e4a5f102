import { Type } from 'typebox'
import type { LoadedReplacement, ReplacementStore } from '../../../application/ports/replacement-store.ts'
import type { Replacement } from '../../../domain/returns/replacement.ts'
import type { ReplacementStatus } from '../../../domain/returns/replacement-lifecycle.ts'
import type {
  CaseId,
  CompanyId,
  DeviceId,
  FulfillmentOrderId,
  InvoiceId,
  OrderId,
  ProductId,
  ReplacementId,
  ReturnId,
  ShipmentItemId,
} from '../../../domain/shared/ids.ts'
import { Refusal } from '../../../domain/shared/refusal.ts'
import { flag, instant, jsonOf, maybeInstant, maybeOneOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertRows, insertTogether, update } from '../gathered-writes.ts'
import { lockOrder } from '../order-lock.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'

const replacementRow = sql.rowsOf(
  Type.Object({
    id: oneOf<ReplacementId>(),
    caseId: oneOf<CaseId>(),
    orderId: oneOf<OrderId>(),
    companyId: oneOf<CompanyId>(),
    returnId: oneOf<ReturnId>(),
    status: oneOf<ReplacementStatus>(),
    shipmentItemId: oneOf<ShipmentItemId>(),
    oldDeviceId: maybeOneOf<DeviceId>(),
    productId: oneOf<ProductId>(),
    newDeviceId: maybeOneOf<DeviceId>(),
    fulfillmentOrderId: maybeOneOf<FulfillmentOrderId>(),
    isAdvance: flag,
    returnBy: instant,
    chargeMinor: jsonOf<bigint | null>(),
    currency: maybeText,
    invoiceId: maybeOneOf<InvoiceId>(),
    shippedAt: maybeInstant,
    oldReceivedAt: maybeInstant,
    overdueAt: maybeInstant,
    chargedAt: maybeInstant,
    closedAt: maybeInstant,
    closeNote: maybeText,
    version: whole,
    createdAt: instant,
    updatedAt: instant,
    hasParcel: flag,
    sku: text,
    oldSku: text,
    oldSerial: maybeText,
  }),
)

const deviceRow = sql.rowsOf(Type.Object({ id: oneOf<DeviceId>(), isRightProduct: flag, isTaken: flag }))

const noticeRow = sql.rowsOf(
  Type.Object({
    replacementId: oneOf<ReplacementId>(),
    returnBy: instant,
    isToldOverdue: flag,
    lastReminderDay: Type.Union([Type.Integer(), Type.Null()]),
  }),
)

export function createReplacementStore(db: Db): ReplacementStore {
  async function load(where: ReturnType<typeof sql.fragment>): Promise<LoadedReplacement | null> {
    const row = await db.maybeOne(replacementRow`
      select
        r.id,
        r.case_id as "caseId",
        r.order_id as "orderId",
        r.company_id as "companyId",
        r.return_id as "returnId",
        r.status,
        r.shipment_item_id as "shipmentItemId",
        r.old_device_id as "oldDeviceId",
        r.product_id as "productId",
        r.new_device_id as "newDeviceId",
        r.fulfillment_order_id as "fulfillmentOrderId",
        r.is_advance as "isAdvance",
        r.return_by as "returnBy",
        r.charge_minor as "chargeMinor",
        r.currency,
        r.invoice_id as "invoiceId",
        r.shipped_at as "shippedAt",
        r.old_received_at as "oldReceivedAt",
        r.overdue_at as "overdueAt",
        r.charged_at as "chargedAt",
        r.closed_at as "closedAt",
        r.close_note as "closeNote",
        r.version,
        r.created_at as "createdAt",
        r.updated_at as "updatedAt",
        exists (
          select from shipments s
          where s.fulfillment_order_id = r.fulfillment_order_id and s.status <> 'cancelled'
        ) as "hasParcel",
        p.sku,
        o.sku as "oldSku",
        d.serial as "oldSerial"
      from replacements r
      join products p on p.id = r.product_id
      join shipment_items i on i.id = r.shipment_item_id
      join order_items o on o.id = i.order_item_id
      left join devices d on d.id = r.old_device_id
      where ${where}`)
    if (row === null) return null
    const { hasParcel, sku, oldSku, oldSerial, ...replacement } = row
    return { replacement, hasParcel, sku, oldSku, oldSerial }
  }

  return {
    lockOrderOf: (replacementId) =>
      lockOrder(db, sql.fragment`(select order_id from replacements where id = ${replacementId})`),

    find: (replacementId) => load(sql.fragment`r.id = ${replacementId}`),
    ofReturn: (returnId) => load(sql.fragment`r.return_id = ${returnId} and r.status <> 'closed'`),

    async freeDevice(serial, productId) {
      const device = await db.maybeOne(deviceRow`
        select
          d.id,
          d.product_id = ${productId} as "isRightProduct",
          exists (
            select from shipment_devices b
            where b.device_id = d.id and b.released_at is null and b.restocked_at is null
          ) as "isTaken"
        from devices d
        where d.serial = ${serial}`)
      if (device === null || device.isTaken) {
        throw new Refusal('device_not_available', 'The new device cannot be sent.', {
          devices: [{ serial, reason: device === null ? 'not registered' : 'bound to another shipment' }],
        })
      }
      if (!device.isRightProduct) {
        throw new Refusal('device_wrong_product', 'The new device is of another product.', {
          serials: [serial],
        })
      }
      return device.id
    },

    async insert(opened) {
      await insertRows(db, 'replacements', [columnsOf(opened)])
    },

    async insertLine({ id, orderId, companyId }, line, resolutions) {
      await insertTogether(db, [
        { table: 'order_items', rows: [columnsOf({ ...line, orderId, companyId, replacementId: id })] },
        { table: 'pricing_resolutions', rows: resolutions.map(columnsOf) },
      ])
    },

    async save(changed: Replacement) {
      await update(
        db,
        'replacements',
        sql.fragment`
        update replacements
        set status = ${changed.status},
          fulfillment_order_id = ${changed.fulfillmentOrderId},
          invoice_id = ${changed.invoiceId},
          shipped_at = ${changed.shippedAt === null ? null : at(changed.shippedAt)},
          old_received_at = ${changed.oldReceivedAt === null ? null : at(changed.oldReceivedAt)},
          overdue_at = ${changed.overdueAt === null ? null : at(changed.overdueAt)},
          charged_at = ${changed.chargedAt === null ? null : at(changed.chargedAt)},
          closed_at = ${changed.closedAt === null ? null : at(changed.closedAt)},
          close_note = ${changed.closeNote},
          version = ${changed.version},
          updated_at = ${at(changed.updatedAt)}
        where id = ${changed.id}`,
      )
    },

    async awaitingNotice(now, firstReminderDay, after, limit) {
      const rows = await db.any(noticeRow`
        select
          r.id as "replacementId",
          r.return_by as "returnBy",
          r.overdue_at is not null as "isToldOverdue",
          (
            select max(n.day)
            from replacement_notices n
            where n.replacement_id = r.id and n.kind = 'reminder'
          ) as "lastReminderDay"
        from replacements r
        where r.is_advance
          and r.status = 'shipped'
          and r.overdue_at is null
          and r.return_by + ${firstReminderDay}::integer * interval '1 day' <= ${at(now)}
          and ${after === null ? sql.fragment`true` : sql.fragment`r.id > ${after}`}
        order by r.id
        limit ${limit}`)
      return [...rows]
    },

    async giveNotice(notice) {
      const { rowCount } = await db.query(sql.command`
        insert into replacement_notices (replacement_id, kind, day, given_at)
        values (${notice.replacementId}, ${notice.kind}, ${notice.day}, ${at(notice.givenAt)})
        on conflict do nothing`)
      return rowCount === 1
    },
  }
}

import { Type } from 'typebox'
import type { LoadedOrder, OrderStore } from '../../../application/ports/order-store.ts'
import type { CheckoutSession } from '../../../domain/orders/checkout-session.ts'
import type { Order, OrderItem } from '../../../domain/orders/order.ts'
import type { OrderStatus } from '../../../domain/orders/order-lifecycle.ts'
import type { AddressId, CompanyId, ContactId, Id, OrderId } from '../../../domain/shared/ids.ts'
import { Refusal } from '../../../domain/shared/refusal.ts'
import {
  big,
  flag,
  instant,
  jsonOf,
  maybeInstant,
  maybeOneOf,
  maybeText,
  oneOf,
  text,
  whole,
} from '../columns.ts'
import { insertRows, insertTogether, update } from '../gathered-writes.ts'
import { isOrderLocked, lockOrder } from '../order-lock.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'

type ItemJson = Omit<OrderItem, 'unitAmountMinor' | 'amountMinor'> & {
  unitAmountMinor: number
  amountMinor: number
}

type SessionJson = Omit<CheckoutSession, 'amountMinor' | 'expiresAt' | 'createdAt' | 'closedAt'> & {
  amountMinor: number
  expiresAt: string
  createdAt: string
  closedAt: string | null
}

const orderRow = sql.rowsOf(
  Type.Object({
    id: oneOf<OrderId>(),
    number: text,
    companyId: oneOf<CompanyId>(),
    status: oneOf<OrderStatus>(),
    currency: text,
    totalMinor: big,
    billingContactId: maybeOneOf<ContactId>(),
    billingAddressId: maybeOneOf<AddressId>(),
    purchaseOrderRef: maybeText,
    notes: maybeText,
    checkoutAttempts: whole,
    pricesExpireAt: instant,
    paidAt: maybeInstant,
    completedAt: maybeInstant,
    cancelledAt: maybeInstant,
    cancelReason: maybeText,
    createdBy: text,
    version: whole,
    createdAt: instant,
    updatedAt: instant,
    items: jsonOf<ItemJson[]>(),
    sessions: jsonOf<SessionJson[]>(),
    region: maybeText,
    hasShippedUnits: flag,
    hasEveryUnitSettled: flag,
  }),
)

const sessionRow = sql.rowsOf(
  Type.Object({
    id: oneOf<Id<'checkoutSession'>>(),
    orderId: oneOf<OrderId>(),
    companyId: oneOf<CompanyId>(),
    attempt: whole,
    providerSessionId: text,
    status: oneOf<CheckoutSession['status']>(),
    url: text,
    amountMinor: big,
    currency: text,
    paymentIntentId: maybeText,
    expiresAt: instant,
    createdAt: instant,
    closedAt: maybeInstant,
  }),
)

const sessionColumns = sql.fragment`
  id,
  order_id as "orderId",
  company_id as "companyId",
  attempt,
  provider_session_id as "providerSessionId",
  status,
  url,
  amount_minor as "amountMinor",
  currency,
  payment_intent_id as "paymentIntentId",
  expires_at as "expiresAt",
  created_at as "createdAt",
  closed_at as "closedAt"`

export function createOrderStore(db: Db): OrderStore {
  async function find(orderId: OrderId): Promise<LoadedOrder | null> {
    const row = await db.maybeOne(orderRow`
      select
        o.id,
        o.number,
        o.company_id as "companyId",
        o.status,
        o.currency,
        o.total_minor as "totalMinor",
        o.billing_contact_id as "billingContactId",
        o.billing_address_id as "billingAddressId",
        o.purchase_order_ref as "purchaseOrderRef",
        o.notes,
        o.checkout_attempts as "checkoutAttempts",
        o.prices_expire_at as "pricesExpireAt",
        o.paid_at as "paidAt",
        o.completed_at as "completedAt",
        o.cancelled_at as "cancelledAt",
        o.cancel_reason as "cancelReason",
        o.created_by as "createdBy",
        o.version,
        o.created_at as "createdAt",
        o.updated_at as "updatedAt",
        (select c.region from companies c where c.id = o.company_id) as region,
        (
          select json_agg(json_build_object(
            'id', i.id,
            'position', i.position,
            'productId', i.product_id,
            'sku', i.sku,
            'description', i.description,
            'isProvisionable', i.is_provisionable,
            'quantity', i.quantity,
            'unitAmountMinor', i.unit_amount_minor,
            'amountMinor', i.amount_minor,
            'priceTypeSnap', i.price_type_snap,
            'priceLabel', i.price_label,
            'priceBookEntryId', i.price_book_entry_id,
            'priceAgreementId', i.price_agreement_id,
            'priceAgreementLineId', i.price_agreement_line_id,
            'stripePriceId', i.stripe_price_id,
            'bespokeNotes', i.bespoke_notes
          ) order by i.position)
          from order_items i
          where i.order_id = o.id
        ) as items,
        (
          select coalesce(json_agg(json_build_object(
            'id', s.id,
            'orderId', s.order_id,
            'companyId', s.company_id,
            'attempt', s.attempt,
            'providerSessionId', s.provider_session_id,
            'status', s.status,
            'url', s.url,
            'amountMinor', s.amount_minor,
            'currency', s.currency,
            'paymentIntentId', s.payment_intent_id,
            'expiresAt', s.expires_at,
            'createdAt', s.created_at,
            'closedAt', s.closed_at
          ) order by s.attempt), '[]')
          from checkout_sessions s
          where s.order_id = o.id
        ) as sessions,
        exists (
          select from shipments s
          where s.order_id = o.id and s.status in ('in_transit', 'delivered', 'written_off')
        ) as "hasShippedUnits",
        (select sum(i.quantity) from order_items i where i.order_id = o.id and i.replacement_id is null) = (
          select coalesce(sum(case when u.status = 'delivered' then u.quantity else u.written_off end), 0)
          from live_units u
          join order_items i on i.id = u.order_item_id and i.replacement_id is null
          where u.order_id = o.id
        ) as "hasEveryUnitSettled"
      from orders o
      where o.id = ${orderId}`)
    if (row === null) return null
    const { items, sessions, hasShippedUnits, hasEveryUnitSettled, region, ...order } = row
    return {
      order,
      items: items.map((item) => ({
        ...item,
        unitAmountMinor: BigInt(item.unitAmountMinor),
        amountMinor: BigInt(item.amountMinor),
      })),
      sessions: sessions.map((session) => ({
        ...session,
        amountMinor: BigInt(session.amountMinor),
        expiresAt: new Date(session.expiresAt),
        createdAt: new Date(session.createdAt),
        closedAt: session.closedAt === null ? null : new Date(session.closedAt),
      })),
      facts: { hasShippedUnits, hasEveryUnitSettled },
      region,
    }
  }

  return {
    find,

    async getForUpdate(orderId) {
      const isThere = isOrderLocked(db, orderId) || (await lockOrder(db, sql.fragment`${orderId}`)) !== null
      return isThere ? find(orderId) : null
    },

    findSession: (providerSessionId) =>
      db.maybeOne(sessionRow`
        select ${sessionColumns}
        from checkout_sessions
        where provider_session_id = ${providerSessionId}`),

    async insert(order, items, resolutions) {
      await insertTogether(db, [
        { table: 'orders', rows: [columnsOf(order)] },
        {
          table: 'order_items',
          rows: items.map((item) => columnsOf({ ...item, orderId: order.id, companyId: order.companyId })),
        },
        { table: 'pricing_resolutions', rows: resolutions.map(columnsOf) },
      ])
    },

    async save(order: Order) {
      await update(
        db,
        'orders',
        sql.fragment`
        update orders
        set status = ${order.status},
          total_minor = ${order.totalMinor},
          prices_expire_at = ${at(order.pricesExpireAt)},
          checkout_attempts = ${order.checkoutAttempts},
          paid_at = ${order.paidAt === null ? null : at(order.paidAt)},
          completed_at = ${order.completedAt === null ? null : at(order.completedAt)},
          cancelled_at = ${order.cancelledAt === null ? null : at(order.cancelledAt)},
          cancel_reason = ${order.cancelReason},
          version = ${order.version},
          updated_at = ${at(order.updatedAt)}
        where id = ${order.id} and version < ${order.version}`,
        () => new Refusal('version_stale', 'The order has changed meanwhile.'),
      )
    },

    async savePrices(items) {
      await db.query(sql.command`
        update order_items i
        set unit_amount_minor = n.unit_amount_minor,
          amount_minor = n.amount_minor,
          price_type_snap = n.price_type_snap,
          price_label = n.price_label,
          price_book_entry_id = n.price_book_entry_id,
          price_agreement_id = n.price_agreement_id,
          price_agreement_line_id = n.price_agreement_line_id,
          stripe_price_id = n.stripe_price_id
        from jsonb_populate_recordset(null::order_items, ${json(items.map(columnsOf))}::jsonb) n
        where i.id = n.id`)
    },

    async insertSession(session) {
      await insertRows(db, 'checkout_sessions', [columnsOf(session)])
    },

    async saveSession(session) {
      await update(
        db,
        'checkout_sessions',
        sql.fragment`
        update checkout_sessions
        set status = ${session.status},
          payment_intent_id = ${session.paymentIntentId},
          closed_at = ${session.closedAt === null ? null : at(session.closedAt)}
        where id = ${session.id}`,
      )
    },

    async insertResolutions(resolutions) {
      await insertRows(db, 'pricing_resolutions', resolutions.map(columnsOf))
    },

    async audit(entry) {
      await insertRows(db, 'payment_audit_entries', [columnsOf(entry)])
    },

    isFailureKnown: (orderId, failureId) =>
      db.exists(sql.command`
        select
        from payment_audit_entries
        where order_id = ${orderId} and details ->> 'failure_id' = ${failureId}`),

    async overdueSessions(instantNow, limit) {
      const rows = await db.any(sessionRow`
        select ${sessionColumns}
        from checkout_sessions
        where status = 'open' and expires_at < ${at(instantNow)}
        order by expires_at desc
        limit ${limit}`)
      return [...rows]
    },
  }
}

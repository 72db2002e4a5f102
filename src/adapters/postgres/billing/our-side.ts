import type { FragmentSqlToken } from 'slonik'
import { Type } from 'typebox'
import type { Span } from '../../../application/ports/payment-gateway.ts'
import type { AskedKind, ReconciliationStore } from '../../../application/ports/reconciliation-store.ts'
import type { DisputeStatus } from '../../../domain/billing/dispute.ts'
import type { OurSession } from '../../../domain/billing/reconciliation.ts'
import type { OrderId } from '../../../domain/shared/ids.ts'
import { big, flag, instant, maybeOneOf, oneOf, text } from '../columns.ts'
import { at, type Db, sql } from '../sql.ts'

type OurSide = Pick<
  ReconciliationStore,
  | 'sessions'
  | 'payments'
  | 'refunds'
  | 'refunded'
  | 'disputes'
  | 'sessionsWithin'
  | 'paymentsWithin'
  | 'refundsWithin'
  | 'disputesWithin'
  | 'unfinished'
>

const money = { amountMinor: big, currency: text }

const sessionRow = sql.rowsOf(
  Type.Object({
    id: text,
    orderId: oneOf<OrderId>(),
    status: oneOf<OurSession['status']>(),
    isPaid: flag,
    isUnderWay: flag,
    ...money,
    createdAt: instant,
  }),
)
const itsPayment = sql.fragment`
  select
  from payment_records p
  where p.order_id = s.order_id and p.provider_session_id = s.provider_session_id`
const sessions = sql.fragment`
  select
    s.provider_session_id as id,
    s.order_id as "orderId",
    s.status,
    exists (${itsPayment}) as "isPaid",
    exists (
      select from orders o
      where o.id = s.order_id and o.status = 'payment_processing' and o.checkout_attempts = s.attempt
    ) as "isUnderWay",
    s.amount_minor as "amountMinor",
    s.currency,
    s.created_at as "createdAt"
  from checkout_sessions s`

const paymentRow = sql.rowsOf(
  Type.Object({ id: text, orderId: maybeOneOf<OrderId>(), ...money, createdAt: instant }),
)
// Where nothing was to be paid the session stands for the payment, and Stripe has none.
const payments = sql.fragment`
  select
    p.provider_payment_id as id,
    p.order_id as "orderId",
    p.amount_minor as "amountMinor",
    p.currency,
    p.received_at as "createdAt"
  from payment_records p
  where p.provider = 'stripe' and p.provider_payment_id is distinct from p.provider_session_id`

const refundRow = sql.rowsOf(
  Type.Object({
    id: text,
    paymentIntentId: text,
    orderId: maybeOneOf<OrderId>(),
    status: text,
    ...money,
    createdAt: instant,
  }),
)
// A refund without a provider's id has not been asked for yet; what a dispute took is no refund to the provider.
const refunds = sql.fragment`
  select
    r.provider_refund_id as id,
    p.provider_payment_id as "paymentIntentId",
    p.order_id as "orderId",
    r.status,
    r.amount_minor as "amountMinor",
    r.currency,
    r.created_at as "createdAt"
  from refunds r
  join payment_records p on p.id = r.payment_id
  where r.provider_refund_id is not null and r.origin <> 'dispute' and p.provider = 'stripe'`

const refundedRow = sql.rowsOf(Type.Object({ id: text, orderId: maybeOneOf<OrderId>(), refundedMinor: big }))

const disputeRow = sql.rowsOf(
  Type.Object({
    id: text,
    paymentIntentId: text,
    orderId: maybeOneOf<OrderId>(),
    status: oneOf<DisputeStatus>(),
    ...money,
    isBooked: flag,
    createdAt: instant,
  }),
)
// A lost dispute takes what refunds left of the payment, which may be nothing.
const disputes = sql.fragment`
  select
    d.provider_dispute_id as id,
    p.provider_payment_id as "paymentIntentId",
    d.order_id as "orderId",
    d.status,
    d.amount_minor as "amountMinor",
    d.currency,
    exists (
      select from refunds r
      where r.provider_refund_id = d.provider_dispute_id
    ) or p.amount_minor <= (
      select coalesce(sum(r.amount_minor), 0)
      from refunds r
      where r.payment_id = p.id and r.status not in ('failed', 'canceled')
    ) as "isBooked",
    d.created_at as "createdAt"
  from disputes d
  join payment_records p on p.id = d.payment_id`

const unfinishedRow = sql.rowsOf(Type.Object({ id: text, createdAt: instant }))

/** A bank may send a refund back, and a debit come through, for a month; a debit that an order waits for, whenever. */
const unfinished: Readonly<
  Record<AskedKind, { name: string; of: (before: Date) => FragmentSqlToken | null }>
> = {
  sessions: {
    name: 'session',
    of: (before) => sql.fragment`
      select s.provider_session_id as id, s.created_at
      from orders o
      join checkout_sessions s on s.order_id = o.id and s.status = 'complete'
      where s.created_at < ${at(before)}
        and not exists (${itsPayment})
        and (
          (o.status = 'payment_processing' and s.attempt = o.checkout_attempts)
          or (o.status = 'cancelled' and s.created_at >= ${at(before)} - interval '30 days')
        )`,
  },
  payments: { name: 'payment', of: () => null },
  refunds: {
    name: 'refund',
    of: (before) => sql.fragment`
      select r.provider_refund_id as id, r.created_at
      from refunds r
      where r.provider_refund_id is not null
        and r.origin <> 'dispute'
        and r.created_at < ${at(before)}
        and (
          r.status in ('pending', 'requires_action')
          or (r.status = 'succeeded' and r.created_at >= ${at(before)} - interval '30 days')
        )`,
  },
  disputes: {
    name: 'dispute',
    of: (before) => sql.fragment`
      select d.provider_dispute_id as id, d.created_at
      from disputes d
      where d.closed_at is null and d.created_at < ${at(before)}`,
  },
}

/** What is on record here of the provider's objects, by the provider's ids. */
export function ourSide(db: Db): OurSide {
  return {
    sessions: (ids) => db.any(sessionRow`${sessions} where s.provider_session_id = any(${texts(ids)})`),
    payments: (ids) => db.any(paymentRow`${payments} and p.provider_payment_id = any(${texts(ids)})`),
    refunds: (ids) => db.any(refundRow`${refunds} and r.provider_refund_id = any(${texts(ids)})`),

    disputes: (ids) => db.any(disputeRow`${disputes} where d.provider_dispute_id = any(${texts(ids)})`),

    refunded: (paymentIntentIds) =>
      db.any(refundedRow`
        select
          p.provider_payment_id as id,
          p.order_id as "orderId",
          coalesce(sum(r.amount_minor), 0)::bigint as "refundedMinor"
        from payment_records p
        left join refunds r
          on r.payment_id = p.id
          and r.provider_refund_id is not null
          and r.origin <> 'dispute'
          and r.status not in ('failed', 'canceled')
        where p.provider = 'stripe' and p.provider_payment_id = any(${texts(paymentIntentIds)})
        group by p.id`),

    unfinished(kind, before) {
      const { name, of } = unfinished[kind]
      const open = of(before)
      return db.any(unfinishedRow`
        select one.id, min(one.created_at) as "createdAt"
        from (
          select d.provider_object_id as id, d.object_created_at as created_at
          from reconciliation_differences d
          where d.resolved_at is null
            and d.object_created_at < ${at(before)}
            and starts_with(d.kind, ${`${name}_`})
          ${open === null ? sql.fragment`` : sql.fragment`union all ${open}`}
        ) one
        group by one.id`)
    },

    sessionsWithin: (span, after, limit) =>
      db.any(sessionRow`
        ${sessions}
        where ${within(sql.fragment`s.created_at`, sql.fragment`s.provider_session_id`, span, after, limit)}`),

    paymentsWithin: (span, after, limit) =>
      db.any(paymentRow`
        ${payments}
          and ${within(sql.fragment`p.received_at`, sql.fragment`p.provider_payment_id`, span, after, limit)}`),

    refundsWithin: (span, after, limit) =>
      db.any(refundRow`
        ${refunds}
          and ${within(sql.fragment`r.created_at`, sql.fragment`r.provider_refund_id`, span, after, limit)}`),

    disputesWithin: (span, after, limit) =>
      db.any(disputeRow`
        ${disputes}
        where ${within(sql.fragment`d.created_at`, sql.fragment`d.provider_dispute_id`, span, after, limit)}`),
  }
}

function texts(ids: readonly string[]) {
  return sql.array([...ids], 'text')
}

/** A page of a span by id: times may be equal, ids are not. */
function within(
  time: FragmentSqlToken,
  id: FragmentSqlToken,
  span: Span,
  after: string,
  limit: number,
): FragmentSqlToken {
  return sql.fragment`
    ${time} >= ${at(span.from)} and ${time} < ${at(span.to)} and ${id} > ${after}
    order by ${id}
    limit ${limit}`
}

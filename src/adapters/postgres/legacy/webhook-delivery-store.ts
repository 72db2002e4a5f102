import { Type } from 'typebox'
import type { WebhookDeliveryStore } from '../../../application/ports/webhook-delivery-store.ts'
import type { WebhookDeliveryId } from '../../../domain/shared/ids.ts'
import { jsonOf, oneOf, text, whole } from '../columns.ts'
import { insertRows, insertTogether, write } from '../gathered-writes.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'

const idRow = sql.rowsOf(Type.Object({ id: oneOf<WebhookDeliveryId>() }))
const countRow = sql.rowsOf(Type.Object({ count: whole }))
const claimedRow = sql.rowsOf(
  Type.Object({
    id: oneOf<WebhookDeliveryId>(),
    eventId: text,
    target: text,
    attempts: whole,
    attemptsLeft: whole,
    hex: text,
    headers: jsonOf<Record<string, string>>(),
  }),
)

export function createWebhookDeliveryStore(db: Db): WebhookDeliveryStore {
  return {
    insert: (deliveries) => insertRows(db, 'webhook_deliveries', deliveries.map(columnsOf)),

    async claim(ids, now, until) {
      const rows = await db.any(claimedRow`
        with mine as (
          select id
          from webhook_deliveries
          where id = any(${sql.array([...ids], 'text')})
            and status = 'waiting'
            and (claimed_until is null or claimed_until < ${at(now)})
          order by id
          for update skip locked
        ),
        claimed as (
          update webhook_deliveries d
          set claimed_until = ${at(until)}
          from mine
          where d.id = mine.id
          returning d.*
        )
        select
          d.id,
          d.event_id as "eventId",
          d.target,
          d.attempts,
          d.attempts_left as "attemptsLeft",
          encode(e.body, 'hex') as hex,
          e.headers
        from claimed d
        join webhook_events e on e.provider = d.provider and e.event_id = d.event_id
        order by e.received_at, d.id`)
      return rows.map(({ hex, ...row }) => ({ ...row, body: Buffer.from(hex, 'hex') }))
    },

    async waiting(ids) {
      const { count } = await db.one(countRow`
        select count(*)::int as count
        from webhook_deliveries
        where id = any(${sql.array([...ids], 'text')}) and status = 'waiting'`)
      return count
    },

    async record(delivery, answer, status, now) {
      const attempt = delivery.attempts + 1
      const deliveredAt = status === 'delivered' ? at(now) : sql.fragment`null`
      await write(db, {
        tables: ['webhook_deliveries'],
        isInsert: false,
        isApart: true,
        statement: sql.fragment`
        update webhook_deliveries
        set status = ${status},
          attempts = ${attempt},
          attempts_left = ${Math.max(0, delivery.attemptsLeft - 1)},
          claimed_until = null,
          delivered_at = ${deliveredAt},
          updated_at = ${at(now)}
        where id = ${delivery.id} and attempts = ${delivery.attempts}`,
      })
      const row = columnsOf({ deliveryId: delivery.id, attempt, ...answer, attemptedAt: now })
      // After a claim that ran out another may have counted this try already.
      await insertTogether(db, [
        { table: 'webhook_delivery_attempts', rows: [row], onConflict: sql.fragment`on conflict do nothing` },
      ])
    },

    async reopen(ids, attempts, now) {
      const rows = await db.any(idRow`
        with locked as (
          select id
          from webhook_deliveries
          where id = any(${sql.array([...ids], 'text')})
          order by id
          for update
        )
        update webhook_deliveries d
        set status = 'waiting',
          attempts_left = ${attempts},
          delivered_at = null,
          updated_at = ${at(now)}
        from locked
        where d.id = locked.id
        returning d.id`)
      return rows.map(({ id }) => id)
    },

    async ofEventsReceived(span, { includesDelivered, limit }) {
      const undelivered = includesDelivered ? sql.fragment`true` : sql.fragment`d.status <> 'delivered'`
      const rows = await db.any(idRow`
        select d.id
        from webhook_deliveries d
        where d.created_at >= ${at(span.from)} and d.created_at < ${at(span.to)} and ${undelivered}
        order by d.id
        limit ${limit}`)
      return rows.map(({ id }) => id)
    },
  }
}

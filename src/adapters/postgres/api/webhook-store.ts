import { Type } from 'typebox'
import type { WebhookStore } from '../../../application/ports/webhook-store.ts'
import { instant, jsonOf, text } from '../columns.ts'
import { update } from '../gathered-writes.ts'
import { at, type Db, json, sql } from '../sql.ts'

const unappliedRow = sql.rowsOf(
  Type.Object({ body: text, headers: jsonOf<Record<string, string>>(), receivedAt: instant }),
)
const storedIdRow = sql.rowsOf(Type.Object({ eventId: text }))

export function createWebhookStore(db: Db): WebhookStore {
  return {
    async insert(events) {
      const rows = events.map(({ event, isWanted }) => ({
        provider: event.provider,
        event_id: event.eventId,
        event_type: event.eventType,
        api_version: event.apiVersion,
        object_id: event.objectId,
        payment_intent_id: event.paymentIntentId,
        body: `\\x${event.body.toString('hex')}`,
        headers: event.headers,
        status: isWanted ? 'received' : 'ignored',
        received_at: event.receivedAt,
      }))
      const stored = await db.any(storedIdRow`
        insert into webhook_events (
          provider, event_id, event_type, api_version, object_id, payment_intent_id, body, headers, status, received_at)
        select
          provider, event_id, event_type, api_version, object_id, payment_intent_id, body, headers, status, received_at
        from jsonb_populate_recordset(null::webhook_events, ${json(rows)}::jsonb)
        -- One order for all: two groups with the same events wait for each other and never in a circle.
        order by provider, event_id
        on conflict (provider, event_id) do nothing
        returning event_id as "eventId"`)
      return stored.map((row) => row.eventId)
    },

    async unapplied(provider, objectId, since, most) {
      const rows = await db.any(unappliedRow`
        select
          encode(body, 'base64') as body,
          headers,
          received_at as "receivedAt"
        from webhook_events
        where object_id = ${objectId}
          and provider = ${provider}
          and status in ('received', 'ignored')
          and received_at >= ${at(since)}
        order by received_at
        limit ${most}`)
      return rows.map(({ body, ...row }) => ({ ...row, body: Buffer.from(body, 'base64') }))
    },

    async finish(provider, eventIds, status, note, processedAt) {
      await update(
        db,
        'webhook_events',
        sql.fragment`
        update webhook_events
        set status = ${status},
          status_note = ${note},
          processed_at = ${at(processedAt)}
        where provider = ${provider} and event_id = any(${sql.array([...eventIds], 'text')})`,
      )
    },
  }
}

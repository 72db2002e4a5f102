import { Type } from 'typebox'
import type { ReconciliationStore } from '../../../application/ports/reconciliation-store.ts'
import type { ReconciliationId } from '../../../domain/shared/ids.ts'
import { instant, maybeText, oneOf, text } from '../columns.ts'
import { update, write } from '../gathered-writes.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'
import { ourSide } from './our-side.ts'

const reconciliationRow = sql.rowsOf(
  Type.Object({
    id: oneOf<ReconciliationId>(),
    slot: maybeText,
    windowFrom: instant,
    windowTo: instant,
    requestedBy: text,
    createdAt: instant,
  }),
)

/** Pushes about the object `d.provider_object_id` that we look at; those we only store say nothing. */
const itsEvents = sql.fragment`
  select
  from webhook_events e
  where e.provider = 'stripe'
    and (e.object_id = d.provider_object_id or e.payment_intent_id = d.provider_object_id)
    and (e.status <> 'ignored' or e.processed_at is not null)`

export function createReconciliationStore(db: Db): ReconciliationStore {
  return {
    ...ourSide(db),

    async insert(reconciliation) {
      const inserted = await db.maybeOne(sql.command`
        insert into reconciliations (id, slot, window_from, window_to, requested_by, created_at)
        select id, slot, window_from, window_to, requested_by, created_at
        from jsonb_populate_record(null::reconciliations, ${json(columnsOf(reconciliation))}::jsonb)
        on conflict (slot) do nothing
        returning id`)
      return inserted !== null
    },

    getUnfinished: (reconciliationId) =>
      db.maybeOne(reconciliationRow`
        select
          id,
          slot,
          window_from as "windowFrom",
          window_to as "windowTo",
          requested_by as "requestedBy",
          created_at as "createdAt"
        from reconciliations
        where id = ${reconciliationId} and finished_at is null`),

    async record(reconciliationId, found, foundAt) {
      const rows = found.map(
        ({ id, kind, objectId, paymentIntentId, orderId, ours, theirs, repair, objectCreatedAt }) =>
          columnsOf({
            id,
            reconciliationId,
            kind,
            providerObjectId: objectId,
            paymentIntentId,
            orderId,
            ours,
            theirs,
            proposedRepair: repair,
            repairQueuedAt: repair === 'review' ? null : foundAt,
            objectCreatedAt,
            foundAt,
          }),
      )
      const statement = sql.fragment`
        insert into reconciliation_differences (
          id, reconciliation_id, kind, provider_object_id, payment_intent_id, order_id, ours, theirs, cause,
          proposed_repair, repair_queued_at, object_created_at, found_at)
        select
          d.id, d.reconciliation_id, d.kind, d.provider_object_id, d.payment_intent_id, d.order_id, d.ours, d.theirs,
          case
            when d.proposed_repair <> 'converge' then null
            when not exists (${itsEvents}) then 'webhook_lost'
            when exists (${itsEvents} and e.status in ('received', 'failed')) then 'webhook_unprocessed'
          end,
          d.proposed_repair, d.repair_queued_at, d.object_created_at, d.found_at
        from jsonb_populate_recordset(null::reconciliation_differences, ${json(rows)}::jsonb) d
        on conflict (reconciliation_id, kind, provider_object_id) do nothing`
      await write(db, { tables: ['reconciliation_differences'], isInsert: true, statement })
    },

    async finish({ id, windowFrom, windowTo }, { compared, asked, begunAt, finishedAt }) {
      await update(
        db,
        'reconciliations',
        sql.fragment`
        update reconciliations
        set sessions_compared = ${compared.sessions},
          payments_compared = ${compared.payments},
          charges_compared = ${compared.charges},
          refunds_compared = ${compared.refunds},
          disputes_compared = ${compared.disputes},
          finished_at = ${at(finishedAt)}
        where id = ${id}`,
      )
      await update(
        db,
        'reconciliation_differences',
        sql.fragment`
        update reconciliation_differences d
        set resolved_at = ${at(finishedAt)},
          resolved_by_id = ${id},
          cause = case when d.cause = 'webhook_lost' and exists (${itsEvents}) then 'webhook_late' else d.cause end
        where d.resolved_at is null
          and d.reconciliation_id <> ${id}
          and (
            (d.object_created_at >= ${at(windowFrom)} and d.object_created_at < ${at(windowTo)})
            or d.provider_object_id = any(${sql.array([...asked], 'text')})
          )
          and d.found_at < ${at(begunAt)}
          and not exists (
            select
            from reconciliation_differences still
            where still.reconciliation_id = ${id}
              and still.kind = d.kind
              and still.provider_object_id = d.provider_object_id
          )`,
      )
    },
  }
}

import { Type } from 'typebox'
import type { QueueControlStore } from '../../../application/ports/queue-control-store.ts'
import { maybeInstant, maybeText, text, whole } from '../columns.ts'
import { update } from '../gathered-writes.ts'
import { at, type Db, sql } from '../sql.ts'

const controlRow = sql.rowsOf(
  Type.Object({
    queue: text,
    pausedAt: maybeInstant,
    pausedBy: maybeText,
    reason: maybeText,
    version: whole,
  }),
)

export function createQueueControlStore(db: Db): QueueControlStore {
  return {
    // The update of a row that is there locks it and changes nothing.
    lock: (queue) =>
      db.one(controlRow`
        insert into queue_control (queue)
        values (${queue})
        on conflict (queue) do update
        set queue = excluded.queue
        returning
          queue,
          paused_at as "pausedAt",
          paused_by as "pausedBy",
          reason,
          version`),

    async save(control) {
      await update(
        db,
        'queue_control',
        sql.fragment`
        update queue_control
        set paused_at = ${control.pausedAt === null ? null : at(control.pausedAt)},
          paused_by = ${control.pausedBy},
          reason = ${control.reason},
          version = ${control.version}
        where queue = ${control.queue}`,
      )
    },
  }
}

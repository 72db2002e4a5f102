import { Type } from 'typebox'
import type { TaskStore } from '../../../application/ports/task-store.ts'
import { oneOf } from '../columns.ts'
import { insertTogether, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'

const statusRow = sql.rowsOf(Type.Object({ status: oneOf<'open' | 'done'>() }))

export function createTaskStore(db: Db): TaskStore {
  return {
    async open(task) {
      await insertTogether(db, [
        {
          table: 'manual_tasks',
          rows: [columnsOf(task)],
          onConflict: sql.fragment`on conflict (kind, related_id) where status = 'open' do nothing`,
        },
      ])
    },

    async settle(kind, relatedId, by, doneAt) {
      await update(
        db,
        'manual_tasks',
        sql.fragment`
        update manual_tasks
        set status = 'done',
          done_at = ${at(doneAt)},
          done_by = ${by}
        where kind = ${kind} and related_id = ${relatedId} and status = 'open'`,
      )
    },

    async newestStatus(kind, relatedId) {
      const row = await db.maybeOne(statusRow`
        select status
        from manual_tasks
        where kind = ${kind} and related_id = ${relatedId}
        order by created_at desc, id desc
        limit 1`)
      return row?.status ?? null
    },

    async complete(taskId, by, notes, doneAt) {
      const { rowCount } = await db.query(sql.command`
        update manual_tasks
        set status = 'done',
          done_at = coalesce(done_at, ${at(doneAt)}),
          done_by = coalesce(done_by, ${by}),
          details = case when status = 'open' then details || ${json({ notes })}::jsonb else details end
        where id = ${taskId}`)
      return rowCount === 1
    },
  }
}

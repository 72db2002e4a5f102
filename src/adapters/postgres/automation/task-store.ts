import type { TaskStore } from '../../../application/ports/task-store.ts'
import { insertTogether, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'

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

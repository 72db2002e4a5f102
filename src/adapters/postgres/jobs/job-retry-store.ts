import { Type } from 'typebox'
import type { JobRetryStore } from '../../../application/ports/job-retry-store.ts'
import { maybeText, text, whole } from '../columns.ts'
import { type Db, sql } from '../sql.ts'

const retriedRow = sql.rowsOf(Type.Object({ id: text, name: text, orderId: maybeText, maxAttempts: whole }))

export function createJobRetryStore(db: Db): JobRetryStore {
  return {
    tryAgain: (jobId) =>
      db.maybeOne(retriedRow`
        with queued as (
          update pgboss.job j
          set state = 'retry',
            retry_limit = j.retry_count + 1,
            start_after = now(),
            keep_until = now() + (j.keep_until - j.created_on),
            completed_on = null
          from job_run r
          where r.id = ${jobId}
            and j.name = r.queue
            and j.id = r.boss_id
            and j.state in ('failed', 'cancelled')
          returning j.id
        )
        update job_run r
        set status = 'queued',
          max_attempts = r.max_attempts + 1,
          finished_at = null,
          next_retry_at = null
        from queued
        where r.boss_id = queued.id
        returning
          r.id,
          r.name,
          case when r.related_type = 'order' then r.related_id end as "orderId",
          r.max_attempts as "maxAttempts"`),
  }
}

import type { JobReader, JobRunSummaryView, JobRunView } from '../../../application/ports/job-reader.ts'
import { allOf, behind, byCreation, equals, pageOfRows } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'
import { readQueues } from './queue-overview.ts'

// The queue moves its own rows without telling us (expiry, lost heartbeats), so its row is the truth while it lives.
const status = sql.fragment`
    case
      when j.id is null then r.status
      when j.state < 'active' then case when j.start_after > now() then 'delayed' else 'queued' end
      else j.state::text
    end`

const job = sql.fragment`
    json_build_object(
      'id', r.id,
      'boss_id', r.boss_id,
      'queue', r.queue,
      'name', r.name,
      'status', ${status},
      'progress', r.progress,
      'progress_note', r.progress_note,
      'attempt', r.attempt,
      'max_attempts', r.max_attempts,
      'last_error', r.last_error,
      'related_type', r.related_type,
      'related_id', r.related_id,
      'correlation_id', r.correlation_id,
      'created_at', utc(r.created_at),
      'started_at', utc(r.started_at),
      'finished_at', utc(r.finished_at),
      'next_retry_at', case
        when j.id is null then utc(r.next_retry_at)
        when j.state = 'retry' then utc(j.start_after)
      end)`

const jobs = sql.fragment`
    job_run r
    left join pgboss.job j on j.name = r.queue and j.id = r.boss_id`

const attempts = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'attempt', a.attempt,
          'worker', a.worker,
          'started_at', utc(a.started_at),
          'ended_at', utc(a.ended_at),
          'outcome', a.outcome,
          'error', a.error) order by a.attempt), '[]')
      from job_attempt a
      where a.job_id = r.id)`

/** Reads job runs, and the queues of these names, in the contract's shape. */
export function createJobReader(db: Db, queueNames: readonly string[]): JobReader {
  return {
    async list(filter, page) {
      const rows = await db.any(sql.view<{ view: JobRunSummaryView }>()`
        select ${job} as view
        from ${jobs}
        where ${allOf([
          equals(sql.fragment`r.queue`, filter.queue),
          equals(sql.fragment`r.name`, filter.name),
          equals(sql.fragment`r.related_id`, filter.related_id),
          equals(status, filter.status),
          behind(sql.fragment`r.created_at, r.id`, page.after),
        ])}
        order by r.created_at desc, r.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async detail(jobId) {
      const row = await db.maybeOne(sql.view<{ view: JobRunSummaryView; attempts: JobRunView['attempts'] }>()`
        select
          ${job} as view,
          ${attempts} as attempts
        from ${jobs}
        where r.id = ${jobId}`)
      return row === null ? null : { ...row.view, attempts: row.attempts }
    },

    queues: () => readQueues(db, queueNames),
    queue: async (name) => (queueNames.includes(name) ? ((await readQueues(db, [name]))[0] ?? null) : null),
  }
}

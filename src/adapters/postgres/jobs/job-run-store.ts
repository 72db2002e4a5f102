import { Type } from 'typebox'
import { JOB_RUNS_KEPT_DAYS, type JobRunStore } from '../../../application/ports/job-run-store.ts'
import { flag, maybeText, text, whole } from '../columns.ts'
import { type Db, at as instant, sql } from '../sql.ts'

const openRow = sql.rowsOf(Type.Object({ bossId: text, queue: text, attempt: whole, worker: text }))
const queueRow = sql.rowsOf(Type.Object({ queue: text, isPaused: flag }))

const lostRow = sql.rowsOf(Type.Object({ id: text, name: text, orderId: maybeText, reason: maybeText }))

const STARTED = `
  with started as (
    select *
    from jsonb_to_recordset($1::jsonb) as s ("bossId" uuid, attempt integer, worker text, at timestamptz)
  ), run as (
    update job_run r
    set status = 'active',
      attempt = s.attempt,
      started_at = coalesce(r.started_at, s.at),
      next_retry_at = null
    from started s
    where r.boss_id = s."bossId"
    returning r.id, s.attempt, s.worker, s.at
  )
  insert into job_attempt (job_id, attempt, worker, started_at)
  select id, attempt, worker, at
  from run
  on conflict (job_id, attempt) do update
  set worker = excluded.worker,
    started_at = excluded.started_at,
    ended_at = null,
    outcome = null,
    error = null`

const RUN_SETTLED = `
  update job_run
  set status = $2,
    progress = case when $2 = 'completed' then 100 else progress end,
    last_error = coalesce($3, last_error),
    max_attempts = max_attempts + case when $2 = 'queued' then 1 else 0 end,
    finished_at = case when $2 in ('completed', 'failed') then $4::timestamptz end,
    next_retry_at = $5::timestamptz
  where boss_id = $1::uuid`

const ATTEMPT_SETTLED = `
  update job_attempt
  set ended_at = $3::timestamptz,
    outcome = $4,
    error = $5
  where job_id = (select id from job_run where boss_id = $1::uuid) and attempt = $2::integer`

export function createJobRunStore(db: Db): JobRunStore {
  return {
    async started(executor, attempts) {
      await executor.executeSql(STARTED, [JSON.stringify(attempts)])
    },

    async settled(executor, { bossId, status, error, at, nextRetryAt, outcome, attempt }) {
      const endedAt = at.toISOString()
      await executor.write({
        tables: ['job_run'],
        isInsert: false,
        isApart: true,
        text: RUN_SETTLED,
        values: [bossId, status, error, endedAt, nextRetryAt?.toISOString() ?? null],
      })
      await executor.write({
        tables: ['job_attempt'],
        isInsert: false,
        isApart: true,
        text: ATTEMPT_SETTLED,
        values: [bossId, attempt, endedAt, outcome, error],
      })
    },

    async openAttempts(workerPrefix) {
      const rows = await db.any(openRow`
        select
          r.boss_id as "bossId",
          r.queue,
          a.attempt,
          a.worker
        from job_run r
        join job_attempt a on a.job_id = r.id and a.attempt = r.attempt
        where r.status = 'active' and a.ended_at is null and starts_with(a.worker, ${workerPrefix})`)
      return [...rows]
    },

    async sweep(at) {
      const { rowCount } = await db.query(sql.command`
        with moved as (
          select
            r.id,
            r.boss_id,
            r.queue,
            r.attempt,
            case j.state::text
              when 'completed' then 'completed'
              when 'cancelled' then 'cancelled'
              when 'failed' then 'failed'
              when 'active' then 'active'
              else 'delayed'
            end as status,
            j.output ->> 'message' as error,
            case when j.state in ('retry', 'created') then j.start_after end as retry_at,
            j.retry_count
          from job_run r
          join pgboss.job j on j.id = r.boss_id and j.name = r.queue
          where r.status = 'active'
            and (j.state <> 'active' or j.retry_count + 1 > r.attempt)
            and r.started_at < ${instant(at)} - interval '5 seconds'
        ), attempts as (
          update job_attempt a
          set ended_at = ${instant(at)},
            outcome = 'lost',
            error = coalesce(m.error, 'the queue took the job back')
          from moved m
          where a.job_id = m.id and a.attempt = m.attempt and a.ended_at is null
        ), kept as (
          update pgboss.job j
          set deletion_seconds = ${JOB_RUNS_KEPT_DAYS * 86_400}
          from moved m
          where j.name = m.queue and j.id = m.boss_id and m.status = 'failed'
        )
        update job_run r
        set status = m.status,
          last_error = coalesce(m.error, r.last_error, 'the queue took the job back'),
          next_retry_at = m.retry_at,
          finished_at = case when m.status in ('completed', 'failed', 'cancelled') then ${instant(at)} end
        from moved m
        where r.id = m.id and m.status <> 'active'`)
      return rowCount
    },

    async lostReactions() {
      const rows = await db.any(lostRow`
        select
          r.id,
          r.name,
          case when r.related_type = 'order' then r.related_id end as "orderId",
          r.last_error as reason
        from job_run r
        where r.queue = 'reactions'
          and r.status = 'failed'
          and not exists (
            select from manual_tasks t
            where t.kind = 'job_failed'
              and t.related_id = r.id
              and (t.status = 'open' or t.created_at >= r.finished_at)
          )
        order by r.created_at
        limit 100`)
      return [...rows]
    },

    async forgetEnded(before, limit) {
      const { rowCount } = await db.query(sql.command`
        delete from job_run
        where id in (
          select id
          from job_run
          where created_at < ${instant(before)} and finished_at < ${instant(before)}
          order by created_at
          limit ${limit}
        )`)
      return rowCount
    },

    async queuesAtHand() {
      const rows = await db.any(queueRow`
        select
          q.name as queue,
          c.paused_at is not null as "isPaused"
        from pgboss.queue q
        left join queue_control c on c.queue = q.name
        where c.paused_at is not null
          or exists (
            select from pgboss.job j
            where j.name = q.name and j.state < 'active' and j.start_after <= now()
          )`)
      const named = (isPaused: boolean) =>
        rows.filter((row) => row.isPaused === isPaused).map(({ queue }) => queue)
      return { due: named(false), paused: named(true) }
    },
  }
}

import type { JobQueueView } from '../../../application/ports/job-reader.ts'
import { type Db, sql } from '../sql.ts'

/**
 * The queues that were asked for, by name. What waits is counted in the queue's own table, the live truth, over its
 * index of unstarted jobs; what runs and what failed in the runs, which keep them.
 */
export async function readQueues(db: Db, names: readonly string[]): Promise<JobQueueView[]> {
  const rows = await db.any(sql.view<{ view: JobQueueView }>()`
    select json_build_object(
      'name', q.name,
      'waiting', unstarted.waiting,
      'active', (select count(*) from job_run r where r.queue = q.name and r.status = 'active'),
      'delayed', unstarted.delayed,
      'failed', (select count(*) from job_run r where r.queue = q.name and r.status = 'failed'),
      'oldest_waiting_seconds', floor(extract(epoch from now() - unstarted.since))::integer,
      'paused_at', utc(c.paused_at),
      'paused_by', c.paused_by,
      'pause_reason', c.reason) as view
    from unnest(${sql.array([...names], 'text')}) as q (name)
    left join queue_control c on c.queue = q.name
    cross join lateral (
      select
        count(*) filter (where j.start_after <= now()) as waiting,
        count(*) filter (where j.start_after > now()) as delayed,
        min(j.start_after) filter (where j.start_after <= now()) as since
      from pgboss.job j
      where j.name = q.name and j.state < 'active'
    ) unstarted
    order by q.name`)
  return rows.map(({ view }) => view)
}

import type { DatabasePool } from 'slonik'
import { Type } from 'typebox'
import type { Clock } from '../../../application/ports/clock.ts'
import type { EventRelay, TimelineEvent } from '../../../application/ports/event-relay.ts'
import { big, jsonOf } from '../columns.ts'
import { claimingTransaction } from '../jobs/claiming-transaction.ts'
import { enqueueJobs, type IdentifiedJob, type JobQueues } from '../jobs/enqueue-jobs.ts'
import { at, sql } from '../sql.ts'
import type { WakeUp } from '../wake-channel.ts'

// The next partition exists long before the first event that needs it.
const PARTITION_LEAD = 1_000_000n

const seqRow = sql.rowsOf(Type.Object({ lastSeq: big }))
const movedRow = sql.rowsOf(Type.Object({ event: jsonOf<TimelineEvent>() }))

export interface EventRelayOptions {
  pool: DatabasePool
  clock: Clock
  jobId: (key: string | null) => { id: string; bossId: string }
  queues: JobQueues
  committed: (news: WakeUp) => void
}

export function createEventRelay(options: EventRelayOptions): EventRelay {
  let partitionedUpTo = 0n

  return {
    async moveBatch(limit, jobsFor) {
      const { moved, left } = await claimingTransaction(options.pool, async (transaction) => {
        // The lock in its own statement: taken inside the move, competing relays deadlock.
        const state = await transaction.maybeOne(seqRow`
          select last_seq as "lastSeq"
          from relay_state
          where name = 'timeline' and exists (select from outbox)
          for update skip locked`)
        if (state === null) return { result: { moved: 0, left: [] }, claims: null }
        if (state.lastSeq + PARTITION_LEAD > partitionedUpTo) {
          await transaction.query(
            sql.command`select ensure_domain_event_partition(${state.lastSeq + PARTITION_LEAD})`,
          )
          partitionedUpTo = state.lastSeq + 2n * PARTITION_LEAD
        }
        const now = options.clock.now()
        const rows = await transaction.any(movedRow`
          with taken as (
            delete from outbox
            where position in (
              select position
              from outbox
              order by position
              limit ${limit}
            )
            returning *
          ), numbered as (
            select
              t.*,
              ${state.lastSeq}::bigint + row_number() over (order by t.position) as seq
            from taken t
          ), advanced as (
            update relay_state
            set last_seq = last_seq + (select count(*) from taken)
            where name = 'timeline'
          ), published as (
            insert into domain_event (
              seq, event_id, event_type, source_module, aggregate_type, aggregate_id, aggregate_version,
              company_id, order_id, shipment_id, payload, actor, correlation_id, causation_id, occurred_at, published_at
            )
            select
              seq, event_id, event_type, source_module, aggregate_type, aggregate_id, aggregate_version,
              company_id, order_id, shipment_id, payload, actor, correlation_id, causation_id, occurred_at, ${at(now)}
            from numbered
          )
          select json_build_object(
            'seq', n.seq,
            'event_id', n.event_id,
            'event_type', n.event_type,
            'aggregate_id', n.aggregate_id,
            'company_id', n.company_id,
            'order_id', n.order_id,
            'shipment_id', n.shipment_id,
            'payload', n.payload,
            'correlation_id', n.correlation_id,
            'occurred_at', utc(n.occurred_at)
          ) as event
          from numbered n
          order by n.seq`)
        const jobs = rows.flatMap(({ event }) =>
          jobsFor(event).map(
            (one): IdentifiedJob => ({
              ...one,
              ...options.jobId(one.key),
              correlationId: event.correlation_id,
              causationId: event.event_id,
            }),
          ),
        )
        const claims = await enqueueJobs(transaction, options.queues, jobs, now)
        return { result: { moved: rows.length, left: claims?.left ?? [] }, claims }
      })
      if (left.length > 0) options.committed({ hasEvents: false, queues: left, areQueuesSteered: false })
      return moved
    },
  }
}

import pg from 'pg'
import { until } from '../../src/entrypoints/cli/api-client.ts'

/**
 * Waits until no event is in the outbox and no job on its way. Both are seen in one statement: what an event sets off is
 * enqueued in the transaction that takes it out of the outbox, so nothing slips through between two looks.
 */
export async function atRest(databaseUrl: string, timeoutMs = 30_000): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await until(
      'every event to be published and every job to be done',
      async () =>
        (
          await client.query(
            `select event_type as what from outbox
             union all select name from job_run where status in ('queued', 'active', 'delayed')`,
          )
        ).rowCount,
      (rest) => rest === 0,
      timeoutMs,
    )
  } finally {
    await client.end()
  }
}

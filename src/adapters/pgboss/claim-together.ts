import type { StartedAttempt } from '../../application/ports/job-run-store.ts'
import type { SqlExecutor } from '../../application/ports/unit-of-work.ts'
import type { Executor, JoinedClaim } from './executor.ts'

interface TogetherClaimed {
  attempts: StartedAttempt[]
  /** Queues with more than was claimed. */
  left: string[]
  begin(): void
  abandon(): void
}

/** Claims from several queues for the free slots of this process, in a transaction that put jobs into them. */
export async function claimTogether(
  executors: ReadonlyMap<string, Executor>,
  executor: SqlExecutor,
  counts: ReadonlyMap<string, number>,
): Promise<TogetherClaimed> {
  const claims: JoinedClaim[] = []
  const left: string[] = []
  try {
    for (const [queue, count] of counts) {
      const claim = (await executors.get(queue)?.join(executor, count)) ?? null
      if (claim !== null) claims.push(claim)
      if ((claim?.attempts.length ?? 0) < count) left.push(queue)
    }
  } catch (error) {
    for (const claim of claims) claim.abandon()
    throw error
  }
  return {
    attempts: claims.flatMap(({ attempts }) => attempts),
    left,
    begin() {
      for (const claim of claims) claim.begin()
    },
    abandon() {
      for (const claim of claims) claim.abandon()
    },
  }
}

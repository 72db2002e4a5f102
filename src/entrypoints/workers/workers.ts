import { type QueueName, queues } from '../../application/jobs.ts'
import type { Runtime } from '../bootstrap/build-app.ts'
import { createOutboxRelay } from './outbox-relay.ts'

// The net under the wake-ups: delayed jobs, retries, and commits of other processes.
const POLL_MS = 300

export interface RunningWorkers {
  stop(deadlineMs: number): Promise<void>
}

export const allQueues = Object.keys(queues) as QueueName[]

/** Starts the relay and a loop for each queue; commits of this process wake them at once. */
export async function startWorkers(
  runtime: Runtime,
  names: readonly QueueName[] = allQueues,
): Promise<RunningWorkers> {
  const { app } = runtime
  const recovered = await runtime.recoverOrphans()
  if (recovered > 0) app.logger.info({ jobs: recovered }, 'took over jobs of a worker that died')
  const relay = createOutboxRelay(app)
  const executors = new Map(
    runtime
      .createExecutors(names, app.jobHandlers)
      .map((executor, index) => [names[index] as string, executor]),
  )
  runtime.onCommit(({ hasEvents, queues: woken }) => {
    if (hasEvents) relay.wake()
    for (const name of woken) executors.get(name)?.wake()
  })
  relay.start()
  for (const executor of executors.values()) executor.start()
  const poll = setInterval(() => {
    runtime.queuesWithWork().then(
      (woken) => {
        for (const name of woken) executors.get(name)?.wake()
      },
      (error: unknown) => {
        app.logger.warn(
          { error: error instanceof Error ? error.message : String(error) },
          'the queues could not be polled',
        )
      },
    )
  }, POLL_MS)
  return {
    async stop(deadlineMs) {
      clearInterval(poll)
      await Promise.all([...executors.values()].map((executor) => executor.stop(deadlineMs)))
      await relay.stop()
    },
  }
}

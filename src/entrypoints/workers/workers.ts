import { type QueueName, queues } from '../../application/jobs.ts'
import type { Runtime } from '../bootstrap/build-app.ts'
import { createOutboxRelay } from './outbox-relay.ts'

// The net under the wake-ups: delayed jobs, retries, and commits of other processes.
const POLL_MS = 300

export interface RunningWorkers {
  stop(deadlineMs: number): Promise<void>
}

export const allQueues = Object.keys(queues) as QueueName[]

/** Starts the relay and a loop for each queue; commits of this process wake them at once, those of others soon. */
export async function startWorkers(
  runtime: Runtime,
  names: readonly QueueName[] = allQueues,
  polls: { eventsMs?: number; queuesMs?: number } = {},
): Promise<RunningWorkers> {
  const { app } = runtime
  const recovered = await runtime.recoverOrphans()
  if (recovered > 0) app.logger.info({ jobs: recovered }, 'took over jobs of a worker that died')
  const relay = createOutboxRelay(app, polls.eventsMs)
  const executors = new Map(
    runtime
      .createExecutors(names, app.jobHandlers)
      .map((executor, index) => [names[index] as string, executor]),
  )

  const looks = { begun: 0, answered: 0 }

  /** One statement for all queues: which are paused, and which have something due. */
  async function look(): Promise<void> {
    const mine = ++looks.begun
    try {
      const { due, paused } = await runtime.queuesAtHand()
      // An answer that was overtaken by a later one is old.
      if (mine < looks.answered) return
      looks.answered = mine
      for (const [name, executor] of executors) executor.pause(paused.includes(name))
      for (const name of due) executors.get(name)?.wake()
    } catch (error) {
      app.logger.warn(
        { error: error instanceof Error ? error.message : String(error) },
        'the queues could not be polled',
      )
    }
  }

  // Before the first claim: a queue that is paused starts nothing here either.
  await look()
  runtime.onNews(({ hasEvents, queues: woken, areQueuesSteered }) => {
    if (hasEvents) relay.wake()
    // Nothing is claimed before it is known what may be; what is due is found along the way.
    if (areQueuesSteered) void look()
    else for (const name of woken) executors.get(name)?.wake()
  })
  relay.start()
  for (const executor of executors.values()) executor.start()
  const poll = setInterval(() => void look(), polls.queuesMs ?? POLL_MS)
  return {
    async stop(deadlineMs) {
      clearInterval(poll)
      await Promise.all([...executors.values()].map((executor) => executor.stop(deadlineMs)))
      await relay.stop()
    },
  }
}

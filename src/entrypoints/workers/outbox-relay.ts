import { setTimeout } from 'node:timers/promises'
import type { App } from '../../application/app.ts'

// The net under the wake-ups: how long an event may wait when nobody rang.
const POLL_MS = 150
// Commits that follow each other within this time share one batch: after a calm the first is not kept waiting.
const GATHER_MS = 8
const FOLLOWING_MS = 25

export interface OutboxRelay {
  start(): void
  wake(): void
  stop(): Promise<void>
}

/** Keeps the outbox empty: after each commit that wrote events, and by a poll when the bell was missed. */
export function createOutboxRelay(
  app: Pick<App, 'relayEvents' | 'logger' | 'telemetry'>,
  pollMs = POLL_MS,
): OutboxRelay {
  const bell = { isStopped: true, isRung: false }
  let running: Promise<void> | null = null
  let poll: NodeJS.Timeout | undefined

  async function work(): Promise<void> {
    while (bell.isRung && !bell.isStopped) {
      bell.isRung = false
      try {
        const count = await app.relayEvents()
        if (count > 0) app.telemetry.eventsPublished(count)
      } catch (error) {
        app.logger.warn(
          { error: error instanceof Error ? error.message : String(error) },
          'events could not be relayed',
        )
      }
      await setTimeout(FOLLOWING_MS)
    }
  }

  function wake(): void {
    bell.isRung = true
    running ??= setTimeout(GATHER_MS)
      .then(work)
      .finally(() => {
        running = null
        if (bell.isRung && !bell.isStopped) wake()
      })
  }

  return {
    start() {
      bell.isStopped = false
      poll = setInterval(wake, pollMs)
      wake()
    },
    wake,
    async stop() {
      bell.isStopped = true
      clearInterval(poll)
      await running
    },
  }
}

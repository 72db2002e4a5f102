import { schedule } from 'node-cron'
import type { App } from '../../application/app.ts'
import { timetable } from './timetable.ts'

export interface RunningScheduler {
  stop(): Promise<void>
}

/** Ticks by the timetable. Any number of schedulers may run: a slot is enqueued once. */
export function startScheduler(app: Pick<App, 'enqueueScheduledJob' | 'logger' | 'clock'>): RunningScheduler {
  const tasks = timetable.map(({ name, cron }) =>
    schedule(
      cron,
      async () => {
        // The minute is the slot: schedulers a few seconds apart mean the same one.
        const slot = app.clock.now().toISOString().slice(0, 16)
        try {
          await app.enqueueScheduledJob({ name, slot })
        } catch (error) {
          app.logger.warn(
            { job: name, error: error instanceof Error ? error.message : String(error) },
            'a tick was missed',
          )
        }
      },
      { timezone: 'UTC' },
    ),
  )
  return {
    async stop() {
      for (const task of tasks) await task.destroy()
    },
  }
}

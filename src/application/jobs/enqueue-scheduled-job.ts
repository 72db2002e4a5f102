import { systemActor } from '../../domain/shared/actor.ts'
import { type JobName, type JobPayloads, job } from '../jobs.ts'
import type { UnitOfWork } from '../ports/unit-of-work.ts'

/** Jobs that the timetable may enqueue: their payload is the slot they are for. */
export type ScheduledJobName = {
  [N in JobName]: JobPayloads[N] extends { slot: string } ? N : never
}[JobName]

/** Enqueues one job per slot, however many schedulers tick. */
export function enqueueScheduledJob(deps: { unitOfWork: UnitOfWork }) {
  return async (input: { name: ScheduledJobName; slot: string }): Promise<void> => {
    const context = {
      actor: systemActor('scheduler'),
      correlationId: `${input.name}:${input.slot}`,
      causationId: null,
      alongside: null,
    }
    await deps.unitOfWork.run(context, (store) => {
      store.enqueue(job(input.name, { slot: input.slot }, { key: `${input.name}:${input.slot}` }))
      return Promise.resolve()
    })
  }
}

import { job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

const BATCH = 200

/** Looks up every session that should have ended by now: a lost webhook is healed here. */
export function checkOverdueCheckouts(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return async (input: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    await deps.unitOfWork.conclude(context, async (store) => {
      const overdue = await store.orders.overdueSessions(deps.clock.now(), BATCH)
      store.enqueue(
        ...overdue.map(({ providerSessionId, orderId }) =>
          job(
            'converge-checkout-session',
            { providerSessionId },
            {
              key: `converge:${providerSessionId}:${input.slot}`,
              related: { type: 'order', id: orderId },
            },
          ),
        ),
      )
    })
    return { outcome: 'done' }
  }
}

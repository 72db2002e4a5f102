import { CourierMisconfigured } from '../../domain/shipments/courier-failures.ts'
import type { JobPayloads } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { CourierGateways } from '../ports/courier-gateway.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { reportMisconfigured } from './report-misconfigured.ts'

/** Finishes what a courier began when it asked whether its pushes are wanted here. */
export function confirmCourierSubscription(deps: {
  unitOfWork: UnitOfWork
  couriers: CourierGateways
  clock: Clock
  ids: IdGenerator
}) {
  return async (
    { courierCode, ...confirmation }: JobPayloads['confirm-courier-subscription'],
    context: ActionContext,
  ): Promise<JobOutcome> => {
    const gateway = deps.couriers.get(courierCode)
    if (gateway?.confirmSubscription === undefined) {
      return { outcome: 'give_up', reason: `${courierCode} has no subscriptions to confirm` }
    }
    try {
      await gateway.confirmSubscription(confirmation, { correlationId: context.correlationId })
      return { outcome: 'done' }
    } catch (error) {
      if (!(error instanceof CourierMisconfigured)) throw error
      await deps.unitOfWork.run(context, (store) => reportMisconfigured(deps, store, error, deps.clock.now()))
      return { outcome: 'give_up', reason: error.message }
    }
  }
}

import { CourierMisconfigured } from '../../domain/shipments/courier-failures.ts'
import type { JobPayloads } from '../jobs.ts'
import type { CourierGateways } from '../ports/courier-gateway.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext } from '../ports/unit-of-work.ts'

/** Finishes what a courier began when it asked whether its pushes are wanted here. */
export function confirmCourierSubscription(deps: { couriers: CourierGateways }) {
  return async (
    { courierCode, ...confirmation }: JobPayloads['confirm-courier-subscription'],
    { correlationId }: ActionContext,
  ): Promise<JobOutcome> => {
    const gateway = deps.couriers.get(courierCode)
    if (gateway?.confirmSubscription === undefined) {
      return { outcome: 'give_up', reason: `${courierCode} has no subscriptions to confirm` }
    }
    try {
      await gateway.confirmSubscription(confirmation, { correlationId })
      return { outcome: 'done' }
    } catch (error) {
      if (error instanceof CourierMisconfigured) return { outcome: 'give_up', reason: error.message }
      throw error
    }
  }
}

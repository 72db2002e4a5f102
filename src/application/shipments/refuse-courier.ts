import type { ShipmentId } from '../../domain/shared/ids.ts'
import type { CourierMisconfigured } from '../../domain/shipments/courier-failures.ts'
import type { Clock } from '../ports/clock.ts'
import type { CourierBudget } from '../ports/courier-accounts.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { reportMisconfigured } from './report-misconfigured.ts'

// One call a day finds out that the key works again, if nobody said so before.
const PAUSE_MS = 24 * 3_600_000

/** The courier does not know us: nobody asks it any more, a person gets the task, and the job ends in the dead letters. */
export async function refuseCourier(
  deps: { unitOfWork: UnitOfWork; courierBudget: CourierBudget; clock: Clock; ids: IdGenerator },
  context: ActionContext,
  { error, shipmentIds }: { error: CourierMisconfigured; shipmentIds: readonly ShipmentId[] },
): Promise<JobOutcome> {
  const at = deps.clock.now()
  const until = new Date(at.getTime() + PAUSE_MS)
  const { courierCode, message } = error
  await deps.courierBudget.pause(courierCode, until, message, 'misconfigured')
  await deps.unitOfWork.run(context, async (store) => {
    // The courier before its parcels, as a change of its configuration locks them.
    await reportMisconfigured(deps, store, error, at)
    await store.polls.postpone(shipmentIds, until)
  })
  return { outcome: 'give_up', reason: message }
}

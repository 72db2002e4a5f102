import type { ShipmentId } from '../../domain/shared/ids.ts'
import { CourierMisconfigured } from '../../domain/shipments/courier-failures.ts'
import { job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { CourierBudget } from '../ports/courier-accounts.ts'
import type { CourierGateways } from '../ports/courier-gateway.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { refuseCourier } from './refuse-courier.ts'

// As the timetable has it: a round plans what the budget has until the next.
const ROUND_SECONDS = 300
// All attempts of a poll's job take less; what a dead worker held is due again then.
const LEASE_MS = 30 * 60_000

// More would hold the round's transaction for seconds; the rest is the most overdue of the next round.
const MOST_PER_ROUND = 20_000

/**
 * Puts the most overdue parcels of each courier into polls of as many numbers as one call takes, never more than the
 * courier's budget has calls for. Some statements, however many parcels are open. A courier that has to be asked and for
 * which we have no credentials is one that does not accept us.
 */
export function planTrackingPolls(deps: {
  unitOfWork: UnitOfWork
  couriers: CourierGateways
  courierBudget: CourierBudget
  clock: Clock
  ids: IdGenerator
}) {
  const canAsk = (courierCode: string) => (deps.couriers.get(courierCode)?.batchSize ?? 0) > 0
  return async ({ slot }: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    const mute = await deps.unitOfWork.run(context, async (store) => {
      const now = deps.clock.now()
      const callable = await store.polls.callable(now, ROUND_SECONDS)
      const codes = callable.map(({ courierCode }) => courierCode).filter((code) => !canAsk(code))
      return codes.length === 0 ? [] : store.polls.withDue(codes, now)
    })
    for (const courierCode of mute) {
      const error = new CourierMisconfigured(
        courierCode,
        `Parcels of ${courierCode} wait to be asked about and there are no credentials for it.`,
      )
      await refuseCourier(deps, context, { error, shipmentIds: [] })
    }
    await deps.unitOfWork.conclude(context, async (store) => {
      const now = deps.clock.now()
      const callable = await store.polls.callable(now, ROUND_SECONDS)
      const wanted = callable.flatMap(({ courierCode, calls }) => {
        const most = calls * (deps.couriers.get(courierCode)?.batchSize ?? 0)
        return most === 0 ? [] : [{ courierCode, most: Math.min(most, MOST_PER_ROUND) }]
      })
      if (wanted.length === 0) return
      const due = await store.polls.takeDue(wanted, now, new Date(now.getTime() + LEASE_MS))
      store.enqueue(
        ...wanted.flatMap(({ courierCode }) =>
          batches(
            due.filter((parcel) => parcel.courierCode === courierCode).map(({ shipmentId }) => shipmentId),
            deps.couriers.get(courierCode)?.batchSize ?? 1,
          ).map((shipmentIds, index) =>
            job(
              'poll-tracking',
              { courierCode, shipmentIds },
              { key: `poll:${courierCode}:${slot}:${index}`, related: { type: 'courier', id: courierCode } },
            ),
          ),
        ),
      )
    })
    return { outcome: 'done' }
  }
}

function batches(shipmentIds: readonly ShipmentId[], size: number): ShipmentId[][] {
  return Array.from({ length: Math.ceil(shipmentIds.length / size) }, (_, index) =>
    shipmentIds.slice(index * size, (index + 1) * size),
  )
}

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

// Each parcel costs a row in every index of its table: more at a time would hold one transaction for seconds.
const MOST_AT_ONCE = 1000
// The rest is the most overdue of the next round.
const MOST_PER_ROUND = 20_000

/**
 * Puts the most overdue parcels of each courier into polls of as many numbers as one call takes, never more than the
 * courier's budget has calls for. Short transactions, some statements each; what one has taken is not due again before
 * its polls have had their time, so that a round that dies half-way has planned half. A courier that has to be asked and
 * for which we have no credentials is one that does not accept us.
 */
export function planTrackingPolls(deps: {
  unitOfWork: UnitOfWork
  couriers: CourierGateways
  courierBudget: CourierBudget
  clock: Clock
  ids: IdGenerator
}) {
  const batchSize = (courierCode: string) => deps.couriers.get(courierCode)?.batchSize ?? 0
  return async ({ slot }: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    const { callable, mute } = await deps.unitOfWork.run(context, async (store) => {
      const now = deps.clock.now()
      const found = await store.polls.callable(now, ROUND_SECONDS)
      const codes = found.map(({ courierCode }) => courierCode).filter((code) => batchSize(code) === 0)
      return { callable: found, mute: codes.length === 0 ? [] : await store.polls.withDue(codes, now) }
    })
    for (const courierCode of mute) {
      const error = new CourierMisconfigured(
        courierCode,
        `Parcels of ${courierCode} wait to be asked about and there are no credentials for it.`,
      )
      await refuseCourier(deps, context, { error, shipmentIds: [] })
    }
    let wanted = callable.map(({ courierCode, calls }) => ({
      courierCode,
      most: Math.min(calls * batchSize(courierCode), MOST_PER_ROUND),
    }))
    while ((wanted = wanted.filter(({ most }) => most > 0)).length > 0) {
      const taken = await planSome(wanted, slot, context)
      wanted = wanted.map(({ courierCode, most }) => {
        const some = taken.get(courierCode) ?? 0
        return { courierCode, most: some < sizeOf(courierCode, most) ? 0 : most - some }
      })
    }
    return { outcome: 'done' }
  }

  /** Answers how many parcels of each courier it found. */
  async function planSome(
    wanted: readonly { courierCode: string; most: number }[],
    slot: string,
    context: ActionContext,
  ): Promise<Map<string, number>> {
    return deps.unitOfWork.run(context, async (store) => {
      const now = deps.clock.now()
      const due = await store.polls.takeDue(
        wanted.map(({ courierCode, most }) => ({ courierCode, most: sizeOf(courierCode, most) })),
        now,
        new Date(now.getTime() + LEASE_MS),
      )
      const byCourier = Map.groupBy(due, ({ courierCode }) => courierCode)
      store.enqueue(
        ...[...byCourier].flatMap(([courierCode, parcels]) =>
          batches(
            parcels.map(({ shipmentId }) => shipmentId),
            batchSize(courierCode),
          ).map((shipmentIds) =>
            job(
              'poll-tracking',
              { courierCode, shipmentIds },
              {
                key: `poll:${courierCode}:${slot}:${shipmentIds[0] ?? ''}`,
                related: { type: 'courier', id: courierCode },
              },
            ),
          ),
        ),
      )
      return new Map([...byCourier].map(([courierCode, parcels]) => [courierCode, parcels.length]))
    })
  }

  /** Whole batches, so that none of the budget's calls asks about fewer than it could. */
  function sizeOf(courierCode: string, most: number): number {
    const size = batchSize(courierCode)
    return Math.min(most, Math.floor(MOST_AT_ONCE / size) * size)
  }
}

function batches(shipmentIds: readonly ShipmentId[], size: number): ShipmentId[][] {
  return Array.from({ length: Math.ceil(shipmentIds.length / size) }, (_, index) =>
    shipmentIds.slice(index * size, (index + 1) * size),
  )
}

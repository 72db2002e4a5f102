import type { CourierConfig } from '../../domain/shipments/courier.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CourierView } from '../ports/shipment-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { refuseFaulty } from './change-courier.ts'

export type CreateCourierInput = Pick<
  CourierConfig,
  | 'courierCode'
  | 'name'
  | 'trackingUrlTemplate'
  | 'enabled'
  | 'deliverySlaDays'
  | 'deliverySlaDaysByService'
  | 'secretReference'
>

/** A courier that no adapter of its own speaks to: one row and no code. With a secret it may push in our own format. */
export function createCourier(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: CreateCourierInput, context: ActionContext): Promise<CourierView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const courier: CourierConfig = {
        ...input,
        adapter: 'generic',
        trackingMode: input.secretReference === null ? 'none' : 'push',
        pollSeconds: {},
        pollAgeing: [],
        netPollSeconds: 43_200,
        ageLimitDays: 60,
        notFoundDays: 14,
        burstCalls: 1,
        refillCalls: 1,
        refillSeconds: 60,
        dayCalls: null,
        version: 1,
        updatedAt: deps.clock.now(),
      }
      refuseFaulty(courier)
      await store.couriers.insert(courier)
      return found(await store.views.shipments.courier(courier.courierCode), 'courier', courier.courierCode)
    })
}

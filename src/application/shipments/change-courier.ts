import { Refusal } from '../../domain/shared/refusal.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { type CourierConfig, courierFaults } from '../../domain/shipments/courier.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CourierView } from '../ports/shipment-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface ChangeCourierInput {
  courierCode: string
  expectedVersion: number
  changes: Partial<Omit<CourierConfig, 'courierCode' | 'adapter' | 'version' | 'updatedAt'>>
}

/** Changes what is named and leaves the rest. It lifts a pause, so that a mended account is asked again at once. */
export function changeCourier(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: ChangeCourierInput, context: ActionContext): Promise<CourierView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { courierCode, expectedVersion, changes } = input
      const courier = found(await store.couriers.getForUpdate(courierCode), 'courier', courierCode)
      refuseStale(courier.version, expectedVersion)
      const at = deps.clock.now()
      const changed: CourierConfig = { ...courier, ...changes, version: courier.version + 1, updatedAt: at }
      refuseFaulty(changed)
      await store.couriers.save(changed)
      await store.tasks.settle('courier_misconfigured', courierCode, 'configuration', at)
      return found(await store.views.shipments.courier(courierCode), 'courier', courierCode)
    })
}

export function refuseFaulty(courier: CourierConfig): void {
  const faults = courierFaults(courier)
  if (faults.length > 0)
    throw new Refusal('body_field_invalid', 'The courier cannot be configured so.', {}, faults)
}

import { shipReturn } from '../../domain/returns/return.ts'
import type { ReturnId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { acceptTrackingNumber } from '../../domain/shipments/tracking-number.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ReturnView } from '../ports/return-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { lockedReturn } from './locked-return.ts'

export interface CreateReturnShipmentInput {
  returnId: ReturnId
  courierCode: string
  trackingNumber: string
  /** Why the number is right although its check digit says otherwise. */
  trackingNumberReason: string | null
}

/** Writes down a parcel that is on its way to us. Its number is one that its courier can have given. */
export function createReturnShipment(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: CreateReturnShipmentInput, context: ActionContext): Promise<ReturnView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { returnId, courierCode, trackingNumberReason: reason } = input
      const { return: current } = await lockedReturn(store, returnId)
      const courier = (await store.shipments.findCourier(courierCode)) ?? refuseUnknown(courierCode)
      const { number, check } = acceptTrackingNumber(courier, input.trackingNumber, reason)
      const parcel = { courierCode, trackingNumber: number }
      const decision = shipReturn(current, parcel, check === 'failed' ? reason : null, at)
      await store.returns.save(decision.return)
      await store.returns.insertShipment(
        {
          id: deps.ids.make('returnShipment'),
          returnId,
          ...parcel,
          status: 'in_transit',
          receivedAt: null,
          createdAt: at,
        },
        current,
      )
      store.publish(decision.events)
      return found(await store.views.returns.detail(returnId), 'return', returnId)
    })
}

function refuseUnknown(courierCode: string): never {
  throw new Refusal('courier_unknown', `There is no courier ${courierCode}.`, {}, [
    { pointer: '/courier_code', detail: 'no such courier' },
  ])
}

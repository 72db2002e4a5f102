import { systemActor } from '../../domain/shared/actor.ts'
import type { ShipmentId } from '../../domain/shared/ids.ts'
import { job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { UnitOfWork } from '../ports/unit-of-work.ts'

/**
 * Has a courier asked about one parcel now, whenever its next poll would be; within the courier's budget, as any other
 * poll. False where this courier is not asked. Asked twice, it is a poll more and changes nothing.
 */
export function askAboutParcel(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return ({ shipmentId }: { shipmentId: ShipmentId }): Promise<boolean> => {
    const at = deps.clock.now().toISOString()
    const context = {
      actor: systemActor('couriers'),
      correlationId: `ask-about:${shipmentId}`,
      causationId: null,
      alongside: null,
    }
    return deps.unitOfWork.run(context, async (store) => {
      const [parcel] = await store.polls.parcels([shipmentId])
      if (parcel === undefined) return false
      const { courierCode } = parcel
      if ((await store.polls.polling(courierCode)) === null) return false
      store.enqueue(
        job(
          'poll-tracking',
          { courierCode, shipmentIds: [shipmentId] },
          { key: `asked:${shipmentId}:${at}`, related: { type: 'shipment', id: shipmentId } },
        ),
      )
      return true
    })
  }
}

import type { ShipmentId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import { job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { ShipmentView } from '../ports/shipment-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/**
 * Has the courier asked about one parcel now, whenever its next poll would be; within the courier's budget, as any other
 * poll. Refused for a draft, a cancelled parcel and a courier that is not asked. Twice is a poll more and changes nothing;
 * a parcel that nobody asks about any more stays so.
 */
export function askAboutParcel(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return ({ shipmentId }: { shipmentId: ShipmentId }, context: ActionContext): Promise<ShipmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const view = found(await store.views.shipments.detail(shipmentId), 'shipment', shipmentId)
      const [parcel] = await store.polls.parcels([shipmentId])
      const courierCode = parcel?.courierCode ?? null
      const isHere = view.status === 'draft' || view.status === 'cancelled'
      if (isHere || courierCode === null || (await store.polls.polling(courierCode)) === null) {
        throw new Refusal('move_not_allowed', `Nobody is asked about the shipment ${shipmentId}.`, {
          current: view.status,
          courier_code: courierCode,
          tracking_number: view.tracking_number,
          allowed_moves: view.allowed_moves,
        })
      }
      store.enqueue(
        job(
          'poll-tracking',
          { courierCode, shipmentIds: [shipmentId] },
          {
            key: `asked:${shipmentId}:${deps.clock.now().toISOString()}`,
            related: { type: 'shipment', id: shipmentId },
          },
        ),
      )
      return view
    })
}

import { MOST_BEFORE_MS } from '../../domain/shipments/own-scans.ts'
import type { Shipment } from '../../domain/shipments/shipment.ts'
import { job } from '../jobs.ts'
import type { CourierGateways, GenericCouriers } from '../ports/courier-gateway.ts'
import type { Store } from '../ports/unit-of-work.ts'
import { genericCourier, storedPush } from './stored-push.ts'

const MOST_PUSHES = 100

/**
 * What a courier told of a number before its parcel was ready comes in after all, as any push does. One that no longer
 * verifies, since its secret was replaced, stays unheard. The order's lock must be held.
 */
export async function recallPushes(
  deps: { couriers: CourierGateways; genericCouriers: GenericCouriers },
  store: Store,
  { id: shipmentId, courierCode, trackingNumber }: Shipment,
  at: Date,
): Promise<void> {
  if (courierCode === null || trackingNumber === null) return
  const since = new Date(at.getTime() - MOST_BEFORE_MS)
  const early = await store.webhooks.unapplied(courierCode, trackingNumber, since, MOST_PUSHES)
  if (early.length === 0) return
  const gateway = deps.couriers.get(courierCode) ?? (await genericCourier(deps, store, courierCode))
  const [first, ...more] = early.flatMap(({ body, headers, receivedAt }) => {
    const push = gateway?.readPush(body, headers, receivedAt) ?? null
    return push === null ? [] : [storedPush(courierCode, push)]
  })
  if (first === undefined) return
  store.enqueue(
    job('handle-courier-event', more.length === 0 ? first : { ...first, more }, {
      key: `recalled:${shipmentId}`,
      related: { type: 'shipment', id: shipmentId },
    }),
  )
}

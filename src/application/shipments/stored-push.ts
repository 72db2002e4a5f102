import type { StoredPush } from '../jobs.ts'
import type { CourierGateway, CourierPush, GenericCouriers } from '../ports/courier-gateway.ts'
import type { Store } from '../ports/unit-of-work.ts'

/** A push as it goes through a queue. */
export function storedPush(courierCode: string, push: CourierPush): StoredPush {
  return {
    courierCode,
    eventId: push.eventId,
    trackingNumber: push.trackingNumber,
    scans: push.scans.map((scan) => ({ ...scan, occurredAt: scan.occurredAt?.toISOString() ?? null })),
    ...(push.facts !== undefined && { facts: push.facts }),
    ...(push.isHint && { isHint: true, furtherNumbers: push.furtherNumbers ?? [] }),
  }
}

/** A courier that only a row names; its secret is one of the settings. */
export async function genericCourier(
  { genericCouriers }: { genericCouriers: GenericCouriers },
  store: Store,
  courierCode: string,
): Promise<CourierGateway | undefined> {
  const courier = await store.shipments.findCourier(courierCode)
  if (courier?.enabled !== true || courier.adapter !== 'generic') return undefined
  return genericCouriers.get(courier.secretReference ?? '')
}

import { courierMisconfigured } from '../../domain/shipments/courier-events.ts'
import type { CourierMisconfigured } from '../../domain/shipments/courier-failures.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { Store } from '../ports/unit-of-work.ts'

/**
 * Opens the task for a courier that does not accept us. The courier's row is locked, so that of all who are refused at
 * the same time one begins the occasion and tells the team; it ends when the task is done.
 */
export async function reportMisconfigured(
  deps: { ids: IdGenerator },
  store: Store,
  { courierCode, message }: CourierMisconfigured,
  at: Date,
): Promise<void> {
  const courier = await store.couriers.getForUpdate(courierCode)
  if (courier === null) return
  if ((await store.tasks.newestStatus('courier_misconfigured', courierCode)) === 'open') return
  const id = deps.ids.make('manualTask')
  await store.tasks.open({
    id,
    kind: 'courier_misconfigured',
    title: `Set up ${courierCode} again: ${message}`,
    relatedType: 'courier',
    relatedId: courierCode,
    orderId: null,
    companyId: null,
    details: { courier_code: courierCode, reason: message },
    createdAt: at,
  })
  store.publish([courierMisconfigured(courier, { reason: message, task_id: id }, at)])
}

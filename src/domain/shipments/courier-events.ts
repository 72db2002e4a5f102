import type { DomainEvent } from '../shared/events.ts'
import type { CourierConfig } from './courier.ts'

/** Why a courier does not speak with us. */
export interface Misconfiguration {
  courier_code: string
  name: string
  reason: string
  task_id: string
}

/** A courier began to refuse us, or cannot be asked at all; told once until somebody saw to it. */
export function courierMisconfigured(
  { courierCode, name, version }: Pick<CourierConfig, 'courierCode' | 'name' | 'version'>,
  about: Pick<Misconfiguration, 'reason' | 'task_id'>,
  occurredAt: Date,
): DomainEvent<'courier.misconfigured', Misconfiguration> {
  return {
    type: 'courier.misconfigured',
    aggregateType: 'courier',
    aggregateId: courierCode,
    aggregateVersion: version,
    companyId: null,
    orderId: null,
    shipmentId: null,
    data: { courier_code: courierCode, name, ...about },
    occurredAt,
  }
}

import type { AddressSnapshot } from '../../../domain/shipments/shipment.ts'
import type { components } from '../contract/operations.gen.ts'

/** An address as somebody wrote it; what was left out is null. */
export function writtenAddress(body: components['schemas']['AddressInput']): AddressSnapshot {
  return {
    label: body.label ?? null,
    recipient: body.recipient,
    line1: body.line1,
    line2: body.line2 ?? null,
    city: body.city,
    region: body.region ?? null,
    postal_code: body.postal_code ?? null,
    country: body.country,
    phone: body.phone ?? null,
  }
}

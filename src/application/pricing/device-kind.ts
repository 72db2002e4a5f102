import { Refusal } from '../../domain/shared/refusal.ts'
import type { Product } from '../ports/price-book.ts'

/** A product is set up after delivery exactly when it is a kind of device. */
export function checkDeviceKind({
  isProvisionable,
  deviceKind,
}: Pick<Product, 'isProvisionable' | 'deviceKind'>) {
  if (isProvisionable === (deviceKind !== null)) return
  const detail = isProvisionable
    ? 'is needed for a provisionable product'
    : 'must be null for a product that is not provisionable'
  throw new Refusal('body_field_invalid', `device_kind ${detail}.`, {}, [{ pointer: '/device_kind', detail }])
}

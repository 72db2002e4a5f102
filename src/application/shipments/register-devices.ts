import { Refusal } from '../../domain/shared/refusal.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { DeviceView } from '../ports/shipment-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Puts sensors into stock by serial number, all or none. */
export function registerDevices(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (
    input: { sku: string; serials: readonly string[] },
    context: ActionContext,
  ): Promise<{ data: DeviceView[] }> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const product = await store.shipments.findProductBySku(input.sku)
      if (product === null) {
        throw new Refusal('sku_unknown', `There is no product ${input.sku}.`, {}, [
          { pointer: '/sku', detail: 'no such product' },
        ])
      }
      if (!product.isProvisionable) {
        throw new Refusal('device_wrong_product', `${input.sku} ships without devices.`, {}, [
          { pointer: '/sku', detail: 'must be a provisionable product' },
        ])
      }
      const createdAt = deps.clock.now()
      const devices = input.serials.map((serial) => ({
        id: deps.ids.make('device'),
        serial,
        productId: product.id,
        createdAt,
      }))
      await store.shipments.insertDevices(devices)
      return { data: await store.views.shipments.devicesById(devices.map((device) => device.id)) }
    })
}

import { queueStep, type ScenarioConfig } from '../../domain/automation/automation-step.ts'
import { followShipments } from '../../domain/fulfillment/fulfillment-order.ts'
import { completeOrder } from '../../domain/orders/order.ts'
import type { OrderId } from '../../domain/shared/ids.ts'
import type { Shipment, ShipmentDecision, ShipmentItem } from '../../domain/shipments/shipment.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { Store } from '../ports/unit-of-work.ts'
import { queueSteps } from '../queue-steps.ts'
import { shipReplacements } from '../replacement-work.ts'

// What a delivered sensor needs, and one that takes another's place.
const DELIVERY_SCENARIO = 'sensor_vendor_first_time'
const REPLACEMENT_SCENARIO = 'sensor_vendor_replacement'

interface Movement {
  orderId: OrderId
  before: Shipment
  items: readonly ShipmentItem[]
  decision: ShipmentDecision
}

/**
 * Saves a parcel's movement with everything it makes true above and below: the fulfilment order's and the order's
 * status, freed devices, and one automation step per delivered unit with its job. The order's lock must be held.
 */
export async function recordMovement(
  deps: { clock: Clock; ids: IdGenerator },
  store: Store,
  { orderId, before, items, decision }: Movement,
): Promise<void> {
  const { shipment, events } = decision
  if (shipment === before) return
  const at = deps.clock.now()
  await store.shipments.save(shipment)
  store.publish(events)
  if (shipment.status === before.status) return

  if (shipment.status === 'cancelled') await store.shipments.releaseDevices(shipment.id, at)
  if (shipment.status === 'delivered') await queueAutomation(deps, store, shipment, items, at)
  if (shipment.status === 'ready') return
  if (shipment.status === 'in_transit' || shipment.status === 'delivered') {
    const replacementIds = items.flatMap(({ replaces }) =>
      replaces === null ? [] : [replaces.replacementId],
    )
    await shipReplacements(store, replacementIds, at)
  }

  const { fulfillmentOrderId } = shipment
  const loaded = found(
    await store.fulfillment.get(fulfillmentOrderId),
    'fulfilment order',
    fulfillmentOrderId,
  )
  const units = loaded.items.reduce((sum, item) => sum + item.quantity, 0)
  const followed = followShipments(loaded.fulfillment, loaded.facts, units, at)
  if (followed.fulfillment === loaded.fulfillment) return
  await store.fulfillment.save(followed.fulfillment)
  store.publish(followed.events)
  if (followed.fulfillment.status === 'completed') await completeOrderIfArrived(store, orderId, at)
}

async function completeOrderIfArrived(store: Store, orderId: OrderId, at: Date): Promise<void> {
  const { order, facts } = found(await store.orders.getForUpdate(orderId), 'order', orderId)
  if (!facts.hasEveryUnitDelivered || order.status !== 'in_fulfillment') return
  const completed = completeOrder(order, at)
  await store.orders.save(completed.order)
  store.publish(completed.events)
}

async function queueAutomation(
  deps: { ids: IdGenerator },
  store: Store,
  shipment: Shipment,
  items: readonly ShipmentItem[],
  at: Date,
): Promise<void> {
  const devices = items.flatMap((item) => item.devices.map((device) => ({ item, device })))
  if (devices.length === 0) return
  const scenarios = new Set(devices.map(({ item }) => scenarioOf(item)))
  const configs = new Map<string, ScenarioConfig>()
  for (const scenario of scenarios) {
    configs.set(scenario, found(await store.automation.findConfig(scenario), 'automation scenario', scenario))
  }
  await queueSteps(
    store,
    devices.map(({ item, device }) =>
      queueStep(
        {
          id: deps.ids.make('automationStep'),
          shipmentItemId: item.id,
          shipmentId: shipment.id,
          orderId: shipment.orderId,
          companyId: shipment.companyId,
          deviceId: device.deviceId,
          unitNumber: device.unitNumber,
          payload: payloadOf(item, shipment.deliveredAt ?? at),
        },
        found(configs.get(scenarioOf(item)) ?? null, 'automation scenario', scenarioOf(item)),
        at,
      ),
    ),
  )
}

function scenarioOf({ replaces }: ShipmentItem): string {
  return (replaces?.oldSerial ?? null) === null ? DELIVERY_SCENARIO : REPLACEMENT_SCENARIO
}

function payloadOf({ sku, replaces }: ShipmentItem, deliveredAt: Date): object {
  const payload = { sku, delivered_at: deliveredAt.toISOString() }
  const oldSerial = replaces?.oldSerial ?? null
  return oldSerial === null ? payload : { ...payload, old_serial: oldSerial }
}

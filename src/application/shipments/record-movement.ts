import { queueStep } from '../../domain/automation/automation-step.ts'
import { followShipments } from '../../domain/fulfillment/fulfillment-order.ts'
import { completeOrder } from '../../domain/orders/order.ts'
import type { OrderId } from '../../domain/shared/ids.ts'
import type { Shipment, ShipmentDecision, ShipmentItem } from '../../domain/shipments/shipment.ts'
import { stepsOnDelivery } from '../../domain/shipments/step-plan.ts'
import { found } from '../found.ts'
import { job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { Store } from '../ports/unit-of-work.ts'

interface Movement {
  orderId: OrderId
  before: Shipment
  items: readonly ShipmentItem[]
  decision: ShipmentDecision
}

/**
 * Saves a parcel's movement with everything it makes true above and below: the fulfilment order's and the order's
 * status, freed devices, and the automation steps of delivered units with their jobs. The order's lock must be held.
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
  const planned = stepsOnDelivery(items)
  if (planned.length === 0) return
  const configs = await store.automation.findConfigs([...new Set(planned.map(({ scenario }) => scenario))])
  const decisions = planned.map(({ item, device, scenario, payload }) =>
    queueStep(
      {
        id: deps.ids.make('automationStep'),
        shipmentItemId: item.id,
        shipmentId: shipment.id,
        orderId: shipment.orderId,
        companyId: shipment.companyId,
        deviceId: device.deviceId,
        unitNumber: device.unitNumber,
        payload: {
          ...payload,
          sku: item.sku,
          delivered_at: (shipment.deliveredAt ?? at).toISOString(),
        },
      },
      found(configs.find((config) => config.scenario === scenario) ?? null, 'automation scenario', scenario),
      at,
    ),
  )
  await store.automation.insertSteps(decisions.map(({ step }) => step))
  for (const { step, events } of decisions) {
    store.publish(events)
    store.enqueue(
      job(
        'run-automation-step',
        { stepId: step.id, round: step.maxAttempts },
        {
          key: `step:${step.id}:${step.maxAttempts}`,
          maxAttempts: step.maxAttempts,
          related: { type: 'automation_step', id: step.id },
        },
      ),
    )
  }
}

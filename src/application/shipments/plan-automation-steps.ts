import type { ShipmentId } from '../../domain/shared/ids.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { shipmentEvent } from '../../domain/shipments/shipment.ts'
import { type AskedStep, type AskedUnit, changePlan } from '../../domain/shipments/step-plan.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { AutomationPlanView } from '../ports/packing-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface PlanAutomationStepsInput {
  shipmentId: ShipmentId
  expectedVersion: number | null
  steps: readonly AskedStep[]
  /** Units that go back to what delivery does by itself. */
  reset: readonly AskedUnit[]
}

/** Replaces what delivery will queue for the named units. The order's lock keeps it apart from a delivery. */
export function planAutomationSteps(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: PlanAutomationStepsInput, context: ActionContext): Promise<AutomationPlanView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { shipmentId } = input
      found(await store.shipments.lockOrderOf(shipmentId), 'shipment', shipmentId)
      const { shipment, items } = found(await store.shipments.get(shipmentId), 'shipment', shipmentId)
      refuseStale(shipment.version, input.expectedVersion)
      const change = changePlan(shipment, items, input)
      await store.packing.replacePlan(change, at)
      const changed = { ...shipment, version: shipment.version + 1, updatedAt: at }
      await store.shipments.save(changed)
      store.publish([
        shipmentEvent(changed, 'shipment.automation_planned', at, {
          units: change.units.length,
          steps: change.steps.length,
          skipped: change.steps.filter(({ isSkipped }) => isSkipped).length,
        }),
      ])
      return found(await store.views.packing.plan(shipmentId), 'shipment', shipmentId)
    })
}

import {
  type AutomationStep,
  callOffStep,
  queueStep,
  takeUpStep,
} from '../domain/automation/automation-step.ts'
import type { DeviceId } from '../domain/shared/ids.ts'
import type { AutomationChoice } from '../domain/shipments/delivery-correction.ts'
import type { Shipment, ShipmentItem } from '../domain/shipments/shipment.ts'
import { stepsOnDelivery } from '../domain/shipments/step-plan.ts'
import { found } from './found.ts'
import type { LoadedStep } from './ports/automation-store.ts'
import type { IdGenerator } from './ports/id-generator.ts'
import type { ManualTask } from './ports/task-store.ts'
import type { Store } from './ports/unit-of-work.ts'
import { queueSteps, requeueStep } from './queue-steps.ts'

interface Delivered {
  shipment: Shipment
  items: readonly ShipmentItem[]
  /** Steps that the parcel has from an earlier delivery. */
  earlier: readonly LoadedStep[]
}

type DueStep = ReturnType<typeof stepsOnDelivery>[number]

/**
 * The automation steps of each delivered unit with their jobs: as planned, or else the usual one. A unit that was
 * delivered before, wrongly, takes its steps up again: one per unit and scenario, however often delivered (law J1).
 */
export async function automateDelivery(
  deps: { ids: IdGenerator },
  store: Store,
  { shipment, items, earlier }: Delivered,
  at: Date,
): Promise<void> {
  const due = stepsOnDelivery(items)
  const isEarlier = ({ device, scenario }: DueStep) =>
    earlier.some(({ step }) => step.deviceId === device.deviceId && step.scenario === scenario)
  const fresh = due.filter((one) => !isEarlier(one))
  if (fresh.length > 0) {
    const configs = await store.automation.findConfigs([...new Set(fresh.map(({ scenario }) => scenario))])
    const configOf = (scenario: string) =>
      found(configs.find((config) => config.scenario === scenario) ?? null, 'automation scenario', scenario)
    await queueSteps(
      store,
      fresh.map((one) => queueStep(stepInput(deps, shipment, one, at), configOf(one.scenario), at)),
    )
  }

  const isDue = ({ step }: LoadedStep) =>
    due.some(({ device, scenario }) => device.deviceId === step.deviceId && scenario === step.scenario)
  for (const loaded of earlier.filter(isDue)) {
    await takeUp(store, loaded, shipment.deliveredAt ?? at, at)
    await takeBackUndoing(deps, store, loaded, at)
  }
}

/** What becomes of steps whose units did not arrive after all. An attempt under way is let finish, and is the last. */
export async function recallAutomation(
  deps: { ids: IdGenerator },
  store: Store,
  shipment: Shipment,
  { automation, reason, by }: { automation: AutomationChoice; reason: string; by: string },
  at: Date,
): Promise<void> {
  if (automation === 'keep') return
  for (const loaded of await store.automation.ofShipment(shipment.id)) {
    await callOff(store, loaded.step, { reason, by }, at)
    const isDone = loaded.step.status === 'succeeded' || loaded.step.status === 'running'
    if (isDone && automation === 'revert') {
      await store.tasks.open(
        taskAbout(
          deps,
          loaded,
          'undo_provisioning',
          `Undo the set-up of ${loaded.deviceSerial}: not delivered`,
          {
            reason,
            at,
          },
        ),
      )
    }
  }
}

/** Calls the steps of devices off that were lost or damaged, or are back in stock. */
export async function callOffDevices(
  store: Store,
  steps: readonly LoadedStep[],
  deviceIds: readonly DeviceId[],
  why: { reason: string; by: string },
  at: Date,
): Promise<void> {
  for (const { step } of steps) {
    if (deviceIds.includes(step.deviceId)) await callOff(store, step, why, at)
  }
}

async function callOff(
  store: Store,
  step: AutomationStep,
  { reason, by }: { reason: string; by: string },
  at: Date,
): Promise<void> {
  const decision = callOffStep(step, reason, at)
  if (decision.step === step) return
  await store.automation.save(decision.step)
  // Failed, or tried again after it: its task is done with it. While an attempt runs, that attempt decides.
  if (decision.step.status === 'cancelled' && step.attempts > 0) {
    await store.tasks.settle('automation_failed', step.id, by, at)
  }
  store.publish(decision.events)
}

async function takeUp(
  store: Store,
  { step, config }: LoadedStep,
  deliveredAt: Date,
  at: Date,
): Promise<void> {
  const decision = takeUpStep(step, config, deliveredAt, at)
  if (decision.step === step) return
  if (decision.step.payload !== step.payload) await store.automation.savePayload(decision.step)
  if (step.status === 'cancelled') await requeueStep(store, decision)
  else await store.automation.save(decision.step)
}

/** The set-up stands and is right again; where somebody has undone it already, somebody must do it again. */
async function takeBackUndoing(
  deps: { ids: IdGenerator },
  store: Store,
  loaded: LoadedStep,
  at: Date,
): Promise<void> {
  const undoing = await store.tasks.newestStatus('undo_provisioning', loaded.step.id)
  if (undoing === 'open') await store.tasks.settle('undo_provisioning', loaded.step.id, 'delivery', at)
  if (undoing !== 'done') return
  const title = `Set ${loaded.deviceSerial} up again: it was delivered after all`
  const reason = 'Its set-up was undone by hand after a wrong delivery.'
  await store.tasks.open(taskAbout(deps, loaded, 'provision_again', title, { reason, at }))
}

function taskAbout(
  deps: { ids: IdGenerator },
  { step, deviceSerial, companyRef }: LoadedStep,
  kind: ManualTask['kind'],
  title: string,
  { reason, at }: { reason: string; at: Date },
): ManualTask {
  return {
    id: deps.ids.make('manualTask'),
    kind,
    title,
    relatedType: 'automation_step',
    relatedId: step.id,
    orderId: step.orderId,
    companyId: step.companyId,
    details: {
      scenario: step.scenario,
      status: step.status,
      device_serial: deviceSerial,
      company_ref: companyRef,
      shipment_id: step.shipmentId,
      reason,
    },
    createdAt: at,
  }
}

function stepInput(
  deps: { ids: IdGenerator },
  shipment: Shipment,
  { item, device, payload }: DueStep,
  at: Date,
) {
  return {
    id: deps.ids.make('automationStep'),
    shipmentItemId: item.id,
    shipmentId: shipment.id,
    orderId: shipment.orderId,
    companyId: shipment.companyId,
    deviceId: device.deviceId,
    unitNumber: device.unitNumber,
    payload: { ...payload, sku: item.sku, delivered_at: (shipment.deliveredAt ?? at).toISOString() },
  }
}

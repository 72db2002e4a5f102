import { queueStep, reopenStep, takesDevice } from '../../domain/automation/automation-step.ts'
import { type Return, returnEvent } from '../../domain/returns/return.ts'
import type { ReturnId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ReturnView } from '../ports/return-reader.ts'
import type { ReceivedDevice } from '../ports/return-store.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { queueSteps, requeueStep } from '../queue-steps.ts'
import { lockedReturn } from './locked-return.ts'

const RETURN_SCENARIO = 'sensor_return'

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
}

/**
 * Asks for received devices to be taken from their company, all or those named. Each gets one automation step, or has
 * the one back that was called off, and its assignment ends when that has succeeded. Asking again changes nothing.
 */
export function unassignReturnDevices(deps: Dependencies) {
  return (
    input: { returnId: ReturnId; serialNumbers: readonly string[] | null },
    context: ActionContext,
  ): Promise<ReturnView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { returnId, serialNumbers } = input
      const { return: current } = await lockedReturn(store, returnId)
      const received = await store.returns.receivedDevices(returnId)
      const chosen = serialNumbers === null ? received : devicesOf(received, serialNumbers)
      const due = chosen.filter(({ isAssigned, hasStep }) => isAssigned && !hasStep)
      if (due.length > 0) await openSteps(deps, store, current, due)
      return found(await store.views.returns.detail(returnId), 'return', returnId)
    })
}

async function openSteps(
  deps: Dependencies,
  store: Store,
  current: Return,
  due: readonly ReceivedDevice[],
): Promise<void> {
  const at = deps.clock.now()
  const { orderId, companyId } = current
  const [configured] = await store.automation.findConfigs([RETURN_SCENARIO])
  const config = found(configured ?? null, 'automation scenario', RETURN_SCENARIO)
  const calledOff = (await store.automation.ofReturn(current.id)).filter(
    ({ step }) =>
      takesDevice(step) &&
      step.status === 'cancelled' &&
      due.some(({ deviceId }) => deviceId === step.deviceId),
  )
  const fresh = due.filter(({ deviceId }) => !calledOff.some(({ step }) => step.deviceId === deviceId))
  const decisions = fresh.map(({ shipmentItemId, shipmentId, deviceId, unitNumber, sku }) =>
    queueStep(
      {
        id: deps.ids.make('automationStep'),
        shipmentItemId,
        shipmentId,
        orderId,
        companyId,
        deviceId,
        unitNumber,
        payload: { sku, return_id: current.id, case_id: current.caseId },
      },
      config,
      at,
    ),
  )
  const asked = { ...current, version: current.version + 1, updatedAt: at }
  await store.returns.save(asked)
  await queueSteps(store, decisions)
  for (const { step } of calledOff) await requeueStep(store, reopenStep(step, config, at))
  const data = { serial_numbers: due.map(({ serial }) => serial) }
  store.publish([returnEvent(asked, 'return.unassignment_requested', at, data)])
}

function devicesOf(received: readonly ReceivedDevice[], serialNumbers: readonly string[]): ReceivedDevice[] {
  const rows = serialNumbers.map((serial) => ({
    serial,
    device: received.find((one) => one.serial === serial),
  }))
  const unusable = rows.filter(
    ({ device }) => device === undefined || (!device.isAssigned && !device.hasStep),
  )
  if (unusable.length > 0) {
    throw new Refusal('device_not_available', 'Some devices cannot be un-assigned here.', {
      devices: unusable.map(({ serial, device }) => ({
        serial,
        reason: device === undefined ? 'not received in this return' : 'not assigned to the company',
      })),
    })
  }
  return rows.flatMap(({ device }) => (device === undefined ? [] : [device]))
}

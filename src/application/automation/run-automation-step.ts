import { failStep, startStep, succeedStep, takesDevice } from '../../domain/automation/automation-step.ts'
import type { AutomationStepId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { LoadedStep } from '../ports/automation-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { LegacyBridge, ProvisioningOutcome } from '../ports/legacy-bridge.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  bridge: LegacyBridge
  clock: Clock
  ids: IdGenerator
}

/**
 * One attempt of a step: claim, call the bridge under the step's own key, record. A crash anywhere leads to the
 * same call again, which the bridge answers with what it did the first time.
 */
export function runAutomationStep(deps: Dependencies) {
  return async (input: { stepId: string; round: number }, context: ActionContext): Promise<JobOutcome> => {
    const stepId = input.stepId as AutomationStepId
    const claimed = await deps.unitOfWork.run(context, async (store) => {
      const loaded = found(await store.automation.getForUpdate(stepId), 'automation step', stepId)
      // A retry by hand opens a new round with its own job; what is left of the old round has nothing to do.
      const isOurs = loaded.step.maxAttempts === input.round
      const isOpen = ['queued', 'running', 'retry_scheduled'].includes(loaded.step.status)
      if (!isOurs || !isOpen) return null
      // Whoever closes the dispute enqueues it again. What has begun is finished.
      if (loaded.step.status !== 'running' && loaded.isDisputed) return null
      const step = startStep(loaded.step, deps.clock.now())
      await store.automation.save(step)
      return { ...loaded, step }
    })
    if (claimed === null) return { outcome: 'done' }

    const outcome = await deps.bridge.provision({
      idempotencyKey: claimed.step.id,
      scenario: claimed.step.scenario,
      deviceSerial: claimed.deviceSerial,
      companyRef: claimed.companyRef,
      orderRef: claimed.orderNumber,
      payload: claimed.step.payload,
      correlationId: context.correlationId,
      timeoutSeconds: claimed.config.timeoutSeconds,
    })
    return outcome.outcome === 'provisioned'
      ? deps.unitOfWork.conclude(context, (store) => recordSuccess(deps, store, claimed, outcome))
      : deps.unitOfWork.run(context, (store) => recordFailure(deps, store, claimed, outcome))
  }
}

async function recordSuccess(
  deps: Dependencies,
  store: Store,
  claimed: LoadedStep,
  outcome: Extract<ProvisioningOutcome, { outcome: 'provisioned' }>,
): Promise<JobOutcome> {
  const current = await stillOurs(store, claimed)
  await recordCalls(deps, store, claimed, outcome)
  if (current === null) return { outcome: 'done' }
  const { step } = current
  const at = deps.clock.now()
  const { device, asset } = outcome.result
  const decision = succeedStep(step, at)
  await store.automation.save(decision.step)
  await store.automation.refreshMirrors({
    device: {
      deviceId: step.deviceId,
      legacyStatus: device.status,
      snapshot: device.snapshot,
      revision: device.revision,
    },
    asset: { ...asset, companyId: step.companyId, deviceId: takesDevice(step) ? null : step.deviceId },
    refreshedAt: at,
  })
  if (takesDevice(step)) {
    await store.automation.unassignDevice(step.deviceId, step.companyId, at)
  } else {
    await store.automation.assignDevice({
      id: deps.ids.make('deviceAssignment'),
      deviceId: step.deviceId,
      companyId: step.companyId,
      automationStepId: step.id,
      assignedTo: current.assignedTo,
      at,
    })
  }
  if (claimed.step.attempts > 1) await store.tasks.settle('automation_failed', step.id, 'automation', at)
  store.publish(decision.events)
  return { outcome: 'done' }
}

async function recordFailure(
  deps: Dependencies,
  store: Store,
  claimed: LoadedStep,
  outcome: Exclude<ProvisioningOutcome, { outcome: 'provisioned' }>,
): Promise<JobOutcome> {
  const current = await stillOurs(store, claimed)
  await recordCalls(deps, store, claimed, outcome)
  if (current === null) return { outcome: 'done' }
  const { step } = current
  const at = deps.clock.now()
  const failure = { error: outcome.error, isPermanent: outcome.outcome === 'refused' }
  const decision = failStep(step, failure, claimed.config, at)
  await store.automation.save(decision.step)
  store.publish(decision.events)
  if (decision.step.status === 'retry_scheduled') {
    return { outcome: 'retry', reason: outcome.error, afterSeconds: claimed.config.retryDelaySeconds }
  }
  if (decision.step.status === 'cancelled') {
    await store.tasks.settle('automation_failed', step.id, 'automation', at)
    // What was refused was never done, under whatever attempt.
    if (failure.isPermanent) await store.tasks.settle('undo_provisioning', step.id, 'automation', at)
    return { outcome: 'done' }
  }
  await store.tasks.open({
    id: deps.ids.make('manualTask'),
    kind: 'automation_failed',
    title: `Provision ${claimed.deviceSerial} for ${claimed.orderNumber} by hand`,
    relatedType: 'automation_step',
    relatedId: step.id,
    orderId: step.orderId,
    companyId: step.companyId,
    details: {
      scenario: step.scenario,
      error: outcome.error,
      attempts: step.attempts,
      advice: claimed.config.fallbackDescription,
    },
    createdAt: at,
  })
  return { outcome: 'give_up', reason: outcome.error }
}

/** The step if this attempt still owns it; a person or a newer attempt may have taken it meanwhile (law J4). */
async function stillOurs(store: Store, claimed: LoadedStep): Promise<LoadedStep | null> {
  const current = await store.automation.getForUpdate(claimed.step.id)
  const isOurs = current?.step.status === 'running' && current.step.attempts === claimed.step.attempts
  return isOurs ? current : null
}

async function recordCalls(
  deps: Dependencies,
  store: Store,
  claimed: LoadedStep,
  outcome: ProvisioningOutcome,
): Promise<void> {
  for (const call of outcome.calls) {
    await store.automation.recordCall({
      ...call,
      id: deps.ids.make('legacyCall'),
      automationStepId: claimed.step.id,
    })
  }
}

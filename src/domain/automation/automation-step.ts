import type { DomainEvent } from '../shared/events.ts'
import type {
  AutomationStepId,
  CompanyId,
  DeviceId,
  OrderId,
  ShipmentId,
  ShipmentItemId,
} from '../shared/ids.ts'
import { nextStatus } from '../shared/lifecycle.ts'
import { Refusal } from '../shared/refusal.ts'
import { type AutomationStepStatus, automationStepLifecycle } from './automation-step-lifecycle.ts'

/** Plan, section 8. Times in seconds. */
export interface ScenarioConfig {
  scenario: string
  maxAttempts: number
  retryDelaySeconds: number
  timeoutSeconds: number
  fallbackDescription: string
}

export interface AutomationStep {
  id: AutomationStepId
  shipmentItemId: ShipmentItemId
  shipmentId: ShipmentId
  orderId: OrderId
  companyId: CompanyId
  deviceId: DeviceId
  unitNumber: number
  scenario: string
  payload: object
  status: AutomationStepStatus
  attempts: number
  maxAttempts: number
  lastAttemptedAt: Date | null
  nextAttemptAt: Date | null
  lastError: string | null
  /** Why it was called off during the attempt that runs: the last, unless it succeeds. */
  recallReason: string | null
  succeededAt: Date | null
  fallbackTriggeredAt: Date | null
  fallbackNotes: string | null
  version: number
  createdAt: Date
  updatedAt: Date
}

export type AutomationEvent =
  | DomainEvent<'automation.step_queued', { scenario: string; device_id: string; unit_number: number }>
  | DomainEvent<'automation.step_changed', { scenario: string; device_id: string; fields: string[] }>
  | DomainEvent<'automation.step_succeeded', { scenario: string; device_id: string; attempts: number }>
  | DomainEvent<
      'automation.step_failed',
      { scenario: string; device_id: string; attempts: number; error: string; is_final: boolean }
    >
  | DomainEvent<'automation.step_cancelled', { scenario: string; device_id: string; reason: string }>
  | DomainEvent<'automation.fallback_triggered', { scenario: string; device_id: string; notes: string }>

export interface StepDecision {
  step: AutomationStep
  events: AutomationEvent[]
}

/** Whether the step ends a device's assignment instead of making one. */
export function takesDevice({ scenario }: AutomationStep): boolean {
  return scenario === 'sensor_return'
}

/** One step for a delivered unit. */
export function queueStep(
  input: Pick<
    AutomationStep,
    'id' | 'shipmentItemId' | 'shipmentId' | 'orderId' | 'companyId' | 'deviceId' | 'unitNumber' | 'payload'
  >,
  config: ScenarioConfig,
  at: Date,
): StepDecision {
  const step: AutomationStep = {
    ...input,
    scenario: config.scenario,
    status: 'queued',
    attempts: 0,
    maxAttempts: config.maxAttempts,
    lastAttemptedAt: null,
    nextAttemptAt: null,
    lastError: null,
    recallReason: null,
    succeededAt: null,
    fallbackTriggeredAt: null,
    fallbackNotes: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  return { step, events: [queued(step, at)] }
}

/** What delivery or a return said of the unit; no other payload takes its place. */
const saidOfUnit: ReadonlySet<string> = new Set(['sku', 'delivered_at', 'return_id', 'case_id'])

/**
 * What the scenario is given from now on. Only before the first attempt: the legacy system knows a step by its key
 * and refuses another payload under it.
 */
export function changePayload(step: AutomationStep, payload: object, at: Date): StepDecision {
  if (step.status !== 'queued' || step.attempts > 0) {
    throw new Refusal('move_not_allowed', 'Only a step that was never tried can be changed.', {
      current: step.status,
      attempts: step.attempts,
      allowed_moves: [],
    })
  }
  const said = Object.fromEntries(Object.entries(step.payload).filter(([key]) => saidOfUnit.has(key)))
  const changed = { ...bumped(step, at), payload: { ...payload, ...said } }
  const data = {
    scenario: changed.scenario,
    device_id: changed.deviceId,
    fields: Object.keys(changed.payload),
  }
  return { step: changed, events: [stepEvent(changed, 'automation.step_changed', at, data)] }
}

/** An attempt begins; it counts from here, so that a crash counts too. */
export function startStep(step: AutomationStep, at: Date): AutomationStep {
  const facts = { hasAttemptsLeft: step.attempts < step.maxAttempts }
  return {
    ...bumped(step, at),
    status: nextStatus(automationStepLifecycle, step.status, facts, { type: 'start' }),
    // An attempt that a crash cut short is taken up again, not counted twice.
    attempts: step.status === 'running' ? step.attempts : step.attempts + 1,
    lastAttemptedAt: at,
    nextAttemptAt: null,
  }
}

/** The legacy system did it. */
export function succeedStep(step: AutomationStep, at: Date): StepDecision {
  const status = nextStatus(
    automationStepLifecycle,
    step.status,
    { hasAttemptsLeft: true },
    { type: 'succeed' },
  )
  const done = { ...bumped(step, at), status, succeededAt: at, lastError: null, recallReason: null }
  const data = { scenario: done.scenario, device_id: done.deviceId, attempts: done.attempts }
  return { step: done, events: [stepEvent(done, 'automation.step_succeeded', at, data)] }
}

/**
 * An attempt failed: another one later while the policy allows it and it could help, a person otherwise. Nobody has to
 * do what was called off meanwhile.
 */
export function failStep(
  step: AutomationStep,
  failure: { error: string; isPermanent: boolean },
  config: ScenarioConfig,
  at: Date,
): StepDecision {
  const isRecalled = step.recallReason !== null
  const hasAttemptsLeft = !failure.isPermanent && !isRecalled && step.attempts < step.maxAttempts
  const status = nextStatus(automationStepLifecycle, step.status, { hasAttemptsLeft }, { type: 'fail' })
  const failed = {
    ...bumped(step, at),
    status,
    lastError: failure.error,
    nextAttemptAt: hasAttemptsLeft ? new Date(at.getTime() + config.retryDelaySeconds * 1000) : null,
  }
  if (step.recallReason !== null) return cancelStep(failed, step.recallReason, at)
  const data = {
    scenario: failed.scenario,
    device_id: failed.deviceId,
    attempts: failed.attempts,
    error: failure.error,
    is_final: !hasAttemptsLeft,
  }
  return { step: failed, events: [stepEvent(failed, 'automation.step_failed', at, data)] }
}

/** A person asks for another round of attempts. */
export function retryStep(step: AutomationStep, config: ScenarioConfig, at: Date): StepDecision {
  const status = nextStatus(
    automationStepLifecycle,
    step.status,
    { hasAttemptsLeft: true },
    { type: 'retry' },
  )
  const again = {
    ...bumped(step, at),
    status,
    maxAttempts: step.attempts + config.maxAttempts,
    nextAttemptAt: null,
  }
  return { step: again, events: [queued(again, at)] }
}

/** A person takes over; what they did is in the notes. */
export function fallBackStep(step: AutomationStep, notes: string, at: Date): StepDecision {
  const status = nextStatus(
    automationStepLifecycle,
    step.status,
    { hasAttemptsLeft: false },
    { type: 'fallback' },
  )
  const taken = {
    ...bumped(step, at),
    status,
    fallbackTriggeredAt: at,
    fallbackNotes: notes,
    nextAttemptAt: null,
  }
  const data = { scenario: taken.scenario, device_id: taken.deviceId, notes }
  return { step: taken, events: [stepEvent(taken, 'automation.fallback_triggered', at, data)] }
}

/** Whether a step waits for an attempt or for a person. */
function isPending(step: AutomationStep): boolean {
  return step.status === 'queued' || step.status === 'retry_scheduled' || step.status === 'failed'
}

/**
 * The unit it is about did not arrive, or is no more. An attempt under way is let finish, and is the last. What is over
 * stays as it is.
 */
export function callOffStep(step: AutomationStep, reason: string, at: Date): StepDecision {
  if (step.status === 'running') return { step: { ...bumped(step, at), recallReason: reason }, events: [] }
  return isPending(step) ? cancelStep(step, reason, at) : { step, events: [] }
}

function cancelStep(step: AutomationStep, reason: string, at: Date): StepDecision {
  const facts = { hasAttemptsLeft: false }
  const status = nextStatus(automationStepLifecycle, step.status, facts, { type: 'cancel' })
  const cancelled = { ...bumped(step, at), status, nextAttemptAt: null, recallReason: null }
  const data = { scenario: cancelled.scenario, device_id: cancelled.deviceId, reason }
  return { step: cancelled, events: [stepEvent(cancelled, 'automation.step_cancelled', at, data)] }
}

/**
 * The unit arrived after all, and what was called off is wanted again. A step that nobody has tried learns when that
 * was; the legacy system knows any other by the payload it has.
 */
export function takeUpStep(
  step: AutomationStep,
  config: ScenarioConfig,
  deliveredAt: Date,
  at: Date,
): StepDecision {
  const isUntried = step.attempts === 0 && step.status !== 'fallback_triggered'
  const known = isUntried ? learnDelivery(step, deliveredAt, at) : step
  if (step.status === 'cancelled') return reopenStep(known, config, at)
  const wanted = step.recallReason === null ? known : { ...bumped(known, at), recallReason: null }
  return { step: wanted, events: [] }
}

function learnDelivery(step: AutomationStep, deliveredAt: Date, at: Date): AutomationStep {
  const delivered_at = deliveredAt.toISOString()
  if ('delivered_at' in step.payload && step.payload.delivered_at === delivered_at) return step
  return { ...bumped(step, at), payload: { ...step.payload, delivered_at } }
}

/** It is wanted after all. The new round is another than any before, so that jobs left of those do nothing. */
export function reopenStep(step: AutomationStep, config: ScenarioConfig, at: Date): StepDecision {
  const facts = { hasAttemptsLeft: true }
  const again = {
    ...bumped(step, at),
    status: nextStatus(automationStepLifecycle, step.status, facts, { type: 'reopen' }),
    maxAttempts: Math.max(step.maxAttempts + 1, step.attempts + config.maxAttempts),
    lastError: null,
  }
  return { step: again, events: [queued(again, at)] }
}

function queued(step: AutomationStep, at: Date): AutomationEvent {
  const data = { scenario: step.scenario, device_id: step.deviceId, unit_number: step.unitNumber }
  return stepEvent(step, 'automation.step_queued', at, data)
}

function bumped(step: AutomationStep, at: Date): AutomationStep {
  return { ...step, version: step.version + 1, updatedAt: at }
}

function stepEvent<T extends AutomationEvent['type']>(
  step: AutomationStep,
  type: T,
  occurredAt: Date,
  data: Extract<AutomationEvent, { type: T }>['data'],
): AutomationEvent {
  return {
    type,
    aggregateType: 'automation_step',
    aggregateId: step.id,
    aggregateVersion: step.version,
    companyId: step.companyId,
    orderId: step.orderId,
    shipmentId: step.shipmentId,
    data,
    occurredAt,
  } as AutomationEvent
}

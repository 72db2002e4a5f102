import type { AutomationStep, ScenarioConfig } from '../../domain/automation/automation-step.ts'
import type {
  AutomationStepId,
  CompanyId,
  DeviceId,
  Id,
  OrderId,
  ReturnId,
  ShipmentId,
} from '../../domain/shared/ids.ts'

/** A step with the references by which the legacy system knows what it is about. */
export interface LoadedStep {
  step: AutomationStep
  config: ScenarioConfig
  deviceSerial: string
  companyRef: string
  orderNumber: string
  /** Who has the device now. */
  assignedTo: CompanyId | null
  /** A dispute about its order is open. */
  isDisputed: boolean
}

export interface LegacyCall {
  id: Id<'legacyCall'>
  automationStepId: AutomationStepId | null
  method: string
  path: string
  correlationId: string
  statusCode: number | null
  error: string | null
  durationMs: number
  calledAt: Date
}

export interface MirrorRefresh {
  device: { deviceId: DeviceId; legacyStatus: string; snapshot: object; revision: bigint }
  asset: {
    assetRef: string
    companyId: CompanyId
    deviceId: DeviceId | null
    snapshot: object
    revision: bigint
  }
  refreshedAt: Date
}

export interface AutomationStore {
  /** In no order; scenarios that are not configured are absent. */
  findConfigs(scenarios: readonly string[]): Promise<ScenarioConfig[]>
  /** Locks the step's row. */
  getForUpdate(stepId: AutomationStepId): Promise<LoadedStep | null>
  /** Every step of a parcel, locked in id order. */
  ofShipment(shipmentId: ShipmentId): Promise<LoadedStep[]>
  /** Every step of the items that a return has units of, locked in id order. */
  ofReturn(returnId: ReturnId): Promise<LoadedStep[]>
  /** Steps that exist already for the same unit and scenario are left alone (law J1). */
  insertSteps(steps: readonly AutomationStep[]): Promise<void>
  /** Steps of an order that wait for an attempt. */
  waitingSteps(orderId: OrderId): Promise<Pick<AutomationStep, 'id' | 'attempts' | 'maxAttempts'>[]>
  save(step: AutomationStep): Promise<void>
  /** Writes what a step's scenario is to be given, with its version. */
  savePayload(step: AutomationStep): Promise<void>
  recordCall(call: LegacyCall): Promise<void>
  /** An older revision never replaces a newer one. */
  refreshMirrors(refresh: MirrorRefresh): Promise<void>
  /**
   * Closes the open assignment to another company and opens this one; the same company twice is one assignment.
   * `assignedTo` is who has the device, as read in this transaction.
   */
  assignDevice(assignment: {
    id: Id<'deviceAssignment'>
    deviceId: DeviceId
    companyId: CompanyId
    automationStepId: AutomationStepId
    assignedTo: CompanyId | null
    at: Date
  }): Promise<void>
  /** Ends a company's open assignment of a device; without one nothing changes. */
  unassignDevice(deviceId: DeviceId, companyId: CompanyId, at: Date): Promise<void>
}

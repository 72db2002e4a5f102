import type { LegacyCall } from './automation-store.ts'

export interface ProvisioningRequest {
  /** One per step, not per attempt: the bridge does the work once however often it is asked. */
  idempotencyKey: string
  scenario: string
  deviceSerial: string
  companyRef: string
  orderRef: string
  payload: object
  correlationId: string
  timeoutSeconds: number
}

export interface Provisioned {
  device: { serial: string; status: string; revision: bigint; snapshot: object }
  asset: { assetRef: string; revision: bigint; snapshot: object }
}

/** What the caller has to tell apart; `calls` is the log of what went over the wire. */
export type ProvisioningOutcome = { calls: Omit<LegacyCall, 'id' | 'automationStepId'>[] } & (
  | { outcome: 'provisioned'; result: Provisioned }
  | { outcome: 'refused'; error: string }
  | { outcome: 'unavailable'; error: string }
)

export interface LegacyCompany {
  ref: string
  name: string
  revision: bigint
  snapshot: object
}

/** The company's older system, reached over HTTP. Never throws for an answer; a slow or absent bridge is `unavailable`. */
export interface LegacyBridge {
  provision(request: ProvisioningRequest): Promise<ProvisioningOutcome>
  /** Null when the legacy system has no such company; throws `Unavailable` when it cannot say. */
  findCompany(ref: string, correlationId: string): Promise<LegacyCompany | null>
}

import type { StripeFaults } from './faults.ts'
import type { StripeObject } from './objects.ts'
import type { Parameters } from './parameters.ts'
import type { StripeState } from './state.ts'
import type { EventSource, Webhooks } from './webhooks.ts'

/** What every part of the simulated API works on. */
export interface StripeWorld {
  state: StripeState
  webhooks: Webhooks
  faults: StripeFaults
  /** Our own address, known once the server listens; the pay pages live below it. */
  baseUrl: () => string
}

export interface StripeCall {
  parameters: Parameters
  pathId: string
  source: EventSource
}

export type StripeOperation = (world: StripeWorld, call: StripeCall) => StripeObject | Record<string, unknown>

export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

import type { TrackingStatus } from './tracking-status.ts'

/** Whether a courier tells us, is asked, or both; with both, asking is only a net below the pushes. */
export type TrackingMode = 'none' | 'push' | 'poll' | 'push_and_poll'

/**
 * What can be done with the couriers of an adapter. A push that nobody signed is only a hint to ask, so that it is of no
 * use without asking; a row of which no adapter knows more cannot be asked.
 */
const possibleModes: Readonly<Record<string, readonly TrackingMode[]>> = {
  usps: ['none', 'push', 'poll', 'push_and_poll'],
  dhl: ['none', 'poll', 'push_and_poll'],
  canada_post: ['none', 'poll'],
  chitchats: ['none', 'poll'],
}
const modesOfOthers: readonly TrackingMode[] = ['none', 'push']

/** A courier as it is configured. */
export interface CourierConfig {
  courierCode: string
  name: string
  trackingUrlTemplate: string
  adapter: string
  enabled: boolean
  deliverySlaDays: number
  deliverySlaDaysByService: Readonly<Record<string, number>>
  trackingMode: TrackingMode
  pollSeconds: Readonly<Partial<Record<TrackingStatus, number>>>
  pollAgeing: readonly { after_days: number; times: number }[]
  netPollSeconds: number
  ageLimitDays: number
  notFoundDays: number
  burstCalls: number
  refillCalls: number
  refillSeconds: number
  dayCalls: number | null
  secretReference: string | null
  version: number
  updatedAt: Date
}

/** What configuration must hold whoever writes it; answers the faults. */
export function courierFaults(courier: CourierConfig): { pointer: string; detail: string }[] {
  const faults = []
  const { trackingUrlTemplate, adapter, trackingMode } = courier
  if (!/^https?:\/\/\S+$/.test(trackingUrlTemplate) || !trackingUrlTemplate.includes('{number}')) {
    faults.push({
      pointer: '/tracking_url_template',
      detail: 'must be an http or https address with {number} in it',
    })
  }
  const modes = possibleModes[adapter] ?? modesOfOthers
  if (!modes.includes(trackingMode)) {
    faults.push({ pointer: '/tracking_mode', detail: `must be ${modes.join(' or ')} with this courier` })
  }
  if (adapter === 'generic' && trackingMode === 'push' && courier.secretReference === null) {
    faults.push({ pointer: '/secret_reference', detail: 'is needed where the courier pushes' })
  }
  return faults
}

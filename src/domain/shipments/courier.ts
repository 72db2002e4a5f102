import type { TrackingStatus } from './tracking-status.ts'

/** Whether a courier tells us, is asked, or both; with both, asking is only a net below the pushes. */
export type TrackingMode = 'none' | 'push' | 'poll' | 'push_and_poll'

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
  if (adapter === 'generic' && (trackingMode === 'poll' || trackingMode === 'push_and_poll')) {
    faults.push({
      pointer: '/tracking_mode',
      detail: 'must be none or push: nobody knows how to ask this courier',
    })
  }
  if (adapter === 'generic' && trackingMode === 'push' && courier.secretReference === null) {
    faults.push({ pointer: '/secret_reference', detail: 'is needed where the courier pushes' })
  }
  return faults
}

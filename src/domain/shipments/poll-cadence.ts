import type { ShipmentStatus } from './shipment-lifecycle.ts'
import type { TrackingStatus } from './tracking-status.ts'

/** How often a courier is asked about a parcel. */
export interface PollPolicy {
  secondsByStatus: Readonly<Partial<Record<TrackingStatus, number>>>
  /** From so many days on, the interval is so many times as long. */
  ageing: readonly { afterDays: number; times: number }[]
  /** Where the courier pushes as well, asking is only a net below it and this the shortest interval. */
  netSeconds: number | null
  ageLimitDays: number
}

export type StopReason = 'delivered' | 'returned' | 'cancelled' | 'too_old' | 'not_found' | 'refused'

const usualSeconds = 21_600
const day = 86_400_000

/**
 * When a parcel is asked about next, or why no more. What was delivered is looked at once more, a day later, for the
 * signature and for what contradicts it.
 */
export function nextPoll(
  policy: PollPolicy,
  parcel: {
    status: ShipmentStatus
    trackingStatus: TrackingStatus
    readyAt: Date
    deliveredAt: Date | null
  },
  at: Date,
): { at: Date } | { stop: StopReason } {
  if (parcel.status === 'cancelled' || parcel.trackingStatus === 'cancelled') return { stop: 'cancelled' }
  if (parcel.trackingStatus === 'returned') return { stop: 'returned' }
  if (parcel.status === 'delivered') {
    const lastLook = (parcel.deliveredAt ?? at).getTime() + seconds(policy, 'delivered') * 1000
    return lastLook > at.getTime() ? { at: new Date(lastLook) } : { stop: 'delivered' }
  }
  const ageDays = (at.getTime() - parcel.readyAt.getTime()) / day
  if (ageDays >= policy.ageLimitDays) return { stop: 'too_old' }
  const times = policy.ageing
    .filter(({ afterDays }) => ageDays >= afterDays)
    .reduce((most, one) => Math.max(most, one.times), 1)
  const wait = Math.max(seconds(policy, parcel.trackingStatus) * times, policy.netSeconds ?? 0)
  return { at: new Date(at.getTime() + wait * 1000) }
}

function seconds(policy: PollPolicy, status: TrackingStatus): number {
  return policy.secondsByStatus[status] ?? usualSeconds
}

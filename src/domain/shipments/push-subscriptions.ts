/** A courier's promise to push: of all parcels of one mailer, or of one parcel. */
export interface PushSubscription {
  id: string
  /** The mailer's id or the parcel's number. */
  subject: string
  listenerUrl: string
  /** False where the courier has stopped it, because we were not reached. */
  isLive: boolean
  expiresAt: Date | null
}

export interface SubscriptionPlan {
  /** Lapsed ones of ours, in whose place a new one is made. */
  drop: PushSubscription[]
  create: string[]
}

// The job that renews them runs once a day; a courier may be away for one.
const RENEW_EARLY_MS = 2 * 86_400_000

/**
 * What is missing of what is wanted, in the order in which it is wanted. Subscriptions that push to another address are
 * another installation's and stay as they are.
 */
export function planSubscriptions(
  wanted: readonly string[],
  held: readonly PushSubscription[],
  { listenerUrl, now }: { listenerUrl: string; now: Date },
): SubscriptionPlan {
  const ours = held.filter((one) => one.listenerUrl === listenerUrl)
  const standing = new Set(ours.filter((one) => stands(one, now)).map(({ subject }) => subject))
  const create = [...new Set(wanted)].filter((subject) => !standing.has(subject))
  const missing = new Set(create)
  return { drop: ours.filter(({ subject }) => missing.has(subject)), create }
}

function stands({ isLive, expiresAt }: PushSubscription, now: Date): boolean {
  return isLive && (expiresAt === null || expiresAt.getTime() - now.getTime() > RENEW_EARLY_MS)
}

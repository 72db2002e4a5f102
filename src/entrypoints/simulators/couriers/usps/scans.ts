import type { PushRequest } from '../../machinery/push-post.ts'
import type { PushRow } from '../../machinery/push-queue.ts'
import { randomId } from '../../machinery/random-id.ts'
import { signPush } from './push-signature.ts'
import { type Parcel, type Scan, trackingDetail } from './tracking-details.ts'
import type { Subscription, UspsWorld } from './usps-world.ts'

export interface PushWish {
  isPushed: boolean
  isForged: boolean
  isTampered: boolean
  duplicates: number
}

/** A scan is pushed as it is; a forger does not know the secret. */
export function usualPush({ isForged = false }: { isForged?: boolean }): PushWish {
  return { isPushed: true, isForged, isTampered: false, duplicates: 0 }
}

// As on the carrier's side: a timeline ends somewhere, and a load test must not grow one for ever.
const MOST_SCANS = 99
const TWO_HOURS_MS = 2 * 60 * 60 * 1000

/** Appends a scan to the parcel's timeline and tells the listeners, as one line of the journal. */
export function recordScan(
  world: UspsWorld,
  trackingNumber: string,
  scan: Omit<Scan, 'id'>,
  wish: PushWish,
): Parcel {
  return world.journal.commit(() => {
    const before = world.parcels.get(trackingNumber)
    const added: Scan = { id: randomId('', 10), ...scan }
    const parcel: Parcel = {
      trackingNumber,
      createdAt: before?.createdAt ?? scan.at,
      scans: [...(before?.scans ?? []), added].slice(-MOST_SCANS),
    }
    world.parcels.put(trackingNumber, parcel)
    world.counts.scans += 1
    if (wish.isPushed) pushScan(world, trackingNumber, added.id, wish)
    return parcel
  })
}

function pushScan(world: UspsWorld, trackingNumber: string, scanId: string, wish: PushWish): void {
  const { faults, pushes } = world
  const copies = 1 + Math.min(wish.duplicates + faults.number('push_duplicates'), 100)
  const spoilt = wish.isForged ? 'wrong_secret' : wish.isTampered ? 'tampered' : undefined
  for (const [subscriptionId, subscription] of world.subscriptions.oldestFirst()) {
    if (!isFor(subscription, trackingNumber)) continue
    const subject = [subscriptionId, trackingNumber, scanId].join('|')
    if (faults.strikes('push_drop_rate', 'push_drop_next')) {
      pushes.drop(randomId('push_', 12), subject)
      continue
    }
    for (let copy = 0; copy < copies; copy += 1) {
      const dueAt = Date.now() + Math.floor(Math.random() * faults.number('push_shuffle_ms'))
      pushes.add(randomId('push_', 12), subject, dueAt, spoilt)
    }
  }
}

function isFor(subscription: Subscription, trackingNumber: string): boolean {
  const wanted = subscription.filterProperties.trackingNumber
  return subscription.status === 'ENABLED' && (wanted === undefined || wanted === trackingNumber)
}

export function renderPush(world: UspsWorld, row: PushRow): PushRequest | null {
  const { faults } = world
  const [subscriptionId = '', trackingNumber = '', scanId = ''] = row.subjectId.split('|')
  const subscription = world.subscriptions.get(subscriptionId)
  const parcel = world.parcels.get(trackingNumber)
  if (subscription === undefined || parcel === undefined) return null
  const isOld = faults.strikes('push_old_timestamp_rate', 'push_old_timestamp_next')
  const timestamp = new Date(Date.now() - (isOld ? TWO_HOURS_MS : 0)).toISOString()
  const payload = JSON.stringify(trackingDetail(parcel, new Set([scanId])))
  const isForged =
    row.spoilt === 'wrong_secret' || faults.strikes('push_wrong_secret_rate', 'push_wrong_secret_next')
  const signature = signPush(
    timestamp,
    payload,
    isForged ? `wrong-${subscription.secret}` : subscription.secret,
  )
  // Changed after signing: what a man in the middle would most like to say.
  const sent =
    row.spoilt === 'tampered'
      ? payload
          .replace(/"eventCode":"[^"]*"/, '"eventCode":"01"')
          .replace(/"statusCategory":"[^"]*"/, '"statusCategory":"Delivered "')
      : payload
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'user-agent': 'USPS-Subscriptions/3.2',
  }
  if (!faults.strikes('push_no_signature_rate', 'push_no_signature_next')) headers['x-hmac'] = signature
  const body = { subscriptionId, subscriptionType: 'TRACKING', timestamp, payload: sent }
  return { url: subscription.listenerURL, headers, body: Buffer.from(JSON.stringify(body)) }
}

import type { ShipmentId, WebhookDeliveryId } from '../domain/shared/ids.ts'
import type { ParcelFacts } from '../domain/shipments/parcel-facts.ts'
import type { CourierScan } from '../domain/shipments/tracking.ts'
import type { Backoff, EnqueuedJob, QueuePolicy } from './ports/job-scheduler.ts'

const gentle: Backoff = { kind: 'exponential', baseSeconds: 10, maxSeconds: 600 }

/** Plan, appendix B. Linear means step times the attempt: 5, 10, 15 minutes. */
export const queues = {
  orders: {
    concurrency: 5,
    attempts: 5,
    backoff: { kind: 'exponential', baseSeconds: 60, maxSeconds: 3600 },
  },
  shipments: { concurrency: 10, attempts: 3, backoff: { kind: 'linear', stepSeconds: 300 } },
  automation: { concurrency: 5, attempts: 3, backoff: { kind: 'linear', stepSeconds: 600 } },
  retarget: {
    concurrency: 2,
    attempts: 8,
    backoff: { kind: 'exponential', baseSeconds: 300, maxSeconds: 1800 },
  },
  billing: { concurrency: 5, attempts: 5, backoff: gentle },
  legacy: { concurrency: 5, attempts: 5, backoff: gentle },
  notifications: { concurrency: 5, attempts: 5, backoff: gentle },
  webhooks: { concurrency: 5, attempts: 5, backoff: gentle },
  reactions: { concurrency: 5, attempts: 5, backoff: gentle },
} as const satisfies Record<string, QueuePolicy>

export type QueueName = keyof typeof queues

/** A scan on its way through a queue: times are text there. */
export type StoredScan = Omit<CourierScan, 'occurredAt'> & { occurredAt: string | null }

/** A push on its way through a queue. */
export interface StoredPush {
  courierCode: string
  eventId: string
  trackingNumber: string
  scans: StoredScan[]
  facts?: ParcelFacts
  /** An unsigned push: the parcels it names are asked about, and nothing else happens. */
  isHint?: boolean
  furtherNumbers?: readonly string[]
}

export interface StripeSignal {
  eventId: string
  type: string
}

/** Every job that is not a reaction, with its payload. Reactions are in reactions.ts. */
export interface JobPayloads {
  /** Events about one payment that came together; the first names what is looked up. */
  'handle-stripe-event': {
    events: readonly [StripeSignal, ...StripeSignal[]]
    objectId: string
    paymentIntentId: string | null
  }
  /** The push as it was understood when its signature was checked; secrets may change before the job runs. */
  'handle-courier-event': StoredPush & {
    /** Pushes that were received together with it, in their order. */
    more?: readonly StoredPush[]
  }
  'confirm-courier-subscription': { courierCode: string; subscriptionId: string; secret: string }
  'plan-tracking-polls': { slot: string }
  /** Rounds of a day; the first one is the timetable's. */
  'renew-courier-subscriptions': { slot: string; round?: number }
  'poll-tracking': { courierCode: string; shipmentIds: readonly ShipmentId[] }
  'expire-checkout-session': { providerSessionId: string }
  'converge-checkout-session': { providerSessionId: string }
  'run-automation-step': { stepId: string; round: number }
  'sync-price-book-entry': { entryId: string }
  'archive-stripe-price': { stripePriceId: string }
  'rename-stripe-product': { productId: string }
  'sync-unsynced-prices': { slot: string }
  'compare-prices-with-stripe': { slot: string }
  'sync-agreement-price': { lineId: string; priceBookEntryId: string | null }
  'sync-unsynced-agreement-prices': { slot: string }
  'watch-price-agreements': { slot: string }
  'send-refund': { refundId: string }
  'send-waiting-refunds': { slot: string }
  'send-email': { deliveryId: string }
  'send-waiting-emails': { slot: string }
  'check-overdue-checkouts': { slot: string }
  'check-overdue-invoices': { slot: string }
  'check-fulfillment-completion': { slot: string }
  'check-replacement-deadlines': { slot: string }
  'forward-stripe-events': { deliveryIds: readonly WebhookDeliveryId[] }
  'reconcile-stripe': { reconciliationId: string }
  'start-nightly-reconciliation': { slot: string }
  'sweep-job-runs': { slot: string }
  'forget-idempotency-keys': { slot: string }
  'forget-job-runs': { slot: string }
}

export type JobName = keyof JobPayloads

/** Which queue a job runs in and how long one attempt may take. */
export const jobs: Readonly<Record<JobName, { queue: QueueName; timeoutSeconds: number }>> = {
  'handle-stripe-event': { queue: 'webhooks', timeoutSeconds: 120 },
  'handle-courier-event': { queue: 'shipments', timeoutSeconds: 120 },
  'confirm-courier-subscription': { queue: 'shipments', timeoutSeconds: 60 },
  'plan-tracking-polls': { queue: 'shipments', timeoutSeconds: 120 },
  'renew-courier-subscriptions': { queue: 'shipments', timeoutSeconds: 600 },
  'poll-tracking': { queue: 'shipments', timeoutSeconds: 180 },
  'expire-checkout-session': { queue: 'orders', timeoutSeconds: 120 },
  'converge-checkout-session': { queue: 'orders', timeoutSeconds: 120 },
  'run-automation-step': { queue: 'automation', timeoutSeconds: 600 },
  'sync-price-book-entry': { queue: 'billing', timeoutSeconds: 120 },
  'archive-stripe-price': { queue: 'billing', timeoutSeconds: 120 },
  'rename-stripe-product': { queue: 'billing', timeoutSeconds: 120 },
  'sync-unsynced-prices': { queue: 'billing', timeoutSeconds: 300 },
  'compare-prices-with-stripe': { queue: 'billing', timeoutSeconds: 1800 },
  'sync-agreement-price': { queue: 'billing', timeoutSeconds: 120 },
  'sync-unsynced-agreement-prices': { queue: 'billing', timeoutSeconds: 300 },
  'watch-price-agreements': { queue: 'billing', timeoutSeconds: 300 },
  'send-refund': { queue: 'billing', timeoutSeconds: 120 },
  'send-waiting-refunds': { queue: 'billing', timeoutSeconds: 300 },
  'send-email': { queue: 'notifications', timeoutSeconds: 120 },
  'send-waiting-emails': { queue: 'notifications', timeoutSeconds: 300 },
  'check-overdue-checkouts': { queue: 'orders', timeoutSeconds: 300 },
  'check-overdue-invoices': { queue: 'billing', timeoutSeconds: 1800 },
  'check-fulfillment-completion': { queue: 'shipments', timeoutSeconds: 300 },
  'check-replacement-deadlines': { queue: 'orders', timeoutSeconds: 300 },
  'forward-stripe-events': { queue: 'retarget', timeoutSeconds: 180 },
  'reconcile-stripe': { queue: 'billing', timeoutSeconds: 3600 },
  'start-nightly-reconciliation': { queue: 'billing', timeoutSeconds: 120 },
  'sweep-job-runs': { queue: 'legacy', timeoutSeconds: 300 },
  'forget-idempotency-keys': { queue: 'legacy', timeoutSeconds: 300 },
  'forget-job-runs': { queue: 'legacy', timeoutSeconds: 1800 },
}

/** A job ready to be enqueued. The same key twice is one job. */
export function job<N extends JobName>(
  name: N,
  payload: JobPayloads[N],
  options: {
    related?: { type: string; id: string }
    key?: string
    maxAttempts?: number
    startAfterSeconds?: number
  } = {},
): EnqueuedJob {
  const { queue, timeoutSeconds } = jobs[name]
  return {
    queue,
    name,
    payload,
    maxAttempts: options.maxAttempts ?? queues[queue].attempts,
    related: options.related ?? null,
    key: options.key ?? null,
    startAfterSeconds: options.startAfterSeconds ?? 0,
    timeoutSeconds,
  }
}

import type { DeliveryAnswer, DeliveryStatus } from '../../domain/legacy/webhook-delivery.ts'
import type { WebhookDeliveryId } from '../../domain/shared/ids.ts'
import type { Span } from './payment-gateway.ts'
import type { ForwardedEvent } from './webhook-forwarder.ts'

export interface WebhookDelivery {
  id: WebhookDeliveryId
  provider: string
  eventId: string
  target: string
  status: DeliveryStatus
  attemptsLeft: number
  createdAt: Date
  updatedAt: Date
}

/** A delivery that is ours to send until the claim ends. */
export interface ClaimedDelivery extends ForwardedEvent {
  id: WebhookDeliveryId
  target: string
  attempts: number
  attemptsLeft: number
}

export interface WebhookDeliveryStore {
  insert(deliveries: readonly WebhookDelivery[]): Promise<void>
  /** Takes those of these that wait and that nobody else is sending; skips what another is about to take. */
  claim(ids: readonly WebhookDeliveryId[], at: Date, until: Date): Promise<readonly ClaimedDelivery[]>
  /** How many of these still wait, whoever sends them. */
  waiting(ids: readonly WebhookDeliveryId[]): Promise<number>
  /** Writes a try down and gives the claim back. */
  record(delivery: ClaimedDelivery, answer: DeliveryAnswer, status: DeliveryStatus, at: Date): Promise<void>
  /** Lets them wait again with so many tries, whatever became of them. Locked in id order; answers those there are. */
  reopen(ids: readonly WebhookDeliveryId[], attempts: number, at: Date): Promise<readonly WebhookDeliveryId[]>
  /** Those of events received in a span that were not delivered, or all of them, in id order. */
  ofEventsReceived(
    span: Span,
    wanted: { includesDelivered: boolean; limit: number },
  ): Promise<readonly WebhookDeliveryId[]>
}

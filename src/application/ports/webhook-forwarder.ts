import type { DeliveryAnswer } from '../../domain/legacy/webhook-delivery.ts'

/** A stored push as it goes on: the bytes and headers that came. */
export interface ForwardedEvent {
  eventId: string
  body: Buffer
  headers: Readonly<Record<string, string>>
}

/** Those who are told of the payment provider's events besides us. */
export interface WebhookForwarder {
  /** Their addresses; empty when nobody is. */
  targets: readonly string[]
  /**
   * Posts an event as it came. Where the provider's signature has become too old to be accepted, it is signed anew
   * with the target's own secret. Never throws: silence is an answer without a status. Null: no such target (any more).
   */
  forward(target: string, event: ForwardedEvent): Promise<DeliveryAnswer | null>
}

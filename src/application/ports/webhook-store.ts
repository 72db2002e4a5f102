/** A verified push, with the exact bytes it came in. */
export interface WebhookEvent {
  provider: string
  eventId: string
  eventType: string
  apiVersion: string | null
  /** What the event is about, by the provider's ids; null when it names none. */
  objectId: string | null
  paymentIntentId: string | null
  body: Buffer
  headers: Record<string, string>
  receivedAt: Date
}

export interface WebhookStore {
  /** Stores those not seen before and answers their event ids. */
  insert(events: readonly { event: WebhookEvent; isWanted: boolean }[]): Promise<string[]>
  finish(
    provider: string,
    eventIds: readonly string[],
    status: 'processed' | 'ignored' | 'failed',
    note: string | null,
    at: Date,
  ): Promise<void>
}

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
  /** Pushes about an object that were stored since then and not applied, oldest first, up to so many. */
  unapplied(
    provider: string,
    objectId: string,
    since: Date,
    most: number,
  ): Promise<Pick<WebhookEvent, 'body' | 'headers' | 'receivedAt'>[]>
  finish(
    provider: string,
    eventIds: readonly string[],
    status: 'processed' | 'ignored' | 'failed',
    note: string | null,
    at: Date,
  ): Promise<void>
}

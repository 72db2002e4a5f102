import type { SqlExecutor } from './unit-of-work.ts'

export interface IdempotencyRecord {
  principal: string
  key: string
  operation: string
  /** Digest of method, path and body: the same key with another request is refused. */
  requestHash: string
  statusCode: number
  response: object
  createdAt: Date
}

/** Answers of requests that carried an Idempotency-Key, kept 72 hours. */
export interface IdempotencyStore {
  find(principal: string, key: string): Promise<IdempotencyRecord | null>
  /**
   * Writes the record in the transaction of the effect. When the key is taken `taken` is thrown and the effect rolled
   * back: then replay what is stored. Waits for a request under way with the same key.
   */
  remember(executor: SqlExecutor, record: IdempotencyRecord, taken: () => Error): Promise<void>
  /** Deletes records made before the instant; answers how many. */
  forgetBefore(instant: Date): Promise<number>
}

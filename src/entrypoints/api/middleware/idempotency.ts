import { createHash } from 'node:crypto'
import type { App } from '../../../application/app.ts'
import type { IdempotencyRecord } from '../../../application/ports/idempotency-store.ts'
import type { ActionContext } from '../../../application/ports/unit-of-work.ts'
import { Refusal } from '../../../domain/shared/refusal.ts'
import { Unavailable } from '../../../domain/shared/unavailable.ts'

const allowed = /^[\x21-\x7e]{1,255}$/

/** Thrown where the key is taken: in a transaction everything it did is rolled back. */
class IdempotencyReplay extends Error {
  override readonly name = 'IdempotencyReplay'
}

export interface KeyedRequest {
  operation: string
  key: string
  method: string
  /** With its query. */
  path: string
  /** The body, or the digest of a file. */
  bytes: Buffer
}

export interface Answered {
  status: number
  body: object
  isReplay: boolean
}

/**
 * Runs an action under an Idempotency-Key. The answer is written in the transaction of the effect, so either both
 * are there or neither; a second request with the key waits for the first, is rolled back, and answers as the
 * first did. The key is looked up when something went wrong, or where the action asks before it reaches outside:
 * otherwise the happy path costs one insert.
 */
export async function answerOnce(
  app: Pick<App, 'idempotency' | 'clock'>,
  request: KeyedRequest,
  context: ActionContext,
  statusOf: (answer: object) => number,
  run: (context: ActionContext) => Promise<object>,
): Promise<Answered> {
  const { operation, key } = request
  if (!allowed.test(key)) {
    throw new Refusal('request_invalid', 'The request does not follow the contract.', {}, [
      { pointer: 'header/idempotency-key', detail: 'must be 1 to 255 visible ASCII characters' },
    ])
  }
  const principal = context.actor.id
  const requestHash = hashOf(request)
  try {
    const body = await run({
      ...context,
      alongside: async (executor, result) => {
        const record: IdempotencyRecord = {
          principal,
          key,
          operation,
          requestHash,
          statusCode: statusOf(result as object),
          // Views are the contract's JSON already, so what is stored is what is answered.
          response: result as object,
          createdAt: app.clock.now(),
        }
        await app.idempotency.remember(executor, record, () => new IdempotencyReplay())
      },
      refuseRepeat: async () => {
        if ((await app.idempotency.find(principal, key)) !== null) throw new IdempotencyReplay()
      },
    })
    return { status: statusOf(body), body, isReplay: false }
  } catch (error) {
    const isTaken = error instanceof IdempotencyReplay
    // What succeeded under this key before may be refused now: the order is sent, the version has moved on.
    if (!isTaken && !(error instanceof Refusal) && !(error instanceof Unavailable)) throw error
    const stored = await app.idempotency.find(principal, key)
    if (stored === null) {
      if (isTaken)
        throw new Unavailable('the store of idempotency keys', 'A taken key was gone when it was read.')
      throw error
    }
    return replayOf(stored, requestHash)
  }
}

function replayOf(stored: IdempotencyRecord, requestHash: string): Answered {
  if (stored.requestHash !== requestHash) {
    throw new Refusal('idempotency_key_reused', 'This Idempotency-Key stands for another request.', {}, [
      { pointer: 'header/idempotency-key', detail: 'was used with another method, path or body' },
    ])
  }
  return { status: stored.statusCode, body: stored.response, isReplay: true }
}

/** The same request byte for byte: callers repeat what they sent, they do not spell it anew. */
function hashOf({ method, path, bytes }: KeyedRequest): string {
  return createHash('sha256').update(`${method}\n${path}\n`).update(bytes).digest('hex')
}

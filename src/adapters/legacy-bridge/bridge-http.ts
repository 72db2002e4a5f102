import { errors, Pool } from 'undici'
import type { Clock } from '../../application/ports/clock.ts'
import type { ProvisioningOutcome } from '../../application/ports/legacy-bridge.ts'

export type RecordedCall = ProvisioningOutcome['calls'][number]

export interface BridgeRequest {
  method: 'GET' | 'POST'
  path: string
  correlationId: string
  timeoutMs: number
  idempotencyKey?: string
  body?: object
}

/** One exchange over the wire, with the line that the log of calls gets. */
export interface Exchange {
  call: RecordedCall
  /** The body is parsed JSON, or undefined when it was none. */
  answer: { status: number; body: unknown } | null
  /** Whether the bridge may have done the work although no answer came. */
  mayHaveArrived: boolean
}

export type AskBridge = (request: BridgeRequest) => Promise<Exchange>

const connections = 50
const largestAnswer = 1_000_000

/** Nothing was sent when the connection could not be made. */
const neverSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Speaks to the bridge over connections that stay open. Never throws: silence is an exchange without an answer. */
export function createBridgeHttp(options: { url: string; token: string; clock: Clock }): AskBridge {
  const { origin, pathname } = new URL(options.url)
  const base = pathname.replace(/\/+$/, '')
  const pool = new Pool(origin, { connections, pipelining: 1, maxResponseSize: largestAnswer })

  return async ({ method, path, correlationId, timeoutMs, idempotencyKey, body }) => {
    const text = body === undefined ? null : JSON.stringify(body)
    const calledAt = options.clock.now()
    const startedAt = performance.now()
    const recorded = (statusCode: number | null, error: string | null): RecordedCall => ({
      method,
      path,
      correlationId,
      statusCode,
      error,
      durationMs: Math.round(performance.now() - startedAt),
      calledAt,
    })
    try {
      const answer = await pool.request({
        method,
        path: `${base}${path}`,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${options.token}`,
          'x-correlation-id': correlationId,
          ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
          ...(text !== null && { 'content-type': 'application/json' }),
        },
        body: text,
        signal: AbortSignal.timeout(timeoutMs),
        // The signal is the one clock; two more would only tell other stories.
        headersTimeout: 0,
        bodyTimeout: 0,
      })
      const { statusCode: status } = answer
      const parsed = parse(await answer.body.text())
      return {
        call: recorded(status, status < 300 ? null : reasonOf(status, parsed)),
        answer: { status, body: parsed },
        mayHaveArrived: true,
      }
    } catch (error) {
      const { sentence, mayHaveArrived } = failureOf(error, timeoutMs)
      return { call: recorded(null, sentence), answer: null, mayHaveArrived }
    }
  }
}

function failureOf(error: unknown, timeoutMs: number): { sentence: string; mayHaveArrived: boolean } {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { sentence: `no answer within ${timeoutMs / 1000} s`, mayHaveArrived: true }
  }
  if (error instanceof errors.ResponseExceededMaxSizeError) {
    return { sentence: 'the answer is too large', mayHaveArrived: true }
  }
  const { code } = error as { code?: unknown }
  const known = typeof code === 'string' ? code : 'no code'
  return neverSent.has(known)
    ? { sentence: `not reachable (${known})`, mayHaveArrived: false }
    : { sentence: `the connection broke (${known})`, mayHaveArrived: true }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `409 idempotency_conflict: This key was used before.`, as far as the bridge says so much. */
function reasonOf(status: number, body: unknown): string {
  const { error } = (typeof body === 'object' && body !== null ? body : {}) as { error?: unknown }
  const { code, message } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >
  const words = [code, message].filter((word): word is string => typeof word === 'string' && word !== '')
  return [status, words.join(': ').slice(0, 500)].join(' ').trim()
}

import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import { errors, Pool } from 'undici'
import type { Clock } from '../../application/ports/clock.ts'
import type { Logger } from '../../application/ports/logger.ts'
import { Unavailable } from '../../domain/shared/unavailable.ts'
import { CourierMisconfigured, CourierThrottled } from '../../domain/shipments/courier-failures.ts'
import { retryAfterSeconds } from './retry-after.ts'

export interface CourierRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With its query. */
  path: string
  headers?: Readonly<Record<string, string>>
  body?: string | null
  correlationId: string
}

/** Whatever came back over the wire, read to its end. */
export interface CourierReply {
  status: number
  /** Lower case, without its parameters: `application/json`. */
  mediaType: string
  headers: Readonly<Record<string, string>>
  text: string
  /** Null where the courier did not say. */
  retryAfterSeconds: number | null
}

export interface CourierHttp {
  courierCode: string
  /**
   * One exchange, never repeated and no redirect followed. Answers any status, so that an adapter can read the body of
   * a refusal; throws `Unavailable` when nothing whole came back.
   */
  send(request: CourierRequest): Promise<CourierReply>
}

export interface CourierHttpOptions {
  courierCode: string
  baseUrl: string
  clock: Clock
  logger: Logger
  /** Cut out of what is logged, wherever they stand. */
  secrets?: readonly string[]
  /** Calls under way at once; as many again may wait. */
  concurrency?: number
  connectTimeoutMs?: number
  totalTimeoutMs?: number
  /** How long nobody is asked after five failures in a row. */
  halfOpenAfterMs?: number
  /** Tells the other processes, which have not failed yet. */
  onLeftAlone?: (reason: string) => Promise<void>
}

const largestReply = 1_000_000
const longestLogged = 4000
const failuresInARow = 5

/** Connections to one account with a courier. */
export function createCourierHttp(options: CourierHttpOptions): CourierHttp {
  const { courierCode, concurrency = 10, totalTimeoutMs = 30_000 } = options
  const { origin, pathname } = new URL(options.baseUrl)
  const base = pathname.replace(/\/+$/, '')
  const pool = new Pool(origin, {
    connections: concurrency,
    pipelining: 1,
    maxResponseSize: largestReply,
    connect: { timeout: options.connectTimeoutMs ?? 10_000 },
  })
  const breaker = circuitBreaker(handleWhenResult(isFailure), {
    halfOpenAfter: options.halfOpenAfterMs ?? 30_000,
    breaker: new ConsecutiveBreaker(failuresInARow),
  })
  let hasOpened = false
  breaker.onBreak(() => {
    hasOpened = true
  })
  const guards = wrap(bulkhead(concurrency, concurrency), breaker)
  const deadline = timeout(totalTimeoutMs, TimeoutStrategy.Aggressive)
  const hide = hiding(options.secrets ?? [])

  async function exchange(request: CourierRequest): Promise<CourierReply | Failure> {
    const startedAt = performance.now()
    const outcome = await deadline
      .execute(({ signal }) => call(request, signal))
      .catch((error: unknown): Failure => ({ failure: reasonOf(error, totalTimeoutMs) }))
    log(request, outcome, Math.round(performance.now() - startedAt))
    return outcome
  }

  async function call(request: CourierRequest, signal: AbortSignal): Promise<CourierReply> {
    const answer = await pool.request({
      method: request.method,
      path: `${base}${request.path}`,
      headers: { 'user-agent': 'waybill/1', ...request.headers },
      body: request.body ?? null,
      signal,
      // The deadline is the one clock; two more would only tell other stories.
      headersTimeout: 0,
      bodyTimeout: 0,
    })
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [
        name.toLowerCase(),
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    )
    return {
      status: answer.statusCode,
      mediaType: (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
      headers,
      text: await answer.body.text(),
      retryAfterSeconds: retryAfterSeconds(headers['retry-after'], options.clock.now()),
    }
  }

  function log(request: CourierRequest, outcome: CourierReply | Failure, durationMs: number): void {
    const fields = {
      courierCode,
      correlationId: request.correlationId,
      method: request.method,
      path: hide(request.path),
      durationMs,
    }
    if ('failure' in outcome) {
      options.logger.warn({ ...fields, failure: outcome.failure }, 'courier not reached')
      return
    }
    const { status, text } = outcome
    const told = { ...fields, status, sent: capped(hide(request.body ?? '')), received: capped(hide(text)) }
    if (status < 400) options.logger.debug(told, 'courier asked')
    else options.logger.warn(told, 'courier refused')
  }

  async function tellOpening(outcome: CourierReply | Failure): Promise<void> {
    if (!hasOpened) return
    hasOpened = false
    const last = 'failure' in outcome ? outcome.failure : `it answered ${outcome.status}`
    const reason = `${courierCode} failed too often in a row and is left alone: ${last}.`
    await options.onLeftAlone?.(reason).catch((error: unknown) => {
      options.logger.warn({ courierCode, failure: String(error) }, 'opening of the breaker not recorded')
    })
  }

  return {
    courierCode,
    async send(request) {
      const outcome = await guards
        .execute(() => exchange(request))
        .catch((error: unknown): Failure => {
          if (error instanceof BrokenCircuitError)
            return { failure: 'it failed too often in a row and is left alone' }
          if (error instanceof BulkheadRejectedError) return { failure: 'too many calls are under way' }
          throw error
        })
      await tellOpening(outcome)
      if ('failure' in outcome) {
        throw new Unavailable(courierCode, `${courierCode} cannot be asked: ${outcome.failure}.`, {
          retryAfterSeconds: 30,
        })
      }
      return outcome
    },
  }
}

interface Failure {
  failure: string
}

/**
 * Refuses what is no answer: throttling and outages, for which the adapter may know a longer wait, a key that is
 * not wanted, and another format than asked for (a gateway's HTML page).
 */
export function answered(
  http: CourierHttp,
  reply: CourierReply,
  expected: { mediaTypes: readonly string[]; throttleSeconds: number },
): CourierReply {
  const { courierCode } = http
  const { status } = reply
  if (status === 429) {
    const wait = reply.retryAfterSeconds ?? expected.throttleSeconds
    throw new CourierThrottled(courierCode, `${courierCode} wants to be left alone for ${wait} s.`, wait)
  }
  if (status === 401 || status === 403 || status === 415) {
    throw new CourierMisconfigured(
      courierCode,
      `${courierCode} does not accept our calls: it answered ${status}.`,
    )
  }
  if (status === 408 || status >= 500 || (status >= 300 && status < 400)) {
    throw new Unavailable(courierCode, `${courierCode} is not well: it answered ${status}.`, {
      retryAfterSeconds: reply.retryAfterSeconds ?? 60,
    })
  }
  if (!expected.mediaTypes.includes(reply.mediaType)) {
    throw new Unavailable(
      courierCode,
      `${courierCode} answered ${status} with ${reply.mediaType === '' ? 'no content type' : reply.mediaType}.`,
      { retryAfterSeconds: 60 },
    )
  }
  return reply
}

/** What counts against the courier: silence and failures of its own. A refusal is an answer. */
function isFailure(outcome: unknown): boolean {
  return 'failure' in (outcome as object) || (outcome as CourierReply).status >= 500
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (error instanceof TaskCancelledError) return `no answer within ${timeoutMs / 1000} s`
  if (error instanceof errors.ResponseExceededMaxSizeError) return 'the answer is too large'
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? `the connection failed (${code})` : 'the connection failed'
}

function hiding(secrets: readonly string[]): (text: string) => string {
  const known = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]).filter((one) => one !== '')
  return (text) =>
    known
      .reduce((clean, secret) => clean.replaceAll(secret, '***'), text)
      .replaceAll(/("(?:access_token|refresh_token|client_secret|secret|token)"\s*:\s*")[^"]*/gi, '$1***')
}

function capped(text: string): string {
  return text.length <= longestLogged ? text : `${text.slice(0, longestLogged)}…`
}

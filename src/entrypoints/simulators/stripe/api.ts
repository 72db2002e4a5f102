import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'koa'
import { hangUp, pause, staySilent } from '../machinery/answering.ts'
import { randomId } from '../machinery/random-id.ts'
import { readBody } from '../machinery/request-body.ts'
import type { StripeOperation, StripeWorld } from './call.ts'
import { expand } from './expansion.ts'
import { decodeForm } from './form-encoding.ts'
import { Parameters } from './parameters.ts'
import { StripeRefusal } from './refusal.ts'
import { API_VERSION } from './webhooks.ts'

export type AnswerCall = (ctx: Context, operation: StripeOperation, pathId: string) => Promise<void>

interface Answer {
  status: number
  body: string
}

interface Claim {
  key: string
  fingerprint: string
  endpoint: string
}

const LONGEST_KEY = 255
const KEY_LIFE_MS = 24 * 60 * 60 * 1000
const SERVER_ERROR = { error: { type: 'api_error', message: 'An unknown error occurred.' } }

/** The front of the API: credentials, faults, form decoding, idempotency keys and the shape of errors. */
export function createApi(world: StripeWorld, apiKey: string): AnswerCall {
  const { state, faults } = world
  const inFlight = new Set<string>()

  return async (ctx, operation, pathId) => {
    const requestId = randomId('req_', 14)
    ctx.set('request-id', requestId)
    ctx.set('stripe-version', API_VERSION)
    let claim: Claim | null = null
    let isHeld = false
    try {
      const text = ctx.method === 'POST' ? await readBody(ctx.req) : ctx.querystring
      requireKey(ctx, apiKey)
      await pause(faults.number('apiLatencyMs'))
      strikeBefore(world)
      if (text === null) throw new StripeRefusal('Request body is too large.', { status: 413 })
      if (ctx.method === 'POST') requireForm(ctx, text)
      claim = claimOf(ctx, text)
      const earlier = claim === null ? null : earlierAnswer(world, claim, inFlight)
      if (earlier !== null) {
        state.count('replays')
        ctx.set('idempotent-replayed', 'true')
        write(ctx, earlier)
        return
      }
      if (claim !== null) {
        inFlight.add(claim.key)
        isHeld = true
        ctx.set('idempotency-key', claim.key)
      }
      const answer = run(world, operation, { text, pathId, requestId, claim })
      if (strikeAfter(ctx, world)) return
      write(ctx, answer)
    } catch (error) {
      if (!(error instanceof StripeRefusal)) throw error
      if (error.status === 429) ctx.set('stripe-rate-limited-reason', 'global-rate')
      write(ctx, { status: error.status, body: JSON.stringify(error.body, null, 2) })
    } finally {
      if (claim !== null && isHeld) inFlight.delete(claim.key)
    }
  }
}

/** Runs the call and keeps its answer under the key in the same journal line as what it changed. */
function run(
  world: StripeWorld,
  operation: StripeOperation,
  call: { text: string; pathId: string; requestId: string; claim: Claim | null },
): Answer {
  const { claim } = call
  const keep = (answer: Answer): Answer => {
    if (claim !== null) world.state.answers.put(claim.key, { ...claim, ...answer, at: Date.now() })
    return answer
  }
  if (world.faults.strikes('apiKeptServerErrorRate', 'apiKeptServerErrorNext')) {
    return world.state.commit(() => keep({ status: 500, body: JSON.stringify(SERVER_ERROR, null, 2) }))
  }
  const parameters = new Parameters(decodeForm(call.text))
  const expansions = parameters.texts('expand')
  return world.state.commit(() => {
    const source = { requestId: call.requestId, idempotencyKey: claim?.key ?? null }
    const result = operation(world, { parameters, pathId: call.pathId, source })
    const shown = expansions.length === 0 ? result : expand(world, result, expansions)
    return keep({ status: 200, body: JSON.stringify(shown, null, 2) })
  })
}

function earlierAnswer(world: StripeWorld, claim: Claim, inFlight: Set<string>): Answer | null {
  if (inFlight.has(claim.key)) {
    throw new StripeRefusal(
      `There is currently another in-progress request using this Idempotent Key: ${claim.key}. Please try again later.`,
      { status: 409, type: 'idempotency_error', code: 'idempotency_key_in_use' },
    )
  }
  const kept = world.state.answers.get(claim.key)
  if (kept === undefined || Date.now() - kept.at > KEY_LIFE_MS) return null
  if (kept.endpoint !== claim.endpoint) {
    throw new StripeRefusal(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${claim.endpoint}' vs '${kept.endpoint}'). Try using a key other than '${claim.key}' if you meant to execute a different request.`,
      { type: 'idempotency_error' },
    )
  }
  if (kept.fingerprint !== claim.fingerprint) {
    throw new StripeRefusal(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${claim.key}' if you meant to execute a different request.`,
      { type: 'idempotency_error' },
    )
  }
  return { status: kept.status, body: kept.body }
}

function claimOf(ctx: Context, text: string): Claim | null {
  const key = ctx.get('idempotency-key')
  if (ctx.method !== 'POST' || key === '') return null
  if (key.length > LONGEST_KEY) {
    throw new StripeRefusal(`Idempotency keys can have at most ${LONGEST_KEY} characters.`, {
      type: 'idempotency_error',
    })
  }
  return { key, fingerprint: createHash('sha256').update(text).digest('base64'), endpoint: ctx.path }
}

function requireKey(ctx: Context, apiKey: string): void {
  const given = givenKey(ctx.get('authorization'))
  if (given === null) {
    throw new StripeRefusal(
      'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.',
      { status: 401 },
    )
  }
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  if (!timingSafeEqual(digest(given), digest(apiKey))) {
    throw new StripeRefusal(`Invalid API Key provided: ${given.slice(0, 8)}****${given.slice(-4)}`, {
      status: 401,
    })
  }
}

function givenKey(header: string): string | null {
  const [scheme = '', credentials = ''] = header.split(' ', 2)
  if (credentials === '') return null
  if (scheme.toLowerCase() === 'bearer') return credentials
  if (scheme.toLowerCase() !== 'basic') return null
  return Buffer.from(credentials, 'base64').toString('utf8').split(':')[0] ?? null
}

function requireForm(ctx: Context, text: string): void {
  if (text === '') return
  if (ctx.is('application/x-www-form-urlencoded') !== false) return
  throw new StripeRefusal(
    'Invalid request: the body must be form-encoded (Content-Type: application/x-www-form-urlencoded).',
  )
}

function strikeBefore(world: StripeWorld): void {
  const { faults } = world
  if (faults.strikes('apiTooManyRequestsRate', 'apiTooManyRequestsNext')) {
    throw new StripeRefusal('Request rate limit exceeded.', { status: 429, code: 'rate_limit' })
  }
  if (faults.strikes('apiServerErrorRate', 'apiServerErrorNext')) {
    throw new StripeRefusal(SERVER_ERROR.error.message, { status: 500, type: 'api_error' })
  }
}

/** The change is made and kept, but the caller never hears of it. */
function strikeAfter(ctx: Context, world: StripeWorld): boolean {
  const { faults } = world
  if (faults.strikes('apiHangUpAfterWriteRate', 'apiHangUpAfterWriteNext')) {
    hangUp(ctx)
    return true
  }
  if (!faults.strikes('apiTimeoutAfterWriteRate', 'apiTimeoutAfterWriteNext')) return false
  staySilent(ctx)
  return true
}

function write(ctx: Context, answer: Answer): void {
  ctx.status = answer.status
  ctx.type = 'application/json'
  ctx.body = answer.body
}

import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
} from 'cockatiel'
import type { Clock } from '../../application/ports/clock.ts'
import type {
  LegacyBridge,
  ProvisioningOutcome,
  ProvisioningRequest,
} from '../../application/ports/legacy-bridge.ts'
import { Unavailable } from '../../domain/shared/unavailable.ts'
import { readCompany, readProvisioned } from './bridge-answers.ts'
import { type AskBridge, createBridgeHttp, type Exchange } from './bridge-http.ts'

export interface LegacyBridgeOptions {
  url: string
  token: string
  clock: Clock
  halfOpenAfterMs?: number
}

const failuresInARow = 10
const usualHalfOpenAfterMs = 10_000
const companyTimeoutMs = 10_000
// A question about what is already written; a bridge that cannot answer it at once will be asked by the next attempt.
const longestReadBackMs = 5000

const refusals: ReadonlySet<number> = new Set([400, 409, 422])
const isOpen = 'the bridge failed too often in a row and is left alone for some seconds'

/** The older system. While it is down nobody waits for it: after ten failures in a row calls fail at once. */
export function createLegacyBridge(options: LegacyBridgeOptions): LegacyBridge {
  const ask = createBridgeHttp(options)
  const breaker = circuitBreaker(handleWhenResult(isFailure), {
    halfOpenAfter: options.halfOpenAfterMs ?? usualHalfOpenAfterMs,
    breaker: new ConsecutiveBreaker(failuresInARow),
  })

  /** Null while the breaker is open: nothing went over the wire. */
  const askGuarded = async (...[request]: Parameters<AskBridge>): Promise<Exchange | null> => {
    try {
      return await breaker.execute(() => ask(request))
    } catch (error) {
      if (error instanceof BrokenCircuitError) return null
      throw error
    }
  }

  return {
    async provision(request) {
      const exchange = await askGuarded(provisioningCall(request))
      if (exchange === null) return { outcome: 'unavailable', error: isOpen, calls: [] }
      if (exchange.answer !== null || !exchange.mayHaveArrived || breaker.state === CircuitState.Open) {
        return outcomeOf(exchange, request, [])
      }
      // Law J3: the work may be done although nobody said so. Outside the breaker, whose verdict is about the work.
      const { idempotencyKey, correlationId, timeoutSeconds } = request
      const found = await ask({
        method: 'GET',
        path: `/api/provisionings/${encodeURIComponent(idempotencyKey)}`,
        correlationId,
        timeoutMs: Math.min(timeoutSeconds * 1000, longestReadBackMs),
      })
      return found.answer?.status === 200
        ? outcomeOf(found, request, [exchange.call])
        : { outcome: 'unavailable', error: reasonOf(exchange), calls: [exchange.call, found.call] }
    },

    async findCompany(ref, correlationId) {
      const exchange = await askGuarded({
        method: 'GET',
        path: `/api/companies/${encodeURIComponent(ref)}`,
        correlationId,
        timeoutMs: companyTimeoutMs,
      })
      if (exchange?.answer?.status === 404) return null
      const isAnswered = exchange?.answer?.status === 200
      const company = isAnswered ? readCompany(exchange.answer?.body, ref) : null
      if (company !== null) return company
      const reason =
        exchange === null ? isOpen : isAnswered ? 'the answer makes no sense' : reasonOf(exchange)
      throw new Unavailable('legacy', `The legacy system cannot say who ${ref} is: ${reason}.`)
    },
  }
}

function provisioningCall(request: ProvisioningRequest): Parameters<AskBridge>[0] {
  return {
    method: 'POST',
    path: '/api/provisionings',
    correlationId: request.correlationId,
    timeoutMs: request.timeoutSeconds * 1000,
    idempotencyKey: request.idempotencyKey,
    body: {
      scenario: request.scenario,
      device_serial: request.deviceSerial,
      company_ref: request.companyRef,
      order_ref: request.orderRef,
      payload: request.payload,
    },
  }
}

function outcomeOf(
  { answer, call }: Exchange,
  request: ProvisioningRequest,
  earlier: ProvisioningOutcome['calls'],
): ProvisioningOutcome {
  if (answer === null || answer.status >= 300 || answer.status < 200) {
    const outcome = answer !== null && refusals.has(answer.status) ? 'refused' : 'unavailable'
    return { outcome, error: reasonOf({ call }), calls: [...earlier, call] }
  }
  const result = readProvisioned(answer.body, request)
  if (result !== null) return { outcome: 'provisioned', result, calls: [...earlier, call] }
  const error = 'the answer is not about this provisioning'
  return { outcome: 'unavailable', error, calls: [...earlier, { ...call, error }] }
}

function reasonOf({ call }: Pick<Exchange, 'call'>): string {
  return call.error ?? `it answered ${String(call.statusCode)}`
}

/** What counts against the bridge: silence and failures of its own. A refusal is an answer. */
function isFailure(exchange: unknown): boolean {
  const { answer } = exchange as Exchange
  return answer === null || answer.status >= 500
}

import { Ajv2020 } from 'ajv/dist/2020.js'
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel'
import { Agent, request } from 'undici'
import type { Clock } from '../../application/ports/clock.ts'
import type { LegacyBridge, Provisioned, ProvisioningOutcome } from '../../application/ports/legacy-bridge.ts'
import { Unavailable } from '../../domain/shared/unavailable.ts'

export interface LegacyBridgeOptions {
  url: string
  token: string
  clock: Clock
}

interface ProvisioningAnswer {
  device: { serial: string; status: string; revision: number }
  asset: { asset_ref: string; revision: number }
}

interface CompanyAnswer {
  ref: string
  name: string
  revision: number
}

type Call = ProvisioningOutcome['calls'][number]

/** An answer worth telling apart; 5xx, 429 and broken connections are thrown instead. */
interface Answer {
  status: number
  body: unknown
}

const OPEN_AFTER_FAILURES = 10
const HALF_OPEN_AFTER_MS = 10_000
const MAX_BODY_BYTES = 1_000_000

const revision = { type: 'integer', minimum: 0 }
const ajv = new Ajv2020()
const provisioningSchema = {
  type: 'object',
  required: ['device', 'asset'],
  properties: {
    device: {
      type: 'object',
      required: ['serial', 'status', 'revision'],
      properties: { serial: { type: 'string' }, status: { type: 'string' }, revision },
    },
    asset: {
      type: 'object',
      required: ['asset_ref', 'revision'],
      properties: { asset_ref: { type: 'string' }, revision },
    },
  },
}
const companySchema = {
  type: 'object',
  required: ['ref', 'name', 'revision'],
  properties: { ref: { type: 'string' }, name: { type: 'string' }, revision },
}

/** The legacy system over HTTP, behind a circuit breaker: after ten failures in a row it is left alone for a while. */
export function createLegacyBridge(options: LegacyBridgeOptions): LegacyBridge {
  const dispatcher = new Agent({ connections: 32, pipelining: 1 })
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: HALF_OPEN_AFTER_MS,
    breaker: new ConsecutiveBreaker(OPEN_AFTER_FAILURES),
  })
  const isProvisioning = ajv.compile<ProvisioningAnswer>(provisioningSchema)
  const isCompany = ajv.compile<CompanyAnswer>(companySchema)

  async function call(
    calls: Call[],
    wire: {
      method: 'GET' | 'POST'
      path: string
      headers: Record<string, string>
      body?: object
      timeoutMs: number
    },
  ): Promise<Answer> {
    const calledAt = options.clock.now()
    const startedAt = performance.now()
    const log = (statusCode: number | null, error: string | null) => {
      calls.push({
        method: wire.method,
        path: wire.path,
        correlationId: wire.headers['x-correlation-id'] ?? '',
        statusCode,
        error,
        durationMs: Math.round(performance.now() - startedAt),
        calledAt,
      })
    }
    try {
      return await breaker.execute(async () => {
        const response = await request(`${options.url}${wire.path}`, {
          method: wire.method,
          dispatcher,
          headers: { ...wire.headers, authorization: `Bearer ${options.token}`, accept: 'application/json' },
          body: wire.body === undefined ? null : JSON.stringify(wire.body),
          signal: AbortSignal.timeout(wire.timeoutMs),
        })
        const text = await response.body.text()
        if (text.length > MAX_BODY_BYTES) throw new Error('the answer is too large')
        if (response.statusCode >= 500 || response.statusCode === 429) {
          throw new Error(`the legacy system answered ${response.statusCode}`)
        }
        log(response.statusCode, null)
        return { status: response.statusCode, body: text === '' ? null : (JSON.parse(text) as unknown) }
      })
    } catch (error) {
      log(null, describe(error))
      throw error
    }
  }

  return {
    async provision(asked): Promise<ProvisioningOutcome> {
      const calls: Call[] = []
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': asked.idempotencyKey,
        'x-correlation-id': asked.correlationId,
      }
      const timeoutMs = asked.timeoutSeconds * 1000
      const body = {
        scenario: asked.scenario,
        device_serial: asked.deviceSerial,
        company_ref: asked.companyRef,
        order_ref: asked.orderRef,
        payload: asked.payload,
      }
      let answer: Answer
      try {
        answer = await call(calls, { method: 'POST', path: '/api/provisionings', headers, body, timeoutMs })
      } catch (error) {
        // Law J3: after silence, ask what came of it before anyone tries again.
        const known = isTimeout(error) ? await readBack() : null
        if (known === null) return { outcome: 'unavailable', error: describe(error), calls }
        answer = known
      }
      if (answer.status >= 400) return { outcome: 'refused', error: refusalText(answer), calls }
      if (!isProvisioning(answer.body)) {
        return { outcome: 'unavailable', error: 'the legacy system answered something unreadable', calls }
      }
      return { outcome: 'provisioned', result: provisionedOf(answer.body), calls }

      async function readBack(): Promise<Answer | null> {
        const path = `/api/provisionings/${encodeURIComponent(asked.idempotencyKey)}`
        try {
          const found = await call(calls, {
            method: 'GET',
            path,
            headers,
            timeoutMs: Math.min(timeoutMs, 5000),
          })
          return found.status === 200 ? found : null
        } catch {
          return null
        }
      }
    },

    async findCompany(ref, correlationId) {
      const headers = { 'x-correlation-id': correlationId }
      const path = `/api/companies/${encodeURIComponent(ref)}`
      let answer: Answer
      try {
        answer = await call([], { method: 'GET', path, headers, timeoutMs: 10_000 })
      } catch (cause) {
        throw new Unavailable(
          'legacy',
          `The legacy system cannot be asked for the company: ${describe(cause)}.`,
          { cause },
        )
      }
      if (answer.status === 404) return null
      if (answer.status >= 400 || !isCompany(answer.body)) {
        throw new Unavailable('legacy', `The legacy system answered ${answer.status} for a company.`)
      }
      const { body } = answer
      return { ref: body.ref, name: body.name, revision: BigInt(body.revision), snapshot: body }
    },
  }
}

function provisionedOf({ device, asset }: ProvisioningAnswer): Provisioned {
  return {
    device: {
      serial: device.serial,
      status: device.status,
      revision: BigInt(device.revision),
      snapshot: device,
    },
    asset: { assetRef: asset.asset_ref, revision: BigInt(asset.revision), snapshot: asset },
  }
}

function refusalText({ status, body }: Answer): string {
  const { error } = (body ?? {}) as { error?: { code?: string; message?: string } }
  return `the legacy system refused (${status} ${error?.code ?? ''}): ${error?.message ?? 'no reason given'}`
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
}

function describe(error: unknown): string {
  if (error instanceof BrokenCircuitError)
    return 'the legacy system failed too often and is left alone for a while'
  if (isTimeout(error)) return 'the legacy system did not answer in time'
  return error instanceof Error ? error.message : String(error)
}

import type Router from '@koa/router'
import type { Context, Next } from 'koa'
import { pause, staySilent } from '../machinery/answering.ts'
import type { FaultBoard } from '../machinery/fault-board.ts'
import type { Journal } from '../machinery/journal.ts'
import { isJsonObject, readBody } from '../machinery/request-body.ts'
import { type ProvisioningRequest, provision } from './provisioning.ts'
import { companySnapshot, type Device, type LegacyRecords, SCENARIOS_KNOWN } from './records.ts'

export const LEGACY_FAULTS = {
  latency_ms: 'amount',
  error_rate: 'rate',
  status: 'amount',
  timeout_rate: 'rate',
  fail_next: 'next',
  timeout_next: 'next',
  fail_serials: 'texts',
  unknown_scenarios: 'texts',
  down: 'flag',
} as const

export interface LegacyWorld {
  journal: Journal
  records: LegacyRecords
  faults: FaultBoard<typeof LEGACY_FAULTS>
  token: string
}

class LegacyError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const LONGEST_KEY = 255

export function addLegacyApi(router: Router, world: LegacyWorld): void {
  const { records } = world
  router.use('/api', async (ctx, next) => {
    await guard(ctx, next, world)
  })

  router.post('/api/provisionings', async (ctx) => {
    const key = ctx.get('idempotency-key')
    if (key === '')
      throw new LegacyError(400, 'idempotency_key_missing', 'The Idempotency-Key header is required.')
    if (key.length > LONGEST_KEY)
      throw new LegacyError(400, 'idempotency_key_too_long', 'The key is too long.')
    const request = provisioningRequest(await readJson(ctx))
    if (world.faults.lists('fail_serials', request.device_serial)) {
      throw new LegacyError(
        failureStatus(world),
        'device_unreachable',
        `Device ${request.device_serial} did not answer.`,
      )
    }
    if (
      !SCENARIOS_KNOWN.test(request.scenario) ||
      world.faults.lists('unknown_scenarios', request.scenario)
    ) {
      throw new LegacyError(422, 'unknown_scenario', `There is no scenario "${request.scenario}".`)
    }
    const answer = provision(world.journal, records, key, request)
    if (answer.status === 409) {
      throw new LegacyError(409, 'idempotency_conflict', 'This key was used before with another body.')
    }
    if (world.faults.strikes('timeout_rate', 'timeout_next')) {
      staySilent(ctx)
      return
    }
    ctx.status = answer.status
    ctx.type = 'application/json'
    ctx.body = answer.body
  })

  router.get('/api/provisionings/:key', (ctx) => {
    const row = records.provisionings.get(ctx.params['key'] ?? '')
    if (row === undefined) throw new LegacyError(404, 'not_found', 'No provisioning was made with this key.')
    ctx.type = 'application/json'
    ctx.body = row.body
  })

  router.get('/api/devices/:serial', (ctx) => {
    ctx.body = requireDevice(records, ctx.params['serial'] ?? '')
  })

  router.patch('/api/devices/:serial', async (ctx) => {
    const before = requireDevice(records, ctx.params['serial'] ?? '')
    const body = await readJson(ctx)
    const unknown = Object.keys(body).find((name) => !['status', 'company_ref', 'firmware'].includes(name))
    if (unknown !== undefined)
      throw new LegacyError(422, 'unknown_field', `The field "${unknown}" cannot be changed.`)
    const after: Device = {
      ...before,
      status: textOr(body, 'status', before.status),
      firmware: textOr(body, 'firmware', before.firmware),
      company_ref: body['company_ref'] === null ? null : textOr(body, 'company_ref', before.company_ref),
      updated_at: new Date().toISOString(),
      revision: before.revision + 1,
    }
    records.devices.put(after.serial, after)
    ctx.body = after
  })

  router.get('/api/assets/:ref', (ctx) => {
    const asset = records.assets.get(ctx.params['ref'] ?? '')
    if (asset === undefined) throw new LegacyError(404, 'not_found', 'There is no such asset.')
    ctx.body = asset
  })

  router.get('/api/companies/:ref', (ctx) => {
    ctx.body = companySnapshot(ctx.params['ref'] ?? '')
  })
}

async function guard(ctx: Context, next: Next, world: LegacyWorld): Promise<void> {
  const { faults } = world
  const correlationId = ctx.get('x-correlation-id')
  if (correlationId !== '') ctx.set('x-correlation-id', correlationId)
  try {
    if (ctx.get('authorization') !== `Bearer ${world.token}`) {
      throw new LegacyError(401, 'unauthorised', 'The bearer token is missing or wrong.')
    }
    await pause(faults.number('latency_ms'))
    if (faults.isOn('down')) throw new LegacyError(503, 'down', 'The system is down for maintenance.')
    if (faults.strikes('error_rate', 'fail_next')) {
      throw new LegacyError(failureStatus(world), 'internal', 'Something went wrong on our side.')
    }
    await next()
  } catch (error) {
    if (!(error instanceof LegacyError)) throw error
    ctx.status = error.status
    ctx.body = { error: { code: error.code, message: error.message } }
  }
}

function failureStatus(world: LegacyWorld): number {
  const status = world.faults.number('status')
  return status >= 400 && status <= 599 ? status : 500
}

async function readJson(ctx: Context): Promise<Record<string, unknown>> {
  const text = await readBody(ctx.req)
  let parsed: unknown
  try {
    parsed = JSON.parse(text ?? '')
  } catch {
    throw new LegacyError(400, 'malformed', 'The body is not valid JSON.')
  }
  if (!isJsonObject(parsed)) throw new LegacyError(400, 'malformed', 'The body must be a JSON object.')
  return parsed
}

function provisioningRequest(body: Record<string, unknown>): ProvisioningRequest {
  const payload = body['payload']
  if (!isJsonObject(payload)) throw new LegacyError(422, 'invalid', 'The field "payload" must be an object.')
  return {
    scenario: requiredText(body, 'scenario'),
    device_serial: requiredText(body, 'device_serial'),
    company_ref: requiredText(body, 'company_ref'),
    order_ref: requiredText(body, 'order_ref'),
    payload,
  }
}

function requiredText(body: Record<string, unknown>, name: string): string {
  const value = body[name]
  if (typeof value !== 'string' || value === '')
    throw new LegacyError(422, 'invalid', `The field "${name}" is required.`)
  return value
}

function textOr<Before extends string | null>(
  body: Record<string, unknown>,
  name: string,
  before: Before,
): string | Before {
  const value = body[name]
  if (value === undefined) return before
  if (typeof value !== 'string' || value === '')
    throw new LegacyError(422, 'invalid', `The field "${name}" must be a text.`)
  return value
}

function requireDevice(records: LegacyRecords, serial: string): Device {
  const device = records.devices.get(serial)
  if (device === undefined) throw new LegacyError(404, 'not_found', `There is no device ${serial}.`)
  return device
}

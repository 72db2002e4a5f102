import { createHmac } from 'node:crypto'
import type Router from '@koa/router'
import type { Context, Next } from 'koa'
import { isJsonObject, readBody } from '../../machinery/request-body.ts'
import { playApiFaults } from '../api-faults.ts'
import { giveAnswer, type NextAnswer } from '../next-answers.ts'
import { trackingDetail } from './tracking-details.ts'
import type { UspsWorld } from './usps-world.ts'

export class UspsError extends Error {
  readonly status: number
  readonly title: string
  readonly code: string

  constructor(status: number, message: string, about: { title?: string; code?: string } = {}) {
    super(message)
    this.status = status
    this.title = about.title ?? message
    this.code = about.code ?? ''
  }
}

const EIGHT_HOURS_S = 28_799
const MOST_NUMBERS = 35
const REQUEST_FIELDS = new Set(['trackingNumber', 'mailingDate', 'destinationZIPCode'])
const NOT_YET = 'A status update is not yet available on your item.'

export function addTokenEndpoint(router: Router, world: UspsWorld): void {
  router.post('/oauth2/v3/token', async (ctx) => {
    const fields = await tokenFields(ctx)
    spendQuota(world)
    const { clientId, clientSecret } = world.credentials
    if (fields.get('grant_type') !== 'client_credentials') {
      refuseToken(ctx, 400, 'unsupported_grant_type', 'Only client_credentials is played here.')
      return
    }
    if (fields.get('client_id') !== clientId || fields.get('client_secret') !== clientSecret) {
      refuseToken(ctx, 401, 'invalid_client', 'Client authentication failed.')
      return
    }
    world.counts.tokens += 1
    const issuedAt = Date.now()
    const life = world.faults.number('token_life_s') || EIGHT_HOURS_S
    const scope = world.faults.isOn('token_without_tracking_scope') ? '' : 'tracking subscriptions-tracking'
    // Both forms are seen in the wild, so every other token has the other one.
    const isText = world.counts.tokens % 2 === 1
    ctx.body = {
      access_token: mintToken(clientSecret, { scope, expiresAt: issuedAt + life * 1000 }),
      token_type: 'Bearer',
      issued_at: isText ? String(issuedAt) : issuedAt,
      expires_in: isText ? String(life) : life,
      status: 'approved',
      scope,
      issuer: 'https://keyc.usps.com/realms/USPS',
      client_id: clientId,
      application_name: 'simulated',
      api_products: '[Simulated Product]',
      public_key: 'LS0tLS1CRUdJTi',
    }
  })
  router.post('/oauth2/v3/revoke', (ctx) => {
    ctx.status = 200
  })
}

export function addTracking(router: Router, world: UspsWorld): void {
  router.post('/tracking/v3r2/tracking', async (ctx) => {
    const numbers = requestedNumbers(ctx, await readBody(ctx.req))
    world.counts.trackingCalls += 1
    world.counts.numbersAsked += numbers.length
    const nexts = numbers.map((number) => world.answers.take(number))
    const [alone] = nexts
    if (alone !== undefined && numbers.length === 1) {
      giveAnswer(ctx, alone)
      return
    }
    const parcels = numbers.map((number) => world.parcels.get(number))
    const areAllFound = parcels.every((parcel, index) => parcel !== undefined || nexts[index] !== undefined)
    if (!areAllFound && numbers.length === 1 && world.faults.isOn('not_found_as_400')) {
      throw new UspsError(400, `12: ${NOT_YET}`, { title: 'Tracking Number Error', code: '150001' })
    }
    ctx.status = areAllFound ? 200 : 207
    ctx.body = parcels.map((parcel, index) => {
      const next = nexts[index]
      if (next !== undefined) return elementOf(next, numbers[index] ?? '')
      if (parcel === undefined) return notYet(numbers[index] ?? '')
      const detail = trackingDetail(parcel)
      if (world.faults.isOn('null_times')) withoutTimes(detail)
      if (world.faults.isOn('events_shuffled')) shuffle(detail)
      return areAllFound ? detail : { statusCode: '200', ...detail }
    })
  })
}

/** What a captured answer says of one number, for a call about several. */
function elementOf({ body }: NextAnswer, number: string): unknown {
  const whole: unknown = JSON.parse(body)
  const elements: unknown[] = Array.isArray(whole) ? whole : [whole]
  return elements.find((one) => isJsonObject(one) && one['trackingNumber'] === number) ?? elements[0]
}

/** Token, quota and faults for every API path below the given one. */
export function guardApi(router: Router, path: string, world: UspsWorld, scope: string): void {
  router.use(path, async (ctx, next) => {
    await answerUspsErrors(ctx, async () => {
      await playApiFaults(
        ctx,
        async () => {
          await answerUspsErrors(ctx, async () => {
            spendQuota(world)
            requireToken(ctx, world, scope)
            await next()
          })
        },
        world.faults,
        (status) => {
          throw failure(status)
        },
      )
    })
  })
}

export async function answerUspsErrors(ctx: Context, next: Next): Promise<void> {
  try {
    await next()
  } catch (error) {
    if (!(error instanceof UspsError)) throw error
    const { status, title, code, message } = error
    if (status === 401) ctx.set('www-authenticate', 'Bearer realm="USPS"')
    ctx.status = status
    ctx.body = {
      apiVersion: ctx.path.split('/').slice(0, 3).join('/'),
      error: {
        code: String(status),
        message,
        errors: [{ status: String(status), code, title, detail: message }],
      },
    }
  }
}

function failure(status: number): UspsError {
  const titles: Readonly<Record<number, string>> = {
    401: 'The client application identifier is invalid.',
    403: 'Access is forbidden.',
    429: 'Exceeded quota limit.',
    503: 'Service unavailable.',
  }
  return new UspsError(status, titles[status] ?? 'An unexpected error occurred.')
}

function spendQuota(world: UspsWorld): void {
  const limit = world.faults.number('hourly_quota')
  const hour = Math.floor(Date.now() / 3_600_000)
  if (world.quota.hour !== hour) Object.assign(world.quota, { hour, used: 0 })
  world.quota.used += 1
  if (limit > 0 && world.quota.used > limit) {
    throw new UspsError(429, 'Exceeded quota limit.', { title: 'Too Many Requests.' })
  }
}

/** Signed rather than stored, so that tokens outlive a restart of the simulator as the real ones would. */
function mintToken(secret: string, claims: { scope: string; expiresAt: number }): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`
}

function requireToken(ctx: Context, world: UspsWorld, scope: string): void {
  const token = /^Bearer (.+)$/.exec(ctx.get('authorization'))?.[1] ?? ''
  const [body = '', signature = ''] = token.split('.')
  const expected = createHmac('sha256', world.credentials.clientSecret).update(body).digest('base64url')
  const invalid = new UspsError(401, 'The client application identifier is invalid.')
  if (body === '' || signature !== expected) throw invalid
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as {
    scope: string
    expiresAt: number
  }
  if (claims.expiresAt <= Date.now()) throw new UspsError(401, 'The access token has expired.')
  if (!claims.scope.split(' ').includes(scope)) throw invalid
}

function requestedNumbers(ctx: Context, text: string | null): string[] {
  if (ctx.is('application/json') === false) throw new UspsError(415, 'The body must be application/json.')
  if (ctx.accepts('json') === false) throw new UspsError(406, 'Only application/json is offered.')
  const entries = parseJson(text)
  if (!Array.isArray(entries) || entries.length === 0 || entries.length > MOST_NUMBERS) {
    throw new UspsError(400, `The body must be an array of 1 to ${MOST_NUMBERS} tracking requests.`)
  }
  return entries.map((entry: unknown) => {
    if (!isJsonObject(entry)) throw new UspsError(400, 'Each tracking request must be an object.')
    const unknown = Object.keys(entry).find((name) => !REQUEST_FIELDS.has(name))
    if (unknown !== undefined)
      throw new UspsError(400, `The property ${unknown} is not defined in the schema.`)
    const number = entry['trackingNumber']
    if (typeof number !== 'string' || !/^[0-9A-Za-z]{4,34}$/.test(number)) {
      throw new UspsError(400, 'trackingNumber must be 4 to 34 letters and digits.')
    }
    return number
  })
}

export function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    throw new UspsError(400, 'The body is not valid JSON.')
  }
}

function notYet(trackingNumber: string): Record<string, unknown> {
  const detail = 'A status update is not yet available. Check back soon.'
  const source = { parameter: 'trackingNumber', example: '9400XXXXXXXXXXXXXXXXXX' }
  const errors = [{ status: '404', code: '150001', title: 'Tracking Number Error', detail, source }]
  return {
    statusCode: '404',
    trackingNumber,
    apiVersion: '/tracking/v3r2',
    error: { code: '404', message: NOT_YET, errors },
  }
}

function withoutTimes(detail: Record<string, unknown>): void {
  const events = detail['trackingEvents'] as Record<string, unknown>[]
  for (const event of events) Object.assign(event, { GMTTimestamp: null, GMTOffset: null })
}

/** No promise is made of the order of events. */
function shuffle(detail: Record<string, unknown>): void {
  const events = detail['trackingEvents'] as Record<string, unknown>[]
  detail['trackingEvents'] = events
    .map((event) => ({ event, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ event }) => event)
}

async function tokenFields(ctx: Context): Promise<Map<string, string>> {
  const text = (await readBody(ctx.req)) ?? ''
  if (ctx.is('application/json') === false) return new Map(new URLSearchParams(text))
  const parsed = parseJson(text)
  return new Map(
    isJsonObject(parsed) ? Object.entries(parsed).map(([name, value]) => [name, String(value)]) : [],
  )
}

function refuseToken(ctx: Context, status: number, error: string, description: string): void {
  ctx.status = status
  ctx.body = { error, error_description: description, error_uri: 'https://developers.usps.com/oauth' }
}

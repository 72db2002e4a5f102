import type { Clock } from '../../../application/ports/clock.ts'
import type {
  CourierBudget,
  CourierToken,
  CourierTokens,
} from '../../../application/ports/courier-accounts.ts'
import type { TrackingAnswer, TrackingQuery } from '../../../application/ports/courier-gateway.ts'
import { Unavailable } from '../../../domain/shared/unavailable.ts'
import { CourierMisconfigured, CourierThrottled } from '../../../domain/shipments/courier-failures.ts'
import { answered, type CourierHttp, type CourierReply, type CourierRequest } from '../courier-http.ts'
import { isJsonObject } from './usps-scans.ts'
import { answersOf, trackingBody } from './usps-tracking.ts'

export interface UspsApi {
  /** One exchange under our token; the answer is none of throttling, refusal of our key or an outage. */
  call(
    request: Omit<CourierRequest, 'correlationId'>,
    about: { correlationId: string; scope: string },
  ): Promise<CourierReply>
  track(queries: readonly TrackingQuery[], about: { correlationId: string }): Promise<TrackingAnswer[]>
}

const courierCode = 'USPS'
const json = ['application/json']
// A call may take half a minute; the token must outlive it.
const renewEarlyMs = 5 * 60_000
const usualLifeSeconds = 8 * 3600
const waitForOthersMs = 500
const mostWaits = 20

/** The REST APIs of USPS under one client id, whose token all processes share. */
export function createUspsApi(deps: {
  http: CourierHttp
  clientId: string
  clientSecret: string
  tokens: CourierTokens
  budget: CourierBudget
  clock: Clock
  sleep: (milliseconds: number) => Promise<void>
}): UspsApi {
  const { http, tokens, budget, clock } = deps
  let renewal: Promise<CourierToken> | null = null

  async function currentToken(correlationId: string): Promise<CourierToken> {
    const now = new Date(clock.now().getTime() + renewEarlyMs)
    const known = await tokens.find(courierCode, now)
    if (known !== null) return known
    renewal ??= renewedToken(correlationId).finally(() => {
      renewal = null
    })
    return renewal
  }

  /** One process mints, the others wait for its token: each minting is a call of the hour's few. */
  async function renewedToken(correlationId: string): Promise<CourierToken> {
    for (let wait = 0; wait < mostWaits; wait += 1) {
      if (await tokens.claimRenewal(courierCode, clock.now())) return mint(correlationId)
      await deps.sleep(waitForOthersMs)
      const known = await tokens.find(courierCode, new Date(clock.now().getTime() + renewEarlyMs))
      if (known !== null) return known
    }
    throw new Unavailable(courierCode, 'Nobody came back with a token of USPS.', { retryAfterSeconds: 60 })
  }

  async function mint(correlationId: string): Promise<CourierToken> {
    try {
      const { granted, waitSeconds } = await budget.take(courierCode, 1, clock.now())
      if (granted === 0)
        throw new CourierThrottled(courierCode, 'No calls are left to mint a token.', waitSeconds)
      const reply = await http.send({
        method: 'POST',
        path: '/oauth2/v3/token',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({
          grant_type: 'client_credentials',
          client_id: deps.clientId,
          client_secret: deps.clientSecret,
        }),
        correlationId,
      })
      if (reply.status === 400)
        throw new CourierMisconfigured(courierCode, 'USPS does not take our client id and secret.')
      const token = tokenOf(
        answered(http, reply, { mediaTypes: json, throttleSeconds: toNextHour(clock.now()) }),
        clock.now(),
      )
      // One without the scope is not kept: the next is minted when USPS has granted it.
      await tokens.save(courierCode, checked(token))
      return token
    } catch (error) {
      await tokens.forget(courierCode, null)
      throw error
    }
  }

  async function ask(
    request: UspsRequest,
    correlationId: string,
    token: CourierToken,
  ): Promise<CourierReply> {
    return http.send({
      ...request,
      headers: {
        authorization: `Bearer ${token.accessToken}`,
        'content-type': 'application/json',
        accept: 'application/json',
        ...request.headers,
      },
      correlationId,
    })
  }

  async function call(
    request: UspsRequest,
    { correlationId, scope }: { correlationId: string; scope: string },
  ): Promise<CourierReply> {
    const token = withScope(await currentToken(correlationId), scope)
    let reply = await ask(request, correlationId, token)
    if (reply.status === 401) {
      // Once: a token may be taken back early. A second 401 is about us.
      await tokens.forget(courierCode, token.accessToken)
      const { granted, waitSeconds } = await budget.take(courierCode, 1, clock.now())
      if (granted === 0)
        throw new CourierThrottled(courierCode, 'No calls are left to ask again.', waitSeconds)
      reply = await ask(request, correlationId, await currentToken(correlationId))
    }
    // What was deleted comes back without a body, and without a type of it.
    return reply.status === 204
      ? reply
      : answered(http, reply, { mediaTypes: json, throttleSeconds: toNextHour(clock.now()) })
  }

  return {
    call,
    async track(queries, { correlationId }) {
      const request = {
        method: 'POST',
        path: '/tracking/v3r2/tracking',
        body: trackingBody(queries),
      } as const
      return answersOf(queries, await call(request, { correlationId, scope: 'tracking' }))
    },
  }
}

type UspsRequest = Omit<CourierRequest, 'correlationId'>

/** A token is given happily without the scope, and every call with it is refused as if the client were unknown. */
function checked(token: CourierToken): CourierToken {
  return withScope(token, 'tracking')
}

function withScope(token: CourierToken, scope: string): CourierToken {
  if (token.scope.split(' ').includes(scope)) return token
  throw new CourierMisconfigured(
    courierCode,
    `The USPS application lacks the scope "${scope}": ask USPS to grant it.`,
  )
}

function tokenOf(reply: CourierReply, now: Date): CourierToken {
  const body = parsed(reply.text)
  const accessToken = body['access_token']
  if (typeof accessToken !== 'string' || accessToken === '') {
    throw new Unavailable(courierCode, 'USPS answered without a token.', { retryAfterSeconds: 300 })
  }
  const life = Number(body['expires_in'])
  const seconds = Number.isFinite(life) && life > 0 ? life : usualLifeSeconds
  return {
    accessToken,
    expiresAt: new Date(now.getTime() + seconds * 1000),
    scope: typeof body['scope'] === 'string' ? body['scope'] : '',
  }
}

/** The quota counts by the hour; without a word of USPS it is waited for the next one. */
function toNextHour(now: Date): number {
  return 3600 - (Math.floor(now.getTime() / 1000) % 3600)
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text)
    return isJsonObject(body) ? body : {}
  } catch {
    return {}
  }
}

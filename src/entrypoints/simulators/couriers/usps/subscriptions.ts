import type Router from '@koa/router'
import type { Context } from 'koa'
import { isJsonObject, readBody } from '../../machinery/request-body.ts'
import { parseJson, UspsError } from './api.ts'
import { STANDING_SUBSCRIPTION, type Subscription, type UspsWorld } from './usps-world.ts'

const BASE = '/subscriptions-tracking/v3r2/subscriptions'
const FIELDS = new Set(['listenerURL', 'secret', 'adminNotification', 'filterProperties'])
const EVENT_TYPES = new Set(['ALL_UPDATES', 'DELIVERY_ACTIVITY', 'PACKAGE_DELAYED', 'SCAN_EVENT_EXTRACT'])
const SECRET_LENGTH = 32
const LONGEST_URL = 200

type Wanted = Pick<Subscription, 'listenerURL' | 'secret' | 'adminNotification' | 'filterProperties'>

export function addSubscriptions(router: Router, world: UspsWorld): void {
  const { subscriptions } = world

  router.post(BASE, async (ctx) => {
    const wanted = readSubscription(parseJson(await readBody(ctx.req)))
    const key = JSON.stringify([wanted.listenerURL, wanted.filterProperties])
    for (const [id, other] of subscriptions.oldestFirst()) {
      if (JSON.stringify([other.listenerURL, other.filterProperties]) === key) {
        throw new UspsError(400, `A subscription like this exists already: ${id}.`)
      }
    }
    const subscriptionId = String(Number(STANDING_SUBSCRIPTION) + 1 + Math.floor(Math.random() * 80_000_000))
    const subscription = newSubscription(subscriptionId, wanted)
    subscriptions.put(subscriptionId, subscription)
    ctx.set('location', `${BASE}/${subscriptionId}`)
    show(ctx, subscription, 201)
  })

  router.get(BASE, (ctx) => {
    const { MID: mid, trackingNumber } = ctx.query
    const found = [...subscriptions.oldestFirst()]
      .map(([, subscription]) => subscription)
      .filter(({ filterProperties: filter }) => mid === undefined || filter.MID === mid)
      .filter(
        ({ filterProperties: filter }) =>
          trackingNumber === undefined || filter.trackingNumber === trackingNumber,
      )
    const offset = Math.max(0, Number(ctx.query['offset'] ?? 0) || 0)
    const limit = Math.min(100, Math.max(1, Number(ctx.query['limit'] ?? 100) || 100))
    ctx.body = {
      count: found.length,
      offset,
      limit,
      subscriptions: found.slice(offset, offset + limit).map(shown),
    }
  })

  router.get(`${BASE}/:id`, (ctx) => {
    show(ctx, requireSubscription(world, ctx.params['id']), 200)
  })

  router.put(`${BASE}/:id`, async (ctx) => {
    const before = requireSubscription(world, ctx.params['id'])
    requireTag(ctx, before)
    const wanted = readSubscription(parseJson(await readBody(ctx.req)))
    const after: Subscription = { ...before, ...wanted, revision: before.revision + 1 }
    subscriptions.put(after.subscriptionId, after)
    show(ctx, after, 200)
  })

  router.delete(`${BASE}/:id`, (ctx) => {
    const subscription = requireSubscription(world, ctx.params['id'])
    requireTag(ctx, subscription)
    subscriptions.drop(subscription.subscriptionId)
    ctx.status = 204
  })
}

export function newSubscription(subscriptionId: string, wanted: Wanted): Subscription {
  const now = new Date().toISOString()
  return {
    subscriptionId,
    ...wanted,
    status: 'ENABLED',
    creationTimestamp: now,
    statusChangeTimestamp: now,
    revision: 1,
  }
}

function show(ctx: Context, subscription: Subscription, status: number): void {
  ctx.status = status
  ctx.set('etag', tagOf(subscription))
  ctx.body = shown(subscription)
}

function shown(subscription: Subscription): Record<string, unknown> {
  const { revision: _revision, ...rest } = subscription
  return { ...rest, statusReason: '', expirationTimestamp: '2099-12-31T00:00:00.000Z' }
}

function tagOf(subscription: Subscription): string {
  return `"${subscription.subscriptionId}-${subscription.revision}"`
}

function requireTag(ctx: Context, subscription: Subscription): void {
  const given = ctx.get('if-match')
  if (given === '') throw new UspsError(428, 'The If-Match header is required.')
  if (given !== tagOf(subscription))
    throw new UspsError(412, 'The ETag does not match; read the subscription again.')
}

function requireSubscription(world: UspsWorld, id: string | undefined): Subscription {
  const subscription = world.subscriptions.get(id ?? '')
  if (subscription === undefined) throw new UspsError(404, 'There is no such subscription.')
  return subscription
}

function readSubscription(body: unknown): Wanted {
  if (!isJsonObject(body)) throw new UspsError(400, 'The body must be an object.')
  const unknown = Object.keys(body).find((name) => !FIELDS.has(name))
  if (unknown !== undefined) throw new UspsError(400, `The property ${unknown} is not defined in the schema.`)
  const { listenerURL, secret, adminNotification, filterProperties } = body as Record<keyof Wanted, unknown>
  if (typeof listenerURL !== 'string' || listenerURL.length > LONGEST_URL || !isAllowedUrl(listenerURL)) {
    throw new UspsError(400, `listenerURL must be an https address of at most ${LONGEST_URL} characters.`)
  }
  if (typeof secret !== 'string' || secret.length !== SECRET_LENGTH) {
    throw new UspsError(400, `secret must have exactly ${SECRET_LENGTH} characters.`)
  }
  if (!Array.isArray(adminNotification) || adminNotification.length < 1 || adminNotification.length > 3) {
    throw new UspsError(400, 'adminNotification must hold 1 to 3 addresses.')
  }
  const emails = adminNotification.map((entry: unknown) => ({
    email: String((entry as { email?: unknown }).email),
  }))
  return { listenerURL, secret, adminNotification: emails, filterProperties: readFilter(filterProperties) }
}

/** Plain http is allowed towards this machine only, as the listeners under test have no certificate. */
function isAllowedUrl(url: string): boolean {
  return /^https:\/\/./.test(url) || /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(url)
}

function readFilter(filter: unknown): Subscription['filterProperties'] {
  if (!isJsonObject(filter)) throw new UspsError(400, 'filterProperties is required.')
  const {
    MID: mid,
    trackingNumber,
    trackingEventTypes: types,
  } = filter as Record<string, unknown> & {
    MID?: unknown
    trackingNumber?: unknown
    trackingEventTypes?: unknown
  }
  if (!Array.isArray(types) || types.length === 0 || !types.every((type) => EVENT_TYPES.has(String(type)))) {
    throw new UspsError(400, `trackingEventTypes must be some of ${[...EVENT_TYPES].join(', ')}.`)
  }
  const trackingEventTypes = types.map(String)
  if (typeof mid === 'string' && /^(\d{6}|\d{9})$/.test(mid) && trackingNumber === undefined) {
    return { MID: mid, trackingEventTypes }
  }
  if (typeof trackingNumber === 'string' && mid === undefined) return { trackingNumber, trackingEventTypes }
  throw new UspsError(400, 'filterProperties must name either a MID of 6 or 9 digits or a trackingNumber.')
}

import type Router from '@koa/router'
import type { PushRequest } from '../../machinery/push-post.ts'
import { createPushQueue, type PushRow } from '../../machinery/push-queue.ts'
import { randomId } from '../../machinery/random-id.ts'
import { isJsonObject, readBody } from '../../machinery/request-body.ts'
import type { Parcel, Scan } from '../parcel-world.ts'
import { hasKey, refuse } from './api.ts'
import type { DhlSubscription, DhlWorld } from './dhl-world.ts'
import { shipmentOf } from './shipments.ts'

const BASE = '/tracking/push/v1'
const STANDING = '00000000-0000-4000-8000-000000000001'
const AN_HOUR_MS = 3_600_000

export interface DhlPushes {
  tell(parcel: Parcel, scan: Scan, isForged: boolean): void
  say(subscriptionId: string, scope: string): void
  resume(): void
  clear(): void
  stop(): void
}

/** Pushes and the messages of a subscription's life; subjects are `subscription|scope|number|scan`. */
export function createDhlPushes(world: DhlWorld): DhlPushes {
  const { faults } = world
  const told = new Map<string, { parcel: Parcel; scanId: string }>()
  const queue = createPushQueue({
    journal: world.journal,
    name: 'pushes',
    render: (_id, row) => render(row),
  })

  function render(row: PushRow): PushRequest | null {
    const [subscriptionId = '', scope = '', number = '', scanId = ''] = row.subjectId.split('|')
    const subscription = world.subscriptions.get(subscriptionId)
    if (subscription === undefined) return null
    const parcel = told.get(scanId)?.parcel ?? world.parcels.get(number)
    const { header, token } = subscription.hook.authentication
    const isForged =
      row.spoilt === 'wrong_token' || faults.strikes('push_wrong_token_rate', 'push_wrong_token_next')
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'user-agent': 'DHL-Push/1.2',
    }
    if (!faults.strikes('push_no_token_rate', 'push_no_token_next')) {
      headers[header.toLowerCase()] = isForged ? `wrong-${token}` : token
    }
    const self = `${BASE}/subscription/${subscriptionId}`
    const body =
      scope === 'subscription.push'
        ? {
            scope,
            self,
            shipments: parcel === undefined ? [] : [shipmentOf(world, parcel, new Set([scanId]))],
          }
        : {
            scope,
            self,
            ...(scope === 'subscription.validate' && {
              secret: subscription.secret,
              expires: subscription.expires,
            }),
          }
    return { url: subscription.hook.uri, headers, body: Buffer.from(JSON.stringify(body)) }
  }

  return {
    tell(parcel, scan, isForged) {
      told.set(scan.id, { parcel, scanId: scan.id })
      if (told.size > 10_000) told.delete(told.keys().next().value ?? '')
      for (const [id, subscription] of world.subscriptions.oldestFirst()) {
        if (subscription.status !== 'ready') continue
        const { shipmentIds } = subscription
        if (shipmentIds !== null && !shipmentIds.includes(parcel.trackingNumber)) continue
        const subject = [id, 'subscription.push', parcel.trackingNumber, scan.id].join('|')
        if (faults.strikes('push_drop_rate', 'push_drop_next')) {
          queue.drop(randomId('push_', 12), subject)
          continue
        }
        const copies = 1 + Math.min(faults.number('push_duplicates'), 100)
        for (let copy = 0; copy < copies; copy += 1) {
          const dueAt = Date.now() + Math.floor(Math.random() * faults.number('push_shuffle_ms'))
          queue.add(randomId('push_', 12), subject, dueAt, isForged ? 'wrong_token' : undefined)
        }
      }
    },
    say(subscriptionId, scope) {
      queue.add(randomId('push_', 12), [subscriptionId, scope, '', ''].join('|'), Date.now())
    },
    resume: () => {
      queue.resume()
    },
    clear: () => {
      queue.clear()
    },
    stop: () => {
      queue.stop()
    },
  }
}

/** As if somebody had subscribed to everything and confirmed it before. */
export function standingSubscription(world: DhlWorld, uri: string, token: string): void {
  world.subscriptions.put(STANDING, {
    id: STANDING,
    hook: { uri, authentication: { type: 'ApiKeyAuthentication', header: 'X-Hook-Token', token } },
    shipmentIds: null,
    secret: randomId('', 24),
    expires: new Date(Date.now() + AN_HOUR_MS).toISOString(),
    status: 'ready',
  })
}

export function addDhlSubscriptions(router: Router, world: DhlWorld, pushes: DhlPushes): void {
  router.use(BASE, async (ctx, next) => {
    if (hasKey(ctx, world)) await next()
    else refuse(ctx, 401)
  })

  router.post(`${BASE}/subscription`, async (ctx) => {
    const wanted = subscriptionOf(await readBody(ctx.req))
    if (wanted === null) {
      refuse(ctx, 400, 'hook.uri, hook.authentication and one to ten shipmentIDs are needed.')
      return
    }
    world.subscriptions.put(wanted.id, wanted)
    pushes.say(wanted.id, 'subscription.validate')
    ctx.status = 201
    ctx.body = { scope: 'subscription.created', self: `${BASE}/subscription/${wanted.id}` }
  })

  // Confirmed by whoever got the secret at the hook.
  router.post(`${BASE}/subscription/:id`, (ctx) => {
    const subscription = world.subscriptions.get(ctx.params['id'] ?? '')
    if (subscription === undefined) {
      refuse(ctx, 404)
      return
    }
    if (
      ctx.get('dhl-api-hook-secret') !== subscription.secret ||
      Date.parse(subscription.expires) < Date.now()
    ) {
      refuse(ctx, 403, 'The hook secret does not match or has expired.')
      return
    }
    world.subscriptions.put(subscription.id, { ...subscription, status: 'ready' })
    pushes.say(subscription.id, 'subscription.activate')
    pushes.say(subscription.id, 'subscription.ready')
    ctx.body = { scope: 'subscription.activate', self: `${BASE}/subscription/${subscription.id}` }
  })

  router.get(`${BASE}/subscriptions`, (ctx) => {
    ctx.body = [...world.subscriptions.oldestFirst()].map(([, subscription]) => shown(subscription))
  })
  router.get(`${BASE}/subscription/:id`, (ctx) => {
    const subscription = world.subscriptions.get(ctx.params['id'] ?? '')
    if (subscription === undefined) refuse(ctx, 404)
    else ctx.body = shown(subscription)
  })
  router.delete(`${BASE}/subscription/:id`, (ctx) => {
    if (world.subscriptions.get(ctx.params['id'] ?? '') === undefined) {
      refuse(ctx, 404)
      return
    }
    world.subscriptions.drop(ctx.params['id'] ?? '')
    ctx.status = 204
  })
}

function shown({ id, hook, shipmentIds, status }: DhlSubscription): Record<string, unknown> {
  return {
    self: `${BASE}/subscription/${id}`,
    status,
    hook: { uri: hook.uri },
    shipmentIDs: shipmentIds ?? [],
  }
}

function subscriptionOf(text: string | null): DhlSubscription | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(text ?? '')
  } catch {
    return null
  }
  const hook = isJsonObject(parsed) ? parsed['hook'] : null
  const authentication = isJsonObject(hook) ? hook['authentication'] : null
  if (!isJsonObject(parsed) || !isJsonObject(hook) || !isJsonObject(authentication)) return null
  const { uri } = hook
  const { header, token } = authentication
  const ids = parsed['shipmentIDs']
  const areIds =
    Array.isArray(ids) && ids.length >= 1 && ids.length <= 10 && ids.every((id) => typeof id === 'string')
  if (typeof uri !== 'string' || typeof header !== 'string' || typeof token !== 'string') return null
  if (parsed['type'] === 'Shipment' && !areIds) return null
  return {
    id: randomId('', 24),
    hook: { uri, authentication: { type: 'ApiKeyAuthentication', header, token } },
    shipmentIds: areIds ? ids : null,
    secret: randomId('', 24),
    expires: new Date(Date.now() + AN_HOUR_MS).toISOString(),
    status: 'validating',
  }
}

import type Router from '@koa/router'
import type { Context } from 'koa'
import { playApiFaults } from '../api-faults.ts'
import { giveAnswer } from '../next-answers.ts'
import type { ParcelWorld } from '../parcel-world.ts'
import type { CHIT_CHATS_FAULTS } from './faults.ts'
import { shipmentOf, statusOf } from './shipments.ts'

export type ChitChatsWorld = ParcelWorld<typeof CHIT_CHATS_FAULTS>

const FIVE_MINUTES_MS = 300_000
const MOST = 1000

/** Shipments by id and as a list, with the raw token and the client's number in the path. */
export function addChitChatsApi(
  router: Router,
  world: ChitChatsWorld,
  credentials: { clientId: string; accessToken: string },
): void {
  const base = '/api/v1/clients/:client'
  let spell = { at: 0, used: 0 }

  router.use(base, async (ctx, next) => {
    await playApiFaults(
      ctx,
      async () => {
        world.counts['calls'] = (world.counts['calls'] ?? 0) + 1
        const client = ctx.path.split('/')[4]
        if (isOverBudget(ctx)) refuse(ctx, 429, 'Too many requests')
        // The raw token, and no "Bearer" before it.
        else if (ctx.get('authorization') !== credentials.accessToken)
          refuse(ctx, 401, 'Invalid access token')
        else if (client !== credentials.clientId) refuse(ctx, 404, 'Not found')
        else if (ctx.method !== 'GET' && ctx.is('application/json') === false)
          refuse(ctx, 415, 'Unsupported media type')
        else await next()
      },
      world.faults,
      (status) => {
        refuse(ctx, status, 'The service has a problem')
      },
    )
    if (ctx.status >= 400) world.counts['refused'] = (world.counts['refused'] ?? 0) + 1
  })

  router.get(`${base}/shipments/count`, (ctx) => {
    ctx.body = { count: chosen(ctx).length }
  })
  router.get(`${base}/shipments/:id`, (ctx) => {
    const next = world.answers.take(ctx.params['id'] ?? '')
    if (next !== undefined) {
      giveAnswer(ctx, next)
      return
    }
    const parcel = world.parcels.get(ctx.params['id'] ?? '')
    if (parcel === undefined) {
      refuse(ctx, 404, 'Not found')
      return
    }
    const shipment = shipmentOf(parcel, world.faults)
    ctx.body = world.faults.isOn('bare_shipments') ? shipment : { shipment }
  })
  router.get(`${base}/shipments`, (ctx) => {
    const limit = Math.min(Number(ctx.query['limit'] ?? 100), MOST)
    const page = Math.max(Number(ctx.query['page'] ?? 1), 1)
    ctx.body = chosen(ctx)
      .slice((page - 1) * limit, page * limit)
      .map((parcel) => {
        const { tracking_events: _left, ...listed } = shipmentOf(parcel, world.faults)
        return listed
      })
  })

  function chosen(ctx: Context) {
    const { status, q } = ctx.query
    return [...world.parcels.newestFirst()]
      .map(([, parcel]) => parcel)
      .filter((parcel) => status === undefined || statusOf(parcel).status === status)
      .filter((parcel) => typeof q !== 'string' || parcel.trackingNumber.includes(q.toUpperCase()))
  }

  function isOverBudget(ctx: Context): boolean {
    const limit = world.faults.number('calls_per_five_minutes')
    const now = Date.now()
    if (now - spell.at > FIVE_MINUTES_MS) spell = { at: now, used: 0 }
    spell.used += 1
    if (limit === 0 || spell.used <= limit) return false
    ctx.set('retry-after', String(Math.ceil((spell.at + FIVE_MINUTES_MS - now) / 1000)))
    return true
  }
}

function refuse(ctx: Context, status: number, error: string): void {
  ctx.status = status
  ctx.body = { error }
}

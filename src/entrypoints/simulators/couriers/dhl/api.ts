import type Router from '@koa/router'
import type { Context } from 'koa'
import { playApiFaults } from '../api-faults.ts'
import { giveAnswer } from '../next-answers.ts'
import type { DhlWorld } from './dhl-world.ts'
import { namesake, shipmentOf } from './shipments.ts'

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'No result found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}
const QUERY = new Set([
  'trackingNumber',
  'service',
  'requesterCountryCode',
  'originCountryCode',
  'recipientPostalCode',
  'language',
  'offset',
  'limit',
])

/** `GET /track/shipments`, one number a call. */
export function addDhlTracking(router: Router, world: DhlWorld): void {
  router.get('/track/shipments', async (ctx) => {
    await playApiFaults(
      ctx,
      async () => {
        answer(ctx, world)
      },
      world.faults,
      (status) => {
        refuse(ctx, status)
      },
    )
    if (ctx.status >= 400) world.counts['refused'] = (world.counts['refused'] ?? 0) + 1
  })
}

export function hasKey(ctx: Context, world: DhlWorld): boolean {
  return ctx.get('dhl-api-key') === world.apiKey
}

export function refuse(ctx: Context, status: number, detail?: string): void {
  ctx.status = status
  ctx.type = 'application/problem+json'
  ctx.body = JSON.stringify({
    status,
    title: TITLES[status] ?? 'Error',
    ...(detail === undefined ? {} : { detail }),
  })
}

function answer(ctx: Context, world: DhlWorld): void {
  world.counts['calls'] = (world.counts['calls'] ?? 0) + 1
  if (!hasKey(ctx, world)) {
    refuse(ctx, 401)
    return
  }
  if (isOverBudget(world)) {
    refuse(ctx, 429, 'Too many requests within defined time period, please try again later.')
    return
  }
  const { trackingNumber } = ctx.query
  const unknown = Object.keys(ctx.query).find((name) => !QUERY.has(name))
  if (typeof trackingNumber !== 'string' || trackingNumber === '' || unknown !== undefined) {
    refuse(ctx, 400, `The parameter ${unknown ?? 'trackingNumber'} is not as expected.`)
    return
  }
  const next = world.answers.take(trackingNumber)
  if (next !== undefined) {
    giveAnswer(ctx, next)
    return
  }
  const parcel = world.parcels.get(trackingNumber)
  if (parcel === undefined || parcel.scans.length === 0) {
    refuse(ctx, 404, 'No shipment with given tracking number found.')
    return
  }
  const shipments = [shipmentOf(world, parcel)]
  const isAlone = !world.faults.isOn('several_shipments') || ctx.query['service'] !== undefined
  if (!isAlone) shipments.unshift(namesake(parcel))
  const url = `/shipments?trackingNumber=${trackingNumber}&offset=0&limit=5`
  const text = JSON.stringify({ url, firstUrl: url, lastUrl: url, shipments })
  ctx.type = 'application/json'
  // A number of 10 digits fits; longer ones do not, and are written as numbers all the same.
  ctx.body = world.faults.isOn('numeric_ids') ? text.replace(/"id":"(\d+)"/g, '"id":$1') : text
}

function isOverBudget(world: DhlWorld): boolean {
  const now = Date.now()
  const between = world.faults.number('ms_per_call')
  if (between > 0 && now - world.lastCallAt < between) return true
  world.lastCallAt = now
  const date = new Date(now).toISOString().slice(0, 10)
  if (world.day.date !== date) Object.assign(world.day, { date, used: 0 })
  world.day.used += 1
  const quota = world.faults.number('daily_quota')
  return quota > 0 && world.day.used > quota
}

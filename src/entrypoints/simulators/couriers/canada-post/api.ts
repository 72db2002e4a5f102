import type Router from '@koa/router'
import type { Context } from 'koa'
import { playApiFaults } from '../api-faults.ts'
import { giveAnswer } from '../next-answers.ts'
import type { ParcelWorld } from '../parcel-world.ts'
import { messages, trackingDetail } from './documents.ts'
import type { CANADA_POST_FAULTS } from './faults.ts'

export type CanadaPostWorld = ParcelWorld<typeof CANADA_POST_FAULTS>

const ACCEPT = 'application/vnd.cpc.track-v2+xml'

/** `GET /vis/track/pin/{pin}/detail` over HTTP Basic, in the one media type. */
export function addCanadaPostTracking(
  router: Router,
  world: CanadaPostWorld,
  credentials: { user: string; password: string },
): void {
  const expected = `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`
  let throttledUntil = 0
  let second = { at: 0, used: 0 }

  function refuse(ctx: Context, status: number, code: string, description: string): void {
    ctx.status = world.faults.isOn('messages_with_200') ? 200 : status
    ctx.type = ACCEPT
    ctx.body = messages(code, description)
  }

  router.get('/vis/track/pin/:pin/:view', async (ctx) => {
    await playApiFaults(
      ctx,
      async () => {
        answer(ctx, ctx.params['pin'] ?? '', ctx.params['view'] ?? '')
      },
      world.faults,
      (status) => {
        refuse(ctx, status, 'Server', status === 429 ? 'Rejected by SLM Monitor' : 'Internal error')
      },
    )
    if (ctx.status >= 400) world.counts['refused'] = (world.counts['refused'] ?? 0) + 1
  })

  function answer(ctx: Context, pin: string, view: string): void {
    world.counts['calls'] = (world.counts['calls'] ?? 0) + 1
    if (isThrottled()) {
      refuse(ctx, 500, 'Server', 'Rejected by SLM Monitor')
    } else if (ctx.get('authorization') !== expected) {
      refuse(ctx, 401, 'E002', 'AAA Authentication Failure')
    } else if (world.faults.isOn('wrong_environment')) {
      refuse(ctx, 403, 'AA002', 'The key is for another environment')
    } else if (ctx.get('accept') !== ACCEPT) {
      refuse(ctx, 406, '8534', 'The requested media type is not acceptable')
    } else if (view !== 'detail' || !/^[0-9A-Z]{11,16}$/.test(pin)) {
      refuse(ctx, 404, '001', 'Not a valid resource')
    } else {
      const next = world.answers.take(pin)
      if (next !== undefined) {
        giveAnswer(ctx, next)
        return
      }
      const parcel = world.parcels.get(pin)
      if (parcel === undefined) {
        refuse(ctx, 404, '004', 'No Pin History')
        return
      }
      ctx.type = ACCEPT
      ctx.body = trackingDetail(parcel, world.faults, ctx.get('accept-language').startsWith('fr'))
    }
  }

  function isThrottled(): boolean {
    const now = Date.now()
    if (now < throttledUntil) return true
    const limit = world.faults.number('calls_per_second')
    const at = Math.floor(now / 1000)
    second = second.at === at ? { at, used: second.used + 1 } : { at, used: 1 }
    if (limit === 0 || second.used <= limit) return false
    throttledUntil = now + (world.faults.number('throttled_ms') || 60_000)
    return true
  }
}

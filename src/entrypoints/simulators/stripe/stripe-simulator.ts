import { join } from 'node:path'
import Router from '@koa/router'
import Koa from 'koa'
import { Alarm } from '../machinery/alarm.ts'
import { answerControlRefusals } from '../machinery/control-input.ts'
import { DueLine } from '../machinery/due-line.ts'
import { FaultBoard } from '../machinery/fault-board.ts'
import { listen } from '../machinery/http-listener.ts'
import { Journal } from '../machinery/journal.ts'
import type { Simulator } from '../machinery/simulator.ts'
import { createApi } from './api.ts'
import { addApiRoutes } from './api-routes.ts'
import type { StripeWorld } from './call.ts'
import { addControlRoutes, asControlRefusal } from './control.ts'
import { controlScreen } from './control-screen.ts'
import { STRIPE_FAULTS } from './faults.ts'
import { addPayPages } from './pay-page.ts'
import { playOutcome } from './payments.ts'
import { createStripeState, type StripeState } from './state.ts'
import { createWebhooks } from './webhooks.ts'

export interface StripeSimulatorOptions {
  dataDir: string | null
  host: string
  port: number
  apiKey: string
  webhookSecret: string
  webhookUrl: string
}

export async function startStripeSimulator(options: StripeSimulatorOptions): Promise<Simulator> {
  const journal = new Journal(
    options.dataDir === null ? null : join(options.dataDir, 'stripe', 'journal.jsonl'),
  )
  const faults = new FaultBoard(STRIPE_FAULTS)
  const endpoint = { url: options.webhookUrl, secret: options.webhookSecret }
  const expiries = new DueLine()
  const expiryAlarm = new Alarm(expireDue)
  const webhooks = createWebhooks({ journal, faults, endpoint, state: () => state })
  const state: StripeState = createStripeState(journal, {
    openedSession: (id, expiresAtMs) => {
      expiries.add(id, expiresAtMs)
      if (expiries.nextDueAt === expiresAtMs) expiryAlarm.set(expiresAtMs)
    },
    isUndelivered: webhooks.isUndelivered,
  })
  let url = ''
  const world: StripeWorld = { state, webhooks, faults, baseUrl: () => url }

  function expireDue(): void {
    for (let id = expiries.takeDue(Date.now()); id !== undefined; id = expiries.takeDue(Date.now())) {
      const row = state.sessions.get(id)
      if (row?.session.status === 'open' && row.session.expires_at * 1000 <= Date.now()) {
        playOutcome(world, row, 'expire')
      }
    }
    if (expiries.nextDueAt !== undefined) expiryAlarm.set(expiries.nextDueAt)
  }

  journal.open()
  const app = createApp(
    world,
    options.apiKey,
    () => endpoint,
    () => {
      webhooks.queue.clear()
      expiries.clear()
      expiryAlarm.clear()
      state.clearCounters()
      faults.clear()
      journal.reset()
    },
  )
  const listener = await listen(app, options.host, options.port)
  url = listener.url
  webhooks.queue.resume()
  return {
    url,
    stop: async () => {
      expiryAlarm.clear()
      webhooks.queue.stop()
      await listener.stop()
      journal.close()
    },
  }
}

function createApp(
  world: StripeWorld,
  apiKey: string,
  endpoint: () => { url: string; secret: string },
  reset: () => void,
): Koa {
  const app = new Koa()
  const router = new Router()
  addApiRoutes(router, createApi(world, apiKey))
  addPayPages(router, world)
  addControlRoutes(router, { world, endpoint: endpoint(), reset })
  router.get('/control', (ctx) => {
    ctx.type = 'html'
    ctx.body = controlScreen(world, endpoint())
  })
  app.use(answerControlRefusals)
  app.use(async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      throw ctx.path.startsWith('/control') ? asControlRefusal(error) : error
    }
  })
  app.use(router.routes())
  app.use((ctx) => {
    const method = ctx.method.toUpperCase()
    const message = `Unrecognized request URL (${method}: ${ctx.path}). This simulator does not play it.`
    ctx.status = 404
    ctx.body = { error: { type: 'invalid_request_error', message } }
  })
  return app
}

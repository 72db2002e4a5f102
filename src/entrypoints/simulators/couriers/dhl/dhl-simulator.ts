import { join } from 'node:path'
import Router from '@koa/router'
import Koa from 'koa'
import { answerControlRefusals, ControlRefusal, readControl } from '../../machinery/control-input.ts'
import { FaultBoard } from '../../machinery/fault-board.ts'
import { listen } from '../../machinery/http-listener.ts'
import { Journal } from '../../machinery/journal.ts'
import type { Simulator } from '../../machinery/simulator.ts'
import { addParcelControl } from '../parcel-control.ts'
import { createParcelWorld } from '../parcel-world.ts'
import { addDhlTracking } from './api.ts'
import { DHL_FAULTS, type DhlWorld } from './dhl-world.ts'
import { addDhlSubscriptions, createDhlPushes, standingSubscription } from './push.ts'
import { shipmentOf } from './shipments.ts'
import { DHL_WORDS } from './words.ts'

export interface DhlSimulatorOptions {
  dataDir: string | null
  host: string
  port: number
  apiKey: string
  listenerUrl: string
  /** What the standing subscription sends in `X-Hook-Token`. */
  hookToken: string
}

export async function startDhlSimulator(options: DhlSimulatorOptions): Promise<Simulator> {
  const journal = new Journal(options.dataDir === null ? null : join(options.dataDir, 'dhl', 'journal.jsonl'))
  const faults = new FaultBoard(DHL_FAULTS)
  const world: DhlWorld = {
    ...createParcelWorld({ journal, faults, onScan: (...told) => pushes.tell(...told) }),
    subscriptions: journal.table('subscriptions'),
    apiKey: options.apiKey,
    lastCallAt: 0,
    day: { date: '', used: 0 },
  }
  const pushes = createDhlPushes(world)
  journal.open()
  const stand = () => standingSubscription(world, options.listenerUrl, options.hookToken)
  stand()

  const app = new Koa()
  const router = new Router()
  addDhlTracking(router, world)
  addDhlSubscriptions(router, world, pushes)
  router.put('/control/config', async (ctx) => {
    const input = await readControl(ctx, ['listenerUrl', 'hookToken'])
    const uri = input.url('listenerUrl') ?? options.listenerUrl
    const token = input.text('hookToken') ?? options.hookToken
    if (token.length < 8) throw new ControlRefusal('A "hookToken" has 8 characters or more.')
    standingSubscription(world, uri, token)
    ctx.body = { listenerUrl: uri, hookToken: token }
  })
  addParcelControl(router, {
    title: 'DHL simulator',
    lead: `Unified Tracking; scans are pushed to ${options.listenerUrl}`,
    world,
    words: DHL_WORDS,
    number: /^[0-9A-Z]{10,39}$/,
    code: /^[a-z-]{3,20}(?:\/[0-9A-Z]{2})?$/,
    type: 'application/json',
    show: (parcel) => shipmentOf(world, parcel),
    reset: () => {
      pushes.clear()
      world.reset()
      stand()
    },
  })
  app.use(answerControlRefusals)
  app.use(router.routes())
  app.use((ctx) => {
    ctx.status = 404
    ctx.type = 'application/problem+json'
    ctx.body = JSON.stringify({ title: 'Not Found', status: 404, detail: `There is nothing at ${ctx.path}.` })
  })
  const listener = await listen(app, options.host, options.port)
  pushes.resume()
  world.resume()
  return {
    url: listener.url,
    stop: async () => {
      world.stop()
      pushes.stop()
      await listener.stop()
      journal.close()
    },
  }
}

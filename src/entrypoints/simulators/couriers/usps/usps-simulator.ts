import { join } from 'node:path'
import Router from '@koa/router'
import Koa from 'koa'
import { Alarm } from '../../machinery/alarm.ts'
import { answerControlRefusals } from '../../machinery/control-input.ts'
import { DueLine } from '../../machinery/due-line.ts'
import { FaultBoard } from '../../machinery/fault-board.ts'
import { listen } from '../../machinery/http-listener.ts'
import { Journal } from '../../machinery/journal.ts'
import { createPushQueue } from '../../machinery/push-queue.ts'
import type { Simulator } from '../../machinery/simulator.ts'
import { NextAnswers } from '../next-answers.ts'
import { addTokenEndpoint, addTracking, answerUspsErrors, guardApi } from './api.ts'
import { addUspsControl, type UspsControl } from './control.ts'
import { recordScan, renderPush, usualPush } from './scans.ts'
import { addSubscriptions, newSubscription } from './subscriptions.ts'
import { type PlannedScan, STANDING_SUBSCRIPTION, USPS_FAULTS, type UspsWorld } from './usps-world.ts'

export interface UspsSimulatorOptions {
  dataDir: string | null
  host: string
  port: number
  clientId: string
  clientSecret: string
  subscriptionSecret: string
  listenerUrl: string
}

const KEPT_PARCELS = 60_000
const NO_COUNTS = { tokens: 0, trackingCalls: 0, numbersAsked: 0, refused: 0, scans: 0 }

export async function startUspsSimulator(options: UspsSimulatorOptions): Promise<Simulator> {
  const journal = new Journal(
    options.dataDir === null ? null : join(options.dataDir, 'usps', 'journal.jsonl'),
  )
  const line = new DueLine()
  const alarm = new Alarm(scanDue)
  const world: UspsWorld = {
    journal,
    faults: new FaultBoard(USPS_FAULTS),
    parcels: journal.table('parcels', { limit: KEPT_PARCELS }),
    subscriptions: journal.table('subscriptions'),
    planned: journal.table<PlannedScan>('planned', {
      onPut: (id, planned) => {
        line.add(id, planned.dueAt)
      },
    }),
    pushes: createPushQueue({ journal, name: 'pushes', render: (_pushId, row) => renderPush(world, row) }),
    credentials: { clientId: options.clientId, clientSecret: options.clientSecret },
    counts: { ...NO_COUNTS },
    answers: new NextAnswers(),
    quota: { hour: 0, used: 0 },
  }

  function scanDue(): void {
    const now = Date.now()
    for (let id = line.takeDue(now); id !== undefined; id = line.takeDue(now)) {
      const planned = world.planned.get(id)
      if (planned === undefined) continue
      const plannedId = id
      journal.commit(() => {
        world.planned.drop(plannedId)
        const scan = { at: new Date().toISOString(), ...planned.scan }
        recordScan(world, planned.trackingNumber, scan, usualPush(scan))
      })
    }
    if (line.nextDueAt !== undefined) alarm.set(line.nextDueAt)
  }

  function stand(): void {
    const wanted = {
      listenerURL: options.listenerUrl,
      secret: options.subscriptionSecret,
      adminNotification: [{ email: 'ops@example.com' }],
      filterProperties: { MID: '900000420', trackingEventTypes: ['ALL_UPDATES', 'PACKAGE_DELAYED'] },
    }
    world.subscriptions.put(STANDING_SUBSCRIPTION, newSubscription(STANDING_SUBSCRIPTION, wanted))
  }

  journal.open()
  stand()
  const app = createApp({
    world,
    plan: (id, trackingNumber, scan, dueAt) => {
      world.planned.put(id, { trackingNumber, scan, dueAt })
      if (line.nextDueAt !== undefined) alarm.set(line.nextDueAt)
    },
    reset: () => {
      world.pushes.clear()
      line.clear()
      alarm.clear()
      world.faults.clear()
      world.answers.clear()
      Object.assign(world.counts, NO_COUNTS)
      journal.reset()
      stand()
    },
  })
  const listener = await listen(app, options.host, options.port)
  world.pushes.resume()
  scanDue()
  return {
    url: listener.url,
    stop: async () => {
      alarm.clear()
      world.pushes.stop()
      await listener.stop()
      journal.close()
    },
  }
}

function createApp(control: UspsControl): Koa {
  const { world } = control
  const app = new Koa()
  const router = new Router()
  guardApi(router, '/tracking', world, 'tracking')
  guardApi(router, '/subscriptions-tracking', world, 'subscriptions-tracking')
  addTokenEndpoint(router, world)
  addTracking(router, world)
  addSubscriptions(router, world)
  addUspsControl(router, control)
  app.use(answerControlRefusals)
  app.use(async (ctx, next) => {
    await answerUspsErrors(ctx, next)
    if (ctx.status >= 400 && !ctx.path.startsWith('/control')) world.counts.refused += 1
  })
  app.use(router.routes())
  app.use((ctx) => {
    ctx.status = 404
    ctx.body = {
      error: { code: '404', message: `There is nothing at ${ctx.method} ${ctx.path}.`, errors: [] },
    }
  })
  return app
}

import { join } from 'node:path'
import Router from '@koa/router'
import Koa from 'koa'
import { answerControlRefusals, readJsonObject } from '../machinery/control-input.ts'
import { FaultBoard } from '../machinery/fault-board.ts'
import { listen } from '../machinery/http-listener.ts'
import { Journal } from '../machinery/journal.ts'
import { newest } from '../machinery/newest.ts'
import { countsSection, faultsSection, html, page, table } from '../machinery/page.ts'
import type { Simulator } from '../machinery/simulator.ts'
import { addLegacyApi, LEGACY_FAULTS, type LegacyWorld } from './api.ts'
import { createLegacyRecords, type KeyTally } from './records.ts'
import { addStripeEndpoint, createStripeEvents, SHARED_STRIPE_SECRET } from './stripe-endpoint.ts'

const KEYS_SHOWN_AT_ONCE = 1000

export async function startLegacySimulator(options: {
  dataDir: string | null
  host: string
  port: number
  token: string
  stripeWebhookSecret?: string
}): Promise<Simulator> {
  const journal = new Journal(
    options.dataDir === null ? null : join(options.dataDir, 'legacy', 'journal.jsonl'),
  )
  const records = createLegacyRecords(journal)
  const world: LegacyWorld = { journal, records, faults: new FaultBoard(LEGACY_FAULTS), token: options.token }
  const stripeEvents = createStripeEvents(journal)
  journal.open()
  const app = new Koa()
  const router = new Router()
  addLegacyApi(router, world)
  addStripeEndpoint(router, {
    events: stripeEvents,
    journal,
    secret: options.stripeWebhookSecret ?? SHARED_STRIPE_SECRET,
    isDown: () => world.faults.isOn('down'),
  })
  addControl(router, world)
  app.use(answerControlRefusals)
  app.use(router.routes())
  app.use((ctx) => {
    ctx.status = 404
    ctx.body = { error: { code: 'no_such_path', message: `There is nothing at ${ctx.method} ${ctx.path}.` } }
  })
  const listener = await listen(app, options.host, options.port)
  return {
    url: listener.url,
    stop: async () => {
      await listener.stop()
      journal.close()
    },
  }
}

function addControl(router: Router, world: LegacyWorld): void {
  const { records, faults } = world
  router.get('/control', (ctx) => {
    ctx.type = 'html'
    ctx.body = controlScreen(world)
  })
  router.get('/control/faults', (ctx) => {
    ctx.body = faults.view()
  })
  router.put('/control/faults', async (ctx) => {
    faults.replace(await readJsonObject(ctx))
    ctx.body = faults.view()
  })
  router.get('/control/stats', (ctx) => {
    ctx.body = { ...countsOf(world), keys: Object.fromEntries(newest(records.tallies, KEYS_SHOWN_AT_ONCE)) }
  })
  router.get('/control/keys/:key', (ctx) => {
    const none: KeyTally = { called: 0, applied: 0 }
    ctx.body = records.tallies.get(ctx.params['key'] ?? '') ?? none
  })
  router.post('/control/reset', (ctx) => {
    faults.clear()
    world.journal.reset()
    ctx.body = { reset: true }
  })
}

function countsOf(world: LegacyWorld): Record<string, number> {
  const { records } = world
  const counts = {
    provisionings: records.provisionings.size,
    devices: records.devices.size,
    calls: 0,
    repeats: 0,
  }
  let appliedTwice = 0
  // A walk over everything, which is fine for a page and a test, and which no API call does.
  for (const [, tally] of records.tallies.oldestFirst()) {
    counts.calls += tally.called
    counts.repeats += tally.called - tally.applied
    if (tally.applied > 1) appliedTwice += 1
  }
  return { ...counts, applied_more_than_once: appliedTwice }
}

function controlScreen(world: LegacyWorld): string {
  const { records } = world
  return page('Legacy bridge simulator', 'The older system: devices, assets, companies and provisionings', [
    countsSection(countsOf(world)),
    html`<section><h2>Latest provisionings</h2>${table(
      ['Key', 'Scenario', 'Device', 'Order', 'Applied', 'Called', 'At'],
      newest(records.provisionings, 40).map(([key, row]) => [
        html`<code>${key}</code>`,
        row.scenario,
        row.deviceSerial,
        row.orderRef,
        records.tallies.get(key)?.applied ?? 0,
        records.tallies.get(key)?.called ?? 0,
        row.createdAt,
      ]),
    )}</section>`,
    html`<section><h2>Latest devices</h2>${table(
      ['Serial', 'Status', 'Company', 'Firmware', 'Revision'],
      newest(records.devices, 25).map(([serial, device]) => [
        serial,
        device.status,
        device.company_ref,
        device.firmware,
        device.revision,
      ]),
    )}</section>`,
    faultsSection(world.faults),
  ])
}

import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'chai'
import pg from 'pg'
import { checkLaws } from '../../src/adapters/postgres/law-checker.ts'
import type { OrderView } from '../../src/application/ports/order-reader.ts'
import { freePortFrom } from '../../src/entrypoints/bootstrap/ports.ts'
import { type ApiClient, createApiClient, until } from '../../src/entrypoints/cli/api-client.ts'
import type { OrderFile } from '../../src/entrypoints/cli/order-file.ts'
import { type OwnPlatform, startOwnPlatform } from '../../src/entrypoints/cli/own-platform.ts'
import { walkOrder } from '../../src/entrypoints/cli/walk-order.ts'
import { atRest } from '../support/at-rest.ts'

const KILLS = Number(process.env['WAYBILL_KILLS'] ?? 30)
const WALKERS = 3
const LONGEST_LIFE_MS = 1500
// The kernel hands out ports above this one to clients; a platform that is down must find its own free again.
const PORT_BASE = 20_000

const order: OrderFile = {
  company: 'Harbour Cold Storage Inc.',
  lines: [
    { sku: 'SNS-TEMP-1', quantity: 2 },
    { sku: 'MNT-KIT-1', quantity: 1 },
  ],
}

const once = [
  'order.created',
  'order.paid',
  'order.completed',
  'payment.received',
  'invoice.issued',
  'invoice.paid',
  'fulfillment.created',
  'fulfillment.completed',
  'shipment.drafted',
  'shipment.ready',
  'shipment.in_transit',
  'shipment.delivered',
]

/**
 * The platform is killed without warning, again and again, while people walk orders through it. Its PostgreSQL
 * lives on, as it would on another machine, and the next platform takes it over.
 */
describe(`a platform killed ${String(KILLS)} times`, function () {
  this.timeout(60_000 + KILLS * 10_000)
  let dataDir: string
  let platform: OwnPlatform
  let api: ApiClient
  let client: pg.Client | undefined
  const readySeconds: number[] = []
  const walked = new Set<string>()
  const interrupted: string[] = []
  let port: number

  const start = async (): Promise<void> => {
    const startedAt = performance.now()
    platform = await startOwnPlatform({ dataDir, environment: { PORT: String(port) } })
    readySeconds.push((performance.now() - startedAt) / 1000)
  }

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-kill-'))
    port = await freePortFrom('127.0.0.1', PORT_BASE + randomInt(400) * 20)
    await start()
    api = createApiClient({ ...platform, patienceMs: 60_000 })
  })

  after(async () => {
    await client?.end()
    await platform.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('completes every order that was under way', async () => {
    const state = { isOver: false }
    const walkers = Array.from({ length: WALKERS }, async () => {
      while (!state.isOver) {
        await walkOrder({
          api,
          simulators: platform.simulators,
          order,
          upTo: 'completed',
          // On a busy machine the platform is dead for most of the time.
          patienceMs: 120_000,
          report: (_step, _sentence, facts) => {
            const { order_id: id } = facts as { order_id?: string }
            if (id !== undefined) walked.add(id)
          },
        }).catch((error: unknown) => {
          interrupted.push(error instanceof Error ? error.message : String(error))
        })
      }
    })
    try {
      for (let kill = 1; kill <= KILLS; kill += 1) {
        await delay(randomInt(LONGEST_LIFE_MS))
        process.kill(platform.pid, 'SIGKILL')
        await start()
      }
    } finally {
      state.isOver = true
    }
    const lastReady = performance.now()
    await Promise.all(walkers)
    expect(interrupted).to.deep.equal([])
    expect(walked.size).to.be.greaterThan(WALKERS - 1)
    for (const id of walked)
      await until(
        `${id} to be completed`,
        () => api.get<OrderView>(`/v1/orders/${id}`),
        ({ status }) => status === 'completed',
      )
    const recovered = (performance.now() - lastReady) / 1000
    const sorted = readySeconds.slice(1).sort((one, two) => one - two)
    console.log(
      `      ${String(KILLS)} kills over ${String(walked.size)} orders; ready again after ` +
        `${(sorted[sorted.length >> 1] ?? 0).toFixed(2)} s (median), ${(sorted.at(-1) ?? 0).toFixed(2)} s (longest); ` +
        `all completed ${recovered.toFixed(1)} s after the last`,
    )
  })

  it('has each effect exactly once', async () => {
    client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
    const db = client
    const countBy = async (query: string) => (await db.query(query)).rows as { id: string; count: number }[]
    for (const table of ['payment_records', 'invoices', 'fulfillment_orders', 'shipments']) {
      const found = await countBy(`
        select o.id, count(x.id)::int as count from orders o left join ${table} x on x.order_id = o.id
        group by o.id having count(x.id) <> 1`)
      expect(found, table).to.deep.equal([])
    }
    expect((await db.query('select from orders')).rowCount).to.equal(walked.size)
    expect((await db.query('select from unapplied_payments')).rowCount).to.equal(0)
    await until(
      'the outbox to be empty',
      async () => (await db.query('select from outbox')).rowCount,
      (rest) => rest === 0,
    )
    const events = await db.query<{ id: string; type: string; count: number }>(
      `select o.id, t.type, count(e.seq)::int as count
       from orders o cross join unnest($1::text[]) as t (type)
       left join domain_event e on e.order_id = o.id and e.event_type = t.type
       group by o.id, t.type having count(e.seq) <> 1`,
      [once],
    )
    expect(events.rows).to.deep.equal([])
  })

  it('provisioned each sensor once, whatever was asked again', async () => {
    const steps = await api.get<{ data: { id: string }[] }>('/v1/automation-steps?limit=100')
    const { rows } = await (client as pg.Client).query<{ id: string; status: string }>(
      'select id, status from automation_steps',
    )
    expect(steps.data.length).to.be.greaterThan(0)
    expect(rows).to.have.lengthOf(walked.size * 2)
    for (const { id, status } of rows) {
      expect(status).to.equal('succeeded')
      const tally = (await (await fetch(`${platform.simulators.legacy}/control/keys/${id}`)).json()) as object
      expect(tally, id).to.include({ applied: 1 })
    }
  })

  it('charged each customer once', async () => {
    const headers = { authorization: 'Bearer sk_test_simulator' }
    const charges: { id: string; status: string }[] = []
    for (let hasMore = true; hasMore; ) {
      const last = charges.at(-1)
      const from = last === undefined ? '' : `&starting_after=${last.id}`
      const answer = await fetch(`${platform.simulators.stripe}/v1/charges?limit=100${from}`, { headers })
      const page = (await answer.json()) as { data: { id: string; status: string }[]; has_more: boolean }
      charges.push(...page.data)
      hasMore = page.has_more
    }
    expect(charges.filter(({ status }) => status === 'succeeded')).to.have.lengthOf(walked.size)
  })

  it('leaves no job behind and no law broken', async () => {
    await atRest(platform.databaseUrl)
    const findings = await checkLaws(platform.databaseUrl)
    expect(findings.filter(({ violations }) => violations > 0)).to.deep.equal([])
  })
})

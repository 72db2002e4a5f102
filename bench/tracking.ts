import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { Agent, request } from 'undici'
import { buildApp } from '../src/entrypoints/bootstrap/build-app.ts'
import { inheritedEnvironment, readConfig } from '../src/entrypoints/bootstrap/config.ts'
import { startEmbeddedPostgres } from '../src/entrypoints/bootstrap/embedded.ts'
import { freePortFrom } from '../src/entrypoints/bootstrap/ports.ts'
import { prepareDatabase, seedDevelopment } from '../src/entrypoints/bootstrap/prepare-database.ts'
import { simulatorKeys } from '../src/entrypoints/bootstrap/simulator-keys.ts'

const PARCELS = 100_000
const ORDERS = 2_000
const ROUNDS = 5
const TICK_MS = 5
const CONNECTIONS = 64
// Nobody is called: a round only plans.
const nowhere = 'http://127.0.0.1:9'
const simulators = {
  stripe: nowhere,
  legacy: nowhere,
  slack: nowhere,
  smtp: 'smtp://127.0.0.1:9',
  usps: nowhere,
  dhl: nowhere,
  canadaPost: nowhere,
  chitChats: nowhere,
}

type Print = (line: string) => void

/** Rounds of polls over 100,000 open parcels, and pushes as they come from a courier, beside a bare insert. */
export async function benchTracking(options: { seconds: number; rate: number; print: Print }): Promise<void> {
  const { print } = options
  const dataDir = await mkdtemp(join(tmpdir(), 'waybill-bench-'))
  const postgres = await startEmbeddedPostgres({ dataDir })
  const databaseUrl = postgres.connectionString
  const database = new pg.Client({ connectionString: databaseUrl })
  try {
    await prepareDatabase(databaseUrl, readConfig({}).seller)
    await seedDevelopment(databaseUrl)
    await database.connect()
    await fill(database)
    await database.query('checkpoint')
    print(`${PARCELS} open parcels of four couriers, all due`)
    await pushes(database, databaseUrl, options)
    await planRounds(database, databaseUrl, print)
  } finally {
    await database.end()
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function fill(database: pg.Client): Promise<void> {
  await database.query(`
    insert into orders (id, company_id, status, currency, total_minor, prices_expire_at, paid_at, created_by,
      created_at, updated_at)
    select 'ord_' || lpad(n::text, 26, '0'), c.id, 'paid', 'USD', 1000, now(), now(), 'bench', now(), now()
    from generate_series(0, ${ORDERS - 1}) n cross join (select id from companies order by id limit 1) c`)
  await database.query(`
    insert into fulfillment_orders (id, order_id, company_id, status, created_at, updated_at)
    select 'ful_' || substr(id, 5), id, company_id, 'ready_to_prepare', now(), now()
    from orders where created_by = 'bench'`)
  await database.query(`
    insert into shipments (id, fulfillment_order_id, order_id, company_id, status, tracking_status, address_snapshot,
      courier_code, tracking_number, ready_at, in_transit_at, created_at, updated_at, next_poll_at)
    select
      'shp_' || lpad(n::text, 26, '0'), 'ful_' || substr(o.id, 5), o.id, o.company_id, 'in_transit', 'in_transit',
      '{"country":"US","postal_code":"10001"}',
      (array['USPS', 'DHL', 'CanadaPost', 'ChitChat'])[1 + n % 4], '9400100' || lpad(n::text, 15, '0'),
      now() - interval '2 days', now() - interval '1 day', now() - interval '2 days', now(),
      now() - random() * interval '6 hours'
    from generate_series(0, ${PARCELS - 1}) n
    join orders o on o.id = 'ord_' || lpad((n % ${ORDERS})::text, 26, '0')`)
  await database.query('vacuum analyze orders, fulfillment_orders, shipments')
}

interface Planned {
  courier: string
  jobs: number
  parcels: number
}

/** A round with the budgets as they are, and one with budgets so large that the round itself is the limit. */
async function planRounds(database: pg.Client, databaseUrl: string, print: Print): Promise<void> {
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'error', DATABASE_URL: databaseUrl })
  const runtime = await buildApp({ config, databaseUrl, publicUrl: nowhere, simulators, supervises: false })
  const plan = runtime.app.jobHandlers['plan-tracking-polls']
  let round = 0
  async function one(): Promise<number> {
    round += 1
    const startedAt = performance.now()
    await plan({ slot: `bench-${round}` } as never, {
      actor: { kind: 'system', id: 'bench', name: 'bench' },
      correlationId: 'bench',
      causationId: null,
      alongside: null,
    })
    return performance.now() - startedAt
  }
  const planned = async (): Promise<Planned[]> => {
    const { rows } = await database.query<Planned>(`
      select data -> 'payload' ->> 'courierCode' as courier, count(*)::int as jobs,
        sum(jsonb_array_length(data -> 'payload' -> 'shipmentIds'))::int as parcels
      from pgboss.job where data -> 'payload' ->> 'courierCode' is not null and data -> 'payload' ? 'shipmentIds'
      group by 1 order by 1`)
    return rows
  }
  try {
    print(
      '| a round of polls | ms | calls planned | their parcels | budget of the round |\n|---|---|---|---|---|',
    )
    for (let index = 0; index < ROUNDS; index += 1) {
      const allowed = await budget(database)
      const before = await planned()
      const ms = await one()
      print(`| ${index + 1} | ${ms.toFixed(0)} | ${told(await planned(), before)} | ${allowed} |`)
    }
    await database.query(`update couriers set burst_calls = 25000, refill_calls = 1, day_calls = null`)
    await database.query('update courier_accounts set tokens = 25000')
    const before = await planned()
    const ms = await one()
    print(`| without a limit but its own | ${ms.toFixed(0)} | ${told(await planned(), before)} | |`)
  } finally {
    await runtime.close()
  }
}

async function budget(database: pg.Client): Promise<string> {
  const { rows } = await database.query<{ courier: string; calls: number }>(`
    select c.courier_code as courier,
      floor(least(least(c.burst_calls, a.tokens
          + greatest(extract(epoch from now() - a.refilled_at), 0) * c.refill_calls / c.refill_seconds)
        + 300.0 * c.refill_calls / c.refill_seconds, coalesce(c.day_calls, 2000000000)))::int as calls
    from couriers c join courier_accounts a using (courier_code)
    where c.tracking_mode in ('poll', 'push_and_poll') order by 1`)
  return rows.map(({ courier, calls }) => `${courier} ${calls}`).join(', ')
}

function told(after: readonly Planned[], before: readonly Planned[]): string {
  const grown = after.map(({ courier, jobs, parcels }) => {
    const old = before.find((one) => one.courier === courier)
    return { courier, jobs: jobs - (old?.jobs ?? 0), parcels: parcels - (old?.parcels ?? 0) }
  })
  const calls = grown.map(({ courier, jobs }) => `${courier} ${jobs}`).join(', ')
  return `${calls} | ${grown.reduce((sum, { parcels }) => sum + parcels, 0)}`
}

async function pushes(
  database: pg.Client,
  databaseUrl: string,
  { seconds, rate, print }: { seconds: number; rate: number; print: Print },
): Promise<void> {
  print(`\n| ${rate} pushes a second for ${seconds} s | answered 200 | p50 ms | p95 ms | p99 ms | kept |`)
  print('|---|---|---|---|---|---|')
  const kept = async (table: string): Promise<number> => {
    const { rows } = await database.query<{ count: number }>(`select count(*)::int from ${table}`)
    return rows[0]?.count ?? 0
  }
  const bare = await startBare(databaseUrl)
  await press(bare.url, { seconds: 3, rate, first: 0 })
  const before = await kept('bench_pushes')
  print(
    row(
      'bare HTTP and insert',
      await press(bare.url, { seconds, rate, first: 10_000 }),
      (await kept('bench_pushes')) - before,
    ),
  )
  await stop(bare.process)

  const api = await startApi(databaseUrl)
  const url = `${api.url}/v1/webhooks/couriers/USPS`
  await press(url, { seconds: 3, rate, first: 0 })
  const known = await kept('webhook_events')
  const result = await press(url, { seconds, rate, first: 10_000 })
  print(row('Waybill, the API process', result, (await kept('webhook_events')) - known))

  const workers = spawn(process.execPath, [programOf('workers')], {
    env: environment(databaseUrl, 0),
    stdio: 'ignore',
  })
  const open = async (): Promise<number> => {
    const { rows } = await database.query<{ count: number }>(
      "select count(*)::int from webhook_events where status = 'received'",
    )
    return rows[0]?.count ?? 0
  }
  const waiting = await open()
  while ((await open()) > waiting - 500) await sleep(100)
  const [from, startedAt] = [await open(), performance.now()]
  await sleep(10_000)
  const applied = (from - (await open())) / ((performance.now() - startedAt) / 1000)
  print(`\nApplied by one worker process afterwards: ${applied.toFixed(0)} pushes a second.`)
  await stop(workers)
  await stop(api.process)
}

interface Pressed {
  answered: number
  failed: number
  latencies: number[]
}

/** So many a second whatever the answers take; each is timed from the moment at which it was due. */
async function press(
  url: string,
  { seconds, rate, first }: { seconds: number; rate: number; first: number },
): Promise<Pressed> {
  const dispatcher = new Agent({ connections: CONNECTIONS, pipelining: 1 })
  const bodies = Array.from({ length: seconds * rate }, (_each, index) => signed(first + index))
  const pressed: Pressed = { answered: 0, failed: 0, latencies: [] }
  const open: Promise<void>[] = []
  const startedAt = performance.now()
  const send = async (
    dueAt: number,
    { body, signature }: { body: string; signature: string },
  ): Promise<void> => {
    try {
      const { statusCode, body: answer } = await request(url, {
        method: 'POST',
        dispatcher,
        headers: { 'content-type': 'application/json', 'x-hmac': signature },
        body,
      })
      await answer.dump()
      if (statusCode === 200) pressed.answered += 1
      else pressed.failed += 1
    } catch {
      pressed.failed += 1
    }
    pressed.latencies.push(performance.now() - dueAt)
  }
  for (let index = 0; index < bodies.length; ) {
    const due = Math.min(bodies.length, Math.floor(((performance.now() - startedAt) / 1000) * rate) + 1)
    for (; index < due; index += 1) {
      const body = bodies[index]
      if (body !== undefined) open.push(send(startedAt + (index / rate) * 1000, body))
    }
    await sleep(TICK_MS)
  }
  await Promise.all(open)
  await dispatcher.close()
  return pressed
}

/** A push of USPS about a parcel of its own, with one scan. */
function signed(n: number): { body: string; signature: string } {
  const timestamp = new Date().toISOString()
  const payload = JSON.stringify({
    trackingNumber: `9400100${String((n * 4) % PARCELS).padStart(15, '0')}`,
    statusCategory: 'Out for Delivery',
    status: 'Out for Delivery',
    trackingEvents: [
      {
        eventType: 'Out for Delivery',
        eventCode: 'OF',
        eventTimestamp: timestamp,
        GMTTimestamp: timestamp,
        GMTOffset: '0',
        eventCity: 'NEW YORK',
        eventState: 'NY',
        eventZIPCode: '10001',
        n,
      },
    ],
  })
  const signature = createHmac('sha256', simulatorKeys.usps.subscriptionSecret)
    .update(`${timestamp}${payload}`)
    .digest('base64')
  return { body: JSON.stringify({ subscriptionId: '10000001', timestamp, payload }), signature }
}

function row(name: string, { answered, latencies }: Pressed, kept: number): string {
  const sorted = latencies.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  return `| ${name} | ${answered} of ${latencies.length} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} | ${kept} |`
}

function programOf(name: string): string {
  return fileURLToPath(new URL(`../src/entrypoints/${name}/main.ts`, import.meta.url))
}

function environment(databaseUrl: string, port: number): NodeJS.ProcessEnv {
  return inheritedEnvironment({
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
  })
}

interface Running {
  url: string
  process: ChildProcess
}

async function startApi(databaseUrl: string): Promise<Running> {
  const port = await freePortFrom('127.0.0.1', 3600)
  const flags =
    process.env['BENCH_PROFILE'] === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`]
  const child = spawn(process.execPath, [...flags, programOf('api')], {
    env: environment(databaseUrl, port),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 300; tries += 1) {
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return { url, process: child }
    await sleep(100)
  }
  throw new Error('The API was not ready after half a minute.')
}

async function startBare(databaseUrl: string): Promise<Running> {
  const program = fileURLToPath(new URL('./bare-insert.ts', import.meta.url))
  const child = spawn(process.execPath, [program, databaseUrl], { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => {
      resolve(chunk.toString('utf8'))
    })
  })
  const { port } = JSON.parse(line) as { port: number }
  return { url: `http://127.0.0.1:${port}/`, process: child }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (child.exitCode === null && child.kill('SIGTERM')) await ended
}

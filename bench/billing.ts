import pg from 'pg'
import type { OrderView } from '../src/application/ports/order-reader.ts'
import { until } from '../src/entrypoints/cli/api-client.ts'
import { type BenchClient, createBenchClient, Timings } from './client.ts'
import { type EventFollower, followEvents } from './event-follower.ts'
import { type PlatformProcess, startPlatformProcess } from './platform-process.ts'

const PAYER = 'com_00000000000000000000000002'
const INVOICES = 200_000
const COMPANIES = 2_000
/** One in so many is open, over all ages. */
const OPEN = 20
const SAMPLES = 60
// Without indexes each takes long enough to need few samples.
const PLAIN_SAMPLES = 10

/** Orders from draft to settled invoice, and what is read of 200,000 invoices, with the indexes for it and without. */
export async function benchBilling(options: {
  seconds: number
  concurrencies: readonly number[]
  print: (line: string) => void
}): Promise<void> {
  const { seconds, concurrencies, print } = options
  const platform = await startPlatformProcess()
  const database = new pg.Client({ connectionString: platform.databaseUrl })
  await database.connect()
  try {
    await until(
      'prices to be at Stripe',
      () => database.query("select from price_book_entries where sync_status <> 'synced'"),
      ({ rowCount }) => rowCount === 0,
    )
    await settle(platform, { concurrency: 4, seconds: 3, print: () => undefined })
    for (const concurrency of concurrencies) await settle(platform, { concurrency, seconds, print })
    const startedAt = performance.now()
    await fill(database)
    print(
      `\n${INVOICES} invoices in ${((performance.now() - startedAt) / 1000).toFixed(0)} s, 1 in ${OPEN} open`,
    )
    print('| operation | calls | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|---|')
    await read(platform, { samples: SAMPLES, suffix: '', print })
    await database.query(
      'drop index invoices_open, invoices_owed, invoices_by_status, invoices_paid_at, invoices_voided_at',
    )
    await read(platform, { samples: PLAIN_SAMPLES, suffix: ', without the indexes', print })
  } finally {
    await database.end()
    await platform.stop()
  }
}

/** Invoices a second that are issued and settled, each from an order of its own. */
async function settle(
  platform: PlatformProcess,
  { concurrency, seconds, print }: { concurrency: number; seconds: number; print: (line: string) => void },
): Promise<void> {
  const client = createBenchClient(platform.apiKey, new Timings(), concurrency + 1)
  const events = await followEvents(client, platform.apiUrl)
  const startedAt = performance.now()
  let settled = 0
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() - startedAt < seconds * 1000) {
        await settleOne(platform, client, events)
        settled += 1
      }
    }),
  )
  const elapsed = (performance.now() - startedAt) / 1000
  events.stop()
  await client.close()
  print(
    `concurrency ${concurrency}: ${(settled / elapsed).toFixed(1)} invoices issued and settled a second (${settled})`,
  )
}

async function settleOne(
  { apiUrl, simulators }: PlatformProcess,
  client: BenchClient,
  events: EventFollower,
): Promise<void> {
  const order = await client.call<OrderView>('createOrder', 'POST', `${apiUrl}/v1/orders`, {
    company_id: PAYER,
    lines: [{ sku: 'MNT-KIT-1', quantity: 1 }],
  })
  const sent = await client.call<{ checkout_session: { provider_session_id: string } }>(
    'sendCheckout',
    'POST',
    `${apiUrl}/v1/orders/${order.id}/send-checkout`,
    {},
  )
  const session = sent.checkout_session.provider_session_id
  await client.call('(pay page)', 'POST', `${simulators.stripe}/control/sessions/${session}/pay`, {
    outcome: 'succeed',
  })
  await events.seen(order.id, 'invoice.paid')
}

/** The reports over HTTP, by one caller. */
async function read(
  platform: PlatformProcess,
  { samples, suffix, print }: { samples: number; suffix: string; print: (line: string) => void },
): Promise<void> {
  const timings = new Timings()
  const client = createBenchClient(platform.apiKey, timings, 1)
  const ask = (name: string, path: string) =>
    client.call(`${name}${suffix}`, 'GET', `${platform.apiUrl}/v1/${path}`)
  for (let sample = 0; sample < samples; sample += 1) {
    await ask('aged receivables', 'receivables/aged?currency=CAD')
    await ask('aged receivables of a day 60 days ago', `receivables/aged?currency=CAD&at=${daysAgo(60)}`)
    await ask('overdue invoices', 'invoices?overdue=true')
    await ask('statement of a year', `companies/${companyOf(sample)}/statement?from=${daysAgo(365)}`)
  }
  await client.close()
  for (const { name, count, p50, p95, p99 } of timings.rows())
    print(`| ${name} | ${count} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${p99.toFixed(1)} |`)
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}

function companyOf(n: number): string {
  return `com_1${String((n * 7919) % COMPANIES).padStart(25, '0')}`
}

/** A hundred invoices a company over three years, each due after 30 days; all but the open ones paid by then. */
async function fill(database: pg.Client): Promise<void> {
  await database.query(`
    insert into company_mirrors (id, legacy_ref, name, snapshot, refreshed_at)
    select 'cmr_1' || lpad(n::text, 25, '0'), 'BENCH-' || n, 'Company ' || n, '{}', now()
    from generate_series(0, ${COMPANIES - 1}) n`)
  await database.query(`
    insert into companies (id, company_mirror_id, name, currency, time_zone, created_at, updated_at)
    select
      'com_1' || lpad(n::text, 25, '0'), 'cmr_1' || lpad(n::text, 25, '0'), 'Company ' || n, 'CAD',
      (array['America/Toronto', 'Europe/Paris', 'UTC', 'Asia/Tokyo'])[1 + n % 4], now(), now()
    from generate_series(0, ${COMPANIES - 1}) n`)
  await database.query(`
    with entity as (
      insert into legal_entities (code, name, address_lines) values ('BENCH', 'Bench', '{}')
      returning code
    )
    insert into invoice_series (series, prefix, last_number, legal_entity)
    select 'BENCH', 'BENCH-', 0, code from entity`)
  await database.query(`
    create temporary table written as
    select
      n,
      lpad(n::text, 25, '0') as place,
      'com_1' || lpad((n % ${COMPANIES})::text, 25, '0') as company_id,
      (n / ${COMPANIES}) % ${OPEN} = n % ${OPEN} as is_open,
      now() - n * interval '1095 days' / ${INVOICES} as at
    from generate_series(0, ${INVOICES - 1}) n`)
  await database.query(`
    insert into invoices
      (id, series, number, sequence_number, company_id, kind, status, currency, subtotal_minor, total_minor, bill_to,
       issued_on, due_on, issued_at, paid_at, created_at, updated_at)
    select
      'inv_1' || place, 'BENCH', 'BENCH-' || place, n + 1, company_id, 'terms',
      case when not is_open then 'paid' when n % 3 = 0 then 'partially_paid' else 'issued' end,
      'CAD', 1000, 1000, '{}', at::date, at::date + 30, at,
      case when not is_open then least(at + interval '25 days', now()) end, at, at
    from written`)
  await database.query(`
    insert into payment_records
      (id, company_id, provider, provider_payment_id, amount_minor, currency, received_at, created_at)
    select
      'pay_1' || place, company_id, 'manual', 'bench-' || n, case when is_open then 400 else 1000 end, 'CAD',
      least(at + interval '25 days', now()), least(at + interval '25 days', now())
    from written
    where not is_open or n % 3 = 0`)
  await database.query(`
    insert into payment_allocations (id, payment_id, invoice_id, company_id, amount_minor, created_at)
    select
      'pal_1' || place, 'pay_1' || place, 'inv_1' || place, company_id,
      case when is_open then 400 else 1000 end, least(at + interval '25 days', now())
    from written
    where not is_open or n % 3 = 0`)
  await database.query('vacuum analyze companies, invoices, payment_records, payment_allocations')
}

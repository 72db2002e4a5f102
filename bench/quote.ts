import { randomInt } from 'node:crypto'
import pg from 'pg'
import { createBenchClient, Timings } from './client.ts'
import { startPlatformProcess } from './platform-process.ts'

const LINES = 500
const PRODUCTS = 10_000
const COMPANY = 'com_00000000000000000000000002'

/** Each product has ten entries: two currencies, a regional price each, tiers, one that ended, one to come. */
const entries = `
  insert into price_book_entries
    (id, product_id, region, currency, amount_minor, min_quantity, valid_from, valid_to, published_at,
     stripe_price_id, sync_status, sync_status_since, created_at, updated_at)
  select
    'pbe_' || lpad((10000000 + n * 10 + e.place)::text, 26, '9'),
    'prd_' || lpad((10000000 + n)::text, 26, '9'),
    e.region, e.currency, 1000 + n % 900 + e.place, e.tier,
    now() + e.starts, now() + e.ends, now(),
    'price_bench_' || n || '_' || e.place, 'synced', now(), now(), now()
  from generate_series(1, ${PRODUCTS}) n
  cross join (values
    (0, null, 'USD', 1, interval '-90 days', null::interval),
    (1, null, 'USD', 10, interval '-90 days', null),
    (2, null, 'USD', 100, interval '-90 days', null),
    (3, 'US', 'USD', 1, interval '-90 days', interval '10 days'),
    (4, 'US', 'USD', 1, interval '10 days', null),
    (5, null, 'CAD', 1, interval '-90 days', null),
    (6, null, 'CAD', 10, interval '-90 days', null),
    (7, 'CA', 'CAD', 1, interval '-90 days', null),
    (8, null, 'EUR', 1, interval '-90 days', interval '-40 days'),
    (9, null, 'EUR', 1, interval '-40 days', null)
  ) as e (place, region, currency, tier, starts, ends)`

/** 5,000 agreements of ten lines; the company that asks has five of them. */
const agreements = `
  insert into price_agreements
    (id, company_id, name, status, currency, valid_from, activated_at, created_at, updated_at)
  select
    'pag_' || lpad((10000000 + n)::text, 26, '9'),
    case when n <= 5 then '${COMPANY}' else 'com_00000000000000000000000001' end,
    'Agreement ' || n, 'active', 'USD', now() - interval '1 day', now(), now(), now()
  from generate_series(1, 5000) n;
  insert into price_agreement_lines
    (id, price_agreement_id, company_id, position, product_id, kind, percent_off_bp, min_quantity)
  select
    'agl_' || lpad((10000000 + n * 10 + l)::text, 26, '9'),
    'pag_' || lpad((10000000 + n)::text, 26, '9'),
    case when n <= 5 then '${COMPANY}' else 'com_00000000000000000000000001' end,
    l + 1, 'prd_' || lpad((10000001 + (n * 37 + l * 11) % ${PRODUCTS})::text, 26, '9'), 'percentage', 1000, 1
  from generate_series(1, 5000) n
  cross join generate_series(0, 9) l`

/** Quotes of 500 lines over HTTP, beside the same lines asked for one by one. */
export async function benchQuote(options: { rounds: number; print: (line: string) => void }): Promise<void> {
  const { rounds, print } = options
  const platform = await startPlatformProcess()
  const timings = new Timings()
  const client = createBenchClient(platform.apiKey, timings, 1)
  try {
    await fill(platform.databaseUrl)
    const ask = (name: string, lines: object[]) =>
      client.call(name, 'POST', `${platform.apiUrl}/v1/pricing/quote`, { company_id: COMPANY, lines })
    for (let round = 0; round < 10; round += 1) await ask('(warm-up)', someLines())
    for (let round = 0; round < rounds; round += 1) await ask(`quote of ${LINES} lines`, someLines())
    const startedAt = performance.now()
    for (const line of someLines()) await ask('quote of one line', [line])
    const oneByOne = performance.now() - startedAt
    print('| operation | calls | p50 ms | p95 ms | p99 ms |')
    print('|---|---|---|---|---|')
    for (const { name, count, p50, p95, p99 } of timings.rows())
      print(`| ${name} | ${count} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${p99.toFixed(1)} |`)
    print(`${LINES} quotes of one line, one after the other: ${oneByOne.toFixed(0)} ms`)
  } finally {
    await client.close()
    await platform.stop()
  }
}

function someLines(): { sku: string; quantity: number }[] {
  return Array.from({ length: LINES }, () => ({
    sku: `BENCH-${randomInt(1, PRODUCTS + 1)}`,
    quantity: randomInt(1, 120),
  }))
}

async function fill(databaseUrl: string): Promise<void> {
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  try {
    await database.query(`
      insert into products (id, sku, name, created_at, updated_at)
      select 'prd_' || lpad((10000000 + n)::text, 26, '9'), 'BENCH-' || n, 'Benchmark ' || n, now(), now()
      from generate_series(1, ${PRODUCTS}) n`)
    await database.query(entries)
    await database.query(agreements)
    await database.query('analyze products, price_book_entries, price_agreements, price_agreement_lines')
  } finally {
    await database.end()
  }
}

import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { until } from '../src/entrypoints/cli/api-client.ts'
import { createBenchClient, Timings } from './client.ts'
import { type PlatformProcess, startPlatformProcess } from './platform-process.ts'

// Of ten objects three are sessions, three payments, three charges, and one is a refund.
const SHARE = 10
// One payment in a hundred has lost its webhook: what a reconciliation is for.
const LOST = 100
const AT_ONCE = 16
const SAMPLE_MS = 20
const SECRET = 'sk_test_simulator'

interface Session {
  id: string
  payment_intent: string | null
  amount_total: number
  created: number
}

/**
 * Objects at Stripe, all but every hundredth payment of them on record: a reconciliation, and the bare listing of the
 * same objects. The memory is that of the whole platform, its simulators among them.
 */
export async function benchReconciliation({
  objects: wanted,
  print,
}: {
  objects: number
  print: (line: string) => void
}): Promise<void> {
  const platform = await startPlatformProcess()
  const database = new pg.Client({ connectionString: platform.databaseUrl })
  await database.connect()
  const client = createBenchClient(platform.apiKey, new Timings(), 4)
  try {
    await fillStripe(platform, Math.round(wanted / SHARE))
    const sessions = (await listAll<Session>(platform, '/v1/checkout/sessions')).filter(
      ({ payment_intent: intent }) => intent !== null,
    )
    await recordHere(database, platform, sessions)
    const startedListing = performance.now()
    let objects = 0
    for (const path of ['/v1/checkout/sessions', '/v1/payment_intents', '/v1/charges', '/v1/refunds'])
      objects += (await listAll(platform, path)).length
    print(`listing ${objects} objects, nothing else: ${secondsSince(startedListing)} s`)
    for (const name of ['reconciliation', 'the same again']) {
      const before = await residentMb(platform.pid)
      let peak = before
      const watch = setInterval(() => {
        void residentMb(platform.pid).then((now) => {
          peak = Math.max(peak, now)
        })
      }, SAMPLE_MS)
      const startedAt = performance.now()
      const window = {
        from: new Date(Date.now() - 86_400_000).toISOString(),
        to: new Date(Date.now() + 60_000).toISOString(),
      }
      const url = `${platform.apiUrl}/v1/reconciliations`
      const { id } = await client.call<{ id: string }>('start', 'POST', url, window)
      const report = await until(
        'the reconciliation',
        () =>
          client.call<{ status: string; compared: Record<string, number>; difference_count: number }>(
            'read',
            'GET',
            `${url}/${id}`,
          ),
        ({ status }) => status === 'completed',
        300_000,
      )
      clearInterval(watch)
      const compared = Object.values(report.compared).reduce((sum, count) => sum + count, 0)
      print(
        `${name}: ${compared} objects in ${secondsSince(startedAt)} s, ${report.difference_count} differences, RSS +${(peak - before).toFixed(0)} MB from ${before.toFixed(0)}`,
      )
    }
  } finally {
    await client.close()
    await database.end()
    await platform.stop()
  }
}

/** Paid sessions and refunds, none of which tells anybody. */
async function fillStripe({ simulators: { stripe } }: PlatformProcess, share: number): Promise<void> {
  await post(`${stripe}/control/faults`, { webhookDropRate: 1 }, 'PUT')
  const form = new URLSearchParams({
    mode: 'payment',
    success_url: 'https://bench.example/done',
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': 'usd',
    'line_items[0][price_data][unit_amount]': '12500',
    'line_items[0][price_data][product_data][name]': 'Mounting kit',
  }).toString()
  await inParallel(3 * share, async (index) => {
    const response = await fetch(`${stripe}/v1/checkout/sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: form,
    })
    const { id } = (await response.json()) as Session
    await post(`${stripe}/control/sessions/${id}/pay`, { outcome: 'succeed' })
    if (index < share) await post(`${stripe}/control/refunds`, { session: id, amount: 100 })
  })
}

/** What the webhooks would have left here, but for those that were lost. */
async function recordHere(
  database: pg.Client,
  platform: PlatformProcess,
  sessions: readonly Session[],
): Promise<void> {
  const refunds = await listAll<{ id: string; payment_intent: string; amount: number }>(
    platform,
    '/v1/refunds',
  )
  const kept = sessions.slice(Math.round(sessions.length / LOST))
  await database.query(
    `with given as (
       select row_number() over () as n, s.*
       from jsonb_to_recordset($1::jsonb) as s (id text, payment_intent text, amount_total bigint, created bigint)
     ), ids as (
       select given.*, lpad(to_hex(n), 26, '0') as tail, c.id as company_id
       from given cross join (select id from companies order by id limit 1) c
     ), ordered as (
       insert into orders (id, company_id, status, currency, total_minor, prices_expire_at, paid_at, created_by,
         created_at, updated_at)
       select 'ord_' || tail, company_id, 'paid', 'USD', amount_total, now(), now(), 'bench', now(), now() from ids
     ), linked as (
       insert into checkout_sessions (id, order_id, company_id, attempt, provider_session_id, status, url,
         amount_minor, currency, payment_intent_id, expires_at, created_at, closed_at)
       select 'chk_' || tail, 'ord_' || tail, company_id, 1, id, 'complete', '', amount_total, 'USD', payment_intent,
         now(), to_timestamp(created), now()
       from ids
     )
     insert into payment_records (id, company_id, order_id, provider, provider_payment_id, provider_session_id,
       amount_minor, currency, received_at, created_at)
     select 'pay_' || tail, company_id, 'ord_' || tail, 'stripe', payment_intent, id, amount_total, 'USD',
       to_timestamp(created), now()
     from ids`,
    [JSON.stringify(kept)],
  )
  await database.query(
    `insert into refunds (id, payment_id, company_id, provider_refund_id, amount_minor, currency, status, origin,
       created_at, updated_at)
     select 'rfn_' || lpad(to_hex(row_number() over ()), 26, '0'), p.id, p.company_id, r.id, r.amount, 'USD',
       'succeeded', 'provider', now(), now()
     from jsonb_to_recordset($1::jsonb) as r (id text, payment_intent text, amount bigint)
     join payment_records p on p.provider_payment_id = r.payment_intent`,
    [JSON.stringify(refunds)],
  )
}

async function listAll<T extends { id: string }>(
  { simulators: { stripe } }: PlatformProcess,
  path: string,
): Promise<T[]> {
  const all: T[] = []
  for (;;) {
    const after = all.at(-1)?.id
    const cursor = after === undefined ? '' : `&starting_after=${after}`
    const response = await fetch(`${stripe}${path}?limit=100${cursor}`, {
      headers: { authorization: `Bearer ${SECRET}` },
    })
    const page = (await response.json()) as { data: T[]; has_more: boolean }
    all.push(...page.data)
    if (!page.has_more) return all
  }
}

async function post(url: string, body: object, method = 'POST'): Promise<void> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${url} was answered ${response.status}`)
}

async function inParallel(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    while (next < count) {
      const index = next
      next += 1
      await work(index)
    }
  })
  await Promise.all(lanes)
}

function secondsSince(startedAt: number): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1)
}

async function residentMb(pid: number): Promise<number> {
  const [, kib] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kib) / 1024
}

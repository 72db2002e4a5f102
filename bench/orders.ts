import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { createBenchClient, Timings } from './client.ts'
import { followEvents } from './event-follower.ts'
import { type PlatformProcess, startPlatformProcess } from './platform-process.ts'
import { stockUp, wholeOrder } from './whole-order.ts'

const run = promisify(execFile)

interface Counters {
  statements: number
  /** Transactions that wrote something: each takes one transaction id, and waits for the disk once. */
  commits: number
  /** With single reads, which PostgreSQL counts as transactions of their own. */
  transactions: number
}

/** Whole orders a second at several concurrencies, order details a second, and pgbench on the same server. */
export async function benchOrders(options: {
  seconds: number
  concurrencies: readonly number[]
  print: (line: string) => void
}): Promise<void> {
  const { print } = options
  const platform = await startPlatformProcess()
  const database = new pg.Client({ connectionString: platform.databaseUrl })
  await database.connect()
  try {
    await database.query('create extension if not exists pg_stat_statements')
    print(
      `ready after ${platform.readySeconds.toFixed(1)} s (first start), RSS ${await rssMb(platform.pid)} MB`,
    )
    await measure(platform, database, { concurrency: 4, seconds: 3, print: () => undefined })
    // As pgbench does before its run: a table that was empty a moment ago has the plans of an empty table.
    await database.query('analyze')
    for (const concurrency of options.concurrencies) {
      await measure(platform, database, { concurrency, seconds: options.seconds, print })
    }
    await measureDetails(platform, options.seconds, print)
    print(`RSS after the load: ${await rssMb(platform.pid)} MB (without the database)`)
    await measurePgbench(platform.databaseUrl, print)
  } finally {
    await database.end()
    await platform.stop()
  }
}

async function measure(
  platform: PlatformProcess,
  database: pg.Client,
  { concurrency, seconds, print }: { concurrency: number; seconds: number; print: (line: string) => void },
): Promise<void> {
  const timings = new Timings()
  const client = createBenchClient(platform.apiKey, timings, concurrency + 1)
  const serials = await stockUp(
    platform,
    client,
    10_000,
    `${concurrency}${Date.now().toString(36).toUpperCase()}`,
  )
  const events = await followEvents(client, platform.apiUrl)
  await quiet(database)
  const before = await counters(database)
  const looksBefore = events.looks()
  const startedAt = performance.now()
  let orders = 0
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() - startedAt < seconds * 1000) {
        await wholeOrder(platform, client, events, serials)
        orders += 1
      }
    }),
  )
  const elapsed = (performance.now() - startedAt) / 1000
  events.stop()
  const looks = events.looks() - looksBefore
  await quiet(database)
  const after = await counters(database)
  await client.close()
  const anOrder = (counter: keyof Counters, ours = 0) =>
    ((after[counter] - before[counter] - ours) / orders).toFixed(1)
  print(
    `\nconcurrency ${concurrency}: ${(orders / elapsed).toFixed(1)} whole orders/s (${orders} orders); ` +
      `an order takes ${anOrder('statements', looks)} statements and ${anOrder('commits')} commits, ` +
      `${anOrder('transactions', looks)} transactions with single reads ` +
      `(${(looks / orders).toFixed(1)} looks of the bench at the timeline left out)`,
  )
  print('| operation | calls | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|---|')
  for (const { name, count, p50, p95, p99 } of timings.rows()) {
    print(`| ${name} | ${count} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${p99.toFixed(1)} |`)
  }
}

async function measureDetails(
  platform: PlatformProcess,
  seconds: number,
  print: (line: string) => void,
): Promise<void> {
  const timings = new Timings()
  const client = createBenchClient(platform.apiKey, timings, 32)
  const { data } = await client.call<{ data: { id: string }[] }>(
    'listOrders',
    'GET',
    `${platform.apiUrl}/v1/orders?limit=100`,
  )
  const startedAt = performance.now()
  let reads = 0
  await Promise.all(
    Array.from({ length: 32 }, async (_unit, lane) => {
      for (let index = lane; performance.now() - startedAt < seconds * 1000; index += 1) {
        await client.call(
          'getOrder',
          'GET',
          `${platform.apiUrl}/v1/orders/${data[index % data.length]?.id ?? ''}`,
        )
        reads += 1
      }
    }),
  )
  const elapsed = (performance.now() - startedAt) / 1000
  await client.close()
  const row = timings.rows().find(({ name }) => name === 'getOrder')
  print(
    `\norder details: ${(reads / elapsed).toFixed(0)}/s at concurrency 32, p50 ${row?.p50.toFixed(1) ?? '-'} ms, p99 ${row?.p99.toFixed(1) ?? '-'} ms`,
  )
}

async function counters(database: pg.Client): Promise<Counters> {
  // A statement of ours is counted too; it is one of thousands.
  const { rows } = await database.query<Record<keyof Counters, string>>(`
    select
      (select sum(calls) from pg_stat_statements) as statements,
      pg_snapshot_xmax(pg_current_snapshot())::text as commits,
      (select xact_commit from pg_stat_database where datname = current_database()) as transactions`)
  const [row] = rows
  return {
    statements: Number(row?.statements ?? 0),
    commits: Number(row?.commits ?? 0),
    transactions: Number(row?.transactions ?? 0),
  }
}

/** Waits until statistics are flushed and background work has settled. */
async function quiet(database: pg.Client): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await database.query('select pg_stat_clear_snapshot()')
}

async function rssMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

async function measurePgbench(databaseUrl: string, print: (line: string) => void): Promise<void> {
  const url = new URL(databaseUrl)
  url.pathname = '/pgbench'
  const admin = new pg.Client({ connectionString: databaseUrl })
  await admin.connect()
  try {
    await admin.query('create database pgbench')
    await run('pgbench', ['-i', '-q', '-s', '10', url.toString()])
    for (const clients of [1, 8, 32]) {
      const { stdout } = await run('pgbench', [
        '-n',
        '-M',
        'prepared',
        '-N',
        '-T',
        '5',
        '-j',
        '1',
        '-c',
        String(clients),
        url.toString(),
      ])
      print(
        `pgbench simple-update, ${clients} clients: ${/tps = ([\d.]+)/.exec(stdout)?.[1] ?? '?'} transactions/s`,
      )
    }
  } catch (error) {
    const isAbsent = (error as { code?: string }).code === 'ENOENT'
    print(
      isAbsent ? 'pgbench is not installed here, so it was left out.' : `pgbench failed: ${String(error)}`,
    )
  } finally {
    await admin.query('drop database if exists pgbench')
    await admin.end()
  }
}

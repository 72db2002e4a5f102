/** PostgreSQL servers of the tests' own, from the embedded programs: one to share, and private ones to break. */
import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import {
  EmbeddedPostgresUnavailable,
  type RunningPostgres,
  startEmbeddedPostgres,
} from '../../src/adapters/embedded-postgres/embedded-postgres.ts'
import { isAlive } from './processes.ts'

/** Test data need not outlive the machine. What tests see of transactions is the same. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }
const SLOTS = 8

export interface TestServer {
  url: string
  stop(): Promise<void>
}

/**
 * One server per process that asks, on a folder kept for the next run: that saves preparing it each time, and a
 * server that a killed run left behind is taken over instead of running for ever.
 */
export async function startEmbeddedTestServer(): Promise<TestServer> {
  const clone = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8)
  const owner = String(process.getuid?.() ?? 0)
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const dataDir = path.join(tmpdir(), `waybill-test-${owner}-${clone}-${String(slot)}`)
    const server = await startOrUndefined(dataDir)
    if (server === undefined) continue
    await dropLeftovers(server.connectionString)
    return { url: server.connectionString, stop: () => server.stop() }
  }
  throw new Error(`All ${String(SLOTS)} test servers of this clone are in use: end some test runs`)
}

/** Undefined when another test run has the folder. */
async function startOrUndefined(dataDir: string): Promise<RunningPostgres | undefined> {
  try {
    await makeOwnFolder(dataDir)
    return await startEmbeddedPostgres({ dataDir, settings: SETTINGS })
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresUnavailable)) throw error
    if (error.reason === 'in_use') return undefined
    // Of another major version, or broken by a power cut: it holds nothing that anyone wants to keep.
    await rm(dataDir, { recursive: true, force: true })
    await makeOwnFolder(dataDir)
    return startEmbeddedPostgres({ dataDir, settings: SETTINGS })
  }
}

/** The temporary folder is open to everyone, so a folder found there may be another user's. */
async function makeOwnFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const found = await lstat(folder)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(`${folder} belongs to another user: remove it, or set TEST_DATABASE_URL`)
  }
  await chmod(folder, 0o755)
}

async function dropLeftovers(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database where datname ~ '^waybill_(test|template)_'`,
    )
    for (const { name } of rows) await client.query(`drop database ${name} with (force)`)
  } finally {
    await client.end()
  }
}

export interface PrivateServer {
  url: string
  port: number
  /** `fast` ends sessions in order; `immediate` is a crash that the next start recovers from. */
  stop(mode: 'fast' | 'immediate'): Promise<void>
  /** On the same port, with the same data. */
  start(): Promise<void>
  /** Stops it and deletes its data. */
  remove(): Promise<void>
}

/** A server that a test may stop and start: what happens to our processes when theirs goes away. */
export async function startPrivateServer(): Promise<PrivateServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-private-'))
  await chmod(dataDir, 0o755)
  let running: RunningPostgres | undefined = await startEmbeddedPostgres({ dataDir, settings: SETTINGS })
  const { connectionString: url, port } = running
  return {
    url,
    port,
    async stop(mode) {
      if (running === undefined) return
      if (mode === 'immediate') await crash(running.processId)
      await running.stop()
      running = undefined
    },
    async start() {
      if (running !== undefined) return
      running = await startEmbeddedPostgres({ dataDir, port, settings: SETTINGS })
      if (running.port !== port)
        throw new Error(`Port ${String(port)} was taken while the server was stopped`)
    },
    async remove() {
      await running?.stop()
      running = undefined
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function crash(pid: number): Promise<void> {
  process.kill(pid, 'SIGQUIT')
  const limit = performance.now() + 6_000
  while (isAlive(pid)) {
    if (performance.now() > limit) throw new Error(`PostgreSQL (process ${String(pid)}) did not stop`)
    await delay(10)
  }
}

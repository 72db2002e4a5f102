import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import {
  checkVersion,
  createCluster,
  OWNER,
  passwordPath,
  readPassword,
  resetPassword,
  writePassword,
} from './cluster.ts'
import { choosePlace, findCluster } from './cluster-place.ts'
import { lockDataDir } from './data-lock.ts'
import { anyPort, choosePort, rememberPort } from './free-port.ts'
import { type Postmaster, type PostmasterOrder, startPostmaster, stopOrphan } from './postmaster.ts'
import { findPrograms } from './programs.ts'
import { chooseServerUser } from './server-user.ts'
import { EmbeddedPostgresUnavailable, explainFault, faultCode } from './unavailable.ts'

export { EmbeddedPostgresUnavailable } from './unavailable.ts'

export interface EmbeddedPostgresOptions {
  dataDir: string
  /** Preferred, not promised: when it is taken a free one is used. */
  port?: number | undefined
  /** Server settings over our defaults; address, port and socket folder stay ours. */
  settings?: Record<string, string> | undefined
  /** Called when the server ends without our asking. */
  onExit?: ((reason: string) => void) | undefined
}

export interface RunningPostgres {
  connectionString: string
  port: number
  /** The server's main process. */
  processId: number
  /** PGDATA. */
  clusterFolder: string
  firstStart: boolean
  /** Safe to repeat. */
  stop(): Promise<void>
}

const START_ATTEMPTS = 20
const ATTACHED_WAIT_MS = 250

/**
 * PostgreSQL 18 from the npm packages on a data folder of its own, for one Waybill at a time. Started again after
 * a crash it stops what the crash left running and carries on with the same data. Throws
 * EmbeddedPostgresUnavailable where it cannot serve.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<RunningPostgres> {
  if (process.platform === 'win32') {
    throw new EmbeddedPostgresUnavailable(
      'The embedded PostgreSQL runs on Linux and macOS: on Windows use WSL, or set DATABASE_URL to a running PostgreSQL.',
    )
  }
  try {
    await mkdir(options.dataDir, { recursive: true })
    return await startLocked(await realpath(options.dataDir), options)
  } catch (error) {
    throw explainFault(error, options.dataDir)
  }
}

async function startLocked(dataDir: string, options: EmbeddedPostgresOptions): Promise<RunningPostgres> {
  const lock = await lockDataDir(dataDir)
  let postmaster: Postmaster | undefined
  try {
    const { order, password, firstStart } = await prepare(dataDir, options)
    const started = await startOnFreePort(order)
    postmaster = started.postmaster
    if (firstStart) await createDatabase(started.port, password)
    else await checkDatabase(dataDir, started.port, password)
    await rememberPort(dataDir, started.port)
    // After the server's own handler: a process that only exits leaves neither server nor lock.
    process.once('exit', lock.release)
    const { pid, stop } = started.postmaster
    return {
      connectionString: connectionString(started.port, password, OWNER),
      port: started.port,
      processId: pid,
      clusterFolder: order.cluster,
      firstStart,
      stop: once(async () => {
        await stop()
        process.off('exit', lock.release)
        lock.release()
      }),
    }
  } catch (error) {
    await postmaster?.stop()
    lock.release()
    throw error
  }
}

interface Preparation {
  order: PostmasterOrder
  password: string
  firstStart: boolean
}

async function prepare(dataDir: string, options: EmbeddedPostgresOptions): Promise<Preparation> {
  const existing = await findCluster(dataDir)
  const user = await chooseServerUser(existing?.cluster)
  const programs = await findPrograms(user)
  const place = existing ?? (await choosePlace(dataDir, user))
  const kept = await readPassword(dataDir)
  const password = kept ?? (await writePassword(dataDir))
  if (existing === undefined) {
    await createCluster(programs, place, user, password)
  } else {
    await checkVersion(programs, place)
    await stopOrphan(place.cluster)
    if (kept === undefined) await resetPassword(programs, place, user, password)
  }
  const order = {
    programs,
    cluster: place.cluster,
    user,
    port: await choosePort(dataDir, options.port),
    logFile: join(dataDir, 'postgres.log'),
    settings: options.settings ?? {},
    onExit: options.onExit ?? (() => undefined),
  }
  return { order, password, firstStart: existing === undefined }
}

/** Between looking for a free port and binding it another program may take it. */
async function startOnFreePort(first: PostmasterOrder): Promise<{ postmaster: Postmaster; port: number }> {
  let order = first
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const started = await startPostmaster(order)
    if (started === 'port_taken') order = { ...order, port: await anyPort() }
    else if (started === 'still_attached') await delay(ATTACHED_WAIT_MS)
    else return { postmaster: started, port: order.port }
  }
  throw new EmbeddedPostgresUnavailable(
    `PostgreSQL did not start in ${String(START_ATTEMPTS)} attempts: see ${order.logFile}, or set DATABASE_URL to a running PostgreSQL.`,
  )
}

/** Also the proof that the server on this port is ours: no other one knows the password. */
async function checkDatabase(dataDir: string, port: number, password: string): Promise<void> {
  try {
    await query(connectionString(port, password, OWNER), 'select 1')
  } catch (error) {
    if (faultCode(error) === '28P01') {
      throw new EmbeddedPostgresUnavailable(
        `The password in ${passwordPath(dataDir)} is not the database's: delete that file to have a new one set.`,
        { cause: error },
      )
    }
    // 3D000: the first start was cut off before it made the database.
    if (faultCode(error) !== '3D000') throw error
    await createDatabase(port, password)
  }
}

async function createDatabase(port: number, password: string): Promise<void> {
  await query(connectionString(port, password, 'postgres'), `create database ${OWNER}`)
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

function connectionString(port: number, password: string, database: string): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${String(port)}/${database}`
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= action())
}

import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Programs } from './programs.ts'
import { complaintIn, PROGRAM_ENVIRONMENT, type ServerUser } from './run-program.ts'
import { commandLine, processBirth, signal } from './running-process.ts'
import { EmbeddedPostgresUnavailable, faultCode } from './unavailable.ts'

export interface Postmaster {
  pid: number
  /** Ends open work and stops, at most about three seconds later. */
  readonly stop: () => Promise<void>
}

export interface PostmasterOrder {
  programs: Programs
  cluster: string
  user: ServerUser | undefined
  port: number
  logFile: string
  settings: Record<string, string>
  onExit: (reason: string) => void
}

const POLL_MS = 10
// Replaying a full max_wal_size of log after a crash takes tens of seconds on a slow disk.
const START_LIMIT_MS = 120_000
const FAST_STOP_MS = 2_500
const IMMEDIATE_STOP_MS = 500
const ZOMBIE_LIMIT_MS = 500
const ORPHAN_STOP_MS = 20_000
const LOG_LIMIT_BYTES = 5_000_000

const SETTINGS: Record<string, string> = {
  fsync: 'on',
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  max_connections: '100',
  wal_compression: 'on',
  max_wal_size: '2GB',
  // The tables of a young cluster outgrow their statistics within seconds. What is read by its id is found by its index
  // even while its table is small, so that a plan that is kept stays right as the table grows.
  autovacuum_naptime: '15s',
  random_page_cost: '1.1',
  shared_preload_libraries: 'pg_stat_statements',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/**
 * Starts the server and waits until it takes connections. `port_taken`: another program has the port;
 * `still_attached`: a killed server's last sessions have not noticed yet that it is gone.
 */
export async function startPostmaster(
  order: PostmasterOrder,
): Promise<Postmaster | 'port_taken' | 'still_attached'> {
  const log = await openLog(order.logFile)
  let child: ChildProcess
  try {
    child = spawn(order.programs.postgres, serverArguments(order), {
      // Its own process group: Ctrl-C in a terminal reaches us alone, and we stop the server in our order.
      detached: true,
      cwd: '/',
      env: PROGRAM_ENVIRONMENT,
      stdio: ['ignore', log.handle.fd, log.handle.fd],
      ...order.user,
    })
  } finally {
    await log.handle.close()
  }
  const { pid } = child
  const life = { ended: undefined as string | undefined, wanted: false, ready: false }
  child.once('error', (error) => {
    life.ended = error.message
  })
  child.once('exit', (code, name) => {
    process.off('exit', askToStop)
    life.ended = name === null ? `exit code ${String(code)}` : `signal ${name}`
    if (life.ready && !life.wanted)
      order.onExit(`PostgreSQL stopped by itself (${life.ended}); see ${order.logFile}`)
  })
  const askToStop = (): void => {
    life.wanted = true
    if (pid !== undefined && life.ended === undefined) signal(pid, 'SIGINT')
  }
  process.on('exit', askToStop)
  child.unref()

  const stop = async (): Promise<void> => {
    askToStop()
    if (await until(() => life.ended !== undefined, FAST_STOP_MS)) return
    // Stops without a checkpoint; the write-ahead log makes that good at the next start.
    if (pid !== undefined) signal(pid, 'SIGQUIT')
    await until(() => life.ended !== undefined, IMMEDIATE_STOP_MS)
  }

  const settled = await until(
    async () => life.ended !== undefined || (await isReady(order.cluster, pid)),
    START_LIMIT_MS,
  )
  if (pid !== undefined && settled && life.ended === undefined) {
    life.ready = true
    return { pid, stop }
  }
  await stop()
  process.off('exit', askToStop)
  const written = (await readFile(order.logFile)).subarray(log.size).toString()
  if (/address already in use/i.test(written)) return 'port_taken'
  if (/pre-existing shared memory block/.test(written)) return 'still_attached'
  const fault = written.trim() === '' ? (life.ended ?? 'no answer') : complaintIn(written)
  throw new EmbeddedPostgresUnavailable(
    `PostgreSQL did not start (${fault}): see ${order.logFile}, or set DATABASE_URL to a running PostgreSQL.`,
  )
}

/**
 * A process of ours that was killed leaves its server running. The caller holds the data folder's lock, so nobody
 * else uses it; the server is asked to stop the orderly way and never killed, which would endanger the data.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const pid = Number((await postmasterFile(cluster))[0])
  if (!(pid > 1) || !signal(pid, 0)) return
  const isOurs = (await processBirth(pid)) !== undefined && (await commandLine(pid)).includes(cluster)
  if (!isOurs) {
    // A zombie, or another program that has the number now. PostgreSQL looks at the number alone and would refuse.
    const left = await until(() => !signal(pid, 0), ZOMBIE_LIMIT_MS)
    if (!left) await rm(join(cluster, 'postmaster.pid'), { force: true })
    return
  }
  signal(pid, 'SIGINT')
  if (await until(async () => (await processBirth(pid)) === undefined, ORPHAN_STOP_MS)) return
  throw new EmbeddedPostgresUnavailable(
    `An earlier PostgreSQL (process ${String(pid)}) still runs in ${cluster} and does not stop: stop it by "kill -INT ${String(pid)}", or set DATA_DIR to another folder.`,
    { reason: 'in_use' },
  )
}

function serverArguments(order: PostmasterOrder): string[] {
  const settings = {
    ...SETTINGS,
    ...order.settings,
    port: String(order.port),
    listen_addresses: '127.0.0.1',
    // A socket's path may not exceed some 100 bytes, which a deep clone does; TCP is enough.
    unix_socket_directories: '',
  }
  return [
    '-D',
    order.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}

async function openLog(path: string): Promise<{ handle: Awaited<ReturnType<typeof open>>; size: number }> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LOG_LIMIT_BYTES) await rename(path, `${path}.1`)
  const handle = await open(path, 'a', 0o600)
  if (process.getuid?.() === 0) {
    // One start as root must not shut the folder's owner out of the log.
    const owner = await stat(dirname(path))
    await handle.chown(owner.uid, owner.gid)
  }
  return { handle, size: size > LOG_LIMIT_BYTES ? 0 : size }
}

/** PostgreSQL writes its state into line 8 of this file: cheaper to ask than a connection. */
async function isReady(cluster: string, pid: number | undefined): Promise<boolean> {
  const lines = await postmasterFile(cluster)
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready'
}

async function postmasterFile(cluster: string): Promise<string[]> {
  try {
    return (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return []
    throw error
  }
}

async function until(condition: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
  const limit = performance.now() + limitMs
  while (!(await condition())) {
    if (performance.now() > limit) return false
    await delay(POLL_MS)
  }
  return true
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inheritedEnvironment } from '../bootstrap/config.ts'

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url))
const READY_WITHIN_MS = 60_000

/** What a platform writes into its data directory once it is ready. */
interface PlatformRecord {
  pid: number
  apiUrl: string
  databaseUrl: string
  simulators: { stripe: string; usps: string; legacy: string; slack: string }
}

export interface OwnPlatform extends PlatformRecord {
  apiKey: string
  stop(): Promise<void>
}

/**
 * Starts the program of `npm start` as a process of its own, by default on free ports with data that is gone
 * afterwards. `environment` overrides settings.
 */
export async function startOwnPlatform(
  options: { dataDir?: string; environment?: Record<string, string> } = {},
): Promise<OwnPlatform> {
  const dataDir = resolve(options.dataDir ?? (await mkdtemp(join(tmpdir(), 'waybill-own-'))))
  const child = spawn(await startScript(), {
    shell: true,
    cwd: PROJECT,
    env: inheritedEnvironment({
      NODE_ENV: 'test',
      PORT: '0',
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
      ...options.environment,
      DATA_DIR: dataDir,
    }),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const record = await waitForRecord(dataDir, child)
  return {
    ...record,
    apiKey: (await readFile(join(dataDir, 'dev-api-key'), 'utf8')).trim(),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await ended
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** What `npm start` runs: it becomes the platform's own process, so that a signal to it reaches the platform. */
async function startScript(): Promise<string> {
  const manifest = await readFile(join(PROJECT, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { scripts: { start: string } }).scripts.start
}

async function waitForRecord(dataDir: string, child: ChildProcess): Promise<PlatformRecord> {
  const until = Date.now() + READY_WITHIN_MS
  while (Date.now() < until) {
    if (child.exitCode !== null)
      throw new Error('The platform ended before it was ready; its reason is above.')
    // Not there yet, or only half of it is.
    const record = await readFile(join(dataDir, 'platform.json'), 'utf8')
      .then((text) => JSON.parse(text) as PlatformRecord)
      .catch(() => null)
    // A record of another process is left over from one that was killed.
    if (record?.pid === child.pid && record !== null) return record
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  child.kill('SIGKILL')
  throw new Error('The platform was not ready after a minute.')
}

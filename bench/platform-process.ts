import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../src/entrypoints/platform/main.ts', import.meta.url))

export interface PlatformProcess {
  pid: number
  apiUrl: string
  apiKey: string
  databaseUrl: string
  simulators: { stripe: string; usps: string; legacy: string; slack: string }
  readySeconds: number
  stop(): Promise<void>
}

/** Starts `npm start`'s own program as a process of its own, on free ports with data of its own. */
export async function startPlatformProcess(dataDir?: string): Promise<PlatformProcess> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'waybill-bench-')))
  const startedAt = performance.now()
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, NODE_ENV: 'test', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const record = await waitForRecord(folder, child)
  return {
    ...record,
    pid: child.pid ?? 0,
    apiKey: (await readFile(join(folder, 'dev-api-key'), 'utf8')).trim(),
    readySeconds: (performance.now() - startedAt) / 1000,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Record {
  apiUrl: string
  databaseUrl: string
  simulators: PlatformProcess['simulators']
}

async function waitForRecord(folder: string, child: ChildProcess): Promise<Record> {
  const until = Date.now() + 60_000
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error('the platform ended before it was ready')
    try {
      const record = JSON.parse(await readFile(join(folder, 'platform.json'), 'utf8')) as Record & { pid: number }
      if (record.pid === child.pid) return record
    } catch {
      // not written yet
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the platform was not ready after a minute')
}

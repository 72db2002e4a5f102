import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import pg from 'pg'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { isAlive } from '../support/processes.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const STOPS_WITHIN_MS = 5_000

describe('npm start', function () {
  this.timeout(60_000)
  let dataDir: string

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-start-'))
  })
  after(async () => {
    await rm(dataDir, { recursive: true, force: true })
  })

  interface Started {
    npm: ChildProcess
    /** Of the platform, which is not npm's. */
    pid: number
    databaseUrl: string
  }

  async function started(): Promise<Started> {
    const npm = spawn('npm', ['start'], {
      cwd: ROOT,
      env: {
        ...process.env,
        DATA_DIR: dataDir,
        DATABASE_URL: '',
        NODE_ENV: 'test',
        PORT: '0',
        LOG_LEVEL: 'error',
      },
      stdio: 'ignore',
      detached: true,
    })
    const record = await until(
      'the platform to be ready',
      () => readFile(join(dataDir, 'platform.json'), 'utf8').catch(() => null),
      (text) => text !== null,
    )
    return { npm, ...(JSON.parse(record ?? '') as Omit<Started, 'npm'>) }
  }

  async function answers(databaseUrl: string): Promise<boolean> {
    const client = new pg.Client({ connectionString: databaseUrl })
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      return false
    }
  }

  const stops: [string, (npm: number) => void][] = [
    ['Ctrl-C in its terminal', (npm) => process.kill(-npm, 'SIGINT')],
    ['npm itself is told to end', (npm) => process.kill(npm, 'SIGTERM')],
  ]
  for (const [reason, stop] of stops) {
    it(`leaves nothing running when ${reason}`, async () => {
      const { npm, pid, databaseUrl } = await started()
      try {
        expect(await answers(databaseUrl)).to.equal(true)
        stop(npm.pid ?? 0)
        await until(
          'everything to end',
          async () => isAlive(pid) || (await answers(databaseUrl)),
          (isLeft) => !isLeft,
          STOPS_WITHIN_MS,
        )
      } finally {
        if (isAlive(pid)) process.kill(pid)
      }
    })
  }
})

import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { startApi } from '../api/server.ts'
import { buildApp, type Runtime } from '../bootstrap/build-app.ts'
import type { Config } from '../bootstrap/config.ts'
import { developmentApiKey } from '../bootstrap/dev-api-key.ts'
import { EmbeddedPostgresUnavailable, startEmbeddedPostgres } from '../bootstrap/embedded.ts'
import type { Overrides } from '../bootstrap/integrations.ts'
import { Lifecycle } from '../bootstrap/lifecycle.ts'
import { AddressUnusable, freePortFrom, hostInUrl, portInUse } from '../bootstrap/ports.ts'
import { DatabaseUnusable, prepareDatabase, seedDevelopment } from '../bootstrap/prepare-database.ts'
import { simulatorKeys } from '../bootstrap/simulator-keys.ts'
import { startScheduler } from '../scheduler/scheduler.ts'
import { type RunningSimulators, startSimulators } from '../simulators/main.ts'
import { startWorkers } from '../workers/workers.ts'

/** The platform cannot start; the message is one sentence with the remedy. */
export class PlatformUnstartable extends Error {}

export interface RunningPlatform {
  apiUrl: string
  apiKey: string
  databaseUrl: string
  simulators: RunningSimulators['urls']
  runtime: Runtime
  /** True while there is no order: the prices go to Stripe at once, and sample orders are made. */
  isFirstStart: boolean
  /** What the person who started it should know, in sentences. */
  remarks: string[]
  stop(): Promise<void>
}

/** How others on this machine find a running platform. */
export interface PlatformRecord {
  databaseUrl: string
  pid: number
  apiUrl: string
  simulators: RunningSimulators['urls']
}

export const recordPath = (dataDir: string): string => join(dataDir, 'platform.json')

const STOP_DEADLINE_MS = 2500

/** All of it in one process: database, schema, seeds, simulators, API, workers, scheduler. */
export async function startPlatform(config: Config, overrides: Overrides = {}): Promise<RunningPlatform> {
  const lifecycle = new Lifecycle()
  try {
    return await start(config, overrides, lifecycle)
  } catch (error) {
    await lifecycle.stop()
    if (
      error instanceof EmbeddedPostgresUnavailable ||
      error instanceof DatabaseUnusable ||
      error instanceof AddressUnusable
    ) {
      throw new PlatformUnstartable(error.message)
    }
    throw error
  }
}

async function start(config: Config, overrides: Overrides, lifecycle: Lifecycle): Promise<RunningPlatform> {
  if (config.environment === 'production') {
    throw new PlatformUnstartable(
      'npm start is the development platform with simulated outsiders: in production run the processes api, workers and scheduler.',
    )
  }
  const remarks: string[] = []
  const dataDir = resolve(config.dataDir)
  await mkdir(dataDir, { recursive: true }).catch((error: unknown) => {
    throw new PlatformUnstartable(
      `DATA_DIR ${dataDir} cannot be used (${(error as { code?: string }).code ?? ''}): set it to a folder that this user may write.`,
    )
  })
  // Before anything is made: who is told to choose another port starts for the first time once more.
  const port = await portFor(config, remarks)

  const database = await startDatabase(config, dataDir, lifecycle)
  await prepareDatabase(database.url, config.seller)
  await seedDevelopment(database.url)

  const localUrl = `http://${hostInUrl(config.host)}:${port}`
  const simulators = await startSimulatorsBeside(localUrl, port, dataDir, config)
  lifecycle.add('simulators', () => simulators.stop())

  const runtime = await buildApp({
    config,
    databaseUrl: database.url,
    publicUrl: config.publicUrl ?? localUrl,
    simulators: simulators.urls,
    supervises: true,
    overrides,
  })
  lifecycle.add('application', () => runtime.close())
  const { app } = runtime
  const apiKey = await developmentApiKey(app, dataDir)

  const workers = await startWorkers(runtime)
  lifecycle.add('workers', () => workers.stop(STOP_DEADLINE_MS))
  const api = await startApi(app, {
    host: config.host,
    port,
    publicUrl: config.publicUrl ?? localUrl,
    cursorSecret: apiKey,
  })
  lifecycle.add('api', () => api.stop(STOP_DEADLINE_MS))
  const scheduler = startScheduler(app)
  lifecycle.add('scheduler', () => scheduler.stop())
  const { data: orders } = await app.views.orders.list({}, { limit: 1, after: null })
  const isFirstStart = orders.length === 0
  if (isFirstStart) {
    const slot = `start ${app.clock.now().toISOString()}`
    await app.enqueueScheduledJob({ name: 'sync-unsynced-prices', slot })
    await app.enqueueScheduledJob({ name: 'sync-unsynced-agreement-prices', slot })
  }

  const record: PlatformRecord = {
    pid: process.pid,
    apiUrl: localUrl,
    databaseUrl: database.url,
    simulators: simulators.urls,
  }
  // Readers never see half of it.
  await writeFile(`${recordPath(dataDir)}.new`, JSON.stringify(record), { mode: 0o600 })
  await rename(`${recordPath(dataDir)}.new`, recordPath(dataDir))
  lifecycle.add('record', () => rm(recordPath(dataDir), { force: true }))

  return {
    apiUrl: localUrl,
    apiKey,
    databaseUrl: database.url,
    simulators: simulators.urls,
    runtime,
    isFirstStart,
    remarks,
    async stop() {
      const failures = await lifecycle.stop()
      for (const failure of failures) app.logger.warn({ failure }, 'a part did not stop cleanly')
    },
  }
}

async function portFor({ host, port: wanted, isPortChosen }: Config, remarks: string[]): Promise<number> {
  const port = await freePortFrom(host, wanted)
  if (port === wanted || wanted === 0) return port
  if (isPortChosen) throw portInUse(wanted)
  remarks.push(`Port ${wanted} is in use by another program, so the API listens on ${port} instead.`)
  return port
}

async function startDatabase(
  config: Config,
  dataDir: string,
  lifecycle: Lifecycle,
): Promise<{ url: string }> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl }
  const postgres = await startEmbeddedPostgres({ dataDir })
  lifecycle.add('database', () => postgres.stop())
  return { url: postgres.connectionString }
}

/** Just above the API's port, so that they are easy to find and stay where they were. */
async function startSimulatorsBeside(
  apiUrl: string,
  apiPort: number,
  dataDir: string,
  config: Config,
): Promise<RunningSimulators> {
  const ports = {
    stripe: 0,
    usps: 0,
    legacy: 0,
    slack: 0,
    mail: 0,
    smtp: 0,
    dhl: 0,
    canadaPost: 0,
    chitChats: 0,
  }
  let next = apiPort + 10
  for (const name of Object.keys(ports) as (keyof typeof ports)[]) {
    ports[name] = await freePortFrom(config.host, next)
    next = ports[name] + 1
  }
  return startSimulators({
    dataDir: join(dataDir, 'simulators'),
    host: config.host,
    ports,
    stripe: { ...simulatorKeys.stripe, webhookUrl: `${apiUrl}/v1/webhooks/stripe` },
    usps: { ...simulatorKeys.usps, listenerUrl: `${apiUrl}/v1/webhooks/couriers/USPS` },
    dhl: { ...simulatorKeys.dhl, listenerUrl: `${apiUrl}/v1/webhooks/couriers/DHL` },
    canadaPost: simulatorKeys.canadaPost,
    chitChats: simulatorKeys.chitChats,
    legacy: simulatorKeys.legacy,
  })
}

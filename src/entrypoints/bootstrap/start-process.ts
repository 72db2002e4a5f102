import { buildApp, type Runtime } from './build-app.ts'
import { type Config, ConfigUnusable, readConfig } from './config.ts'
import { Lifecycle, stopOnSignal } from './lifecycle.ts'
import { AddressUnusable, hostInUrl } from './ports.ts'
import { DatabaseUnusable, explained } from './prepare-database.ts'

const STOP_DEADLINE_MS = 30_000

/**
 * Starts one part of Waybill as a process of its own over DATABASE_URL, whose schema is already there
 * (`waybill migrate`). Settings that cannot be used end the process with one sentence each.
 */
export async function startProcess(
  name: string,
  supervises: boolean,
  start: (runtime: Runtime, config: Config, lifecycle: Lifecycle) => Promise<string>,
): Promise<void> {
  const lifecycle = new Lifecycle()
  stopOnSignal(async () => {
    await lifecycle.stop()
  }, STOP_DEADLINE_MS)
  try {
    const config = readConfig()
    if (config.databaseUrl === null) {
      throw new DatabaseUnusable(`${name} needs DATABASE_URL: the embedded server belongs to npm start.`)
    }
    const { databaseUrl } = config
    const runtime = await buildApp({
      config,
      databaseUrl,
      publicUrl: config.publicUrl ?? `http://${hostInUrl(config.host)}:${config.port}`,
      simulators: simulatorDefaults,
      supervises,
    }).catch((error: unknown) => {
      throw explained(databaseUrl, error)
    })
    lifecycle.add('application', () => runtime.close())
    runtime.app.logger.info({ process: name }, await start(runtime, config, lifecycle))
  } catch (error) {
    await lifecycle.stop()
    const isExpected =
      error instanceof ConfigUnusable || error instanceof DatabaseUnusable || error instanceof AddressUnusable
    process.stderr.write(
      `${error instanceof Error ? (isExpected ? error.message : error.stack) : String(error)}\n`,
    )
    process.exit(1)
  }
}

// Where `npm run simulators` listens unless told otherwise. Production never gets here: it needs every key.
const simulatorDefaults = {
  stripe: 'http://127.0.0.1:4010',
  legacy: 'http://127.0.0.1:4012',
  slack: 'http://127.0.0.1:4013',
  smtp: 'smtp://127.0.0.1:4015',
  usps: 'http://127.0.0.1:4011',
  dhl: 'http://127.0.0.1:4016',
  canadaPost: 'http://127.0.0.1:4017',
  chitChats: 'http://127.0.0.1:4018',
}

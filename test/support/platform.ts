import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Contract, loadContract } from '../../src/entrypoints/api/contract/contract.ts'
import { checkLaws } from '../../src/entrypoints/bootstrap/check-laws.ts'
import { readConfig } from '../../src/entrypoints/bootstrap/config.ts'
import type { Overrides } from '../../src/entrypoints/bootstrap/integrations.ts'
import { prepareDatabase, seedDevelopment } from '../../src/entrypoints/bootstrap/prepare-database.ts'
import { type ApiClient, createApiClient, until } from '../../src/entrypoints/cli/api-client.ts'
import { type RunningPlatform, startPlatform } from '../../src/entrypoints/platform/platform.ts'
import { createTestDatabase } from './database.ts'

/** Schema, queues, reference rows and the development world. */
export async function prepareWorld(url: string): Promise<void> {
  await prepareDatabase(url, readConfig({}).seller)
  await seedDevelopment(url)
}

export interface TestPlatform extends RunningPlatform {
  api: ApiClient
  contract: Contract
  /** Waits until every price of the development world has its Stripe twin. */
  pricesSynced(): Promise<void>
  /** Posts to a simulator's control API and answers its JSON. */
  control(url: string, body: object, method?: 'POST' | 'PUT'): Promise<unknown>
  /** Laws that do not hold; a sound platform has none. */
  brokenLaws(): Promise<string[]>
  close(): Promise<void>
}

/** The whole platform in this process, on its own database, free ports and simulators of its own. */
export async function startTestPlatform(
  options: { overrides?: Overrides; databaseUrl?: string; settings?: Record<string, string> } = {},
): Promise<TestPlatform> {
  const database = options.databaseUrl === undefined ? await createTestDatabase(prepareWorld) : null
  const databaseUrl = options.databaseUrl ?? database?.url ?? ''
  const dataDir = await mkdtemp(join(tmpdir(), 'waybill-test-platform-'))
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'error',
    ...options.settings,
  })
  const platform = await startPlatform(config, options.overrides)
  await platform.runtime.app.enqueueScheduledJob({ name: 'sync-unsynced-prices', slot: 'test' })
  const api = createApiClient({ apiUrl: platform.apiUrl, apiKey: platform.apiKey, patienceMs: 5000 })
  return {
    ...platform,
    api,
    contract: loadContract(fileURLToPath(new URL('../../openapi.yaml', import.meta.url))),
    async pricesSynced() {
      await until(
        'every price to be synced',
        () => api.get<{ data: { sync_status: string }[] }>('/v1/price-book-entries?limit=100'),
        ({ data }) => data.every((entry) => entry.sync_status === 'synced'),
      )
    },
    async control(url, body, method = 'POST') {
      const response = await fetch(url, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return response.json()
    },
    async brokenLaws() {
      const findings = await checkLaws(databaseUrl)
      return findings
        .filter(({ violations }) => violations > 0)
        .map(({ law, sentence, examples }) => `${law} ${sentence}: ${examples.join(', ')}`)
    },
    async close() {
      await platform.stop()
      await database?.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

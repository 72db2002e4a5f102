import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'chai'
import pg from 'pg'
import { checkLaws } from '../../src/adapters/postgres/law-checker.ts'
import { createApiClient, until } from '../../src/entrypoints/cli/api-client.ts'
import { builtInOrder } from '../../src/entrypoints/cli/order-file.ts'
import { type OwnPlatform, startOwnPlatform } from '../../src/entrypoints/cli/own-platform.ts'
import { walkOrder } from '../../src/entrypoints/cli/walk-order.ts'
import { type PrivateServer, startPrivateServer } from '../support/embedded-test-server.ts'
import { isAlive } from '../support/processes.ts'

const WRITERS = 8

describe('a platform whose PostgreSQL goes away', function () {
  this.timeout(90_000)
  let server: PrivateServer
  let platform: OwnPlatform

  before(async () => {
    server = await startPrivateServer()
    const admin = new pg.Client({ connectionString: server.url })
    await admin.connect()
    // The servers of tests are lax about the disk; what this one acknowledges has to be there after a crash.
    await admin.query(`alter system set synchronous_commit = on`)
    await admin.query('select pg_reload_conf()')
    await admin.query('alter role current_user set synchronous_commit = on')
    await admin.end()
    platform = await startOwnPlatform({ environment: { DATABASE_URL: server.url } })
    const api = createApiClient(platform)
    await until(
      'every price to be synced',
      () => api.get<{ data: { sync_status: string }[] }>('/v1/price-book-entries?limit=100'),
      ({ data }) => data.every((entry) => entry.sync_status === 'synced'),
    )
  })

  after(async () => {
    await platform.stop()
    await server.remove()
  })

  async function orderIds(): Promise<Set<string>> {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    try {
      const { rows } = await client.query<{ id: string }>('select id from orders')
      return new Set(rows.map(({ id }) => id))
    } finally {
      await client.end()
    }
  }

  it('loses nothing that was acknowledged, and goes on by itself', async () => {
    const acknowledged = new Set<string>()
    const answers = new Map<number, number>()
    const state = { isOver: false }
    const writers = Array.from({ length: WRITERS }, async () => {
      while (!state.isOver) {
        const response = await fetch(`${platform.apiUrl}/v1/orders`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${platform.apiKey}`,
            'content-type': 'application/json',
            'idempotency-key': randomUUID(),
          },
          body: JSON.stringify({
            company_id: 'com_00000000000000000000000002',
            lines: [{ sku: 'MNT-KIT-1', quantity: 1 }],
          }),
          signal: AbortSignal.timeout(30_000),
        })
        const answer = (await response.json()) as { id?: string }
        answers.set(response.status, (answers.get(response.status) ?? 0) + 1)
        if (response.status === 201 && answer.id !== undefined) acknowledged.add(answer.id)
        else await delay(20)
      }
    })
    const recoveries: number[] = []
    try {
      for (const mode of ['immediate', 'immediate', 'fast'] as const) {
        await delay(700)
        await server.stop(mode)
        await delay(500)
        const before = acknowledged.size
        const startedAt = performance.now()
        await server.start()
        await until(
          'an order to be taken again',
          () => Promise.resolve(acknowledged.size),
          (size) => size > before,
        )
        recoveries.push((performance.now() - startedAt) / 1000)
      }
      await delay(300)
    } finally {
      state.isOver = true
      await Promise.all(writers)
    }
    expect(isAlive(platform.pid)).to.equal(true)
    const stored = await orderIds()
    expect([...acknowledged].filter((id) => !stored.has(id))).to.deep.equal([])
    // While the database is away the answer is 503, never a defect of ours.
    expect([...answers.keys()].filter((status) => status !== 201 && status !== 503)).to.deep.equal([])
    expect(answers.get(503) ?? 0).to.be.greaterThan(0)
    console.log(
      `      ${String(acknowledged.size)} orders acknowledged, ${String(answers.get(503))} answered 503; writing again ` +
        `${recoveries.map((one) => one.toFixed(2)).join(', ')} s after each start of PostgreSQL`,
    )
  })

  it('takes an order all the way afterwards, and no law is broken', async () => {
    const api = createApiClient(platform)
    const order = await walkOrder({
      api,
      simulators: platform.simulators,
      order: builtInOrder,
      upTo: 'completed',
      report: () => undefined,
    })
    expect(order.status).to.equal('completed')
    const ready = await fetch(`${platform.apiUrl}/readyz`)
    expect(ready.status).to.equal(200)
    await until(
      'the outbox to be empty',
      async () => (await checkLaws(server.url)).filter(({ violations }) => violations > 0),
      (broken) => broken.length === 0,
      10_000,
    )
  })
})

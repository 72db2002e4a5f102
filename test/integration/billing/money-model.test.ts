import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import fc from 'fast-check'
import pg from 'pg'
import type { DatabasePool } from 'slonik'
import { moneyLaws } from '../../../src/adapters/postgres/money-laws.ts'
import { createDatabasePool } from '../../../src/adapters/postgres/pool.ts'
import { refundLaws } from '../../../src/adapters/postgres/refund-laws.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { prepareWorld } from '../../support/platform.ts'
import { benchOf, insertCompany } from './money/bench.ts'
import { Books } from './money/books.ts'
import { type Command, command } from './money/commands.ts'
import { compare } from './money/compare.ts'
import { StripeDouble } from './money/stripe-double.ts'
import { Teller } from './money/teller.ts'

// 5,000 commands altogether; companies at once, each with books of its own in one database.
const RUNS = Number(process.env['FC_RUNS'] ?? 10)
const COMPANIES = 5
const COMMANDS = 100
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2_147_483_647)

const plain = (said: object) =>
  JSON.stringify(said, (_name, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))

describe('money, whatever happens to it', function () {
  this.timeout(600_000)
  let database: TestDatabase
  let pool: DatabasePool
  let said = 0

  before(async () => {
    database = await createTestDatabase(prepareWorld)
    pool = await createDatabasePool({
      url: database.url,
      maxConnections: COMPANIES * 2 + 2,
      statementTimeoutMs: 10_000,
    })
  })
  after(async () => {
    await pool.end()
    await database.drop()
  })

  async function keepBooks(commands: readonly Command[]) {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    try {
      const tag = randomUUID().slice(0, 8)
      const stripe = new StripeDouble(tag)
      const books = new Books()
      const bench = benchOf(pool, stripe)
      const companyId = await insertCompany(client)
      const teller = new Teller({ bench, stripe, books, client, companyId })
      const trail: string[] = []
      const numbers = new Map<string, string>()
      teller.learn = () => compare(books, client, companyId, tag, bench, numbers)
      for (const [step, one] of commands.entries()) {
        try {
          trail.push(`${String(step)} ${plain(one)}`)
          await teller.say(one)
          await teller.learn()
        } catch (error) {
          throw new Error(`after ${trail.slice(-6).join(', ')}: ${String(error)}`, { cause: error })
        }
        said += 1
      }
      // What died on the way is taken up: the reactions of paid orders, then the refunds that still wait.
      await teller.catchUp()
      await teller.learn()
      expect(await teller.stillWaiting(), 'refunds left behind').to.deep.equal([])
    } finally {
      await client.end()
    }
  }

  it(`is where the simple books say after every command (FC_SEED=${String(seed)})`, async () => {
    const details = await fc.check(
      fc.asyncProperty(
        fc.array(fc.array(command, { minLength: COMMANDS, maxLength: COMMANDS, size: 'max' }), {
          minLength: COMPANIES,
          maxLength: COMPANIES,
          size: 'max',
        }),
        async (companies) => {
          const ended = await Promise.allSettled(companies.map(keepBooks))
          const failed = ended.find((one) => one.status === 'rejected')
          if (failed !== undefined) throw failed.reason
          const client = new pg.Client({ connectionString: database.url })
          await client.connect()
          try {
            for (const { law, sentence, violations } of [...moneyLaws, ...refundLaws]) {
              expect((await client.query(violations)).rows, `${law} ${sentence}`).to.deep.equal([])
            }
          } finally {
            await client.end()
          }
        },
      ),
      { seed, numRuns: RUNS, endOnFailure: true },
    )
    // Its own report would print thousands of commands; the seed says them again.
    if (details.failed) throw details.errorInstance
    expect(said).to.equal(RUNS * COMPANIES * COMMANDS)
  })
})

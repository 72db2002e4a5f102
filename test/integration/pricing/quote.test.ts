import { expect } from 'chai'
import type { DatabasePool } from 'slonik'
import { createCompanyStore } from '../../../src/adapters/postgres/companies/company-store.ts'
import { createDatabasePool } from '../../../src/adapters/postgres/pool.ts'
import { createPriceBook } from '../../../src/adapters/postgres/pricing/price-book.ts'
import { type Db, sql } from '../../../src/adapters/postgres/sql.ts'
import { answerLines, type LineAnswer } from '../../../src/application/price-lines.ts'
import { quotePrices } from '../../../src/application/pricing/quote-prices.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { prepareWorld } from '../../support/platform.ts'

const skus = ['SNS-TEMP-1', 'SNS-HUM-1', 'SNS-GRAIN-2', 'GW-LTE-1', 'MNT-KIT-1', 'BAT-PACK-4', 'NO-SUCH-SKU']

describe('a quote', function () {
  this.timeout(120_000)
  let database: TestDatabase
  let pool: DatabasePool

  before(async () => {
    database = await createTestDatabase(prepareWorld)
    pool = await createDatabasePool({ url: database.url, maxConnections: 2, statementTimeoutMs: 5_000 })
  })

  after(async () => {
    await pool.end()
    await database.drop()
  })

  for (const count of [1, 500]) {
    it(`of ${count} lines takes two statements`, async () => {
      const { db, statements } = counting(pool)
      const quote = await quotePrices({
        companies: createCompanyStore(db),
        prices: createPriceBook(db),
        clock: { now: () => new Date() },
      })({
        companyId: 'com_00000000000000000000000002',
        currency: null,
        strictStripe: false,
        isExplained: false,
        lines: Array.from({ length: count }, (_one, index) => ({ sku: skus[index % 7] ?? '', quantity: 1 })),
      })
      expect(quote.lines).to.have.length(count)
      expect(statements()).to.equal(2)
    })
  }

  it('has the prices and refusals of a full explanation, whatever the tiers, regions, currencies and times', async () => {
    await pool.query(sql.command`
      insert into products (id, sku, name, created_at, updated_at)
      select 'prd_' || lpad(n::text, 26, '8'), 'TIER-' || n, 'Tiers', now(), now()
      from generate_series(0, 63) n`)
    // Each bit of a product's number is a kind of price that it has or lacks.
    await pool.query(sql.command`
      insert into price_book_entries
        (id, product_id, region, currency, amount_minor, min_quantity, valid_from, valid_to, published_at,
         sync_status, sync_status_since, created_at, updated_at)
      select 'pbe_' || lpad((n * 10 + e.bit)::text, 26, '8'), 'prd_' || lpad(n::text, 26, '8'),
        e.region, e.currency, 100 + e.bit, e.tier, now() + e.starts, now() + e.ends, now(),
        'unsynced', now(), now(), now()
      from generate_series(0, 63) n
      cross join (values
        (0, null, 'USD', 1, interval '-2 days', null::interval),
        (1, null, 'USD', 10, interval '-2 days', null),
        (2, 'US', 'USD', 5, interval '-2 days', null),
        (3, 'CA', 'USD', 1, interval '-2 days', null),
        (4, null, 'CAD', 1, interval '-2 days', null),
        (5, null, 'USD', 20, interval '-2 days', interval '-1 day')
      ) as e (bit, region, currency, tier, starts, ends)
      where n & (1 << e.bit) <> 0`)
    const lines = Array.from({ length: 64 }, (_one, n) => [1, 5, 10, 25].map((quantity) => ({ n, quantity })))
      .flat()
      .map(({ n, quantity }) => ({ sku: `TIER-${n}`, quantity, bespoke: null }))
    const prices = createPriceBook(pool)
    for (const region of ['US', 'CA', null]) {
      const asked = {
        companyId: 'com_00000000000000000000000002',
        currency: 'USD',
        region,
        at: new Date(),
      } as const
      const shortly = await answerLines(prices, lines, asked, 'applicable')
      const fully = await answerLines(prices, lines, asked, 'considered')
      expect(shortly.map(answerOf)).to.deep.equal(fully.map(answerOf))
      expect(new Set(fully.map(({ refusal }) => refusal?.code))).to.include.all.keys(
        'price_not_found',
        'currency_mismatch',
      )
    }
  })
})

function answerOf({ priced, refusal }: LineAnswer) {
  return { price: priced?.resolution.priceBookEntryId, code: refusal?.code, details: refusal?.details }
}

/** The pool, and how many statements went through it. */
function counting(pool: DatabasePool): { db: Db; statements: () => number } {
  let count = 0
  const db = new Proxy<Db>(pool, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...given: unknown[]): unknown => {
        count += 1
        return Reflect.apply(value, target, given)
      }
    },
  })
  return { db, statements: () => count }
}

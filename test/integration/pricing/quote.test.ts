import { expect } from 'chai'
import type { DatabasePool } from 'slonik'
import { createCompanyStore } from '../../../src/adapters/postgres/companies/company-store.ts'
import { createDatabasePool } from '../../../src/adapters/postgres/pool.ts'
import { createPriceBook } from '../../../src/adapters/postgres/pricing/price-book.ts'
import type { Db } from '../../../src/adapters/postgres/sql.ts'
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
})

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

import { expect } from 'chai'
import type { DatabasePool } from 'slonik'
import { createDatabasePool } from '../../../src/adapters/postgres/pool.ts'
import { createCourierAccounts } from '../../../src/adapters/postgres/shipments/courier-accounts.ts'
import { sql } from '../../../src/adapters/postgres/sql.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { prepareWorld } from '../../support/platform.ts'

const soon = (seconds: number, from = start) => new Date(from.getTime() + seconds * 1000)
// Later than the rows were made, as any real call is.
const start = new Date('2030-01-01T12:00:00Z')

describe('our account with a courier', function () {
  this.timeout(30_000)
  let database: TestDatabase
  let pool: DatabasePool

  before(async function () {
    this.timeout(60_000)
    database = await createTestDatabase(prepareWorld)
    pool = await createDatabasePool({ url: database.url, maxConnections: 10, statementTimeoutMs: 10_000 })
  })
  after(async () => {
    await pool.end()
    await database.drop()
  })

  const accounts = () => createCourierAccounts(pool)

  it('never grants more than there is, however many ask at once', async () => {
    const grants = await Promise.all(Array.from({ length: 60 }, () => accounts().take('USPS', 1, start)))
    expect(grants.filter(({ granted }) => granted === 1)).to.have.length(15)
    expect(Math.max(...grants.map(({ waitSeconds }) => waitSeconds))).to.be.within(1, 80)
  })

  it('refills by its configuration: never more than 60 calls in any hour of USPS', async () => {
    let granted = 0
    for (let minute = 1; minute <= 60; minute += 1) {
      granted += (await accounts().take('USPS', 5, soon(minute * 60))).granted
    }
    expect(granted).to.be.within(44, 45)
    expect((await accounts().take('USPS', 100, soon(48 * 3600))).granted).to.equal(15)
  })

  it('counts the calls of a day, and says when the next one begins', async () => {
    const day = new Date('2030-02-01T00:00:00Z')
    let granted = 0
    for (let second = 5; second <= 2000; second += 5)
      granted += (await accounts().take('DHL', 1, soon(second, day))).granted
    expect(granted).to.equal(250)
    const late = new Date('2030-02-01T23:00:00Z')
    expect(await accounts().take('DHL', 1, late)).to.deep.equal({ granted: 0, waitSeconds: 3600 })
    expect((await accounts().take('DHL', 1, new Date('2030-02-02T00:00:01Z'))).granted).to.equal(1)
  })

  it('grants nothing while it is paused, and the later end stands', async () => {
    await accounts().pause('CanadaPost', soon(60), 'throttled', 'throttled')
    await accounts().pause('CanadaPost', soon(30), 'sooner', 'failing')
    expect(await accounts().take('CanadaPost', 1, soon(1))).to.deep.equal({ granted: 0, waitSeconds: 59 })
    expect((await accounts().take('CanadaPost', 1, soon(61))).granted).to.equal(1)
    const row = await pool.one(sql.view<{ reason: string | null }>()`
      select pause_reason as reason from courier_accounts where courier_code = 'CanadaPost'`)
    expect(row.reason).to.equal(null)
  })

  it('lets one process mint a token, and the next when that one died', async () => {
    const claims = await Promise.all(Array.from({ length: 8 }, () => accounts().claimRenewal('USPS', start)))
    expect(claims.filter(Boolean)).to.have.length(1)
    expect(await accounts().claimRenewal('USPS', soon(46))).to.equal(true)
    await accounts().save('USPS', { accessToken: 'secret-token', expiresAt: soon(600), scope: 'tracking' })
    expect(await accounts().find('USPS', soon(10))).to.include({
      accessToken: 'secret-token',
      scope: 'tracking',
    })
    expect(await accounts().find('USPS', soon(601))).to.equal(null)
    await accounts().forget('USPS', 'another-token')
    expect(await accounts().find('USPS', soon(10))).to.not.equal(null)
    await accounts().forget('USPS', 'secret-token')
    expect(await accounts().find('USPS', soon(10))).to.equal(null)
  })
})

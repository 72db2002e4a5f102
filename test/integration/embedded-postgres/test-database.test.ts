import { expect } from 'chai'
import pg from 'pg'
import { createEmptyDatabase, createTestDatabase } from '../../support/database.ts'
import { startPrivateServer } from '../../support/embedded-test-server.ts'

describe('the databases of tests', () => {
  it('are copied from a template that is prepared once, and do not see each other', async () => {
    let prepared = 0
    const migrate = async (url: string): Promise<void> => {
      prepared += 1
      await run(url, 'create table parcel (name text)')
    }
    const [first, second] = await Promise.all([createTestDatabase(migrate), createTestDatabase(migrate)])
    await run(first.url, "insert into parcel values ('mine')")
    expect(await run(first.url, 'select name from parcel')).to.deep.equal(['mine'])
    expect(await run(second.url, 'select name from parcel')).to.deep.equal([])
    expect(prepared).to.be.at.most(1)

    await Promise.all([first.drop(), second.drop()])
    const tables = "select relname from pg_class where relname = 'parcel'"
    expect(await run(await createEmptyDatabase(), tables)).to.deep.equal([])
  })

  it('can be on a server that a test stops, crashes and starts again in its place', async () => {
    const server = await startPrivateServer()
    try {
      await run(server.url, 'create table parcel (name text)')
      await run(server.url, "set synchronous_commit = on; insert into parcel values ('kept')")
      await server.stop('immediate')
      expect(await failure(server.url)).to.equal('ECONNREFUSED')
      await server.start()
      expect(await run(server.url, 'select name from parcel')).to.deep.equal(['kept'])
      await server.stop('fast')
      await server.start()
      expect(await run(server.url, 'select name from parcel')).to.deep.equal(['kept'])
    } finally {
      await server.remove()
    }
  })
})

async function run(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const result: pg.QueryArrayResult<unknown[]> | pg.QueryArrayResult<unknown[]>[] = await client.query({
      text,
      rowMode: 'array',
    })
    return Array.isArray(result) ? [] : result.rows.map((row) => row[0])
  } finally {
    await client.end()
  }
}

async function failure(url: string): Promise<unknown> {
  try {
    await run(url, 'select 1')
    return 'it answered'
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}

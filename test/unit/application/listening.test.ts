import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect } from 'chai'
import { ConfigUnusable, readConfig } from '../../../src/entrypoints/bootstrap/config.ts'
import { explainedListening, freePortFrom, hostInUrl } from '../../../src/entrypoints/bootstrap/ports.ts'
import { explained } from '../../../src/entrypoints/bootstrap/prepare-database.ts'

describe('where a process listens', () => {
  it('is the next free port above one that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    expect(await freePortFrom('127.0.0.1', port)).to.be.greaterThan(port)
    server.close()
    await once(server, 'close')
  })

  it('is an address of this machine, and a port that it may have', async () => {
    const refused: unknown = await freePortFrom('192.0.2.1', 3000).catch((error: unknown) => error)
    expect(String(refused)).to.match(/HOST 192\.0\.2\.1 is no address of this machine/)
    const privileged = explainedListening('127.0.0.1', 80, Object.assign(new Error('no'), { code: 'EACCES' }))
    expect(String(privileged)).to.match(/Port 80 is kept for privileged programs/)
    const odd = new Error('odd')
    expect(explainedListening('127.0.0.1', 80, odd)).to.equal(odd)
  })

  it('has brackets in an address where it is IPv6', () => {
    expect([hostInUrl('::1'), hostInUrl('127.0.0.1')]).to.deep.equal(['[::1]', '127.0.0.1'])
  })
})

describe('the database of a process', () => {
  it('is named by an address that can be read', () => {
    for (const url of ['postgres://[bad/x', 'postgres://localhost:99999/x'])
      expect(() => readConfig({ DATABASE_URL: url })).to.throw(ConfigUnusable, /DATABASE_URL must look like/)
  })

  it('is explained by what the socket said, however deep', () => {
    const refused = Object.assign(new Error('no'), { code: 'ECONNREFUSED' })
    const wrapped = new Error('slonik', { cause: new Error('pg', { cause: refused }) })
    expect(String(explained('postgres://db.example:5432/x', wrapped))).to.match(
      /No PostgreSQL answers at db\.example:5432/,
    )
    const ended = new Error('Connection terminated unexpectedly')
    expect(String(explained('postgres://db.example/x', ended))).to.match(/may be no PostgreSQL/)
  })
})

import { expect } from 'chai'
import { call, done, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { harbour, keyFor } from './world.ts'

/** A request outside the contract: its problem must still be one. */
async function raw(method: string, path: string, headers: Record<string, string> = {}) {
  const { apiUrl, apiKey, contract } = await platform()
  const response = await fetch(`${apiUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, ...headers },
  })
  const body = (await response.json()) as { code: string; request_id: string; details: object }
  expect(contract.checkResponse('getOrder', 404, body), 'the form of a problem').to.deep.equal([])
  expect(response.headers.get('content-type')).to.match(/^application\/problem\+json/)
  return { status: response.status, headers: response.headers, body }
}

describe('API: system', () => {
  usePlatform()

  it('is alive, ready, and counts', async () => {
    expect((await done('getLiveness')).body.status).to.equal('alive')
    const { body: ready } = await done('getReadiness')
    expect(ready.status).to.equal('ready')
    expect(ready.checks.every(({ ok }) => ok)).to.equal(true)
    await done('listCompanies')
    const { body, headers } = await call('getMetrics')
    expect(headers.get('content-type')).to.match(/^text\/plain/)
    expect(body).to.match(/^# TYPE /m)
    await refused('getLiveness', 400, 'request_invalid', { query: { verbose: 1 } })
  })

  describe('who calls', () => {
    it('refuses no key and every wrong one', async () => {
      const { apiKey } = await platform()
      const wrong = [null, 'wb_test_nonsense', `${apiKey.slice(0, -1)}_`, await keyFor(['*'], new Date(0))]
      for (const one of wrong) {
        const { headers } = await refused('listOrders', 401, 'unauthenticated', { apiKey: one })
        expect(headers.get('www-authenticate')).to.match(/^Bearer/)
      }
      const headers = { authorization: `Basic ${apiKey}` }
      await refused('listOrders', 401, 'unauthenticated', { apiKey: null, headers })
    })

    it('refuses a good key without the permission, on every guarded operation', async () => {
      const { contract } = await platform()
      const apiKey = await keyFor(['nothing:read'])
      const guarded = contract.operations.filter(({ permission }) => permission.includes(':'))
      expect(guarded.length).to.be.greaterThan(45)
      for (const { id, path, permission } of guarded) {
        const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name ?? '', 'any'])
        const params = Object.fromEntries(names) as Record<string, string>
        const { details } = await refused(id, 403, 'permission_missing', { apiKey, params })
        expect(details).to.deep.equal({ permission })
      }
    })

    it('lets a narrow key do what it may, and nothing else', async () => {
      const apiKey = await keyFor(['companies:read'])
      await done('getCompany', { apiKey, params: { companyId: harbour } })
      const body = { name: 'X', legacy_ref: 'X', currency: 'USD' }
      await refused('createCompany', 403, 'permission_missing', { apiKey, body })
    })

    it('keeps the idempotency keys of callers apart', async () => {
      const apiKey = await keyFor(['orders:write'])
      const body = { company_id: harbour, lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] }
      const key = `shared-${Date.now()}`
      const mine = await done('createOrder', { key, body })
      const theirs = await done('createOrder', { key, body, apiKey })
      expect(theirs.body.id).not.to.equal(mine.body.id)
      expect(theirs.headers.get('idempotent-replayed')).to.equal(null)
    })
  })

  describe('what is sent', () => {
    const order = { company_id: harbour, lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] }

    it('is at most 256 KiB', async () => {
      const body = { ...order, notes: 'x'.repeat(257 * 1024) }
      await refused('createOrder', 413, 'request_too_large', { body })
    })

    it('is JSON in UTF-8, and says so', async () => {
      for (const type of ['text/plain', 'application/xml', 'application/json; charset=latin1']) {
        const headers = { 'content-type': type }
        await refused('createOrder', 415, 'media_type_not_supported', { body: order, headers })
      }
      const headers = { 'content-encoding': 'gzip' }
      await refused('createOrder', 415, 'media_type_not_supported', { body: order, headers })
      await refused('createOrder', 400, 'request_invalid', { body: Buffer.from([0x22, 0xff, 0x22]) })
    })

    it('is refused where it cannot be stored', async () => {
      const { errors } = await refused('createOrder', 400, 'request_invalid', {
        body: { ...order, notes: 'a\u0000b' },
      })
      expect(errors[0]?.pointer).to.equal('/notes')
    })

    it('asks for each parameter once', async () => {
      const { status, body } = await raw('GET', '/v1/orders?limit=1&limit=2')
      expect({ status, code: body.code }).to.deep.equal({ status: 400, code: 'request_invalid' })
    })
  })

  it('knows no other path', async () => {
    for (const path of [
      '/',
      '/v1',
      '/v2/orders',
      '/v1/orders/',
      '/V1/orders',
      '/v1/orders/x/y/z',
      '/v1/%2e%2e/etc',
    ]) {
      const { status, body } = await raw('GET', path)
      expect({ status, code: body.code }, path).to.deep.equal({ status: 404, code: 'route_not_found' })
    }
  })

  it('says which methods a path has', async () => {
    const wrong: [string, string, string][] = [
      ['DELETE', '/v1/orders', 'GET, POST'],
      ['PUT', `/v1/companies/${harbour}`, 'GET, PATCH'],
      ['GET', '/v1/pricing/quote', 'POST'],
      ['POST', '/livez', 'GET'],
    ]
    for (const [method, path, methods] of wrong) {
      const { status, headers, body } = await raw(method, path)
      expect({ status, code: body.code }, path).to.deep.equal({ status: 405, code: 'method_not_allowed' })
      expect(headers.get('allow')?.replace(', HEAD', '')).to.equal(methods)
    }
  })
})

import { expect } from 'chai'
import { isApiKeyText, makeApiKey } from '../../../src/entrypoints/bootstrap/api-key-text.ts'
import { anApiKey, type FakeApp, fakeApp, keyText, startTestApi, type TestApi } from './fake-app.ts'

describe('API keys as text', () => {
  it('check themselves: one wrong character is seen', () => {
    const text = keyText(3)
    expect(text).to.match(/^wb_test_[0-9A-Za-z]{36}$/)
    expect(isApiKeyText(text)).to.equal(true)
    for (const index of [8, 20, 37, 38, 43]) {
      const other = text[index] === 'x' ? 'y' : 'x'
      expect(isApiKeyText(text.slice(0, index) + other + text.slice(index + 1))).to.equal(false)
    }
    expect(isApiKeyText(text.replace('wb_test_', 'wb_live_'))).to.equal(false)
    expect(isApiKeyText(text.slice(0, -1))).to.equal(false)
  })

  it('are made of all random bytes but the unfair ones', () => {
    expect(() => makeApiKey('wb_live', new Uint8Array(64).fill(255))).to.throw('more random bytes')
    expect(makeApiKey('wb_live', new Uint8Array(64))).to.match(/^wb_live_0{30}/)
  })
})

describe('authentication', () => {
  let fake: FakeApp
  let api: TestApi

  beforeEach(async () => {
    fake = fakeApp()
    api = await startTestApi(fake.app)
  })
  afterEach(() => api.stop())

  const get = (text: string, target = '/v1/orders') =>
    api.send('GET', target, { headers: { authorization: `Bearer ${text}` } })

  it('lets a good key in and looks it up once in ten seconds', async () => {
    for (let count = 0; count < 3; count += 1) expect((await get(keyText(1))).status).to.equal(200)
    expect(fake.calls.lookUps).to.equal(1)
    fake.clock.now = new Date(fake.clock.now.getTime() + 10_000)
    expect((await get(keyText(1))).status).to.equal(200)
    expect(fake.calls.lookUps).to.equal(2)
  })

  it('stamps the use of a key once a minute', async () => {
    for (const seconds of [0, 5, 30, 59, 61, 62]) {
      fake.clock.now = new Date(Date.parse('2026-01-01T12:00:00Z') + seconds * 1000)
      await get(keyText(1))
    }
    expect(fake.calls.stamps).to.equal(2)
  })

  it('refuses no key, another scheme and a mistyped key without asking the store', async () => {
    for (const authorization of ['', 'Basic abc', `Bearer ${keyText(1).slice(0, -1)}_`, 'Bearer wb_test_1']) {
      const answer = await api.send('GET', '/v1/orders', { headers: { authorization } })
      expect(answer.body).to.include({ status: 401, code: 'unauthenticated' })
      expect(answer.headers.get('www-authenticate')).to.match(/^Bearer/)
    }
    expect(fake.calls.lookUps).to.equal(0)
  })

  it('refuses a key that nobody has, has expired, or was revoked', async () => {
    const past = new Date('2025-12-31T00:00:00Z')
    fake.keys.push(anApiKey(keyText(2), { expiresAt: past }), anApiKey(keyText(3), { revokedAt: past }))
    for (const seed of [9, 2, 3]) expect((await get(keyText(seed))).status).to.equal(401)
  })

  it('notices within ten seconds that a key was revoked', async () => {
    await get(keyText(1))
    fake.keys[0] = anApiKey(keyText(1), { revokedAt: fake.clock.now })
    fake.clock.now = new Date(fake.clock.now.getTime() + 10_000)
    expect((await get(keyText(1))).status).to.equal(401)
  })

  it('names the permission that a key lacks', async () => {
    fake.keys.push(anApiKey(keyText(2), { scopes: ['companies:read', 'orders:write'] }))
    const answer = await get(keyText(2))
    expect(answer.body).to.include({ status: 403, code: 'permission_missing' })
    expect(answer.body.details).to.deep.equal({ permission: 'orders:read' })
  })

  it('does not read the body of somebody unknown', async () => {
    const answer = await api.send('POST', '/v1/orders', { body: '{', headers: { authorization: '' } })
    expect(answer.status).to.equal(401)
  })

  it('asks nothing of probes and pages', async () => {
    for (const target of ['/livez', '/readyz', '/metrics', '/docs', '/openapi.yaml', '/problems']) {
      const answer = await api.send('GET', target, { headers: { authorization: '' } })
      expect(answer.status, target).to.equal(200)
    }
  })
})

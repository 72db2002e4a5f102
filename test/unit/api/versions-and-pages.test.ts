import { expect } from 'chai'
import type { PageRequest } from '../../../src/application/ports/page.ts'
import type { ActionContext } from '../../../src/application/ports/unit-of-work.ts'
import { Refusal } from '../../../src/domain/shared/refusal.ts'
import { createCursors } from '../../../src/entrypoints/api/cursor.ts'
import {
  anOrderView,
  companyId,
  contract,
  type FakeApp,
  fakeApp,
  orderId,
  startTestApi,
  type TestApi,
} from './fake-app.ts'

describe('versions', () => {
  let fake: FakeApp
  let api: TestApi
  const changes: unknown[] = []

  before(async () => {
    fake = fakeApp({
      changeCompany: async (input: unknown) => {
        changes.push(input)
        return { id: companyId, version: 2 }
      },
      cancelOrder: async (_input: object, context: ActionContext) => {
        expect(context).to.include({ correlationId: 'cancel-it-1', causationId: null })
        expect(context.actor).to.deep.equal({ kind: 'api_key', id: fake.keys[0]?.id, name: 'tests' })
        return anOrderView({ version: 6 })
      },
    })
    fake.orders.push(anOrderView())
    api = await startTestApi(fake.app)
  })
  after(() => api.stop())

  it('begin the ETag of a resource, which saves sending it again', async () => {
    const first = await api.send('GET', `/v1/orders/${orderId}`)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).to.match(/^"5-[\w-]{22}"$/)
    expect(contract.checkResponse('getOrder', 200, first.body)).to.deep.equal([])
    for (const known of [etag, `W/${etag}`, `"3", ${etag}`, '*']) {
      const again = await api.send('GET', `/v1/orders/${orderId}`, { headers: { 'if-none-match': known } })
      expect(again.status, known).to.equal(304)
      expect(again.text).to.equal('')
    }
    for (const other of ['"4"', '"5"', etag.replace('5', '4')]) {
      const again = await api.send('GET', `/v1/orders/${orderId}`, { headers: { 'if-none-match': other } })
      expect(again.status, other).to.equal(200)
    }
  })

  it('are not all of a read: what changes beside them is sent again', async () => {
    const otherOrderId = `${orderId.slice(0, -1)}2`
    const path = `/v1/orders/${otherOrderId}`
    fake.orders.push(anOrderView({ id: otherOrderId }))
    const headers = { 'if-none-match': (await api.send('GET', path)).headers.get('etag') ?? '' }
    expect((await api.send('GET', path, { headers })).status).to.equal(304)
    fake.orders.pop()
    fake.orders.push(anOrderView({ id: otherOrderId, notes: 'Written beside the version.' }))
    expect((await api.send('GET', path, { headers })).status).to.equal(200)
  })

  it('must be named by a change of data', async () => {
    const answer = await api.send('PATCH', `/v1/companies/${companyId}`, { body: { name: 'Harbour' } })
    expect(answer.body).to.include({ status: 428, code: 'version_required' })
    expect(changes).to.deep.equal([])
  })

  it('reach the use case as a number, with only the fields that were named', async () => {
    const answer = await api.send('PATCH', `/v1/companies/${companyId}`, {
      body: { time_zone: 'Europe/Oslo', domain: null },
      headers: { 'if-match': '"1"' },
    })
    expect(answer.status).to.equal(200)
    expect(answer.headers.get('etag')).to.equal('"2"')
    expect(changes).to.deep.equal([
      { companyId, expectedVersion: 1, changes: { timeZone: 'Europe/Oslo', domain: null } },
    ])
  })

  it('are compared before a move, when the caller names one', async () => {
    const cancel = (etag: string) =>
      api.send('POST', `/v1/orders/${orderId}/cancel`, {
        body: { reason: 'duplicate' },
        headers: { 'idempotency-key': `cancel-${etag}`, 'if-match': etag, 'request-id': 'cancel-it-1' },
      })
    const stale = await cancel('"4"')
    expect(stale.body).to.include({ status: 412, code: 'version_stale' })
    expect(stale.headers.get('etag')).to.equal('"5"')
    expect((await cancel('"5"')).status).to.equal(200)
    const read = await api.send('GET', `/v1/orders/${orderId}`)
    expect((await cancel(read.headers.get('etag') ?? '')).status).to.equal(200)
  })
})

describe('pages of a list', () => {
  const asked: PageRequest[] = []
  const key = { at: '2026-01-01T00:00:00.000Z', id: orderId }
  let api: TestApi

  before(async () => {
    const fake = fakeApp()
    fake.app.views.orders.list = async (_filter, page) => {
      asked.push(page)
      return { data: [], next: page.after === null ? key : null }
    }
    api = await startTestApi(fake.app)
  })
  after(() => api.stop())

  it('lead from one to the next, by cursor and by Link', async () => {
    const first = await api.send('GET', '/v1/orders?limit=2&status=paid')
    expect(first.body).to.include({ has_more: true })
    const [, url] = /^<(.+)>; rel="next"$/.exec(first.headers.get('link') ?? '') ?? []
    const next = new URL(url ?? '')
    expect(next.origin).to.equal('https://waybill.test')
    expect(next.searchParams.get('status')).to.equal('paid')
    expect(next.searchParams.get('cursor')).to.equal(first.body.next_cursor)

    const second = await api.send('GET', next.pathname + next.search)
    expect(second.body).to.deep.equal({ data: [], has_more: false, next_cursor: null })
    expect(second.headers.get('link')).to.equal(null)
    expect(asked).to.deep.equal([
      { limit: 2, after: null },
      { limit: 2, after: key },
    ])
  })

  it('hold 25 rows when nobody says', async () => {
    await api.send('GET', '/v1/orders')
    expect(asked.at(-1)).to.deep.equal({ limit: 25, after: null })
  })

  it('never start at a cursor that we did not give out for this list', async () => {
    const cursors = createCursors('of the tests')
    const good = cursors.encode('listOrders', key)
    expect(cursors.decode('listOrders', good)).to.deep.equal(key)
    const forged = [
      'x',
      `${good}x`,
      `A${good.slice(1)}`,
      createCursors('another secret').encode('listOrders', key),
      cursors.encode('listInvoices', key),
    ]
    for (const cursor of forged.filter((one) => one !== good)) {
      expect(() => cursors.decode('listOrders', cursor)).to.throw(Refusal)
      const answer = await api.send('GET', `/v1/orders?cursor=${cursor}`)
      expect(answer.body).to.include({ status: 400, code: 'request_invalid' })
      expect(answer.body.errors[0].pointer).to.equal('query/cursor')
    }
  })
})

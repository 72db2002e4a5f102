import { expect } from 'chai'
import { Refusal, refusalCodes } from '../../../src/domain/shared/refusal.ts'
import { Unavailable } from '../../../src/domain/shared/unavailable.ts'
import { problemCatalogue } from '../../../src/entrypoints/api/problem-catalogue.ts'
import { problemOf } from '../../../src/entrypoints/api/problems.ts'
import { contract, type FakeApp, fakeApp, orderId, startTestApi, type TestApi } from './fake-app.ts'

const request = { id: 'req-1', path: '/v1/orders' }

describe('problems', () => {
  describe('of what is thrown', () => {
    it('answer each kind of refusal with its status', () => {
      const statuses = Object.keys(refusalCodes).map((code) => {
        const { problem } = problemOf(new Refusal(code as Refusal['code'], 'no'), request)
        return [refusalCodes[code as Refusal['code']], problem.status]
      })
      expect(Object.fromEntries(statuses)).to.deep.equal({
        malformed: 400,
        unauthenticated: 401,
        forbidden: 403,
        not_found: 404,
        not_allowed: 405,
        conflict: 409,
        stale: 412,
        too_large: 413,
        media_type: 415,
        invalid: 422,
        precondition_required: 428,
      })
    })

    it('carry what the refusal says, and a page that explains the code', () => {
      const faults = [{ pointer: '/lines/0/sku', detail: 'is unknown' }]
      const { problem } = problemOf(new Refusal('sku_unknown', 'No such SKU.', { sku: 'X' }, faults), request)
      expect(problem).to.deep.equal({
        type: '/problems/sku-unknown',
        title: 'SKU unknown',
        status: 422,
        detail: 'No such SKU.',
        instance: '/v1/orders',
        code: 'sku_unknown',
        errors: faults,
        details: { sku: 'X' },
        request_id: 'req-1',
        retryable: false,
      })
    })

    it('name the current version of what is stale as ETag', () => {
      const { headers } = problemOf(new Refusal('version_stale', 'Changed.', { current_version: 7 }), request)
      expect(headers).to.deep.equal({ ETag: '"7"' })
    })

    it('say how to authenticate', () => {
      const { headers } = problemOf(new Refusal('unauthenticated', 'Who?'), request)
      expect(headers['WWW-Authenticate']).to.match(/^Bearer/)
    })

    it('say of an outage when to try again, and not what the outsider said', () => {
      const error = new Unavailable('Stripe', 'connect ECONNREFUSED 10.0.0.7', { retryAfterSeconds: 9 })
      const { problem, headers } = problemOf(error, request)
      expect(problem).to.include({ status: 503, code: 'unavailable', retryable: true })
      expect(problem.detail).not.to.include('10.0.0.7')
      expect(headers).to.deep.equal({ 'Retry-After': '9' })
    })

    it('keep the message of a defect inside', () => {
      const { problem } = problemOf(new Error('password is hunter2'), request)
      expect(problem).to.include({ status: 500, code: 'internal_error', retryable: false })
      expect(JSON.stringify(problem)).not.to.include('hunter2')
    })
  })

  describe('over HTTP', () => {
    let fake: FakeApp
    let api: TestApi

    before(async () => {
      fake = fakeApp()
      api = await startTestApi(fake.app)
    })
    after(() => api.stop())

    it('have the shape of the contract and the id of the request', async () => {
      const answer = await api.send('GET', `/v1/orders/${orderId}`, {
        headers: { 'request-id': 'caller-42.abc' },
      })
      expect(answer.status).to.equal(404)
      expect(answer.headers.get('content-type')).to.equal('application/problem+json; charset=utf-8')
      expect(answer.headers.get('request-id')).to.equal('caller-42.abc')
      expect(answer.headers.get('cache-control')).to.equal('no-store')
      expect(answer.body.request_id).to.equal('caller-42.abc')
      expect(contract.checkResponse('getOrder', 404, answer.body)).to.deep.equal([])
    })

    it('name the request themselves when the caller’s name is not sane', async () => {
      const answer = await api.send('GET', '/livez', { headers: { 'request-id': 'a b' } })
      expect(answer.headers.get('request-id')).to.match(/^req-[0-9a-f-]{36}$/)
    })

    it('log a defect with its stack and tell the caller nothing', async () => {
      fake.app.views.orders.detail = async () => {
        throw new Error('relation "orders" does not exist')
      }
      const broken = await startTestApi(fake.app)
      const answer = await broken.send('GET', `/v1/orders/${orderId}`)
      await broken.stop()
      expect(answer.status).to.equal(500)
      expect(answer.text).not.to.include('relation')
      const [logged] = fake.logs.filter(({ level }) => level === 'error')
      expect(logged?.fields['stack']).to.include('relation "orders" does not exist')
      expect(logged?.fields['requestId']).to.equal(answer.body.request_id)
    })

    it('write one line per request, with the operation, the actor and the problem', async () => {
      fake.logs.length = 0
      await api.send('GET', '/v1/orders?limit=0')
      const lines = fake.logs.filter(({ message }) => message === 'request')
      expect(lines).to.have.length(1)
      expect(lines[0]?.fields).to.include({
        operation: 'listOrders',
        status: 400,
        actor: fake.keys[0]?.id,
        problem: 'request_invalid',
      })
    })

    it('tell an unknown path from a wrong method', async () => {
      const unknown = await api.send('GET', '/v1/order')
      expect(unknown.body).to.include({ status: 404, code: 'route_not_found' })
      const wrong = await api.send('DELETE', '/v1/orders')
      expect(wrong.body).to.include({ status: 405, code: 'method_not_allowed' })
      expect(wrong.headers.get('allow')).to.equal('GET, HEAD, POST')
    })

    it('are explained one by one and all together, as JSON and as a page', async () => {
      const all = await api.send('GET', '/problems', { headers: { accept: 'application/json' } })
      expect(all.body.data.map(({ code }: { code: string }) => code)).to.have.members(
        Object.keys(problemCatalogue),
      )
      const one = await api.send('GET', '/problems/price-not-synced', {
        headers: { accept: 'application/json' },
      })
      expect(one.body).to.include({ code: 'price_not_synced', status: 409 })
      const page = await api.send('GET', '/problems/price-not-synced', { headers: { accept: 'text/html' } })
      expect(page.headers.get('content-type')).to.include('text/html')
      expect(page.text).to.include('Price not synced')
      expect((await api.send('GET', '/problems/nonsense')).status).to.equal(404)
    })
  })
})

import net from 'node:net'
import { expect } from 'chai'
import { Refusal } from '../../../src/domain/shared/refusal.ts'
import { contract, type FakeApp, fakeApp, orderId, startTestApi, type TestApi } from './fake-app.ts'

describe('webhooks', () => {
  let fake: FakeApp
  let api: TestApi

  beforeEach(async () => {
    fake = fakeApp({
      receiveStripeWebhook: async (input: { signature: string }) => {
        fake.calls.received.push(input)
        if (input.signature !== 'good') throw new Refusal('signature_invalid', 'Not signed.')
        return { received: true, duplicate: false }
      },
      receiveCourierWebhook: async (input: { courierCode: string }) => {
        fake.calls.received.push(input)
        if (input.courierCode !== 'USPS') throw new Refusal('not_found', 'No such courier.')
        throw new Refusal('webhook_signature_invalid', 'Not signed.')
      },
    })
    api = await startTestApi(fake.app)
  })
  afterEach(() => api.stop())

  it('hand over the very bytes, whatever they are, and need no API key', async () => {
    const body = '{ "id" : "evt_1",\n "note": "\\u0000 not for us to judge" }'
    const answer = await api.send('POST', '/v1/webhooks/stripe', {
      body,
      headers: { authorization: '', 'stripe-signature': 'good', 'user-agent': 'Stripe/1.0' },
    })
    expect(answer.status).to.equal(200)
    expect(contract.checkResponse('receiveStripeWebhook', 200, answer.body)).to.deep.equal([])
    const [received] = fake.calls.received as { body: Buffer; userAgent: string }[]
    expect(received?.body.toString()).to.equal(body)
    expect(received?.userAgent).to.equal('Stripe/1.0')
  })

  it('count what is refused, under names of our own', async () => {
    const send = (target: string) => api.send('POST', target, { body: '{}', headers: { authorization: '' } })
    expect((await send('/v1/webhooks/stripe')).body).to.include({ status: 400, code: 'signature_invalid' })
    expect((await send('/v1/webhooks/couriers/USPS')).body).to.include({ status: 401 })
    expect((await send('/v1/webhooks/couriers/NOBODY')).body).to.include({ status: 404 })
    expect(fake.calls.refusedWebhooks).to.deep.equal(['stripe', 'USPS', 'unknown'])
  })

  it('may be larger than other requests, up to a megabyte', async () => {
    const send = (size: number) =>
      api.send('POST', '/v1/webhooks/stripe', {
        body: ' '.repeat(size),
        headers: { 'stripe-signature': 'good' },
      })
    expect((await send(1024 * 1024)).status).to.equal(200)
    expect((await send(1024 * 1024 + 1)).status).to.equal(413)
  })
})

describe('the API as a process', () => {
  it('says that it lives, whether it is ready, and what it measured', async () => {
    const fake = fakeApp()
    const api = await startTestApi(fake.app)
    const live = await api.send('GET', '/livez')
    expect(contract.checkResponse('getLiveness', 200, live.body)).to.deep.equal([])
    const ready = await api.send('GET', '/readyz')
    expect(contract.checkResponse('getReadiness', 200, ready.body)).to.deep.equal([])
    expect((await api.send('GET', '/metrics')).headers.get('content-type')).to.match(/^text\/plain/)
    await api.stop()
  })

  it('is not ready when a check fails', async () => {
    const api = await startTestApi(
      fakeApp({ readiness: async () => [{ name: 'database', ok: false, detail: 'No answer.' }] }).app,
    )
    const answer = await api.send('GET', '/readyz')
    await api.stop()
    expect(answer.status).to.equal(503)
    expect(answer.headers.get('retry-after')).to.equal('5')
    expect(contract.checkResponse('getReadiness', 503, answer.body)).to.deep.equal([])
  })

  it('finishes what it has begun before it stops, and takes nothing new', async () => {
    const fake = fakeApp()
    let finish: () => void = () => undefined
    const begun = new Promise<void>((resolve) => {
      fake.app.views.orders.detail = () => {
        resolve()
        return new Promise((answer) => (finish = () => answer(null)))
      }
    })
    const api = await startTestApi(fake.app)
    const request = api.send('GET', `/v1/orders/${orderId}`)
    await begun
    const stopped = api.stop()
    const refused = await api.send('GET', '/livez').catch((error: unknown) => error)
    expect(refused).to.be.instanceOf(TypeError)
    finish()
    expect((await request).status).to.equal(404)
    await stopped
  })

  it('cuts off what does not end by the deadline', async () => {
    const fake = fakeApp()
    const begun = new Promise<void>((resolve) => {
      fake.app.views.orders.detail = () => {
        resolve()
        return new Promise(() => undefined)
      }
    })
    const { api, send } = await startTestApi(fake.app)
    const request = send('GET', `/v1/orders/${orderId}`).catch((error: unknown) => error)
    await begun
    await api.stop(20)
    expect(await request).to.be.instanceOf(TypeError)
  })

  it('serves the reference and everything it needs from here', async () => {
    const api = await startTestApi(fakeApp().app)
    const page = await api.send('GET', '/docs')
    expect(page.headers.get('content-security-policy')).to.include("script-src 'self'")
    expect(page.text).not.to.match(/https?:\/\//)
    const sources = [...page.text.matchAll(/src="([^"]+)"/g)].map(([, source]) => source!)
    expect(sources).to.deep.equal(['/docs/viewer.js', '/docs/start.js'])
    for (const source of sources) expect((await api.send('GET', source)).status).to.equal(200)
    expect((await api.send('GET', '/openapi.yaml')).text).to.equal(contract.text)
    await api.stop()
  })

  it('answers nonsense on the wire without losing the process', async () => {
    const { api, send, stop } = await startTestApi(fakeApp().app)
    for (const line of [
      'GET http://%%/ HTTP/1.1',
      'GET //v1//orders HTTP/1.1',
      'GET * HTTP/1.1',
      'NONSENSE',
    ]) {
      const socket = net.connect(api.port, '127.0.0.1')
      socket.end(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`)
      const text = (await socket.toArray()).join('')
      expect(text, line).to.match(/^HTTP\/1\.1 4\d\d/)
    }
    expect((await send('GET', '/livez')).status).to.equal(200)
    await stop()
  })
})

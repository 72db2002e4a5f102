import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { createCourierHttp } from '../../../../src/adapters/couriers/courier-http.ts'
import { retryAfterSeconds } from '../../../../src/adapters/couriers/retry-after.ts'
import { quietLogger } from '../../../../src/adapters/system/quiet-logger.ts'

describe('a call to a courier', () => {
  async function answering(listener: RequestListener, path = '/x'): Promise<unknown> {
    const server = createServer(listener)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const http = createCourierHttp({
      courierCode: 'DHL',
      baseUrl: `http://127.0.0.1:${port}/base/`,
      clock: { now: () => new Date('2026-10-05T12:00:00Z') },
      logger: quietLogger,
      totalTimeoutMs: 300,
    })
    try {
      return await http.send({ method: 'GET', path, correlationId: 'c' }).catch((error: unknown) => error)
    } finally {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }

  it('is answered with status, type, text and the wait that was asked for', async () => {
    const reply = await answering((request, response) => {
      response.writeHead(429, {
        'content-type': 'Application/Problem+JSON; charset=utf-8',
        'retry-after': '12',
      })
      response.end(request.url)
    })
    expect(reply).to.include({
      status: 429,
      mediaType: 'application/problem+json',
      text: '/base/x',
      retryAfterSeconds: 12,
    })
  })

  it('follows no redirect', async () => {
    const reply = await answering((request, response) => {
      if (request.url !== '/base/x') throw new Error('followed')
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    expect(reply).to.include({ status: 302 })
  })

  it('fails when the answer is too large, late or none', async () => {
    const large = await answering((_request, response) => response.end('x'.repeat(1_100_000)))
    expect(String(large)).to.contain('too large')
    expect(String(await answering(() => undefined))).to.contain('no answer within 0.3 s')
    expect(String(await answering((request) => request.socket.destroy()))).to.contain('the connection failed')
  })

  it('reads Retry-After as seconds and as a date, and nothing else', () => {
    const now = new Date('2026-10-05T12:00:00Z')
    expect(retryAfterSeconds('30', now)).to.equal(30)
    expect(retryAfterSeconds('Mon, 05 Oct 2026 12:01:30 GMT', now)).to.equal(90)
    expect(retryAfterSeconds('Mon, 05 Oct 2026 11:00:00 GMT', now)).to.equal(0)
    expect(retryAfterSeconds('999999999', now)).to.equal(86_400)
    for (const text of [undefined, '', 'soon', '-5', '1.5', 'Monday'])
      expect(retryAfterSeconds(text, now)).to.equal(null)
  })
})

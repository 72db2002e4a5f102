import { expect } from 'chai'
import { gateway, readDetail, readPayload, receivedAt, secret, sign, trackingNumber } from './usps-push.ts'

describe('a push of USPS', () => {
  const payload =
    '{"trackingNumber":"9400190000042001234098","status":"Delivered, Front Door/Porch","statusCategory":"Delivered"}'
  const envelope = {
    subscriptionId: '12345678',
    subscriptionType: 'TRACKING',
    timestamp: '2026-10-05T21:20:18.417Z',
    payload,
  }
  const signature = 'T1a3tS6cn12fZIuE17QoBvMgC8qcKLZpDVbZCEIAwqg='

  const read = (about: { envelope?: object; headers?: Record<string, string>; at?: Date } = {}) =>
    gateway.readPush(
      Buffer.from(JSON.stringify({ ...envelope, ...about.envelope })),
      about.headers ?? { 'x-hmac': signature },
      about.at ?? receivedAt,
    )

  it('is read when it is the worked example, under either name of the header', () => {
    for (const headers of [{ 'x-hmac': signature }, { 'hmac-header': signature }]) {
      const push = read({ headers })
      expect(push).to.include({ trackingNumber })
      expect(push!.eventId).to.match(/^[\w-]{32}$/)
      expect(push!.scans).to.have.length(1)
      expect(push!.scans[0]).to.deep.include({
        code: 'summary:Delivered',
        description: 'Delivered, Front Door/Porch',
        canonical: 'delivered',
        occurredAt: null,
      })
    }
  })

  it('is read however its envelope is written', () => {
    const spread = Buffer.from(JSON.stringify({ ...envelope, more: true }, null, 4))
    expect(gateway.readPush(spread, { 'x-hmac': signature }, receivedAt)).to.include({ trackingNumber })
  })

  it('is refused without the signature, with another, and when anything signed was changed', () => {
    for (const headers of [
      {},
      { 'x-hmac': '' },
      { 'x-hmac': sign(payload, envelope.timestamp, `wrong-${secret}`) },
    ]) {
      expect(read({ headers })).to.equal(null)
    }
    expect(read({ envelope: { payload: payload.replace('Delivered,', 'Not Delivered,') } })).to.equal(null)
    expect(read({ envelope: { timestamp: '2026-10-05T21:20:18.418Z' } })).to.equal(null)
  })

  it('is refused when it is more than an hour old, or from more than an hour ahead', () => {
    const at = (iso: string) => read({ at: new Date(iso) })
    expect(at('2026-10-05T22:20:18Z')).to.not.equal(null)
    expect(at('2026-10-05T22:20:19Z')).to.equal(null)
    expect(at('2026-10-05T20:20:18Z')).to.equal(null)
  })

  it('is refused when characters moved between timestamp and payload', () => {
    const moved = { timestamp: `${envelope.timestamp}{`, payload: payload.slice(1) }
    expect(read({ envelope: moved })).to.equal(null)
  })

  it('has the same identity when it comes again, and another when it says something else', () => {
    expect(read()!.eventId).to.equal(read()!.eventId)
    expect(readPayload('{}')!.eventId).to.not.equal(readPayload('{"a":1}')!.eventId)
  })

  it('has no scans when it is signed and cannot be understood', () => {
    for (const text of [
      '',
      'no json',
      'null',
      '[]',
      '"text"',
      '{}',
      '{"trackingEvents":7}',
      '{"trackingEvents":[3]}',
    ]) {
      expect(readPayload(text), text).to.deep.include({ trackingNumber: '', scans: [] })
    }
  })

  it('is refused when it is no envelope at all', () => {
    for (const text of ['', 'null', '[]', '{}', '{"timestamp":1,"payload":{}}', '\u0000']) {
      expect(gateway.readPush(Buffer.from(text), { 'x-hmac': signature }, receivedAt), text).to.equal(null)
    }
  })

  it('loses what no database keeps, and nothing else', () => {
    const [scan] = readDetail({
      trackingEvents: [{ eventCode: '03', eventType: 'in\u0000 pos\ud800session C:\\u0000' }],
    })
    expect(scan).to.include({ canonical: 'accepted', description: 'in possession C:\\u0000' })
    expect(JSON.stringify(scan!.raw)).to.equal('{"eventCode":"03","eventType":"in possession C:\\\\u0000"}')
  })

  it('reads the single event of a scan event extract', () => {
    const [scan] = readDetail({
      trackingEvent: { eventCode: 'OF', eventType: 'Out for Delivery' },
      mailerID: '900000420',
    })
    expect(scan).to.include({ code: 'OF', canonical: 'out_for_delivery' })
  })
})

import { expect } from 'chai'
import { signPush } from '../../../src/entrypoints/simulators/couriers/usps/push-signature.ts'
import { trackingEvent } from '../../../src/entrypoints/simulators/couriers/usps/tracking-details.ts'
import type { RunningSimulators } from '../../../src/entrypoints/simulators/main.ts'
import { type Answer, ask, type Listener, startListener, startOutside, until } from './outside-world.ts'

describe('the USPS simulator', () => {
  const parcel = '9400190000042001234098'
  let listener: Listener
  let simulators: RunningSimulators

  beforeEach(async () => {
    listener = await startListener()
    simulators = await startOutside(listener)
  })
  afterEach(async () => {
    await simulators.stop()
    await listener.stop()
  })

  const scan = async (body: Record<string, unknown>): Promise<Answer> =>
    ask('POST', `${simulators.urls.usps}/control/parcels/${parcel}/events`, body)
  const track = async (body: unknown): Promise<Answer> => {
    const token = await ask('POST', `${simulators.urls.usps}/oauth2/v3/token`, {
      grant_type: 'client_credentials',
      client_id: 'client',
      client_secret: 'hidden',
    })
    const authorization = `Bearer ${String(token.body['access_token'])}`
    return ask('POST', `${simulators.urls.usps}/tracking/v3r2/tracking`, body, { authorization })
  }

  it('answers known and unknown numbers element by element', async () => {
    await scan({ code: '03', push: false })
    expect((await track([{ trackingNumber: parcel }])).status).to.equal(200)
    const mixed = await track([{ trackingNumber: parcel }, { trackingNumber: 'UNKNOWN1' }])
    expect(mixed.status).to.equal(207)
    const codes = (mixed.body as unknown as { statusCode: string }[]).map((element) => element.statusCode)
    expect(codes).to.deep.equal(['200', '404'])
  })

  it('refuses more than 35 numbers, unknown properties and calls without a token', async () => {
    const many = Array.from({ length: 36 }, (_, index) => ({ trackingNumber: `NUMBER${index}` }))
    expect((await track(many)).status).to.equal(400)
    expect((await track([{ trackingNumber: parcel, nickname: 'x' }])).status).to.equal(400)
    const anonymous = await ask('POST', `${simulators.urls.usps}/tracking/v3r2/tracking`, [
      { trackingNumber: parcel },
    ])
    expect(anonymous.status).to.equal(401)
  })

  it('pushes a scan signed with the secret of the subscription', async () => {
    await scan({ code: '01' })
    await until('the push arrived', () => listener.received.length === 1)
    const [push] = listener.received
    const body = JSON.parse(push?.body ?? '{}') as { timestamp: string; payload: string }
    const expected = signPush(body.timestamp, body.payload, '0123456789abcdef0123456789abcdef')
    expect(push?.headers['x-hmac']).to.equal(expected)
    expect(JSON.parse(body.payload)).to.include({ trackingNumber: parcel, statusCategory: 'Delivered' })
  })

  it('tries a forged push once only', async () => {
    listener.status = 401
    await scan({ code: '01', secret: 'wrong' })
    await until('the forgery was refused', () => listener.received.length === 1)
    let stats: Record<string, unknown> = { pushesPending: 1 }
    while (stats['pushesPending'] !== 0)
      stats = (await ask('GET', `${simulators.urls.usps}/control/stats`)).body
    expect(stats).to.include({ pushAttempts: 1, pushesDelivered: 0 })
  })

  it('answers once, word for word, what it was handed, alone and within a batch', async () => {
    const body = `[ {"trackingNumber":"${parcel}", "statusCategory":"Lost" } ]`
    const place = `${simulators.urls.usps}/control/parcels/${parcel}/answer`
    await ask('PUT', place, { body })
    expect((await ask('GET', place)).body).to.include({ waiting: true, asked: 0 })
    expect((await track([{ trackingNumber: parcel }])).body).to.deep.equal(JSON.parse(body))
    expect((await ask('GET', place)).body).to.include({ waiting: false, asked: 1 })
    await ask('PUT', place, { body })
    const both = await track([{ trackingNumber: 'UNKNOWN1' }, { trackingNumber: parcel }])
    expect((both.body as unknown as object[])[1]).to.deep.equal((JSON.parse(body) as object[])[0])
  })

  it('calls the handover to the sender a delivery, as the carrier does', async () => {
    await ask('POST', `${simulators.urls.usps}/control/parcels/${parcel}/story`, { name: 'returned' })
    const view = await ask('GET', `${simulators.urls.usps}/control/parcels/${parcel}`)
    expect(view.body['detail']).to.include({ status: 'Delivered, To Original Sender' })
  })

  it('puts the UTC clock beside the local date, a day early in the evening', () => {
    const place = { id: 'x', city: 'CHICAGO', state: 'IL', zip: '60601' }
    const evening = trackingEvent({ ...place, code: '01', at: '2026-10-06T00:31:20Z' }, false)
    expect(evening).to.include({
      eventTimestamp: '2026-10-05T19:31:00-05:00',
      GMTTimestamp: '2026-10-05T00:31:20.000Z',
      GMTOffset: '-300',
    })
  })
})

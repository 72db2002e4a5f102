import { expect } from 'chai'
import { createCanadaPostGateway } from '../../src/adapters/couriers/canada-post/canada-post-gateway.ts'
import { createChitChatsGateway } from '../../src/adapters/couriers/chit-chats/chit-chats-gateway.ts'
import { createCourierHttp } from '../../src/adapters/couriers/courier-http.ts'
import { createDhlGateway } from '../../src/adapters/couriers/dhl/dhl-gateway.ts'
import { quietLogger } from '../../src/adapters/system/quiet-logger.ts'
import type { CourierGateway } from '../../src/application/ports/courier-gateway.ts'
import { Unavailable } from '../../src/domain/shared/unavailable.ts'
import { CourierMisconfigured, CourierThrottled } from '../../src/domain/shipments/courier-failures.ts'
import { currentTracking } from '../../src/domain/shipments/tracking.ts'
import type { RunningSimulators } from '../../src/entrypoints/simulators/main.ts'
import { ask, type Listener, startListener, startOutside, until } from '../unit/simulators/outside-world.ts'

const clock = { now: () => new Date() }

interface Asked {
  code: 'DHL' | 'CanadaPost' | 'ChitChat'
  simulator: 'dhl' | 'canadaPost' | 'chitChats'
  number: string
  gateway(baseUrl: string, key?: string): CourierGateway
}

const couriers: Asked[] = [
  {
    code: 'DHL',
    simulator: 'dhl',
    number: '1234567891',
    gateway: (baseUrl, apiKey = 'dhl-key') =>
      createDhlGateway({
        hookToken: 'hook-token-of-ours',
        api: { apiKey, http: httpOf('DHL', baseUrl) },
      }),
  },
  {
    code: 'CanadaPost',
    simulator: 'canadaPost',
    number: '7338000123456707',
    gateway: (baseUrl, password = 'password') =>
      createCanadaPostGateway({ user: 'user', password, http: httpOf('CanadaPost', baseUrl) }),
  },
  {
    code: 'ChitChat',
    simulator: 'chitChats',
    number: 'K7Q2M4X9RA',
    gateway: (baseUrl, accessToken = 'token') =>
      createChitChatsGateway({ clientId: '1001', accessToken, http: httpOf('ChitChat', baseUrl) }),
  },
]

function httpOf(courierCode: string, baseUrl: string) {
  return createCourierHttp({
    courierCode,
    baseUrl,
    clock,
    logger: quietLogger,
    totalTimeoutMs: 400,
    halfOpenAfterMs: 300,
  })
}

for (const { code, simulator, number, gateway: gatewayAt } of couriers) {
  describe(`the courier gateway, asking ${code}`, () => {
    let listener: Listener
    let simulators: RunningSimulators
    let gateway: CourierGateway

    beforeEach(async () => {
      listener = await startListener()
      simulators = await startOutside(listener)
      gateway = gatewayAt(simulators.urls[simulator])
    })
    afterEach(async () => {
      await simulators.stop()
      await listener.stop()
    })

    const control = (method: string, path: string, body: object) =>
      ask(method, `${simulators.urls[simulator]}/control/${path}`, body)
    const query = {
      trackingNumber: number,
      postalCode: null,
      countryCode: null,
      mailedOn: null,
      service: null,
    }
    const about = { correlationId: 'test' }
    const track = async () => (await gateway.track([query], about))[0]
    const failure = async () =>
      track().then(
        () => null,
        (error: unknown) => error,
      )
    async function afterStory(name: string) {
      await control('POST', `parcels/${number}/story`, { name })
      const answer = await track()
      if (answer?.outcome !== 'found') throw new Error(`found nothing of ${name}`)
      return currentTracking(answer.scans, 'pre_transit').status
    }

    for (const [story, status] of [
      ['delivered', 'delivered'],
      ['failed_then_delivered', 'delivered'],
      ['returned', 'returned'],
      ['lost', 'exception'],
      ['customs_hold', 'delivered'],
      ['duplicates', 'delivered'],
      ['out_of_order', 'delivered'],
      ['late_three_days', 'delivered'],
      ['not_found_first', 'delivered'],
    ] as const) {
      it(`follows a parcel whose story is ${story}`, async () => {
        expect(await afterStory(story)).to.equal(status)
      })
    }

    it('takes no forgery and no unknown code for a delivery', async () => {
      expect(await afterStory('forged')).not.to.equal('delivered')
      await control('POST', 'reset', {})
      expect(await afterStory('unknown_codes')).to.equal('out_for_delivery')
    })

    it('does not know a number that was not scanned yet', async () => {
      expect(await track()).to.include({ trackingNumber: number, outcome: 'not_found' })
    })

    it('tells a wrong key from an outage', async () => {
      gateway = gatewayAt(simulators.urls[simulator], 'not-the-key')
      expect(await failure()).to.be.instanceOf(CourierMisconfigured)
    })

    it('stops when it is told to', async () => {
      await control('POST', `parcels/${number}/story`, { name: 'delivered' })
      await control('PUT', 'faults', { fail_next: 1, status: 429, retry_after_s: 90 })
      const error = await failure()
      expect(error).to.be.instanceOf(CourierThrottled)
      expect((error as CourierThrottled).retryAfterSeconds).to.equal(90)
      expect(await track()).to.include({ outcome: 'found' })
    })

    it('survives whatever a broken gateway answers, and finds everything afterwards', async () => {
      await control('POST', `parcels/${number}/story`, { name: 'delivered' })
      for (const fault of ['html_error_next', 'huge_body_next', 'redirect_next', 'reset_next']) {
        gateway = gatewayAt(simulators.urls[simulator])
        await control('PUT', 'faults', { [fault]: 1 })
        expect(await failure(), fault).to.be.instanceOf(Unavailable)
        expect(await track(), fault).to.include({ outcome: 'found' })
      }
    })

    it('opens its breaker after five silences, and closes it again', async () => {
      await control('POST', `parcels/${number}/story`, { name: 'delivered' })
      await control('PUT', 'faults', { timeout_next: 5 })
      for (let call = 0; call < 5; call += 1) expect(await failure()).to.be.instanceOf(Unavailable)
      const { body: before } = await ask('GET', `${simulators.urls[simulator]}/control/stats`)
      expect(await failure()).to.be.instanceOf(Unavailable)
      const { body: after } = await ask('GET', `${simulators.urls[simulator]}/control/stats`)
      expect(after['calls']).to.equal(before['calls'])
      await new Promise((resolve) => setTimeout(resolve, 400))
      expect(await track()).to.include({ outcome: 'found' })
    })
  })
}

describe('pushes of DHL', () => {
  let listener: Listener
  let simulators: RunningSimulators
  const gateway = createDhlGateway({ hookToken: 'hook-token-of-ours', api: null })

  beforeEach(async () => {
    listener = await startListener()
    simulators = await startOutside(listener)
  })
  afterEach(async () => {
    await simulators.stop()
    await listener.stop()
  })

  const read = () =>
    listener.received.map(({ headers, body }) =>
      gateway.readPush(Buffer.from(body), headers as Record<string, string>, new Date()),
    )

  it('are hints without scans, and nothing at all without our token', async () => {
    const parcel = `${simulators.urls.dhl}/control/parcels/1234567891/events`
    await ask('POST', parcel, { code: 'delivered/OK' })
    await until('a push came', () => listener.received.length === 1)
    await ask('POST', parcel, { code: 'delivered/OK', forged: true })
    await until('a forgery came', () => listener.received.length === 2)
    const [hint, forgery] = read()
    expect(hint).to.deep.include({ trackingNumber: '1234567891', isHint: true, scans: [] })
    expect(forgery).to.equal(null)
  })

  it('are agreed to over the API', async () => {
    const base = `${simulators.urls.dhl}/tracking/push/v1`
    const token = 'hook-token-of-ours'
    await ask(
      'POST',
      `${base}/subscription`,
      {
        hook: {
          uri: `${listener.url}/dhl`,
          authentication: { type: 'ApiKeyAuthentication', header: 'X-Hook-Token', token },
        },
        type: 'Shipment',
        shipmentIDs: ['1234567891'],
      },
      { 'dhl-api-key': 'dhl-key' },
    )
    await until('DHL asked', () => listener.received.length === 1)
    const confirmation = read()[0]?.handshake?.confirmation
    if (confirmation === null || confirmation === undefined) throw new Error('no handshake')
    const http = httpOf('DHL', simulators.urls.dhl)
    const asking = createDhlGateway({ hookToken: token, api: { apiKey: 'dhl-key', http } })
    await asking.confirmSubscription?.(confirmation, { correlationId: 'test' })
    await until('it is ready', () =>
      listener.received.some(({ body }) => body.includes('subscription.ready')),
    )
  })
})

import { expect } from 'chai'
import { createCourierHttp } from '../../src/adapters/couriers/courier-http.ts'
import { createUspsApi, type UspsApi } from '../../src/adapters/couriers/usps/usps-api.ts'
import { createUspsSubscriptions } from '../../src/adapters/couriers/usps/usps-subscriptions.ts'
import type {
  CourierBudget,
  CourierToken,
  CourierTokens,
} from '../../src/application/ports/courier-accounts.ts'
import { Unavailable } from '../../src/domain/shared/unavailable.ts'
import { CourierMisconfigured, CourierThrottled } from '../../src/domain/shipments/courier-failures.ts'
import { currentTracking } from '../../src/domain/shipments/tracking.ts'
import type { RunningSimulators } from '../../src/entrypoints/simulators/main.ts'
import { ask, type Listener, startListener, startOutside } from '../unit/simulators/outside-world.ts'

const query = (trackingNumber: string) => ({
  trackingNumber,
  postalCode: '10001',
  countryCode: 'US',
  mailedOn: null,
  service: null,
})
const clock = { now: () => new Date() }
const known = '9400190000042001234098'
const unknown = '9205590000042000077042'
const about = { correlationId: 'test' }

/** One account as all processes of a test share it. */
function anAccount(): CourierTokens & CourierBudget & { taken: number } {
  let token: CourierToken | null = null
  let isClaimed = false
  const account = {
    taken: 0,
    find: (_code: string, now: Date) =>
      Promise.resolve(token !== null && token.expiresAt > now ? token : null),
    claimRenewal: () => {
      const isMine = !isClaimed
      isClaimed = true
      return Promise.resolve(isMine)
    },
    save: (_code: string, next: CourierToken) => {
      token = next
      isClaimed = false
      return Promise.resolve()
    },
    forget: (_code: string, accessToken: string | null) => {
      if (token?.accessToken === accessToken) token = null
      isClaimed = false
      return Promise.resolve()
    },
    take: (_code: string, calls: number) => {
      account.taken += calls
      return Promise.resolve({ granted: calls, waitSeconds: 0 })
    },
    pause: () => Promise.resolve(),
  }
  return account
}

describe('the courier gateway, asking USPS', function () {
  this.timeout(15_000)
  let listener: Listener
  let simulators: RunningSimulators
  const lines: string[] = []

  beforeEach(async () => {
    lines.length = 0
    listener = await startListener()
    simulators = await startOutside(listener)
  })
  afterEach(async () => {
    await simulators.stop()
    await listener.stop()
  })

  const keep = (fields: object) => lines.push(JSON.stringify(fields))
  const logger = { debug: keep, info: keep, warn: keep, error: keep }
  const control = (method: string, path: string, body: object) =>
    ask(method, `${simulators.urls.usps}/control/${path}`, body)
  const stats = async () =>
    (await ask('GET', `${simulators.urls.usps}/control/stats`)).body as Record<string, number>
  const told = (number: string) =>
    control('POST', `parcels/${number}/story`, { name: 'delivered', stepMs: 0 })

  function anApi(account = anAccount(), clientSecret = 'hidden'): UspsApi {
    return createUspsApi({
      http: createCourierHttp({
        courierCode: 'USPS',
        baseUrl: simulators.urls.usps,
        clock,
        logger,
        secrets: [clientSecret],
        totalTimeoutMs: 1500,
      }),
      clientId: 'client',
      clientSecret,
      tokens: account,
      budget: account,
      clock,
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / 50)),
    })
  }

  async function failure(asking: Promise<unknown>): Promise<Error> {
    try {
      await asking
    } catch (error) {
      return error as Error
    }
    throw new Error('it did not fail')
  }

  it('answers for each number, found or not, with one token for all processes', async () => {
    await told(known)
    const account = anAccount()
    const processes = [anApi(account), anApi(account), anApi(account)]
    const all = await Promise.all(processes.map((api) => api.track([query(unknown), query(known)], about)))
    for (const answers of all) {
      expect(answers.map(({ outcome }) => outcome)).to.deep.equal(['not_found', 'found'])
      const [, found] = answers
      if (found?.outcome !== 'found') throw new Error('not found')
      expect(currentTracking(found.scans, 'unknown').status).to.equal('delivered')
    }
    expect(await stats()).to.include({ tokens: 1, trackingCalls: 3 })
    expect(account.taken).to.equal(1)
  })

  it('asks for pushes, finds what it asked for, and takes it back', async () => {
    const subscriptions = createUspsSubscriptions(anApi(), {
      secret: '0123456789abcdef0123456789abcdef',
      adminEmails: ['ops@example.com'],
      mailers: ['900000420'],
    })
    const listenerUrl = `${listener.url}/v1/webhooks/couriers/USPS`
    for (const subject of ['900000420', unknown, unknown]) {
      expect(await subscriptions.create({ subject, listenerUrl }, about)).to.deep.equal({ outcome: 'done' })
    }
    const ours = async () =>
      (await subscriptions.list(0, about)).subscriptions.filter((one) => one.listenerUrl === listenerUrl)
    const held = await ours()
    expect(held.map(({ subject }) => subject)).to.deep.equal(['900000420', unknown])
    expect(held.every(({ isLive, expiresAt }) => isLive && expiresAt !== null)).to.equal(true)
    for (const { id } of held) {
      await subscriptions.drop(id, about)
      await subscriptions.drop(id, about)
    }
    expect(await ours()).to.deep.equal([])
    const refused = await subscriptions.create({ subject: unknown, listenerUrl: 'ftp://nowhere' }, about)
    expect(refused).to.include({ outcome: 'refused' })
    expect(lines.join()).to.not.include('0123456789abcdef0123456789abcdef')
    expect([known, '9400112345600012345671'].map((number) => subscriptions.isCovered(number))).to.deep.equal([
      true,
      false,
    ])
  })

  it('asks for hundreds page by page', async () => {
    const subscriptions = createUspsSubscriptions(anApi(), {
      secret: '0123456789abcdef0123456789abcdef',
      adminEmails: ['ops@example.com'],
      mailers: [],
    })
    const listenerUrl = `${listener.url}/hook`
    for (let serial = 0; serial < 100; serial += 1) {
      await subscriptions.create({ subject: `EA${String(100_000_000 + serial)}US`, listenerUrl }, about)
    }
    const first = await subscriptions.list(0, about)
    expect(first.subscriptions).to.have.length(100)
    expect(first.next).to.equal(1)
    const last = await subscriptions.list(1, about)
    expect(last.subscriptions).to.have.length(1)
    expect(last.next).to.equal(null)
  })

  for (const [story, status] of [
    ['failed_then_delivered', 'delivered'],
    ['returned', 'returned'],
    ['lost', 'exception'],
    ['customs_hold', 'delivered'],
    ['duplicates', 'delivered'],
    ['out_of_order', 'delivered'],
    ['late_three_days', 'delivered'],
    ['regressing', 'delivered'],
    ['forged', 'in_transit'],
    ['unknown_codes', 'out_for_delivery'],
    ['not_found_first', 'delivered'],
  ] as const) {
    it(`follows a parcel whose story is ${story}`, async () => {
      await control('POST', `parcels/${known}/story`, { name: story })
      const [answer] = await anApi().track([query(known)], about)
      if (answer?.outcome !== 'found') throw new Error('not found')
      expect(currentTracking(answer.scans, 'unknown').status).to.equal(status)
    })
  }

  it('reads a whole batch, in any order and without times', async () => {
    await told(known)
    for (const faults of [{ events_shuffled: true }, { null_times: true }]) {
      await control('PUT', 'faults', faults)
      const [answer] = await anApi().track([query(known)], about)
      if (answer?.outcome !== 'found') throw new Error('not found')
      expect(currentTracking(answer.scans, 'unknown').status).to.equal('delivered')
    }
  })

  it('takes "not found" by its sub-code, whatever the status', async () => {
    await control('PUT', 'faults', { not_found_as_400: true })
    expect(await anApi().track([query(unknown)], about)).to.deep.include.members([
      {
        trackingNumber: unknown,
        outcome: 'not_found',
        reason: '150001: 12: A status update is not yet available on your item.',
      },
    ])
  })

  it('renews a token once that was taken back, and then gives up', async () => {
    await told(known)
    const account = anAccount()
    await account.save('USPS', {
      accessToken: 'stale.token',
      expiresAt: new Date(Date.now() + 3_600_000),
      scope: 'tracking',
    })
    expect((await anApi(account).track([query(known)], about))[0]?.outcome).to.equal('found')
    await control('PUT', 'faults', { fail_next: 2, status: 401 })
    expect(await failure(anApi().track([query(known)], about))).to.be.instanceOf(CourierMisconfigured)
    expect(await stats()).to.include({ trackingCalls: 1 })
  })

  it('says that a scope is missing or a key is wrong, without retrying', async () => {
    await control('PUT', 'faults', { token_without_tracking_scope: true })
    const missing = await failure(anApi().track([query(known)], about))
    expect(missing).to.be.instanceOf(CourierMisconfigured)
    expect(missing.message).to.contain('scope "tracking"')
    expect(await failure(anApi(anAccount(), 'wrong-secret').track([query(known)], about))).to.be.instanceOf(
      CourierMisconfigured,
    )
    await control('PUT', 'faults', { fail_next: 1, status: 403, token_without_tracking_scope: false })
    expect(await failure(anApi().track([query(known)], about))).to.be.instanceOf(CourierMisconfigured)
    expect(await stats()).to.include({ trackingCalls: 0 })
  })

  it('tells how long it wants to be left alone, and until the next hour when it does not say', async () => {
    await control('PUT', 'faults', { fail_next: 1, status: 429, retry_after_s: 77 })
    const said = await failure(anApi().track([query(known)], about))
    expect(said).to.be.instanceOf(CourierThrottled).and.include({ retryAfterSeconds: 77 })
    await control('PUT', 'faults', { fail_next: 1, status: 429, retry_after_s: 0 })
    const unsaid = await failure(anApi().track([query(known)], about))
    expect(unsaid).to.be.instanceOf(CourierThrottled).and.have.property('retryAfterSeconds').within(1, 3600)
  })

  it('is unavailable when it fails, is silent, answers half or with a page', async () => {
    await told(known)
    for (const faults of [
      { fail_next: 1, status: 503 },
      { timeout_next: 1 },
      { truncated_next: 1 },
      { html_error_next: 1 },
    ]) {
      await control('PUT', 'faults', faults)
      const error = await failure(anApi().track([query(known)], about))
      expect(error, JSON.stringify(faults)).to.be.instanceOf(Unavailable).and.not.instanceOf(CourierThrottled)
    }
  })

  it('is left alone after five failures in a row', async () => {
    await control('PUT', 'faults', { fail_rate: 1, status: 503 })
    const api = anApi()
    for (let call = 0; call < 8; call += 1) await failure(api.track([query(known)], about))
    const error = await failure(api.track([query(known)], about))
    expect(error.message).to.contain('left alone')
  })

  it('leaves neither secret nor token in the log', async () => {
    await told(known)
    const account = anAccount()
    await anApi(account).track([query(known)], about)
    const token = await account.find('USPS', new Date())
    const log = lines.join('\n')
    expect(log).to.contain('courierCode').and.contain('correlationId').and.contain(known)
    expect(log)
      .to.not.contain('hidden')
      .and.not.contain(token?.accessToken ?? 'none')
  })
})

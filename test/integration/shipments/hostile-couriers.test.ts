import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import pg from 'pg'
import { createCanadaPostGateway } from '../../../src/adapters/couriers/canada-post/canada-post-gateway.ts'
import { createChitChatsGateway } from '../../../src/adapters/couriers/chit-chats/chit-chats-gateway.ts'
import { createCourierHttp } from '../../../src/adapters/couriers/courier-http.ts'
import { createDhlGateway } from '../../../src/adapters/couriers/dhl/dhl-gateway.ts'
import { createUspsApi } from '../../../src/adapters/couriers/usps/usps-api.ts'
import { createUspsGateway } from '../../../src/adapters/couriers/usps/usps-gateway.ts'
import { quietLogger } from '../../../src/adapters/system/quiet-logger.ts'
import type { CourierToken } from '../../../src/application/ports/courier-accounts.ts'
import type { CourierGateway } from '../../../src/application/ports/courier-gateway.ts'
import type { ShipmentView } from '../../../src/application/ports/shipment-reader.ts'
import { simulatorKeys } from '../../../src/entrypoints/bootstrap/simulator-keys.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { askAboutParcel } from '../../../src/entrypoints/cli/ask-about-parcel.ts'
import { simulatedCouriers } from '../../../src/entrypoints/cli/couriers.ts'
import { walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const clock = { now: () => new Date() }
const DEADLINE_MS = 1000
const HALF_OPEN_MS = 500
// What the garbage collector and a busy machine may add to a deadline.
const SLACK_MS = 1500
const ROUND_MS = 2500
const MOST_GROWTH_BYTES = 24 * 1024 * 1024

const hostilities: readonly Record<string, number>[] = [
  { latency_ms: 700 },
  { timeout_rate: 1 },
  { reset_rate: 1 },
  { fail_rate: 1, status: 503 },
  { fail_rate: 1, status: 429, retry_after_s: 1 },
  { wrong_type_rate: 1 },
  { redirect_rate: 1 },
  { truncated_rate: 0.5, html_error_rate: 0.5 },
]

const stories = { delivered: 'delivered', returned: 'returned', lost: 'exception' } as const

interface Call {
  courierCode: string
  ms: number
  failure: string | null
}

describe('a platform whose couriers are all hostile', function () {
  this.timeout(180_000)
  let platform: TestPlatform
  const calls: Call[] = []
  const parcels: { shipment: ShipmentView; truth: string }[] = []

  before(async () => {
    platform = await startTestPlatform({
      overrides: { couriers: new Map(Object.entries(gateways(() => platform, calls))) },
    })
    await platform.pricesSynced()
    const client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
    await client.query(
      'update couriers set burst_calls = 100000, refill_calls = 1000, refill_seconds = 1, day_calls = null',
    )
    await client.query('update courier_accounts set tokens = 100000')
    await client.end()
    for (const courier of simulatedCouriers) {
      for (const [story, truth] of Object.entries(stories)) {
        const order = await walkOrder({
          api: platform.api,
          simulators: platform.simulators,
          order: { company: 'Harbour Cold Storage Inc.', lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
          upTo: 'shipment_ready',
          courier,
          report: () => undefined,
        })
        const shipment = await read(order.shipments[0]?.id ?? '')
        parcels.push({ shipment, truth })
        // Nothing is pushed, so that all that is known is known by asking.
        await faults({})
        const url = platform.simulators[courier.simulator]
        await platform.control(`${url}/control/parcels/${shipment.tracking_number ?? ''}/story`, {
          name: story,
        })
      }
    }
  })
  after(async () => {
    await platform.close()
  })

  const read = (id: string) => platform.api.get<ShipmentView>(`/v1/shipments/${id}`)

  async function faults(wanted: Record<string, number>): Promise<void> {
    for (const { simulator } of simulatedCouriers) {
      const isPushing = simulator === 'usps' || simulator === 'dhl'
      await platform.control(
        `${platform.simulators[simulator]}/control/faults`,
        isPushing ? { ...wanted, push_drop_rate: 1 } : wanted,
        'PUT',
      )
    }
  }

  async function askAboutAll(): Promise<void> {
    for (const { shipment } of parcels) await askAboutParcel(platform, shipment.id)
  }

  async function hostileFor(wanted: Record<string, number>, ms: number): Promise<void> {
    await faults(wanted)
    const endAt = performance.now() + ms
    while (performance.now() < endAt) {
      await askAboutAll()
      await sleep(250)
    }
  }

  const callsOf = (courierCode: string) => calls.filter((call) => call.courierCode === courierCode)

  it('is told nothing false, and waits for nobody beyond the deadline', async () => {
    for (const wanted of hostilities) {
      await hostileFor(wanted, ROUND_MS)
      for (const { shipment, truth } of parcels)
        expect((await read(shipment.id)).tracking_status).to.be.oneOf(['unknown', truth])
    }
    for (const { code } of simulatedCouriers) {
      const asked = callsOf(code)
      expect(asked.length, code).to.be.greaterThan(10)
      expect(Math.max(...asked.map(({ ms }) => ms)), code).to.be.below(DEADLINE_MS + SLACK_MS)
    }
  })

  it('leaves each courier alone after failures in a row', () => {
    for (const { code } of simulatedCouriers) {
      const opened = callsOf(code).filter(({ failure }) => failure?.includes('left alone') === true)
      expect(opened.length, code).to.be.greaterThan(0)
      // Nobody was asked: the answer came at once.
      expect(opened.toSorted((one, other) => one.ms - other.ms)[0]?.ms, code).to.be.below(50)
    }
  })

  it('does not keep bodies of ten megabytes', async () => {
    await hostileFor({ huge_body_rate: 1 }, 1000)
    const before = heapUsed()
    const from = calls.length
    await hostileFor({ huge_body_rate: 1 }, 6000)
    await faults({})
    const bodies = calls.slice(from).filter(({ failure }) => failure?.includes('too large') === true)
    expect(bodies.length).to.be.greaterThan(16)
    expect(heapUsed() - before).to.be.below(MOST_GROWTH_BYTES)
  })

  it('closes its breakers again, and every parcel reaches its true status', async () => {
    await faults({})
    await sleep(HALF_OPEN_MS)
    const from = calls.length
    for (const { shipment, truth } of parcels) {
      await until(
        `${shipment.courier_code ?? ''} to tell that the parcel is ${truth}`,
        async () => {
          const now = await read(shipment.id)
          if (now.tracking_status !== truth) {
            await askAboutParcel(platform, shipment.id)
            await sleep(600)
          }
          return now
        },
        ({ tracking_status }) => tracking_status === truth,
      )
    }
    await until(
      'every courier to be heard again',
      async () => {
        await askAboutAll()
        await sleep(300)
        return simulatedCouriers.map(({ code }) =>
          calls.slice(from).findLast(({ courierCode }) => courierCode === code),
        )
      },
      (last) => last.every((call) => call?.failure === null),
    )
    expect(await platform.brokenLaws()).to.deep.equal([])
  })
})

function heapUsed(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  return process.memoryUsage().heapUsed + process.memoryUsage().external
}

/** The couriers as bootstrap builds them, but quick to give up; made at the first call, when the simulators are there. */
function gateways(platform: () => TestPlatform, calls: Call[]): Record<string, CourierGateway> {
  const http = (courierCode: string, baseUrl: string) =>
    createCourierHttp({
      courierCode,
      baseUrl,
      clock,
      logger: quietLogger,
      totalTimeoutMs: DEADLINE_MS,
      halfOpenAfterMs: HALF_OPEN_MS,
    })
  const { usps, dhl, canadaPost, chitChats } = simulatorKeys
  const made: Record<string, [batchSize: number, make: () => CourierGateway]> = {
    USPS: [
      35,
      () =>
        createUspsGateway({
          subscriptionSecret: usps.subscriptionSecret,
          api: createUspsApi({
            http: http('USPS', platform().simulators.usps),
            ...usps,
            ...anAccount(),
            clock,
            sleep,
          }),
        }),
    ],
    DHL: [
      1,
      () =>
        createDhlGateway({
          hookToken: dhl.hookToken,
          api: { apiKey: dhl.apiKey, http: http('DHL', platform().simulators.dhl) },
        }),
    ],
    CanadaPost: [
      1,
      () =>
        createCanadaPostGateway({
          ...canadaPost,
          http: http('CanadaPost', platform().simulators.canadaPost),
        }),
    ],
    ChitChat: [
      1,
      () => createChitChatsGateway({ ...chitChats, http: http('ChitChat', platform().simulators.chitChats) }),
    ],
  }
  return Object.fromEntries(
    Object.entries(made).map(([code, [batchSize, make]]) => [code, timed(code, batchSize, make, calls)]),
  )
}

function timed(
  courierCode: string,
  batchSize: number,
  make: () => CourierGateway,
  calls: Call[],
): CourierGateway {
  let known: CourierGateway | null = null
  const gateway = () => (known ??= make())
  return {
    batchSize,
    readPush: (...push) => gateway().readPush(...push),
    readScan: (raw) => gateway().readScan(raw),
    async track(...asked) {
      const startedAt = performance.now()
      const note = (failure: string | null) =>
        calls.push({ courierCode, ms: performance.now() - startedAt, failure })
      try {
        const answers = await gateway().track(...asked)
        note(null)
        return answers
      } catch (error) {
        note((error as Error).message)
        throw error
      }
    },
  }
}

function anAccount() {
  let token: CourierToken | null = null
  return {
    tokens: {
      find: () => Promise.resolve(token),
      claimRenewal: () => Promise.resolve(true),
      save: (_code: string, next: CourierToken) => {
        token = next
        return Promise.resolve()
      },
      forget: () => {
        token = null
        return Promise.resolve()
      },
    },
    budget: {
      take: (_code: string, granted: number) => Promise.resolve({ granted, waitSeconds: 0 }),
      pause: () => Promise.resolve(),
    },
  }
}

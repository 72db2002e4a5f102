import { expect } from 'chai'
import { createUspsGateway } from '../../src/adapters/couriers/usps/usps-gateway.ts'
import { type CourierScan, currentTracking } from '../../src/domain/shipments/tracking.ts'
import type { RunningSimulators } from '../../src/entrypoints/simulators/main.ts'
import { ask, type Listener, startListener, startOutside, until } from '../unit/simulators/outside-world.ts'

describe('the courier gateway, pushed to by USPS', () => {
  const gateway = createUspsGateway({ subscriptionSecret: '0123456789abcdef0123456789abcdef' })
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

  const control = (method: string, path: string, body: object) =>
    ask(method, `${simulators.urls.usps}/control/${path}`, body)

  const readAll = () =>
    listener.received.map(({ headers, body }) =>
      gateway.readPush(Buffer.from(body), headers as Record<string, string>, new Date()),
    )

  async function scansOf(name: string, pushes: number): Promise<CourierScan[]> {
    await control('POST', `parcels/94001900000420012340${pushes}/story`, { name, stepMs: 0 })
    await until(`${pushes} pushes came`, () => listener.received.length === pushes)
    return readAll().flatMap((push) => push?.scans ?? [])
  }

  it('follows a parcel to the door, in whatever order its pushes come', async () => {
    await control('PUT', 'faults', { push_shuffle_ms: 50 })
    const scans = await scansOf('delivered', 6)
    expect(scans).to.have.length(6)
    expect(currentTracking(scans, 'pre_transit').status).to.equal('delivered')
    expect(scans.filter((scan) => scan.occurredAt === null || scan.place === null)).to.deep.equal([])
  })

  it('sees a parcel come back although the last scan says delivered', async () => {
    const scans = await scansOf('returned', 8)
    expect(currentTracking(scans, 'pre_transit').status).to.equal('returned')
  })

  it('refuses what is forged, changed, unsigned or old', async () => {
    const path = 'parcels/9400190000042001234098/events'
    await control('POST', path, { code: '01', secret: 'wrong' })
    await control('POST', path, { code: '07', tamper: true })
    await until('two pushes came', () => listener.received.length === 2)
    await control('PUT', 'faults', { push_no_signature_next: 1 })
    await control('POST', path, { code: '01' })
    await until('three pushes came', () => listener.received.length === 3)
    await control('PUT', 'faults', { push_old_timestamp_next: 1 })
    await control('POST', path, { code: '01' })
    await until('four pushes came', () => listener.received.length === 4)
    expect(readAll()).to.deep.equal([null, null, null, null])
  })
})

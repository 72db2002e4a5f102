import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { createLegacyBridge } from '../../src/adapters/legacy-bridge/legacy-bridge.ts'
import type { LegacyBridge, ProvisioningRequest } from '../../src/application/ports/legacy-bridge.ts'
import { Unavailable } from '../../src/domain/shared/unavailable.ts'
import { startLegacySimulator } from '../../src/entrypoints/simulators/legacy/legacy-simulator.ts'
import type { Simulator } from '../../src/entrypoints/simulators/machinery/simulator.ts'
import { ask } from '../unit/simulators/outside-world.ts'

const clock = { now: () => new Date('2026-10-05T12:00:00Z') }
let made = 0

function aRequest(about: Partial<ProvisioningRequest> = {}): ProvisioningRequest {
  made += 1
  return {
    idempotencyKey: `stp_${made}`,
    scenario: 'assign_device',
    deviceSerial: `SN-${made}`,
    companyRef: 'C-1',
    orderRef: 'ORD-1',
    payload: { plan: 'basic' },
    correlationId: 'req_1',
    timeoutSeconds: 0.2,
    ...about,
  }
}

describe('the legacy bridge', () => {
  let simulator: Simulator
  let bridge: LegacyBridge

  beforeEach(async () => {
    simulator = await startLegacySimulator({ dataDir: null, host: '127.0.0.1', port: 0, token: 'token' })
    bridge = bridgeAt(simulator.url)
  })
  afterEach(async () => simulator.stop())

  const bridgeAt = (url: string, about: { token?: string; halfOpenAfterMs?: number } = {}) =>
    createLegacyBridge({ url, token: 'token', clock, ...about })
  const faults = (wanted: object) => ask('PUT', `${simulator.url}/control/faults`, wanted)
  const tally = async (key: string) => (await ask('GET', `${simulator.url}/control/keys/${key}`)).body

  it('provisions, and says what went over the wire', async () => {
    const request = aRequest()
    const done = await bridge.provision(request)
    expect(done.outcome).to.equal('provisioned')
    if (done.outcome !== 'provisioned') return
    const { device, asset } = done.result
    expect(device).to.include({ serial: request.deviceSerial, status: 'provisioned', revision: 1n })
    expect(device.snapshot).to.include({ company_ref: 'C-1', firmware: '4.2.1' })
    expect(asset.assetRef).to.match(/^AST-/)
    expect(done.calls).to.have.length(1)
    expect(done.calls[0]).to.deep.include({
      method: 'POST',
      path: '/api/provisionings',
      correlationId: 'req_1',
      statusCode: 201,
      error: null,
      calledAt: clock.now(),
    })
    expect(done.calls[0]!.durationMs).to.be.within(0, 200)
  })

  it('does the work once for one key, and answers the same again', async () => {
    const request = aRequest()
    const first = await bridge.provision(request)
    const second = await bridge.provision({ ...request, payload: { ...request.payload } })
    expect(second).to.deep.include({ outcome: 'provisioned' })
    expect('result' in first && first.result).to.deep.equal('result' in second && second.result)
    expect(await tally(request.idempotencyKey)).to.deep.equal({ called: 2, applied: 1 })
  })

  it('is refused with the bridge’s own words', async () => {
    const request = aRequest()
    await bridge.provision(request)
    const conflict = await bridge.provision({ ...request, orderRef: 'ORD-2' })
    expect(conflict).to.include({ outcome: 'refused' })
    expect('error' in conflict && conflict.error).to.match(/^409 idempotency_conflict: /)
    await faults({ unknown_scenarios: ['assign_device'] })
    const unknown = await bridge.provision(aRequest())
    expect(unknown).to.include({ outcome: 'refused' })
    expect(unknown.calls).to.have.length(1)
    expect(unknown.calls[0]).to.include({ statusCode: 422 })
  })

  it('is unavailable while the bridge fails, is down, is throttled or does not accept our token', async () => {
    for (const status of [500, 503, 429]) {
      await faults({ fail_next: 1, status })
      const failed = await bridge.provision(aRequest())
      expect(failed).to.include({ outcome: 'unavailable' })
      expect('error' in failed && failed.error).to.match(new RegExp(`^${status} internal: `))
      expect(failed.calls).to.have.length(1)
    }
    const stranger = await bridgeAt(simulator.url, { token: 'wrong' }).provision(aRequest())
    expect(stranger).to.include({ outcome: 'unavailable' })
    expect(stranger.calls[0]).to.include({ statusCode: 401 })
  })

  it('reads back what was done when the answer got lost', async () => {
    await faults({ timeout_next: 1 })
    const request = aRequest()
    const done = await bridge.provision(request)
    expect(done).to.include({ outcome: 'provisioned' })
    expect(done.calls.map(({ method, path, statusCode }) => [method, path, statusCode])).to.deep.equal([
      ['POST', '/api/provisionings', null],
      ['GET', `/api/provisionings/${request.idempotencyKey}`, 200],
    ])
    expect(done.calls[0]!.error).to.equal('no answer within 0.2 s')
    expect(await tally(request.idempotencyKey)).to.deep.equal({ called: 1, applied: 1 })
  })

  it('is unavailable when the bridge is too slow and has done nothing', async () => {
    await faults({ latency_ms: 400 })
    const late = await bridge.provision(aRequest())
    expect(late).to.include({ outcome: 'unavailable', error: 'no answer within 0.2 s' })
    expect(late.calls).to.have.length(2)
  })

  it('does not read back where nothing was sent', async () => {
    const absent = await bridgeAt('http://127.0.0.1:9').provision(aRequest())
    expect(absent).to.include({ outcome: 'unavailable', error: 'not reachable (ECONNREFUSED)' })
    expect(absent.calls).to.have.length(1)
    expect(absent.calls[0]).to.include({ statusCode: null })
  })

  it('is left alone after ten failures in a row, and tried again later', async () => {
    bridge = bridgeAt(simulator.url, { halfOpenAfterMs: 60 })
    await faults({ down: true })
    for (let failure = 1; failure <= 10; failure += 1) {
      expect((await bridge.provision(aRequest())).calls, `failure ${failure}`).to.have.length(1)
    }
    const spared = await bridge.provision(aRequest())
    expect(spared).to.include({ outcome: 'unavailable' })
    expect(spared.calls).to.deep.equal([])
    const silence = await bridge.findCompany('C-1', 'req_1').catch((error: unknown) => error)
    expect(silence).to.be.instanceOf(Unavailable)
    await faults({})
    await new Promise((resolve) => setTimeout(resolve, 70))
    expect(await bridge.provision(aRequest())).to.include({ outcome: 'provisioned' })
  })

  it('does not count refusals as failures of the bridge', async () => {
    await faults({ unknown_scenarios: ['assign_device'] })
    for (let refusal = 1; refusal <= 12; refusal += 1) {
      expect(await bridge.provision(aRequest())).to.include({ outcome: 'refused' })
    }
  })

  it('finds a company, and says when it cannot', async () => {
    const company = await bridge.findCompany('C 7/ü', 'req_1')
    expect(company).to.include({ ref: 'C 7/ü' })
    expect(company!.revision).to.be.a('bigint')
    expect(company!.snapshot).to.include({ status: 'active' })
    await faults({ down: true })
    const failure = await bridge.findCompany('C-7', 'req_1').catch((error: unknown) => error)
    expect(failure).to.be.instanceOf(Unavailable).and.include({ counterparty: 'legacy' })
  })
})

describe('a bridge that answers nonsense', () => {
  let server: Server
  let bridge: LegacyBridge
  let status = 200
  let body = ''

  before(async () => {
    server = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    bridge = createLegacyBridge({ url: `http://127.0.0.1:${port}/base/`, token: 'token', clock })
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })

  it('has not provisioned anything', async () => {
    status = 200
    const request = aRequest()
    const device = { serial: request.deviceSerial, status: 'provisioned', revision: 1 }
    const asset = { asset_ref: 'AST-1', revision: '1' }
    const answers = [
      '<html>',
      'null',
      '[]',
      '{}',
      JSON.stringify({ device }),
      JSON.stringify({ device: { ...device, serial: 'SN-other' }, asset }),
      JSON.stringify({ device: { ...device, revision: 1.5 }, asset }),
      JSON.stringify({ device, asset: { ...asset, revision: -1 } }),
      JSON.stringify({ idempotency_key: 'stp_other', device, asset }),
    ]
    for (body of answers) {
      const outcome = await bridge.provision(request)
      expect(outcome, body).to.include({ outcome: 'unavailable' })
      expect(outcome.calls[0], body).to.include({
        statusCode: 200,
        error: 'the answer is not about this provisioning',
      })
    }
    body = JSON.stringify({ device, asset })
    expect(await bridge.provision(request)).to.include({ outcome: 'provisioned' })
  })

  it('knows no company', async () => {
    status = 200
    body = '{"ref":"C-2","name":"Another","revision":1}'
    expect(await bridge.findCompany('C-1', 'req_1').catch((error: unknown) => error)).to.be.instanceOf(
      Unavailable,
    )
    status = 404
    expect(await bridge.findCompany('C-1', 'req_1')).to.equal(null)
  })
})

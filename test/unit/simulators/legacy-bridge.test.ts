import { expect } from 'chai'
import type { RunningSimulators } from '../../../src/entrypoints/simulators/main.ts'
import { type Answer, ask, type Listener, startListener, startOutside } from './outside-world.ts'

describe('the simulator of the legacy bridge', () => {
  let listener: Listener
  let simulators: RunningSimulators

  before(async () => {
    listener = await startListener()
    simulators = await startOutside(listener)
  })
  after(async () => {
    await simulators.stop()
    await listener.stop()
  })

  const request = {
    scenario: 'activate_sensor',
    device_serial: 'SN-1',
    company_ref: 'ACME',
    order_ref: 'ord_1',
    payload: { plan: 'basic', zone: 1 },
  }
  const provision = async (key: string, body: Record<string, unknown>): Promise<Answer> =>
    ask('POST', `${simulators.urls.legacy}/api/provisionings`, body, {
      authorization: 'Bearer token',
      'idempotency-key': key,
      'x-correlation-id': 'corr-1',
    })

  it('applies a key once and repeats the very same answer', async () => {
    const first = await provision('step-1', request)
    const second = await provision('step-1', { ...request, payload: { zone: 1, plan: 'basic' } })
    expect([first.status, second.status]).to.deep.equal([201, 200])
    expect(second.body).to.deep.equal(first.body)
    expect(first.headers.get('x-correlation-id')).to.equal('corr-1')
    const tally = await ask('GET', `${simulators.urls.legacy}/control/keys/step-1`)
    expect(tally.body).to.deep.equal({ called: 2, applied: 1 })
  })

  it('refuses a key that comes back with another body', async () => {
    await provision('step-2', request)
    const answer = await provision('step-2', { ...request, device_serial: 'SN-2' })
    expect(answer.status).to.equal(409)
    expect(answer.body['error']).to.include({ code: 'idempotency_conflict' })
  })

  it('refuses unknown scenarios, missing keys and wrong tokens', async () => {
    expect((await provision('step-3', { ...request, scenario: 'No such thing' })).status).to.equal(422)
    expect((await provision('', request)).status).to.equal(400)
    expect((await ask('GET', `${simulators.urls.legacy}/api/companies/ACME`)).status).to.equal(401)
  })

  it('fails as often as it was told, then works', async () => {
    await ask('PUT', `${simulators.urls.legacy}/control/faults`, { fail_next: 2, status: 503 })
    const statuses = []
    for (let attempt = 0; attempt < 3; attempt += 1)
      statuses.push((await provision('step-4', request)).status)
    expect(statuses).to.deep.equal([503, 503, 201])
  })
})

import { expect } from 'chai'
import { createSlackNotifier } from '../../src/adapters/slack/slack-notifier.ts'
import { Unavailable } from '../../src/domain/shared/unavailable.ts'
import type { Simulator } from '../../src/entrypoints/simulators/machinery/simulator.ts'
import { startSlackSimulator } from '../../src/entrypoints/simulators/slack/slack-simulator.ts'
import { ask } from '../unit/simulators/outside-world.ts'

describe('the notifier, played by Slack', () => {
  let simulator: Simulator

  before(async () => {
    simulator = await startSlackSimulator({ dataDir: null, host: '127.0.0.1', port: 0 })
  })
  after(async () => simulator.stop())

  const notifier = () => createSlackNotifier({ url: `${simulator.url}/services/T000/B000/waybill` })
  const posted = async () => JSON.stringify((await ask('GET', `${simulator.url}/control/messages`)).body)

  it('posts a message', async () => {
    await notifier().post({ text: 'Provision SN-1 by hand' })
    expect(await posted()).to.include('Provision SN-1 by hand')
  })

  it('is Unavailable when Slack fails, throttles or is not there', async () => {
    for (const fault of [{ fail_next: 1 }, { rate_limit_next: 1 }]) {
      await ask('PUT', `${simulator.url}/control/faults`, fault)
      const failure = await notifier()
        .post({ text: 'lost' })
        .catch((error: unknown) => error)
      expect(failure).to.be.instanceOf(Unavailable).and.include({ counterparty: 'slack' })
    }
    const absent = createSlackNotifier({ url: 'http://127.0.0.1:9/services/T/B/secret' })
    const failure = await absent.post({ text: 'lost' }).catch((error: unknown) => error)
    expect(failure).to.be.instanceOf(Unavailable)
    expect(String((failure as Error).cause)).to.not.include('secret')
    expect(await posted()).to.not.include('lost')
  })

  it('does nothing without an address', async () => {
    await createSlackNotifier({ url: null }).post({ text: 'nobody listens' })
    expect(await posted()).to.not.include('nobody listens')
  })
})

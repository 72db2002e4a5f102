import { expect } from 'chai'
import {
  type AutomationStep,
  callOffStep,
  changePayload,
  failStep,
  fallBackStep,
  queueStep,
  retryStep,
  type ScenarioConfig,
  startStep,
  succeedStep,
  takeUpStep,
} from '../../../src/domain/automation/automation-step.ts'
import { minutesAfterNoon, noon, refusalFrom } from './builders.ts'

const config: ScenarioConfig = {
  scenario: 'provision_device',
  maxAttempts: 3,
  retryDelaySeconds: 600,
  timeoutSeconds: 60,
  fallbackDescription: 'Provision it in the legacy console.',
}

describe('an automation step', () => {
  const down = { error: 'the bridge is away', isPermanent: false }
  const fail = (step: AutomationStep) => failStep(startStep(step, noon), down, config, noon)

  it('is tried as often as its scenario allows and then waits for a person', () => {
    let step = aStep()
    const story: [string, number, boolean][] = []
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const failed = fail(step)
      const [event] = failed.events
      step = failed.step
      story.push([step.status, step.attempts, (event?.data as { is_final: boolean }).is_final])
    }
    expect(story).to.deep.equal([
      ['retry_scheduled', 1, false],
      ['retry_scheduled', 2, false],
      ['failed', 3, true],
    ])
    expect(step.nextAttemptAt).to.equal(null)
    expect(refusalFrom(() => startStep(step, noon)).code).to.equal('move_not_allowed')
  })

  it('waits the delay of its scenario between attempts', () => {
    expect(fail(aStep()).step.nextAttemptAt).to.deep.equal(minutesAfterNoon(10))
  })

  it('does not try again what cannot help', () => {
    const refused = { error: 'no such device', isPermanent: true }
    const { step } = failStep(startStep(aStep(), noon), refused, config, noon)
    expect([step.status, step.attempts]).to.deep.equal(['failed', 1])
  })

  it('counts an attempt that a crash cut short once', () => {
    const begun = startStep(aStep(), noon)
    const takenOver = startStep(begun, minutesAfterNoon(1))
    expect(takenOver.attempts).to.equal(1)
    expect(takenOver.lastAttemptedAt).to.deep.equal(minutesAfterNoon(1))
  })

  it('that a person retries has a full round of attempts more', () => {
    let step = aStep()
    for (let attempt = 0; attempt < 3; attempt += 1) step = fail(step).step
    const again = retryStep(step, config, noon).step
    expect([again.status, again.attempts, again.maxAttempts]).to.deep.equal(['queued', 3, 6])
    expect(startStep(again, noon).attempts).to.equal(4)
  })

  it('that a person took over can no longer be done by the machine', () => {
    const running = startStep(aStep(), noon)
    expect(refusalFrom(() => fallBackStep(running, 'done by hand', noon)).code).to.equal('move_not_allowed')
    const { step, events } = fallBackStep(fail(aStep()).step, 'done by hand', noon)
    expect(step.status).to.equal('fallback_triggered')
    expect(events[0]?.data).to.deep.include({ notes: 'done by hand' })
    for (const act of [() => startStep(step, noon), () => succeedStep(step, noon)])
      expect(refusalFrom(act).code).to.equal('move_not_allowed')
  })

  it('that succeeded forgets the error of earlier attempts', () => {
    const { step, events } = succeedStep(startStep(fail(aStep()).step, noon), noon)
    expect([step.status, step.attempts, step.lastError]).to.deep.equal(['succeeded', 2, null])
    expect(events.map(({ type }) => type)).to.deep.equal(['automation.step_succeeded'])
  })

  describe('that is called off', () => {
    const callOff = (step: AutomationStep) => callOffStep(step, 'Wrong door', noon)

    it('during an attempt has no other after it, and no task', () => {
      const running = callOff(startStep(aStep(), noon))
      expect(running.events).to.deep.equal([])
      expect(running.step.status).to.equal('running')
      const { step, events } = failStep(running.step, down, config, noon)
      expect(step).to.include({ status: 'cancelled', lastError: down.error, nextAttemptAt: null })
      expect(events.map(({ type, data }) => [type, data])).to.deep.equal([
        [
          'automation.step_cancelled',
          { scenario: 'provision_device', device_id: 'dev_1', reason: 'Wrong door' },
        ],
      ])
    })

    it('during an attempt that succeeds has succeeded', () => {
      const { step } = succeedStep(callOff(startStep(aStep(), noon)).step, noon)
      expect(step).to.include({ status: 'succeeded', recallReason: null })
    })

    it('during an attempt goes on like any other once its unit has arrived after all', () => {
      const running = callOff(startStep(aStep(), noon)).step
      const { step, events } = takeUpStep(running, config, minutesAfterNoon(5), noon)
      expect(events).to.deep.equal([])
      expect(failStep(step, down, config, noon).step.status).to.equal('retry_scheduled')
    })

    it('and is over stays as it is', () => {
      const { step } = succeedStep(startStep(aStep(), noon), noon)
      expect(callOff(step)).to.deep.equal({ step, events: [] })
      const { step: cancelled } = callOff(aStep())
      expect(callOff(cancelled)).to.deep.equal({ step: cancelled, events: [] })
    })
  })

  it('that nobody has tried learns of the true delivery; any other keeps its payload', () => {
    const first = { sku: 'SNS-TEMP-1', delivered_at: noon.toISOString() }
    const untried = { ...aStep(), payload: first }
    const again = (step: AutomationStep) => takeUpStep(step, config, minutesAfterNoon(5), noon).step
    const then = { sku: 'SNS-TEMP-1', delivered_at: minutesAfterNoon(5).toISOString() }
    expect(again(untried).payload).to.deep.equal(then)
    expect(again(callOffStep(untried, 'Wrong door', noon).step)).to.deep.include({
      status: 'queued',
      payload: then,
    })
    const tried = callOffStep(fail(untried).step, 'Wrong door', noon).step
    expect(again(tried)).to.deep.include({ status: 'queued', payload: first })
    expect(takeUpStep(untried, config, noon, noon).step, 'nothing is new').to.equal(untried)
    const byHand = fallBackStep(untried, 'done by hand', noon).step
    expect(again(byHand)).to.equal(byHand)
  })

  it('keeps what a delivery or a return said of its unit when it is told something else', () => {
    const said = { sku: 'SNS-TEMP-1', return_id: 'ret_1', case_id: 'cas_1' }
    const step = { ...aStep(), payload: { ...said, reason: 'broken' } }
    expect(changePayload(step, { reason: 'too cold' }, noon).step.payload).to.deep.equal({
      ...said,
      reason: 'too cold',
    })
    expect(changePayload(step, {}, noon).step.payload).to.deep.equal(said)
  })
})

function aStep(): AutomationStep {
  const input = {
    id: 'stp_1',
    shipmentItemId: 'sit_1',
    shipmentId: 'shp_1',
    orderId: 'ord_1',
    companyId: 'com_1',
    deviceId: 'dev_1',
    unitNumber: 1,
    payload: {},
  } as const
  return queueStep(input, config, noon).step
}

import { expect } from 'chai'
import {
  type AutomationStep,
  failStep,
  fallBackStep,
  queueStep,
  retryStep,
  type ScenarioConfig,
  startStep,
  succeedStep,
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

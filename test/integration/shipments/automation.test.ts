import { expect } from 'chai'
import pg from 'pg'
import type { AutomationStepView, ManualTaskView } from '../../../src/application/ports/automation-reader.ts'
import type { OrderView } from '../../../src/application/ports/order-reader.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const SCENARIO = 'sensor_vendor_first_time'

describe('provisioning through the legacy system', function () {
  this.timeout(30_000)
  let platform: TestPlatform
  let client: pg.Client

  before(async function () {
    this.timeout(60_000)
    platform = await startTestPlatform()
    client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
    await platform.pricesSynced()
  })

  beforeEach(async () => {
    await faults({})
    await policy({ max_attempts: 3, retry_delay_seconds: 0, timeout_seconds: 1 })
  })

  after(async () => {
    try {
      expect(await platform.brokenLaws()).to.deep.equal([])
      const stats = (await (await fetch(`${platform.simulators.legacy}/control/stats`)).json()) as object
      expect(stats).to.include({ applied_more_than_once: 0 })
    } finally {
      await client.end()
      await platform.close()
    }
  })

  async function faults(set: object): Promise<void> {
    await platform.control(`${platform.simulators.legacy}/control/faults`, set, 'PUT')
  }

  async function policy(row: { max_attempts: number; retry_delay_seconds: number; timeout_seconds: number }) {
    await client.query(
      `update automation_scenario_configs
       set max_attempts = $1, retry_delay_seconds = $2, timeout_seconds = $3 where scenario = $4`,
      [row.max_attempts, row.retry_delay_seconds, row.timeout_seconds, SCENARIO],
    )
  }

  /** One sensor, delivered; its step may still be on its way. */
  async function deliver(): Promise<AutomationStepView> {
    const order = await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: { company: 'Harbour Cold Storage Inc.', lines: [{ sku: 'SNS-TEMP-1', quantity: 1 }] },
      upTo: 'in_transit',
      report: () => undefined,
    })
    const parcel = order.shipments[0]
    if (parcel === undefined) throw new Error('no parcel')
    await platform.api.post(`/v1/shipments/${parcel.id}/status`, { move: 'deliver' })
    const { data } = await platform.api.get<{ data: AutomationStepView[] }>(
      `/v1/automation-steps?shipment_id=${parcel.id}`,
    )
    const [step] = data
    if (step === undefined) throw new Error('no step')
    return step
  }

  const read = (step: { id: string }) =>
    platform.api.get<AutomationStepView>(`/v1/automation-steps/${step.id}`)

  function reaches(step: { id: string }, status: string): Promise<AutomationStepView> {
    return until(
      `the step to be ${status}`,
      () => read(step),
      (one) => one.status === status,
      15_000,
    )
  }

  async function tasksOf(step: AutomationStepView, status: 'open' | 'done'): Promise<ManualTaskView[]> {
    const { data } = await platform.api.get<{ data: ManualTaskView[] }>(
      `/v1/tasks?status=${status}&order_id=${step.order_id}&limit=100`,
    )
    return data.filter(({ related_id: id, kind }) => id === step.id && kind === 'automation_failed')
  }

  async function messagesAbout(step: { id: string }): Promise<string[]> {
    const answer = await fetch(`${platform.simulators.slack}/control/messages`)
    const { messages } = (await answer.json()) as { messages: { text: string }[] }
    return messages.map(({ text }) => text).filter((text) => text.includes(step.id))
  }

  async function keyOf(step: { id: string }): Promise<{ called: number; applied: number }> {
    const answer = await fetch(`${platform.simulators.legacy}/control/keys/${step.id}`)
    return (await answer.json()) as { called: number; applied: number }
  }

  async function eventTypes(step: AutomationStepView): Promise<string[]> {
    const { data } = await platform.api.get<{ data: { type: string }[] }>(
      `/v1/orders/${step.order_id}/timeline?limit=100`,
    )
    return data.map(({ type }) => type).filter((type) => type.startsWith('automation.'))
  }

  it('is done at the first attempt when nothing is wrong', async () => {
    const step = await reaches(await deliver(), 'succeeded')
    expect(step).to.include({ attempts: 1, last_error: null, next_attempt_at: null })
    expect(step.calls.map(({ status_code }) => status_code)).to.deep.equal([201])
    expect(await keyOf(step)).to.deep.equal({ called: 1, applied: 1 })
  })

  it('is tried again after the delay of the scenario', async () => {
    await policy({ max_attempts: 3, retry_delay_seconds: 2, timeout_seconds: 1 })
    await faults({ fail_next: 1 })
    const waiting = await reaches(await deliver(), 'retry_scheduled')
    expect(waiting.attempts).to.equal(1)
    const wait = Date.parse(waiting.next_attempt_at ?? '') - Date.parse(waiting.last_attempted_at ?? '')
    expect(wait).to.be.within(2000, 3500)
    const done = await reaches(waiting, 'succeeded')
    expect(done.attempts).to.equal(2)
    const times = done.calls.map(({ called_at }) => Date.parse(called_at)).sort((one, two) => one - two)
    expect((times[1] ?? 0) - (times[0] ?? 0)).to.be.within(1900, 6000)
    expect(await tasksOf(done, 'open')).to.deep.equal([])
    expect(await messagesAbout(done)).to.deep.equal([])
  })

  it('goes to a person and tells the team when its attempts are used up', async () => {
    await faults({ fail_next: 3 })
    const step = await reaches(await deliver(), 'failed')
    expect(step.attempts).to.equal(3)
    expect(step.allowed_moves).to.include.members(['retry', 'fallback'])
    const [task, ...more] = await tasksOf(step, 'open')
    expect(more).to.deep.equal([])
    expect(task?.title).to.include(step.device_serial)
    await until(
      'the message',
      () => messagesAbout(step),
      (found) => found.length > 0,
    )
    expect(await messagesAbout(step)).to.have.lengthOf(1)
    const types = await eventTypes(step)
    expect(types.filter((type) => type === 'automation.step_failed')).to.have.lengthOf(3)
  })

  it('gets a new round of attempts by hand, and its task is done with it', async () => {
    await faults({ fail_next: 4 })
    const failed = await reaches(await deliver(), 'failed')
    await platform.api.post(`/v1/automation-steps/${failed.id}/retry`, {})
    const done = await reaches(failed, 'succeeded')
    expect(done).to.include({ attempts: 5, max_attempts: 6 })
    expect(await tasksOf(done, 'open')).to.deep.equal([])
    expect(await tasksOf(done, 'done')).to.have.lengthOf(1)
    expect(await keyOf(done)).to.include({ applied: 1 })
  })

  it('is retried once by ten who ask at once', async () => {
    await faults({ fail_next: 3 })
    const failed = await reaches(await deliver(), 'failed')
    await Promise.allSettled(
      Array.from({ length: 10 }, () => platform.api.post(`/v1/automation-steps/${failed.id}/retry`, {})),
    )
    const done = await reaches(failed, 'succeeded')
    expect(done.attempts).to.equal(4)
    expect(await keyOf(done)).to.include({ applied: 1 })
  })

  it('is over when a person did it by hand', async () => {
    await faults({ fail_next: 3 })
    const failed = await reaches(await deliver(), 'failed')
    const notes = 'registered on the device page as R-17'
    await platform.api.post(`/v1/automation-steps/${failed.id}/fallback`, { notes })
    const taken = await read(failed)
    expect(taken).to.include({ status: 'fallback_triggered', fallback_notes: notes })
    expect(taken.allowed_moves).to.deep.equal([])
    expect(await tasksOf(taken, 'open')).to.deep.equal([])
    await until(
      'the event',
      () => eventTypes(taken),
      (types) => types.includes('automation.fallback_triggered'),
    )
  })

  it('is taken from the worker by a person while a retry waits', async () => {
    await policy({ max_attempts: 3, retry_delay_seconds: 1, timeout_seconds: 1 })
    await faults({ fail_next: 1 })
    const waiting = await reaches(await deliver(), 'retry_scheduled')
    await platform.api.post(`/v1/automation-steps/${waiting.id}/fallback`, { notes: 'done by hand' })
    await until(
      'the waiting job to have looked',
      () =>
        platform.api.get<{ data: { related_id: string | null }[] }>('/v1/job-runs?status=delayed&limit=100'),
      ({ data }) => data.every(({ related_id: id }) => id !== waiting.id),
    )
    expect((await read(waiting)).status).to.equal('fallback_triggered')
    expect(await keyOf(waiting)).to.include({ applied: 0 })
  })

  it('is applied once when the answer was lost after the write', async () => {
    await faults({ timeout_next: 1 })
    const step = await reaches(await deliver(), 'succeeded')
    expect(await keyOf(step)).to.include({ applied: 1 })
    expect(step.calls.length).to.be.greaterThan(1)
    await until(
      'the event',
      () => eventTypes(step),
      (types) => types.includes('automation.step_succeeded'),
    )
  })

  it('survives an outage of the legacy system', async () => {
    await policy({ max_attempts: 20, retry_delay_seconds: 1, timeout_seconds: 1 })
    await faults({ down: true })
    const waiting = await reaches(await deliver(), 'retry_scheduled')
    const { blockers } = await platform.api.get<OrderView>(`/v1/orders/${waiting.order_id}`)
    expect(blockers.find(({ code }) => code === 'automation_delayed')).to.include({
      related_id: waiting.id,
      operation_id: 'fallbackAutomationStep',
    })
    await faults({})
    const step = await reaches(waiting, 'succeeded')
    expect(step.attempts).to.be.greaterThan(1)
    expect(await keyOf(step)).to.include({ applied: 1 })
  })

  describe('called off while an attempt runs', () => {
    /** A step in the middle of its first attempt, which takes a second and fails. */
    async function runsAndWillFail(): Promise<AutomationStepView> {
      await policy({ max_attempts: 3, retry_delay_seconds: 0, timeout_seconds: 10 })
      await faults({ latency_ms: 1000, fail_next: 1 })
      return reaches(await deliver(), 'running')
    }
    const correct = (step: AutomationStepView, automation: string) =>
      platform.api.post(`/v1/shipments/${step.shipment_id}/correct-delivery`, {
        to: 'in_transit',
        reason: 'Another parcel was scanned',
        automation,
      })

    it('has no other attempt after a wrong delivery is corrected', async () => {
      const step = await runsAndWillFail()
      await correct(step, 'revert')
      const over = await reaches(step, 'cancelled')
      expect(over).to.include({ attempts: 1, next_attempt_at: null })
      expect(await tasksOf(over, 'open')).to.deep.equal([])
      expect(await keyOf(over)).to.include({ applied: 0 })

      await faults({})
      await platform.api.post(`/v1/shipments/${step.shipment_id}/status`, { move: 'deliver' })
      const done = await reaches(step, 'succeeded')
      expect(done.attempts).to.equal(2)
      const { data } = await platform.api.get<{ data: ManualTaskView[] }>(
        `/v1/tasks?kind=undo_provisioning&order_id=${step.order_id}`,
      )
      expect(data, 'nothing is to be undone').to.deep.equal([])
    })

    it('has no other attempt after its unit is written off', async () => {
      const step = await runsAndWillFail()
      await platform.api.post(`/v1/shipments/${step.shipment_id}/write-offs`, {
        items: [
          {
            shipment_item_id: step.shipment_item_id,
            quantity: 1,
            serial_numbers: [step.device_serial],
            cause: 'damaged',
          },
        ],
      })
      const over = await reaches(step, 'cancelled')
      expect(over.attempts).to.equal(1)
      await until(
        'the event',
        () => eventTypes(over),
        (types) => types.includes('automation.step_cancelled'),
      )
    })

    it('goes on when the true delivery comes before the attempt is over', async () => {
      const step = await runsAndWillFail()
      await correct(step, 'cancel_pending')
      await platform.api.post(`/v1/shipments/${step.shipment_id}/status`, { move: 'deliver' })
      const done = await reaches(step, 'succeeded')
      expect(done.attempts).to.equal(2)
    })

    it('goes on when whoever corrects the delivery keeps the automation', async () => {
      const step = await runsAndWillFail()
      await correct(step, 'keep')
      expect((await reaches(step, 'succeeded')).attempts).to.equal(2)
    })

    it('is called off as well when the unit is lost after such a correction', async () => {
      await policy({ max_attempts: 3, retry_delay_seconds: 600, timeout_seconds: 10 })
      await faults({ fail_next: 1 })
      const step = await reaches(await deliver(), 'retry_scheduled')
      await correct(step, 'keep')
      await platform.api.post(`/v1/shipments/${step.shipment_id}/write-offs`, {
        items: [
          {
            shipment_item_id: step.shipment_item_id,
            quantity: 1,
            serial_numbers: [step.device_serial],
            cause: 'lost',
          },
        ],
      })
      expect((await read(step)).status).to.equal('cancelled')
    })
  })

  it('is not tried again when the legacy system refuses it', async () => {
    await faults({ unknown_scenarios: [SCENARIO] })
    const step = await reaches(await deliver(), 'failed')
    expect(step.attempts).to.equal(1)
    expect(await tasksOf(step, 'open')).to.have.lengthOf(1)
  })
})

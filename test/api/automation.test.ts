import { randomBytes, randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { uspsNumber } from '../../src/entrypoints/cli/walk-order.ts'
import { call, done, pagesOf, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { aFulfillment, anOrder, harbour, harbourAddress, noSuch, sql } from './world.ts'

async function faults(body: object): Promise<void> {
  const { control, simulators } = await platform()
  await control(`${simulators.legacy}/control/faults`, body, 'PUT')
}

const readStep = async (automationStepId: string) =>
  (await done('getAutomationStep', { params: { automationStepId } })).body

/** A delivered sensor whose provisioning the legacy system refuses for good. */
async function aFailedStep() {
  const serial = `F${randomBytes(6).toString('hex').toUpperCase()}`
  await faults({ fail_serials: [serial], status: 422 })
  await done('registerDevices', { body: { sku: 'SNS-TEMP-1', serials: [serial] } })
  const { order, fulfillment } = await aFulfillment([{ sku: 'SNS-TEMP-1', quantity: 1 }])
  const { body: shipment } = await done('createShipment', {
    params: { fulfillmentOrderId: fulfillment.id },
    body: {
      items: [{ fulfillment_item_id: fulfillment.items[0]?.id ?? '', quantity: 1, serial_numbers: [serial] }],
      address_id: harbourAddress,
      courier_code: 'USPS',
      tracking_number: uspsNumber(),
    },
  })
  const params = { shipmentId: shipment.id }
  for (const move of ['mark_ready', 'hand_over', 'deliver'])
    await done('changeShipmentStatus', { params, body: { move } })
  const query = { shipment_id: shipment.id }
  const { body } = await until(
    'the step to fail',
    () => done('listAutomationSteps', { query }),
    ({ body: { data } }) => data[0]?.status === 'failed',
  )
  const step = body.data[0]!
  return { order, step, params: { automationStepId: step.id } }
}

describe('API: automation', () => {
  usePlatform()
  afterEach(() => faults({}))

  it('provisions what was delivered, and keeps the calls', async function () {
    this.timeout(20_000)
    const order = await anOrder('completed', [{ sku: 'SNS-TEMP-1', quantity: 2 }])
    expect(order.status).to.equal('completed')
    const query = { order_id: order.id, status: 'succeeded' }
    const steps = await pagesOf<{ id: string }>('listAutomationSteps', 1, { query })
    expect(steps).to.have.length(2)
    const step = await readStep(steps[0]?.id ?? '')
    expect(step.calls[0]).to.include({ status_code: 201 })
    expect(step.allowed_moves).to.deep.equal([])
    const params = { automationStepId: step.id }
    const { headers } = await done('getAutomationStep', { params })
    const known = { 'if-none-match': headers.get('etag') ?? '' }
    expect((await call('getAutomationStep', { params, headers: known })).status).to.equal(304)
    const retry = await refused('retryAutomationStep', 409, 'move_not_allowed', { params })
    expect(retry.details).to.deep.include({ current: 'succeeded', allowed_moves: [] })
    await refused('fallbackAutomationStep', 409, 'move_not_allowed', { params, body: { notes: 'By hand' } })
  })

  it('opens a task for what failed; a retry starts another round and closes it', async function () {
    this.timeout(20_000)
    const { order, step, params } = await aFailedStep()
    const query = { order_id: order.id, kind: 'automation_failed', status: 'open' }
    const { body: tasks } = await done('listTasks', { query })
    expect(tasks.data[0]).to.include({ related_id: step.id, status: 'open' })
    const { body: blockers } = await done('getOrderBlockers', { params: { orderId: order.id } })
    expect(blockers.data.map(({ code }) => code)).to.include('automation_failed')

    await faults({})
    await refused('retryAutomationStep', 412, 'version_stale', { params, version: step.version + 5 })
    const key = randomUUID()
    const first = await done('retryAutomationStep', { params, key, version: step.version })
    expect(first.body.status).to.equal('queued')
    const again = await done('retryAutomationStep', { params, key, version: step.version })
    expect(again.headers.get('idempotent-replayed')).to.equal('true')
    await until(
      'the step to succeed',
      () => readStep(step.id),
      ({ status }) => status === 'succeeded',
    )
    const { body: left } = await done('listTasks', { query })
    expect(left.data).to.deep.equal([])
  })

  it('takes the word of a person for what was done by hand', async function () {
    this.timeout(20_000)
    const { order, params, step } = await aFailedStep()
    const { errors } = await refused('fallbackAutomationStep', 400, 'request_invalid', { params, body: {} })
    expect(errors[0]?.pointer).to.equal('/notes')
    const body = { notes: 'Registered by hand: R-77' }
    await refused('fallbackAutomationStep', 412, 'version_stale', { params, body, version: step.version + 5 })
    const { body: done_ } = await done('fallbackAutomationStep', { params, body, version: step.version })
    expect(done_).to.include({ status: 'fallback_triggered', fallback_notes: body.notes })
    const { body: tasks } = await done('listTasks', { query: { order_id: order.id, status: 'done' } })
    expect(tasks.data.map(({ status }) => status)).to.deep.equal(['done'])
  })

  it('completes a task, and completing it again changes nothing', async () => {
    const order = await anOrder('in_fulfillment')
    // Money that came by hand goes back by hand.
    await sql("update payment_records set provider = 'manual' where order_id = $1", [order.id])
    await done('cancelOrder', { params: { orderId: order.id }, body: { reason: 'Site closed' } })
    const { body: tasks } = await done('listTasks', { query: { order_id: order.id } })
    const params = { taskId: tasks.data[0]?.id ?? '' }
    const { body: task } = await done('completeTask', { params, body: { notes: 'Refund re_1' } })
    expect(task).to.include({ status: 'done', kind: 'refund_cancelled_order' })
    expect(task.done_at).to.be.a('string')
    const { body: again } = await done('completeTask', { params })
    expect(again).to.deep.equal(task)
    expect((await pagesOf('listTasks', 1, { query: { status: 'done' } })).length).to.be.at.least(1)
  })

  it('knows no unknown step or task', async () => {
    const params = { automationStepId: noSuch('stp') }
    await refused('getAutomationStep', 404, 'not_found', { params })
    await refused('retryAutomationStep', 404, 'not_found', { params })
    await refused('fallbackAutomationStep', 404, 'not_found', { params, body: { notes: 'None' } })
    await refused('completeTask', 404, 'not_found', { params: { taskId: noSuch('tsk') } })
    await refused('completeTask', 404, 'not_found', { params: { taskId: harbour } })
    await refused('listTasks', 400, 'request_invalid', { query: { kind: 'laundry' } })
    await refused('listAutomationSteps', 400, 'request_invalid', { query: { step: '1' } })
  })
})

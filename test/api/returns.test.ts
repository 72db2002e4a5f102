import { expect } from 'chai'
import type { OrderView } from '../../src/application/ports/order-reader.ts'
import type { ReplacementView, ReturnView } from '../../src/application/ports/return-reader.ts'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { uspsNumber } from '../../src/entrypoints/cli/walk-order.ts'
import { done, pagesOf, refused } from './call.ts'
import { aParcelGone, move, packing } from './parcels.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { aFulfillment, anOrder, harbour, keyFor, noSuch, sql } from './world.ts'

interface Unit {
  id: string
  sku: string
  quantity: number
  serials: string[]
}

/** Units of an order by parcel, as they stand in the database. */
const unitsOf = (order: OrderView) =>
  sql<Unit>(
    `select i.id, o.sku, i.quantity, coalesce(array_agg(d.serial order by d.serial)
       filter (where d.serial is not null), '{}') as serials
     from shipments s
     join shipment_items i on i.shipment_id = s.id
     join order_items o on o.id = i.order_item_id
     left join shipment_devices b on b.shipment_item_id = i.id
     left join devices d on d.id = b.device_id
     where s.order_id = $1
     group by i.id, o.sku
     order by o.sku desc, i.id`,
    [order.id],
  )

const sensors = (quantity: number) => [{ sku: 'SNS-TEMP-1', quantity }]

async function delivered(lines = sensors(2)): Promise<{ order: OrderView; unit: Unit; serials: string[] }> {
  const order = await anOrder('completed', lines)
  const [unit] = await unitsOf(order)
  if (unit === undefined) throw new Error('no unit')
  return { order, unit, serials: unit.serials }
}

async function requested(
  { order, unit }: { order: OrderView; unit: Unit },
  quantity = unit.quantity,
  serial_numbers: string[] = [],
): Promise<ReturnView> {
  const items = [{ shipment_item_id: unit.id, quantity, serial_numbers }]
  return (await done('createReturn', { body: { order_id: order.id, items, reason: 'defective' } })).body
}

const approve = async ({ id }: { id: string }) =>
  (await done('approveReturn', { params: { returnId: id }, body: {} })).body

const receive = (
  { id, items }: ReturnView,
  quantity: number,
  serial_numbers: string[],
  condition = 'as_new',
) => ({
  params: { returnId: id },
  body: { items: [{ return_item_id: items[0]?.id ?? '', quantity, serial_numbers, condition }] },
})

const assignmentsOf = (serial: string) =>
  sql<{ id: string; company_id: string; unassigned_at: Date | null }>(
    `select a.id, a.company_id, a.unassigned_at
     from device_assignments a
     join devices d on d.id = a.device_id
     where d.serial = $1
     order by a.assigned_at`,
    [serial],
  )

const assigned = (serial: string) =>
  until(
    `${serial} to be assigned`,
    () => assignmentsOf(serial),
    (rows) => rows.some(({ unassigned_at }) => unassigned_at === null),
  )

async function freshDevice(sku = 'SNS-TEMP-1'): Promise<string> {
  const serial = `RPL-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`.toUpperCase()
  await done('registerDevices', { body: { sku, serials: [serial] } })
  return serial
}

async function ship({ fulfillment_order_id }: ReplacementView, serial: string): Promise<string> {
  const params = { fulfillmentOrderId: fulfillment_order_id ?? '' }
  const { body: fulfillment } = await done('getFulfillment', { params })
  const { body: parcel } = await done('createShipment', {
    params,
    body: {
      items: [{ fulfillment_item_id: fulfillment.items[0]?.id ?? '', quantity: 1, serial_numbers: [serial] }],
      address: {
        recipient: 'Harbour',
        line1: '4 Pier St',
        city: 'Brooklyn',
        region: 'NY',
        postal_code: '11231',
        country: 'US',
      },
      courier_code: 'USPS',
      tracking_number: uspsNumber(),
    },
  })
  for (const move of ['mark_ready', 'hand_over']) {
    await done('changeShipmentStatus', { params: { shipmentId: parcel.id }, body: { move } })
  }
  return parcel.id
}

async function brokenLaws(): Promise<string[]> {
  return (await platform()).brokenLaws()
}

describe('API: returns', function () {
  this.timeout(30_000)
  usePlatform()
  after(async () => {
    expect((await brokenLaws()).filter((law) => law.startsWith('U'))).to.deep.equal([])
  })

  it('takes delivered units back from the request to the resolution', async () => {
    const { order, unit, serials } = await delivered()
    const [first = '', second = ''] = serials
    const asked = await requested({ order, unit }, 2, [first])
    expect(asked).to.include({ status: 'requested', order_number: order.number, return_address: null })
    expect(asked.allowed_moves).to.deep.equal(['approve', 'cancel', 'reject'])
    const params = { returnId: asked.id }
    const approved = await approve(asked)
    expect(approved).to.include({ status: 'approved' })
    expect(approved.return_address).to.have.length.greaterThan(1)
    expect(Date.parse(approved.return_by ?? '') - Date.parse(approved.approved_at ?? '')).to.equal(
      30 * 86_400_000,
    )
    const { body: moving } = await done('createReturnShipment', {
      params,
      body: { courier_code: 'CanadaPost', tracking_number: '7023 2100 3941 4604' },
    })
    expect(moving.status).to.equal('in_transit')
    expect(moving.shipments[0]).to.include({ tracking_number: '7023210039414604' })
    const [parcel] = moving.shipments

    const part = receive(asked, 1, [first], 'used')
    const { body: partly } = await done('receiveReturn', {
      ...part,
      body: { ...part.body, return_shipment_id: parcel?.id },
    })
    expect(partly).to.include({ status: 'partially_received' })
    expect(partly.shipments[0]).to.include({ status: 'received' })
    expect(partly.items[0]).to.include({ received_quantity: 1 })
    expect(partly.items[0]?.receipts[0]).to.include({ condition: 'used', return_shipment_id: parcel?.id })

    const over = await refused(
      'receiveReturn',
      409,
      'quantity_exceeds_remaining',
      receive(asked, 2, [second, 'X-1']),
    )
    expect(over.details).to.have.deep.property('items', [
      { return_item_id: asked.items[0]?.id, requested: 2, remaining: 1 },
    ])
    const { body: all } = await done('receiveReturn', receive(asked, 1, [second], 'damaged'))
    expect(all.status).to.equal('received')
    expect(all.items[0]?.devices.map(({ serial }) => serial).sort()).to.deep.equal([first, second].sort())

    const { body: closed } = await done('closeReturn', { params, body: { resolution: 'Both refunded.' } })
    expect(closed).to.include({ status: 'closed', resolution: 'Both refunded.' })
    expect(closed.allowed_moves).to.deep.equal([])
    const again = await done('closeReturn', { params, body: { resolution: 'Twice.' } })
    expect(again.body).to.include({ resolution: 'Both refunded.', version: closed.version })

    await until(
      'the timeline',
      async () =>
        (await done('getOrderTimeline', { params: { orderId: order.id }, query: { limit: 100 } })).body,
      (timeline) => timeline.data.some(({ type }) => type === 'return.closed'),
    )
  })

  it('is only for what has arrived, and for no unit twice', async () => {
    const order = await anOrder('in_transit', sensors(1))
    const [moving] = await unitsOf(order)
    const early = await refused('createReturn', 409, 'quantity_exceeds_remaining', {
      body: { order_id: order.id, items: [{ shipment_item_id: moving?.id, quantity: 1 }], reason: 'refused' },
    })
    expect(early.details).to.have.deep.property('items', [
      { shipment_item_id: moving?.id, requested: 1, remaining: 0 },
    ])

    const thing = await delivered()
    const [first = ''] = thing.serials
    await requested(thing, 1, [first])
    const twice = (quantity: number, serial_numbers: string[]) => ({
      body: {
        order_id: thing.order.id,
        items: [{ shipment_item_id: thing.unit.id, quantity, serial_numbers }],
        reason: 'other',
      },
    })
    await refused('createReturn', 409, 'quantity_exceeds_remaining', twice(2, []))
    const taken = await refused('createReturn', 409, 'device_not_available', twice(1, [first]))
    expect(taken.details).to.have.deep.property('devices', [
      { serial: first, reason: 'in a return already, or written off' },
    ])
    await refused('createReturn', 422, 'serials_exceed_quantity', twice(1, ['A-01', 'A-02']))
    await refused('createReturn', 404, 'not_found', {
      body: { ...twice(1, []).body, order_id: noSuch('ord') },
    })
  })

  it('may be for a parcel that comes back undelivered', async () => {
    const order = await anOrder('in_transit', sensors(1))
    const [unit] = await unitsOf(order)
    await sql(`update shipments set tracking_status = 'returned' where order_id = $1`, [order.id])
    const asked = await requested({ order, unit: unit! }, 1)
    expect(asked.status).to.equal('requested')
  })

  it('names the device of every unit that came, one of this parcel', async () => {
    const thing = await delivered()
    const [first = '', second = ''] = thing.serials
    const asked = await approve(await requested(thing, 1, [first]))
    await refused('receiveReturn', 409, 'serials_missing', receive(asked, 1, []))
    const other = await refused('receiveReturn', 409, 'device_not_available', receive(asked, 1, [second]))
    expect(other.details).to.have.deep.property('devices', [
      { serial: second, reason: 'the return names other devices' },
    ])
    const strange = await refused(
      'receiveReturn',
      409,
      'device_not_available',
      receive(asked, 1, ['NOT-OURS']),
    )
    expect(strange.details).to.have.deep.property('devices', [
      { serial: 'NOT-OURS', reason: 'not among the units of this parcel' },
    ])
    const { body } = await done('receiveReturn', receive(asked, 1, [], 'wrong_item'))
    expect(body.items[0]?.devices.map(({ received_at }) => received_at)).to.deep.equal([null])
  })

  it('lets its units go when it is rejected, cancelled or closed, or writes them off', async () => {
    const thing = await delivered()
    const rejected = await requested(thing)
    const reject = { params: { returnId: rejected.id }, body: { note: 'Too late' } }
    expect((await done('rejectReturn', reject)).body).to.include({
      status: 'rejected',
      decision_note: 'Too late',
    })
    const cancelled = await approve(await requested(thing))
    expect(
      (await done('cancelReturn', { params: { returnId: cancelled.id }, body: {} })).body.status,
    ).to.equal('cancelled')
    await refused('approveReturn', 409, 'move_not_allowed', { params: { returnId: cancelled.id }, body: {} })
    const released = await approve(await requested(thing, 2, thing.serials))
    await done('closeReturn', { params: { returnId: released.id }, body: { resolution: 'Never sent.' } })
    const kept = await approve(await requested(thing, 1))
    const { body } = await done('closeReturn', {
      params: { returnId: kept.id },
      body: { resolution: 'They keep it.', missing_units: 'not_returned' },
    })
    expect(body.items[0]).to.include({ not_returned_quantity: 1, released_quantity: 0 })
    await refused('createReturn', 409, 'quantity_exceeds_remaining', {
      body: {
        order_id: thing.order.id,
        items: [{ shipment_item_id: thing.unit.id, quantity: 2 }],
        reason: 'other',
      },
    })
  })

  it('lets one of two have the last unit when both ask at once', async () => {
    const thing = await delivered(sensors(1))
    const { apiUrl, apiKey } = await platform()
    const ask = (index: number) =>
      fetch(`${apiUrl}/v1/returns`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${apiKey}`,
          'content-type': 'application/json',
          'idempotency-key': `return-${thing.order.id}-${index}`,
        },
        body: JSON.stringify({
          order_id: thing.order.id,
          items: [{ shipment_item_id: thing.unit.id, quantity: 1, serial_numbers: thing.serials }],
          reason: 'defective',
        }),
      }).then(({ status }) => status)
    const statuses = await Promise.all(Array.from({ length: 10 }, (_, index) => ask(index)))
    expect(statuses.filter((status) => status === 201)).to.have.length(1)
    expect(statuses.filter((status) => status === 409)).to.have.length(9)
  })

  it('receives a unit once when it is received twice at once', async () => {
    const thing = await delivered(sensors(1))
    const asked = await approve(await requested(thing, 1, thing.serials))
    const { apiUrl, apiKey } = await platform()
    const { body } = receive(asked, 1, thing.serials)
    const statuses = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        fetch(`${apiUrl}/v1/returns/${asked.id}/receive`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${apiKey}`,
            'content-type': 'application/json',
            'idempotency-key': `receive-${asked.id}-${index}`,
          },
          body: JSON.stringify(body),
        }).then(({ status }) => status),
      ),
    )
    expect(statuses.filter((status) => status === 200)).to.have.length(1)
    expect(statuses.filter((status) => status === 409)).to.have.length(4)
    const { body: now } = await done('getReturn', { params: { returnId: asked.id } })
    expect(now.items[0]).to.include({ received_quantity: 1 })
  })

  it('is guarded by the database too, whatever statement tries it', async () => {
    const thing = await delivered(sensors(1))
    const asked = await requested(thing)
    const constraint = await sql(`update return_items set quantity = 2 where return_id = $1`, [
      asked.id,
    ]).then(
      () => null,
      (error: unknown) => (error as { constraint?: string }).constraint,
    )
    expect(constraint).to.equal('return_items_within_delivered')
  })

  it('takes devices from their company only when it is told to', async () => {
    const thing = await delivered()
    const [first = '', second = ''] = thing.serials
    await assigned(first)
    await assigned(second)
    const asked = await approve(await requested(thing))
    await done('receiveReturn', receive(asked, 2, [first, second]))
    const params = { returnId: asked.id }
    const { body: before } = await done('getReturn', { params })
    expect(before.items[0]?.devices.map(({ is_assigned }) => is_assigned)).to.deep.equal([true, true])

    const strange = { params, body: { serial_numbers: ['NOT-OURS'] } }
    await refused('unassignReturnDevices', 409, 'device_not_available', strange)
    const { body: one } = await done('unassignReturnDevices', { params, body: { serial_numbers: [first] } })
    const device = one.items[0]?.devices.find(({ serial }) => serial === first)
    expect(device?.automation_step_id).to.match(/^stp_/)
    const ended = await until(
      'the assignment to end',
      () => assignmentsOf(first),
      (rows) => rows.every(({ unassigned_at }) => unassigned_at !== null),
      15_000,
    )
    expect(ended).to.have.length(1)
    expect((await assignmentsOf(second))[0]?.unassigned_at).to.equal(null)

    const { body: all } = await done('unassignReturnDevices', { params, body: {} })
    const again = await done('unassignReturnDevices', { params, body: {} })
    expect(again.body.items[0]?.devices.map(({ automation_step_id }) => automation_step_id)).to.deep.equal(
      all.items[0]?.devices.map(({ automation_step_id }) => automation_step_id),
    )
    const steps = await sql(
      `select 1 from automation_steps where order_id = $1 and scenario = 'sensor_return'`,
      [thing.order.id],
    )
    expect(steps).to.have.length(2)
    await until(
      'the second to be free too',
      () => assignmentsOf(second),
      (rows) => rows.every(({ unassigned_at }) => unassigned_at !== null),
      15_000,
    )
    const { body: theCase } = await done('getCase', { params: { caseId: asked.case_id } })
    expect(theCase.automation_steps).to.have.length(2)
  })

  it('puts what came back in good order into stock, and it goes out again', async () => {
    const thing = await delivered()
    const [first = '', second = ''] = thing.serials
    await assigned(first)
    await assigned(second)
    const asked = await approve(await requested(thing))
    const params = { returnId: asked.id }
    const early = { params, body: { serial_numbers: [first] } }
    const away = await refused('restockReturnDevices', 409, 'device_not_available', early)
    expect(away.details).to.have.deep.property('devices', [
      { serial: first, reason: 'not received in this return' },
    ])
    await done('receiveReturn', receive(asked, 1, [first], 'used'))
    await done('receiveReturn', receive(asked, 1, [second], 'damaged'))
    const kept = await refused('restockReturnDevices', 409, 'device_not_available', { params, body: {} })
    expect(kept.details).to.have.deep.property('devices', [
      ...[
        { serial: first, reason: 'still assigned to the company' },
        { serial: second, reason: 'received as damaged' },
      ].sort((one, other) => (one.serial < other.serial ? -1 : 1)),
    ])
    await done('unassignReturnDevices', { params, body: { serial_numbers: [first] } })
    await until(
      'the assignment to end',
      () => assignmentsOf(first),
      (rows) => rows.every(({ unassigned_at }) => unassigned_at !== null),
      15_000,
    )
    const again = { params, body: { serial_numbers: [first] } }
    const both = await Promise.all([done('restockReturnDevices', again), done('restockReturnDevices', again)])
    const device = both[0].body.items[0]?.devices.find(({ serial }) => serial === first)
    expect(device?.condition).to.equal('used')
    expect(device?.restocked_at).to.be.a('string')
    expect(new Set(both.map(({ body }) => body.version)).size, 'it was done once').to.equal(1)
    const { body: free } = await done('listDevices', { query: { serial: first } })
    expect(free.data[0]).to.include({ shipment_id: null, company_id: null })

    const { fulfillment } = await aFulfillment([{ sku: 'SNS-TEMP-1', quantity: 1 }])
    await refused('createShipment', 409, 'device_not_available', packing(fulfillment, 1, [second]))
    const { body: parcel } = await done('createShipment', packing(fulfillment, 1, [first]))
    await move(parcel.id, 'mark_ready', 'hand_over', 'deliver')
    const owners = await until(
      'the device to be set up again',
      () => assignmentsOf(first),
      (rows) => rows.some(({ unassigned_at }) => unassigned_at === null),
      15_000,
    )
    expect(owners).to.have.length(2)

    const item = parcel.items[0]?.id ?? ''
    const { body: back } = await done('createReturn', {
      body: {
        order_id: parcel.order_id,
        items: [{ shipment_item_id: item, quantity: 1, serial_numbers: [first] }],
        reason: 'not_needed',
      },
    })
    expect(back.items[0]?.devices.map(({ serial }) => serial)).to.deep.equal([first])
    expect((await brokenLaws()).filter((law) => /^[QUJ]/.test(law))).to.deep.equal([])
  })

  describe('whose device was not set up yet', () => {
    const faults = async (set: object) => {
      const { control, simulators } = await platform()
      await control(`${simulators.legacy}/control/faults`, set, 'PUT')
    }
    afterEach(() => faults({}))

    const statusesOf = async (shipmentId: string) =>
      (await done('listAutomationSteps', { query: { shipment_id: shipmentId } })).body.data.map(
        ({ status }) => status,
      )

    /** A sensor that came back while its set-up waits to be tried again, and its neighbour of which that is true too. */
    async function cameBack() {
      const gone = await aParcelGone('SNS-TEMP-1', 2)
      const { shipment, serials, item, orderId } = gone
      const [serial = ''] = serials
      await faults({ fail_serials: serials })
      await move(shipment.id, 'deliver')
      await until(
        'the steps to wait for another attempt',
        () => statusesOf(shipment.id),
        (statuses) => statuses.every((one) => one === 'retry_scheduled'),
        10_000,
      )
      const { body: asked } = await done('createReturn', {
        body: {
          order_id: orderId,
          items: [{ shipment_item_id: item, quantity: 1, serial_numbers: [serial] }],
          reason: 'defective',
        },
      })
      await approve(asked)
      await done('receiveReturn', receive(asked, 1, [serial]))
      return { ...gone, serial, params: { returnId: asked.id } }
    }

    it('has its set-up called off when it goes back into stock, for good', async () => {
      const { shipment, serial, serials, item, params } = await cameBack()
      const body = { serial_numbers: [serial] }
      await done('restockReturnDevices', { params, body })
      expect((await statusesOf(shipment.id)).sort()).to.deep.equal(['cancelled', 'retry_scheduled'])
      await done('restockReturnDevices', { params, body })

      const { body: lost } = await done('writeOffUnits', {
        params: { shipmentId: shipment.id },
        body: {
          items: [
            { shipment_item_id: item, quantity: 1, serial_numbers: serials.slice(1), cause: 'damaged' },
          ],
        },
      })
      expect(await statusesOf(shipment.id)).to.deep.equal(['cancelled', 'cancelled'])
      await done('reverseWriteOff', {
        params: { shipmentId: shipment.id, writeOffId: lost.write_offs[0]?.id ?? '' },
        body: { reason: 'It works' },
      })
      const { body: steps } = await done('listAutomationSteps', { query: { shipment_id: shipment.id } })
      expect(steps.data.find(({ device_serial }) => device_serial === serial)?.status).to.equal('cancelled')

      await faults({})
      const { fulfillment } = await aFulfillment([{ sku: 'SNS-TEMP-1', quantity: 1 }])
      const { body: next } = await done('createShipment', packing(fulfillment, 1, [serial]))
      expect(next.status).to.equal('draft')
      expect(await assignmentsOf(serial)).to.deep.equal([])
    })

    it('does not go back into stock in the middle of an attempt', async () => {
      const { shipment, serial, params } = await cameBack()
      const become = (status: string) =>
        sql('update automation_steps set status = $2 where shipment_id = $1', [shipment.id, status])
      await become('running')
      const { details } = await refused('restockReturnDevices', 409, 'device_not_available', {
        params,
        body: {},
      })
      expect(details).to.deep.include({ devices: [{ serial, reason: 'being set up at this moment' }] })
      await become('retry_scheduled')
      await done('restockReturnDevices', { params, body: {} })
    })
  })

  it('takes a device from its company although that was called off before', async () => {
    const thing = await delivered(sensors(1))
    const [serial = ''] = thing.serials
    await assigned(serial)
    const asked = await approve(await requested(thing))
    const params = { returnId: asked.id }
    await done('receiveReturn', receive(asked, 1, [serial]))
    await done('unassignReturnDevices', { params, body: {} })
    await until(
      'the assignment to end',
      () => assignmentsOf(serial),
      (rows) => rows.every(({ unassigned_at }) => unassigned_at !== null),
      15_000,
    )
    // As corrections of deliveries once left them: called off, and the company has the device still.
    await sql(
      `update automation_steps set status = 'cancelled', succeeded_at = null
       where order_id = $1 and scenario = 'sensor_return'`,
      [thing.order.id],
    )
    await sql(
      `update device_assignments set unassigned_at = null
       where device_id = (select id from devices where serial = $1)`,
      [serial],
    )
    await done('unassignReturnDevices', { params, body: {} })
    await until(
      'the assignment to end again',
      () => assignmentsOf(serial),
      (rows) => rows.every(({ unassigned_at }) => unassigned_at !== null),
      15_000,
    )
    await done('restockReturnDevices', { params, body: {} })
  })

  it('keeps its parcel delivered, unless the return is given up', async () => {
    const thing = await delivered(sensors(1))
    const [{ id: shipmentId } = { id: '' }] = thing.order.shipments
    const asked = await requested(thing)
    const wrong = {
      params: { shipmentId },
      body: { to: 'in_transit', reason: 'Another parcel was scanned', automation: 'keep' },
    }
    const { details } = await refused('correctDelivery', 409, 'move_not_allowed', wrong)
    expect(details).to.deep.include({ items: [{ shipment_item_id: thing.unit.id, in_returns: 1 }] })
    await done('cancelReturn', { params: { returnId: asked.id }, body: {} })
    expect((await done('correctDelivery', wrong)).body.status).to.equal('in_transit')
  })

  it('takes back nothing that was written off, and writes nothing off that comes back', async () => {
    const { params, serials, item, orderId } = await aParcelGone('SNS-TEMP-1', 2)
    const [first = '', second = ''] = serials
    await move(params.shipmentId, 'deliver')
    const lose = (serial: string, more: object = {}) => ({
      params,
      body: {
        items: [{ shipment_item_id: item, quantity: 1, cause: 'damaged', serial_numbers: [serial] }],
        ...more,
      },
    })
    const { body: lost } = await done('writeOffUnits', lose(first))
    const [writeOff] = lost.write_offs
    const { body: held } = await done('getCase', { params: { caseId: writeOff?.case_id ?? '' } })
    expect(held).to.include({ kind: 'loss', status: 'open', order_id: orderId })
    expect(held.write_offs).to.deep.equal([
      {
        id: writeOff?.id,
        shipment_id: params.shipmentId,
        sku: 'SNS-TEMP-1',
        quantity: 1,
        cause: 'damaged',
        reversed_at: null,
      },
    ])
    const takeBack = (quantity: number, serial_numbers: string[], more: object = {}) => ({
      body: {
        order_id: orderId,
        items: [{ shipment_item_id: item, quantity, serial_numbers }],
        reason: 'other',
        ...more,
      },
    })
    await refused('createReturn', 409, 'quantity_exceeds_remaining', takeBack(2, []))
    await refused('createReturn', 409, 'device_not_available', takeBack(1, [first]))
    const { body: asked } = await done('createReturn', takeBack(1, [second], { case_id: held.id }))
    await refused('writeOffUnits', 409, 'quantity_exceeds_remaining', lose(second))
    await done('cancelReturn', { params: { returnId: asked.id }, body: {} })
    const { body: all } = await done('writeOffUnits', lose(second, { case_id: held.id }))
    expect(new Set(all.write_offs.map(({ case_id }) => case_id))).to.deep.equal(new Set([held.id]))

    const link = { params: { caseId: held.id }, body: { type: 'write_off', id: writeOff?.id } }
    const { body: same } = await done('linkCase', link)
    expect(same.write_offs).to.have.length(2)
    const { body: other } = await done('createCase', { body: { order_id: orderId, kind: 'loss' } })
    await refused('linkCase', 409, 'already_exists', { ...link, params: { caseId: other.id } })
    const { case_id: strange } = await requested(await delivered(), 1)
    await refused('linkCase', 404, 'not_found', { ...link, params: { caseId: strange } })
    await refused('writeOffUnits', 404, 'not_found', lose(second, { case_id: strange }))
  })

  it('are listed with their filters, page by page', async () => {
    const thing = await delivered()
    const one = await requested(thing, 1)
    const two = await requested(thing, 1)
    const query = { order_id: thing.order.id, company_id: harbour, status: 'requested' }
    const listed = await pagesOf<{ id: string }>('listReturns', 1, { query })
    expect(listed.map(({ id }) => id)).to.deep.equal([two.id, one.id])
    const { body } = await done('listReturns', { query: { case_id: one.case_id } })
    expect(body.data.map(({ id }) => id)).to.deep.equal([one.id])
  })

  it('honours versions and permissions', async () => {
    const thing = await delivered()
    const asked = await requested(thing)
    const params = { returnId: asked.id }
    await refused('approveReturn', 412, 'version_stale', { params, body: {}, version: 9 })
    const { body } = await done('approveReturn', { params, body: {}, version: 1 })
    expect(body.version).to.equal(2)
    const apiKey = await keyFor(['returns:read'])
    await refused('rejectReturn', 403, 'permission_missing', { params, body: {}, apiKey })
    expect((await done('getReturn', { params, apiKey })).headers.get('etag')).to.match(/^"2-/)
    await refused('getReturn', 404, 'not_found', { params: { returnId: noSuch('ret') } })
    await refused('createReturnShipment', 422, 'courier_unknown', {
      params,
      body: { courier_code: 'Nobody', tracking_number: '12345' },
    })
  })

  it('is not due in the past, and travels under numbers that its courier can have given', async () => {
    const asked = await requested(await delivered(sensors(1)))
    const params = { returnId: asked.id }
    const late = { params, body: { return_by: '2001-01-01T00:00:00Z' } }
    const { errors } = await refused('approveReturn', 422, 'body_field_invalid', late)
    expect(errors).to.deep.equal([{ pointer: '/return_by', detail: 'has passed' }])
    await approve(asked)

    const parcel = (tracking_number: string, more: object = {}) => ({
      params,
      body: { courier_code: 'USPS', tracking_number, ...more },
    })
    await refused('createReturnShipment', 422, 'tracking_number_impossible', parcel('NONSENSE'))
    const wrong = '9400190000042001234097'
    const { details } = await refused('createReturnShipment', 409, 'check_digit_mismatch', parcel(wrong))
    expect(details).to.include({ expected_check_digit: '8' })
    const tracking_number_reason = "Label of the partner's own range"
    const { body } = await done('createReturnShipment', parcel(wrong, { tracking_number_reason }))
    expect(body.shipments.map(({ tracking_number }) => tracking_number)).to.deep.equal([wrong])
    const told = await sql<{ reason: string }>(
      `select payload ->> 'tracking_number_reason' as reason from outbox
       where aggregate_id = $1 and event_type = 'return.shipped'
       union all
       select payload ->> 'tracking_number_reason' from domain_event
       where aggregate_id = $1 and event_type = 'return.shipped'`,
      [asked.id],
    )
    expect(told).to.deep.equal([{ reason: tracking_number_reason }])
  })
})

describe('API: cases', function () {
  this.timeout(30_000)
  usePlatform()

  it('hold what belongs together and change none of it', async () => {
    const thing = await delivered()
    const asked = await requested(thing)
    const params = { caseId: asked.case_id }
    const payment = thing.order.payments[0]?.id ?? ''
    const { body: refund } = await done('createRefund', {
      params: { paymentId: payment },
      body: { amount_minor: 100, reason: 'Returned' },
    })
    const link = { params, body: { type: 'refund', id: refund.id } }
    const { body: linked } = await done('linkCase', link)
    expect(linked.refunds.map(({ id }) => id)).to.deep.equal([refund.id])
    expect((await done('linkCase', link)).body.version).to.equal(linked.version)
    const other = await requested(await delivered())
    await refused('linkCase', 404, 'not_found', { ...link, params: { caseId: other.case_id } })
    const { body: sameOrder } = await done('createCase', { body: { order_id: thing.order.id, kind: 'loss' } })
    const elsewhere = { ...link, params: { caseId: sameOrder.id } }
    const problem = await refused('linkCase', 409, 'already_exists', elsewhere)
    expect(problem.details).to.deep.equal({ case_id: asked.case_id })

    const [serial = ''] = thing.serials
    const [assignment] = await assigned(serial)
    const { body: both } = await done('linkCase', {
      params,
      body: { type: 'device_assignment', id: assignment?.id },
    })
    expect(both.device_assignments[0]).to.include({ device_serial: serial, unassigned_at: null })
    expect(both.returns[0]).to.include({ id: asked.id, units: 2 })

    const early = await refused('closeCase', 409, 'move_not_allowed', { params, body: {} })
    expect(early.details).to.deep.include({ unmet: ['hasNoOpenWork'] })
    await done('rejectReturn', { params: { returnId: asked.id }, body: {} })
    const { body: closed } = await done('closeCase', { params, body: { note: 'Settled.' } })
    expect(closed).to.include({ status: 'closed', close_note: 'Settled.' })
    await refused('createReturn', 409, 'move_not_allowed', {
      body: {
        order_id: thing.order.id,
        case_id: asked.case_id,
        items: [{ shipment_item_id: thing.unit.id, quantity: 1 }],
        reason: 'other',
      },
    })
  })

  it('are listed with their filters, page by page', async () => {
    const { order } = await delivered(sensors(1))
    const ids: string[] = []
    for (const kind of ['loss', 'loss', 'return']) {
      ids.unshift((await done('createCase', { body: { order_id: order.id, kind } })).body.id)
    }
    const query = { order_id: order.id, company_id: harbour, status: 'open', kind: 'loss' }
    const listed = await pagesOf<{ id: string }>('listCases', 1, { query })
    expect(listed.map(({ id }) => id)).to.deep.equal(ids.slice(1))
  })
})

describe('API: replacements', function () {
  this.timeout(30_000)
  usePlatform()
  after(async () => {
    const laws = await brokenLaws()
    expect(laws.filter((law) => /^[UQS]\d/.test(law))).to.deep.equal([])
  })

  async function inAdvance(): Promise<{
    order: OrderView
    unit: Unit
    old: string
    fresh: string
    replacement: ReplacementView
  }> {
    const { order, unit, serials } = await delivered(sensors(1))
    const [old = ''] = serials
    await assigned(old)
    const fresh = await freshDevice()
    const { body: replacement } = await done('createReplacement', {
      body: {
        order_id: order.id,
        old_serial: old,
        new_serial: fresh,
        advance: true,
        reason: 'defective',
        charge_if_not_returned_minor: 1900,
        currency: 'USD',
      },
    })
    return { order, unit, old, fresh, replacement }
  }

  it('send a sensor in advance, provision it in the old one’s place, and end when that is back', async () => {
    const { order, old, fresh, replacement } = await inAdvance()
    expect(replacement).to.include({
      status: 'open',
      old_serial: old,
      new_serial: fresh,
      sku: 'SNS-TEMP-1',
      return_status: 'approved',
      charge_minor: 1900,
      currency: 'USD',
    })
    const { body: during } = await done('getOrder', { params: { orderId: order.id } })
    expect(during).to.include({
      status: 'completed',
      fulfillment_status: 'delivered',
      total_minor: order.total_minor,
    })
    expect(during.items).to.have.length(2)
    expect(during.items[1]).to.include({ amount_minor: 0, quantity: 1, bespoke_notes: `Replaces ${old}` })

    const parcel = await ship(replacement, fresh)
    const params = { replacementId: replacement.id }
    const { body: shipped } = await done('getReplacement', { params })
    expect(shipped).to.include({ status: 'shipped', new_serial: fresh })
    expect(shipped.allowed_moves).to.deep.equal(['close', 'receive_old'])
    await refused('chargeReplacement', 409, 'move_not_allowed', { params })

    await done('changeShipmentStatus', { params: { shipmentId: parcel }, body: { move: 'deliver' } })
    const { body: steps } = await done('listAutomationSteps', { query: { shipment_id: parcel } })
    expect(steps.data[0]).to.deep.include({ scenario: 'sensor_vendor_replacement' })
    expect(steps.data[0]?.payload).to.include({ old_serial: old })
    await assigned(fresh)
    expect((await assignmentsOf(old))[0]?.unassigned_at).to.equal(null)
    const { body: stillDone } = await done('getOrder', { params: { orderId: order.id } })
    expect(stillDone).to.include({ status: 'completed', fulfillment_status: 'delivered' })

    const { body: back } = await done('getReturn', { params: { returnId: replacement.return_id } })
    expect(back.replacement_id).to.equal(replacement.id)
    await done('receiveReturn', receive(back, 1, [old], 'damaged'))
    const { body: received } = await done('getReplacement', { params })
    expect(received).to.include({ status: 'old_received', return_status: 'received' })
    expect((await assignmentsOf(old))[0]?.unassigned_at, 'nothing is silent').to.equal(null)
    const { body: closed } = await done('closeReplacement', { params, body: { note: 'Both are home.' } })
    expect(closed).to.include({ status: 'closed', close_note: 'Both are home.' })
    const { body: theCase } = await done('getCase', { params: { caseId: replacement.case_id } })
    expect(theCase).to.include({ kind: 'replacement', status: 'open' })
    expect(theCase.replacements[0]).to.include({ id: replacement.id, status: 'closed' })
  })

  it('remind, then ask a person, and charge only what that person drafts', async () => {
    const { order, fresh, replacement } = await inAdvance()
    await ship(replacement, fresh)
    const params = { replacementId: replacement.id }
    const check = async (slot: string) => {
      const { runtime } = await platform()
      await runtime.app.enqueueScheduledJob({ name: 'check-replacement-deadlines', slot: slot + order.id })
    }
    const dueIn = (days: number) =>
      sql(`update replacements set return_by = now() + $2 * interval '1 day' where id = $1`, [
        replacement.id,
        days,
      ])
    const told = async () =>
      (
        await sql<{ kind: string }>(
          `select kind from replacement_notices where replacement_id = $1 order by given_at`,
          [replacement.id],
        )
      ).map(({ kind }) => kind)

    await dueIn(5)
    await check('a')
    await until('the reminder', told, (kinds) => kinds.length === 1, 15_000)
    await dueIn(-1)
    await check('b')
    await until('the overdue word', told, (kinds) => kinds.length === 2, 15_000)
    await check('c')
    expect(await told()).to.deep.equal(['reminder', 'overdue'])

    const tasks = { query: { order_id: order.id, kind: 'replacement_charge_due' } }
    const open = (await done('listTasks', tasks)).body.data
    expect(open).to.have.length(1)
    expect(open[0]?.details).to.include({ charge_minor: 1900, currency: 'USD' })
    const { body: before } = await done('listInvoices', { query: { order_id: order.id } })
    expect(before.data).to.have.length(1)

    const apiKey = await keyFor(['returns:write'])
    await refused('chargeReplacement', 403, 'permission_missing', { params, apiKey })
    const { body: charged } = await done('chargeReplacement', { params })
    expect(charged.status).to.equal('charged')
    const { body: draft } = await done('getInvoice', { params: { invoiceId: charged.invoice_id ?? '' } })
    expect(draft).to.include({ status: 'draft', kind: 'manual', total_minor: 1900, order_id: order.id })
    const { body: again } = await done('chargeReplacement', { params })
    expect(again).to.include({ invoice_id: charged.invoice_id, version: charged.version })
    expect((await done('listTasks', tasks)).body.data).to.have.length(0)
    const { body: theCase } = await done('getCase', { params: { caseId: replacement.case_id } })
    expect(theCase.invoices.map(({ id }) => id)).to.deep.equal([charged.invoice_id])
    await done('closeReplacement', { params, body: {} })

    const { simulators } = await platform()
    const messages = async () => {
      const answer = await fetch(`${simulators.slack}/control/messages`)
      return ((await answer.json()) as { messages: { text: string }[] }).messages.filter(({ text }) =>
        text.includes(replacement.id),
      )
    }
    await until('both messages', messages, (found) => found.length === 2)
  })

  it('wait for the old unit when they are not in advance', async () => {
    const order = await anOrder('completed', [{ sku: 'MNT-KIT-1', quantity: 2 }])
    const [unit] = await unitsOf(order)
    const { body: replacement } = await done('createReplacement', {
      body: {
        order_id: order.id,
        shipment_item_id: unit?.id,
        advance: false,
        reason: 'damaged_in_transit',
      },
    })
    expect(replacement).to.include({
      fulfillment_order_id: null,
      return_status: 'requested',
      old_serial: null,
    })
    const back = await approve({ id: replacement.return_id })
    await done('receiveReturn', receive(back, 1, [], 'wrong_item'))
    const params = { replacementId: replacement.id }
    expect((await done('getReplacement', { params })).body.status).to.equal('open')
    await done('closeReplacement', { params, body: {} })

    const { body: second } = await done('createReplacement', {
      body: { order_id: order.id, shipment_item_id: unit?.id, advance: false, reason: 'defective' },
    })
    await done('receiveReturn', receive(await approve({ id: second.return_id }), 1, [], 'damaged'))
    const { body: now } = await done('getReplacement', { params: { replacementId: second.id } })
    expect(now.status).to.equal('old_received')
    expect(now.fulfillment_order_id).to.match(/^ful_/)
    expect(now.allowed_moves).to.deep.equal([])
  })

  it('are given up before anything is packed, with what was to be prepared', async () => {
    const { replacement } = await inAdvance()
    const params = { replacementId: replacement.id }
    const { body } = await done('closeReplacement', { params, body: { note: 'It works again.' } })
    expect(body.status).to.equal('closed')
    const { body: fulfillment } = await done('getFulfillment', {
      params: { fulfillmentOrderId: replacement.fulfillment_order_id ?? '' },
    })
    expect(fulfillment.status).to.equal('cancelled')
  })

  it('are prepared by themselves, so that giving one up takes nothing from another', async () => {
    const { order, serials } = await delivered(sensors(2))
    const replacing = async (old_serial: string) =>
      (
        await done('createReplacement', {
          body: {
            order_id: order.id,
            old_serial,
            advance: true,
            reason: 'defective',
            charge_if_not_returned_minor: 1900,
            currency: 'USD',
          },
        })
      ).body
    const [first, second] = [await replacing(serials[0] ?? ''), await replacing(serials[1] ?? '')]
    const { details } = await refused('mergeFulfillments', 409, 'move_not_allowed', {
      params: { fulfillmentOrderId: first.fulfillment_order_id ?? '' },
      body: { fulfillment_order_ids: [second.fulfillment_order_id ?? ''] },
    })
    expect(details).to.include({ move: 'merge' })
    await done('closeReplacement', { params: { replacementId: first.id }, body: {} })
    const shipped = await ship(second, await freshDevice())
    const { body } = await done('getReplacement', { params: { replacementId: second.id } })
    expect(body).to.deep.include({ status: 'shipped' })
    expect(body.shipments.map(({ id }) => id)).to.deep.equal([shipped])
  })

  it('refuse what cannot be meant', async () => {
    const { order, serials } = await delivered(sensors(1))
    const [old = ''] = serials
    const body = { order_id: order.id, old_serial: old, advance: true, reason: 'defective' }
    const charge = { charge_if_not_returned_minor: 100, currency: 'USD' }
    await refused('createReplacement', 422, 'body_field_invalid', { body })
    await refused('createReplacement', 409, 'currency_mismatch', {
      body: { ...body, ...charge, currency: 'CAD' },
    })
    await refused('createReplacement', 422, 'sku_unknown', { body: { ...body, ...charge, sku: 'NOTHING' } })
    await refused('createReplacement', 409, 'device_not_available', {
      body: { ...body, ...charge, new_serial: 'NOT-THERE' },
    })
    await refused('createReplacement', 404, 'not_found', {
      body: { ...body, ...charge, old_serial: 'NOT-OURS' },
    })
    await refused('createReplacement', 400, 'request_invalid', { body: { ...body, currency: 'USD' } })
    await refused('createReplacement', 422, 'body_field_invalid', {
      body: { ...body, ...charge, return_by: '2001-01-01T00:00:00Z' },
    })
    await done('createReplacement', { body: { ...body, ...charge } })
    await refused('createReplacement', 409, 'quantity_exceeds_remaining', { body: { ...body, ...charge } })
    const query = { order_id: order.id, company_id: harbour, status: 'open' }
    expect(await pagesOf('listReplacements', 1, { query })).to.have.length(1)
  })
})

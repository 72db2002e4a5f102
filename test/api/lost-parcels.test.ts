import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { call, done, refused } from './call.ts'
import { aParcelGone, move, packing, someSerials } from './parcels.ts'
import { usePlatform } from './platform-of-suite.ts'
import { aFulfillment, keyFor, noSuch, sql } from './world.ts'

const wrong = { to: 'in_transit', reason: 'Another parcel was scanned', automation: 'keep' }

async function statuses(orderId: string, fulfillmentOrderId: string): Promise<[string, string]> {
  const { body: order } = await done('getOrder', { params: { orderId } })
  const { body: fulfillment } = await done('getFulfillment', { params: { fulfillmentOrderId } })
  return [order.status, fulfillment.status]
}

async function stepsOf(shipmentId: string) {
  return (await done('listAutomationSteps', { query: { shipment_id: shipmentId } })).body.data
}

/** Waits until every step of a parcel stands so. */
function stepsAre(shipmentId: string, status: string) {
  return until(
    `the steps to be ${status}`,
    () => stepsOf(shipmentId),
    (steps) => steps.length > 0 && steps.every((step) => step.status === status),
  )
}

describe('API: parcels that did not arrive', () => {
  usePlatform()

  describe('a delivery that is corrected', () => {
    it('takes the parcel and what stands above it back, and is delivered later', async () => {
      const { params, fulfillment, orderId } = await aParcelGone('MNT-KIT-1', 1)
      await move(params.shipmentId, 'deliver')
      expect(await statuses(orderId, fulfillment.id)).to.deep.equal(['completed', 'completed'])
      const { body } = await done('correctDelivery', { params, body: wrong })
      expect(body).to.include({ status: 'in_transit', tracking_status: 'in_transit', delivered_at: null })
      expect(body.delivery_corrected_at).to.be.a('string')
      expect(body.courier_events[0]).to.include({ source: 'manual', canonical: 'in_transit' })
      expect(await statuses(orderId, fulfillment.id)).to.deep.equal(['in_fulfillment', 'in_transit'])
      const { body: again } = await done('correctDelivery', { params, body: wrong })
      expect(again.version).to.equal(body.version)
      await move(params.shipmentId, 'deliver')
      expect(await statuses(orderId, fulfillment.id)).to.deep.equal(['completed', 'completed'])
    })

    it('needs its own permission, a reason, and a delivery', async () => {
      const { params } = await aParcelGone('MNT-KIT-1', 1)
      const apiKey = await keyFor(['shipments:write', 'shipments:read'])
      await refused('correctDelivery', 403, 'permission_missing', { params, body: wrong, apiKey })
      await refused('correctDelivery', 400, 'request_invalid', { params, body: { ...wrong, reason: '' } })
      await refused('correctDelivery', 409, 'move_not_allowed', { params, body: wrong })
      await refused('correctDelivery', 412, 'version_stale', { params, body: wrong, version: 99 })
      await refused('correctDelivery', 404, 'not_found', {
        params: { shipmentId: noSuch('shp') },
        body: wrong,
      })
    })

    it('keeps one step a unit, and asks people to undo what was set up', async () => {
      const { params, orderId } = await aParcelGone('SNS-TEMP-1', 1)
      await move(params.shipmentId, 'deliver')
      const [step] = await stepsAre(params.shipmentId, 'succeeded')
      await done('correctDelivery', { params, body: { ...wrong, automation: 'revert' } })
      const undoing = { kind: 'undo_provisioning', order_id: orderId }
      const { body: tasks } = await done('listTasks', { query: undoing })
      expect(tasks.data.map(({ related_id }) => related_id)).to.deep.equal([step?.id])
      await move(params.shipmentId, 'deliver')
      const { body: after } = await done('listTasks', { query: undoing })
      expect(after.data, 'nothing is to be undone any more').to.have.length(0)
      const steps = await stepsOf(params.shipmentId)
      expect(steps.map(({ id, status }) => [id, status])).to.deep.equal([[step?.id, 'succeeded']])

      await done('correctDelivery', { params, body: { ...wrong, automation: 'revert' } })
      const { body: again } = await done('listTasks', { query: undoing })
      await done('completeTask', { params: { taskId: again.data[0]?.id ?? '' }, body: {} })
      await move(params.shipmentId, 'deliver')
      const { body: redo } = await done('listTasks', {
        query: { kind: 'provision_again', order_id: orderId },
      })
      expect(redo.data).to.have.length(1)
    })

    it('calls waiting steps off, and takes them up again with the true delivery', async () => {
      const { params } = await aParcelGone('SNS-TEMP-1', 2)
      await move(params.shipmentId, 'deliver')
      await stepsAre(params.shipmentId, 'succeeded')
      // As if the bridge had been away: the steps failed and wait for somebody.
      await sql(
        "update automation_steps set status = 'failed', attempts = 3, succeeded_at = null where shipment_id = $1",
        [params.shipmentId],
      )
      await sql(
        `insert into manual_tasks (id, kind, title, related_type, related_id, order_id, details, created_at)
         select 'tsk_' || substr(id, 5), 'automation_failed', 'x', 'automation_step', id, order_id, '{}', now()
         from automation_steps where shipment_id = $1`,
        [params.shipmentId],
      )
      const { body } = await done('correctDelivery', {
        params,
        body: { ...wrong, automation: 'cancel_pending' },
      })
      expect(body.automation_steps.map(({ status }) => status)).to.deep.equal(['cancelled', 'cancelled'])
      const ids = (await stepsOf(params.shipmentId)).map(({ id }) => id)
      const open = await sql(`select from manual_tasks where status = 'open' and related_id = any($1)`, [ids])
      expect(open).to.have.length(0)
      await move(params.shipmentId, 'deliver')
      const steps = await stepsAre(params.shipmentId, 'succeeded')
      expect(steps.map(({ id }) => id)).to.deep.equal(ids)
    })

    it('that is coming back waits for its return', async () => {
      const { params, orderId } = await aParcelGone('MNT-KIT-1', 1)
      await move(params.shipmentId, 'deliver')
      const { body } = await done('correctDelivery', { params, body: { ...wrong, to: 'returned' } })
      expect(body).to.include({ status: 'in_transit', tracking_status: 'returned' })
      const { body: tasks } = await done('listTasks', {
        query: { kind: 'parcel_returned', order_id: orderId },
      })
      expect(tasks.data).to.have.length(1)
    })
  })

  describe('units that are written off', () => {
    it('are in a bucket of their own, and end a parcel of which nothing is left', async () => {
      const { params, fulfillment, orderId, item } = await aParcelGone('MNT-KIT-1', 3)
      const lost = (quantity: number, more: object = {}) => ({
        params,
        body: { items: [{ shipment_item_id: item, quantity, cause: 'lost' }], ...more },
      })
      const { headers, body: one } = await done('writeOffUnits', lost(1))
      expect(headers.get('location')).to.equal(`/v1/shipments/${params.shipmentId}`)
      expect(one).to.include({ status: 'in_transit', written_off_at: null })
      const caseId = one.write_offs[0]?.case_id ?? ''
      expect(caseId).to.match(/^cas_/)
      const { body: order } = await done('getOrder', { params: { orderId } })
      expect(order.items[0]?.units).to.deep.equal({
        ordered: 3,
        open: 0,
        allocated: 0,
        shipped: 2,
        delivered: 0,
        cancelled: 0,
        written_off: 1,
      })
      await refused('writeOffUnits', 409, 'quantity_exceeds_remaining', lost(3))
      const { body: all } = await done('writeOffUnits', lost(2, { case_id: caseId }))
      expect(all).to.include({ status: 'written_off' })
      expect(new Set(all.write_offs.map(({ case_id }) => case_id))).to.deep.equal(new Set([caseId]))
      expect(await statuses(orderId, fulfillment.id)).to.deep.equal(['completed', 'completed'])
      const { body: over } = await done('getOrder', { params: { orderId } })
      expect(over.fulfillment_status).to.equal('written_off')
      await refused('createFulfillment', 409, 'move_not_allowed', { body: { order_id: orderId } })

      const reverse = (writeOffId: string) => ({
        params: { ...params, writeOffId },
        body: { reason: 'It was in the depot' },
      })
      const { body: found } = await done('reverseWriteOff', reverse(all.write_offs[1]?.id ?? ''))
      expect(found).to.include({ status: 'in_transit', written_off_at: null })
      const { body: again } = await done('reverseWriteOff', reverse(all.write_offs[1]?.id ?? ''))
      expect(again.version).to.equal(found.version)
      expect(await statuses(orderId, fulfillment.id)).to.deep.equal(['in_fulfillment', 'in_transit'])
      await move(params.shipmentId, 'deliver')
      const { body: arrived } = await done('getFulfillment', {
        params: { fulfillmentOrderId: fulfillment.id },
      })
      expect(arrived.items[0]?.units).to.include({ delivered: 2, written_off: 1, open: 0 })
      expect(await statuses(orderId, fulfillment.id)).to.deep.equal(['completed', 'completed'])
      await refused('reverseWriteOff', 404, 'not_found', reverse(noSuch('wof')))
    })

    it('with devices are named by their serials, get no automation, and get it when they turn up', async () => {
      const { params, serials, item } = await aParcelGone('SNS-TEMP-1', 2)
      const lost = (serial_numbers: string[]) => ({
        params,
        body: { items: [{ shipment_item_id: item, quantity: 1, cause: 'damaged', serial_numbers }] },
      })
      await refused('writeOffUnits', 409, 'serials_missing', lost([]))
      const [stranger = ''] = await someSerials(1)
      await refused('writeOffUnits', 409, 'device_not_available', lost([stranger]))
      const { body } = await done('writeOffUnits', lost(serials.slice(0, 1)))
      await refused('writeOffUnits', 409, 'device_not_available', lost(serials.slice(0, 1)))
      await move(params.shipmentId, 'deliver')
      expect((await stepsOf(params.shipmentId)).map(({ device_serial }) => device_serial)).to.deep.equal(
        serials.slice(1),
      )
      // Nobody can ship what was lost.
      const { fulfillment } = await aFulfillment([{ sku: 'SNS-TEMP-1', quantity: 1 }])
      await refused(
        'createShipment',
        409,
        'device_not_available',
        packing(fulfillment, 1, serials.slice(0, 1)),
      )
      await done('reverseWriteOff', {
        params: { ...params, writeOffId: body.write_offs[0]?.id ?? '' },
        body: { reason: 'Found in the box' },
      })
      const steps = await stepsOf(params.shipmentId)
      expect(steps.map(({ device_serial }) => device_serial)).to.have.members(serials)
    })

    it('have left before', async () => {
      const { fulfillment } = await aFulfillment([{ sku: 'MNT-KIT-1', quantity: 1 }])
      const { body: draft } = await done('createShipment', packing(fulfillment, 1))
      const body = {
        items: [{ shipment_item_id: draft.items[0]?.id ?? '', quantity: 1, cause: 'lost' }],
      }
      await refused('writeOffUnits', 409, 'move_not_allowed', { params: { shipmentId: draft.id }, body })
      await refused('writeOffUnits', 404, 'not_found', { params: { shipmentId: noSuch('shp') }, body })
    })

    it('keep the parcel delivered that had arrived', async () => {
      const { params, item } = await aParcelGone('MNT-KIT-1', 1)
      await move(params.shipmentId, 'deliver')
      const { body } = await done('writeOffUnits', {
        params,
        body: { items: [{ shipment_item_id: item, quantity: 1, cause: 'damaged', note: 'Wet' }] },
      })
      expect(body.status).to.equal('delivered')
      await refused('correctDelivery', 409, 'move_not_allowed', { params, body: wrong })
    })
  })

  it('cannot be cancelled any more; the refusal says what helps', async () => {
    const { params } = await aParcelGone('MNT-KIT-1', 1)
    const { details } = await refused('changeShipmentStatus', 409, 'move_not_allowed', {
      params,
      body: { move: 'cancel', reason: 'Lost' },
    })
    const { instead } = details as { instead: { operation_id: string }[] }
    expect(instead.map(({ operation_id }) => operation_id)).to.deep.equal(['writeOffUnits', 'listTasks'])
  })

  it('are among the blockers once their courier is silent', async () => {
    const { params, orderId } = await aParcelGone('MNT-KIT-1', 1)
    const silent = async () =>
      (await done('getOrderBlockers', { params: { orderId } })).body.data.filter(
        ({ code }) => code === 'courier_silent',
      )
    expect(await silent()).to.have.length(0)
    await sql("update shipments set in_transit_at = now() - interval '30 days' where id = $1", [
      params.shipmentId,
    ])
    expect((await silent())[0]).to.include({ operation_id: 'writeOffUnits', related_id: params.shipmentId })
    expect((await call('getOrder', { params: { orderId } })).status).to.equal(200)
  })
})

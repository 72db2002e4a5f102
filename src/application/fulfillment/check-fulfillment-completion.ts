import { fulfillmentEvent } from '../../domain/fulfillment/fulfillment-events.ts'
import { digestDue } from '../../domain/fulfillment/standstill.ts'
import { orderEvent } from '../../domain/orders/order-events.ts'
import type { ShipmentId } from '../../domain/shared/ids.ts'
import { shipmentEvent } from '../../domain/shipments/shipment.ts'
import { followFulfillment, followParcels } from '../fulfillment-standing.ts'
import type { Clock } from '../ports/clock.ts'
import type { MissingFulfillment, OverdueCompletion, OverdueShipment } from '../ports/finding-store.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'

const BATCH = 500
const DAY_MS = 86_400_000
// A fulfilment order follows its payment through a job; it is missing when that had time enough.
const MISSING_AFTER_MS = 600_000
// The American morning.
const DIGEST_HOUR_UTC = 13

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
}

/**
 * Finds what stands still: fulfilment orders that are over and do not say so, parcels of which the courier is silent
 * or which take longer than their service does, paid orders that nobody prepares. Each case is told once until it changes, and the team hears of all of them in one
 * message a day. A status that lags is put right under the order's lock.
 */
export function checkFulfillmentCompletion(deps: Dependencies) {
  return async (_input: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    const { unitOfWork } = deps
    const at = deps.clock.now()
    const paidBefore = new Date(at.getTime() - MISSING_AFTER_MS)
    const found = await unitOfWork.run(context, async ({ findings }) => ({
      overdue: await findings.overdueCompletions(BATCH),
      silent: await findings.silentShipments(at, BATCH),
      late: await findings.lateShipments(at, BATCH),
      missing: await findings.missingFulfillments(paidBefore, BATCH),
    }))
    for (const one of found.overdue) await unitOfWork.run(context, (store) => heal(store, one, at))
    for (const one of found.silent)
      await unitOfWork.run(context, (store) => tellOverdue(store, silence, one, at))
    for (const one of found.late)
      await unitOfWork.run(context, (store) => tellOverdue(store, lateness, one, at))
    for (const one of found.missing) await unitOfWork.run(context, (store) => tellMissing(store, one, at))
    await unitOfWork.conclude(context, async (store) => {
      await store.findings.clearSettled(at, paidBefore)
      if (at.getUTCHours() >= DIGEST_HOUR_UTC) await summonDigest(store, at)
    })
    return { outcome: 'done' }
  }
}

async function heal(
  store: Store,
  { fulfillmentOrderId, orderId, since }: OverdueCompletion,
  at: Date,
): Promise<void> {
  if ((await store.fulfillment.lockOrderOf(fulfillmentOrderId)) === null) return
  const before = await store.fulfillment.get(fulfillmentOrderId)
  if (before === null) return
  const { fulfillment } = before
  const status = await followParcels(store, { orderId, fulfillmentOrderId }, at)
  const isFollowed = status !== fulfillment.status
  if (!(await followFulfillment(store, orderId, at)) && !isFollowed) return
  const { companyId } = fulfillment
  const details = { was: fulfillment.status, is: status }
  const finding = {
    kind: 'completion_overdue',
    subjectId: fulfillmentOrderId,
    since,
    companyId,
    orderId,
  } as const
  await store.findings.record({ ...finding, shipmentId: null, details }, at)
  const version = isFollowed ? fulfillment.version + 1 : fulfillment.version
  store.publish([
    fulfillmentEvent('fulfillment.completion_overdue', { ...fulfillment, version }, at, {
      status: fulfillment.status,
      was_healed: true,
    }),
  ])
}

interface Standstill {
  kind: 'shipment_silent' | 'shipment_late'
  event: 'shipment.silent' | 'shipment.late'
  again: (store: Store, shipmentId: ShipmentId, at: Date) => Promise<OverdueShipment | null>
}

const silence: Standstill = {
  kind: 'shipment_silent',
  event: 'shipment.silent',
  again: ({ findings }, shipmentId, at) => findings.silentShipment(shipmentId, at),
}

const lateness: Standstill = {
  kind: 'shipment_late',
  event: 'shipment.late',
  again: ({ findings }, shipmentId, at) => findings.lateShipment(shipmentId, at),
}

/** The order is locked, so that a scan comes before this and ends the silence, or after it. */
async function tellOverdue(
  store: Store,
  { kind, event, again }: Standstill,
  { shipmentId, orderId }: OverdueShipment,
  at: Date,
): Promise<void> {
  await store.shipments.lockOrderOf(shipmentId)
  const overdue = await again(store, shipmentId, at)
  const loaded = await store.shipments.get(shipmentId)
  if (overdue === null || loaded === null) return
  const { shipment } = loaded
  const data = {
    since: overdue.since.toISOString(),
    courier_code: shipment.courierCode,
    courier_service: shipment.courierService,
    sla_days: overdue.slaDays,
  }
  const { companyId } = shipment
  const isFirst = await store.findings.record(
    {
      kind,
      subjectId: shipmentId,
      since: overdue.since,
      companyId,
      orderId,
      shipmentId,
      details: data,
    },
    at,
  )
  if (isFirst) store.publish([shipmentEvent(shipment, event, at, data)])
}

async function tellMissing(store: Store, { orderId, paidAt }: MissingFulfillment, at: Date): Promise<void> {
  const loaded = await store.orders.getForUpdate(orderId)
  if (loaded === null) return
  const { order } = loaded
  const live = (await store.fulfillment.ofOrder(orderId)).some(
    ({ fulfillment }) => fulfillment.status !== 'cancelled',
  )
  if (live || (order.status !== 'paid' && order.status !== 'in_fulfillment')) return
  const data = { paid_at: paidAt.toISOString() }
  const { companyId } = order
  const isFirst = await store.findings.record(
    {
      kind: 'fulfillment_missing',
      subjectId: orderId,
      since: paidAt,
      companyId,
      orderId,
      shipmentId: null,
      details: data,
    },
    at,
  )
  if (isFirst) store.publish([orderEvent('order.fulfillment_missing', order, at, data)])
}

async function summonDigest(store: Store, at: Date): Promise<void> {
  const day = at.toISOString().slice(0, 10)
  const digest = await store.findings.digest(day, new Date(at.getTime() - DAY_MS))
  const findings =
    digest.completions_overdue + digest.shipments_silent + digest.shipments_late + digest.fulfillments_missing
  if (findings === 0 || !(await store.findings.claimDigest(day, findings, at))) return
  store.publish([digestDue(digest, at)])
}

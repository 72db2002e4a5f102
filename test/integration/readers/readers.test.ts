import { expect } from 'chai'
import type { DatabasePool } from 'slonik'
import { createBillingReader } from '../../../src/adapters/postgres/billing/billing-reader.ts'
import { createContactReader } from '../../../src/adapters/postgres/contacts/contact-reader.ts'
import { createFulfillmentReader } from '../../../src/adapters/postgres/fulfillment/fulfillment-reader.ts'
import { createJobReader } from '../../../src/adapters/postgres/jobs/job-reader.ts'
import { createOrderReader } from '../../../src/adapters/postgres/orders/order-reader.ts'
import { createDatabasePool } from '../../../src/adapters/postgres/pool.ts'
import { createPricingReader } from '../../../src/adapters/postgres/pricing/pricing-reader.ts'
import { createShipmentReader } from '../../../src/adapters/postgres/shipments/shipment-reader.ts'
import { createTimelineReader } from '../../../src/adapters/postgres/timeline/timeline-reader.ts'
import type { Page, PageKey, PageRequest } from '../../../src/application/ports/page.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { applySql, idOf, insertRows } from './reader-database.ts'

/** Every row of a list, read in pages of one. */
async function readAll<T>(list: (page: PageRequest) => Promise<Page<T> | null>): Promise<T[]> {
  const all: T[] = []
  let after: PageKey | null = null
  do {
    const page: Page<T> | null = await list({ limit: 1, after })
    all.push(...page!.data)
    after = page!.next
  } while (after !== null)
  return all
}

describe('readers', function () {
  this.timeout(120_000)
  let database: TestDatabase
  let pool: DatabasePool

  before(async () => {
    database = await createTestDatabase(applySql)
    await insertRows(database.url)
    pool = await createDatabasePool({ url: database.url, maxConnections: 4, statementTimeoutMs: 5_000 })
  })

  after(async () => {
    await pool.end()
    await database.drop()
  })

  it('derives what an order owes from payments in its own currency and succeeded refunds', async () => {
    const order = await createOrderReader(pool).detail(idOf('ord'))
    expect(order).to.include({
      payment_status: 'partially_refunded',
      amount_paid_minor: 52_800,
      amount_refunded_minor: 800,
      balance_minor: 800,
    })
    expect(order!.checkout_session!.attempt).to.equal(2)
  })

  it('counts the units of an order line by where they are', async () => {
    const order = await createOrderReader(pool).detail(idOf('ord'))
    expect(order!.fulfillment_status).to.equal('partially_shipped')
    expect(order!.items[0]).to.include({
      quantity: 2,
      quantity_fulfilled: 2,
      quantity_allocated: 1,
      quantity_shipped: 1,
      quantity_delivered: 0,
    })
    const { ordered, ...units } = order!.items[0]!.units
    expect(units).to.include({ allocated: 1, shipped: 1 })
    expect(Object.values(units).reduce((sum, count) => sum + count, 0)).to.equal(ordered)
  })

  it('names everything that stands in the way of an order under way', async () => {
    const order = await createOrderReader(pool).detail(idOf('ord'))
    // Whether a courier is silent depends on the day of the test.
    const lasting = order!.blockers.filter(({ code }) => code !== 'courier_silent')
    expect(lasting.map((blocker) => [blocker.code, blocker.related_id])).to.deep.equal([
      ['payment_unapplied', idOf('unp')],
      ['units_unallocated', idOf('ful')],
      ['serials_missing', idOf('shp', 2)],
      ['automation_failed', idOf('stp')],
      ['manual_task_open', idOf('tsk')],
    ])
  })

  it('says why a draft cannot be sent to checkout, and what may be done with it', async () => {
    const order = await createOrderReader(pool).detail(idOf('ord', 2))
    expect(order!.blockers.map((blocker) => blocker.code)).to.deep.equal(['prices_expired', 'price_unsynced'])
    expect(order!.allowed_moves).to.deep.equal(['accept_prices', 'cancel', 'send_checkout'])
  })

  it("explains an order line's price in the contract's words, amounts as numbers", async () => {
    const evidence = await createPricingReader(pool).resolutions(idOf('oit'))
    expect(evidence!.resolutions[0]!.resolution).to.deep.include({
      source: 'PRICEBOOK_GLOBAL',
      unit_amount_minor: 25_900,
      price_book_entry_id: idOf('pbe'),
      sync_status_since: '2026-10-01T08:05:00.000Z',
      candidates: [
        {
          source: 'PRICEBOOK_GLOBAL',
          price_book_entry_id: idOf('pbe'),
          unit_amount_minor: 25_900,
          sync_status: 'unsynced',
          outcome: 'won',
          price_agreement_id: null,
          price_agreement_line_id: null,
          region: null,
          currency: 'CAD',
          min_quantity: 1,
          stripe_price_id: null,
          sync_status_since: '2026-10-01T08:05:00.000Z',
          reason: 'won',
        },
      ],
    })
  })

  it('answers null for what does not exist', async () => {
    const page = { limit: 1, after: null }
    expect(await createOrderReader(pool).detail(idOf('ord', 9))).to.equal(null)
    expect(await createContactReader(pool).list(idOf('com', 9), {}, page)).to.equal(null)
    expect(await createTimelineReader(pool).ofShipment(idOf('shp', 9), page)).to.equal(null)
  })

  it('lists an order by its number or the digits of it, with the same statuses as its detail', async () => {
    const orders = createOrderReader(pool)
    const order = await orders.detail(idOf('ord'))
    const found = await orders.list({ q: '1' }, { limit: 10, after: null })
    expect(found.data.map((one) => one.number)).to.deep.equal(['ORD-000001'])
    expect(found.data[0]).to.include({
      payment_status: order!.payment_status,
      fulfillment_status: order!.fulfillment_status,
    })
  })

  it('gives every row of a list exactly once, also when many were made in the same instant', async () => {
    const shipments = createShipmentReader(pool)
    const devices = await readAll((page) => shipments.devices({}, page))
    expect(devices.map((device) => device.serial)).to.deep.equal(['WBT-1003', 'WBT-1002', 'WBT-1001'])
    expect(await readAll((page) => shipments.list({}, page))).to.have.length(2)
    expect(await readAll((page) => shipments.couriers(page))).to.have.length(2)
    expect(await readAll((page) => createContactReader(pool).list(idOf('com'), {}, page))).to.have.length(3)
  })

  it('offers only devices that are in no shipment and with no company', async () => {
    const shipments = createShipmentReader(pool)
    const free = await readAll((page) => shipments.devices({ available: true }, page))
    expect(free.map((device) => device.serial)).to.deep.equal(['WBT-1003'])
    expect(await readAll((page) => shipments.devices({ available: false }, page))).to.have.length(2)
  })

  it('shows a parcel with its devices, its automation and its newest scan first', async () => {
    const shipment = await createShipmentReader(pool).detail(idOf('shp'))
    expect(shipment!.items[0]!.devices).to.deep.equal([
      { unit_number: 1, device_id: idOf('dev'), serial: 'WBT-1001' },
    ])
    expect(shipment!.automation_steps[0]).to.include({ status: 'failed', device_serial: 'WBT-1001' })
    expect(shipment!.courier_events.map((event) => event.code)).to.deep.equal(['GX', 'OA'])
    expect(shipment!.allowed_moves).to.deep.equal(['deliver'])
  })

  it('says how many units of a fulfilment order are in no parcel yet', async () => {
    const fulfillment = await createFulfillmentReader(pool).detail(idOf('ful'))
    expect(fulfillment!.items.map((item) => [item.allocated, item.remaining])).to.deep.equal([
      [2, 0],
      [0, 1],
    ])
  })

  it("flags an invoice as overdue after its due date in the company's calendar", async () => {
    const invoice = await createBillingReader(pool).invoice(idOf('inv'))
    expect(invoice).to.include({
      due_on: '2026-10-06',
      is_overdue: true,
      amount_allocated_minor: 50_000,
      balance_minor: 2_800,
    })
  })

  it('merges the timeline of an order from every source, newest first and without losing one', async () => {
    const timeline = createTimelineReader(pool)
    const entries = await readAll((page) => timeline.ofOrder(idOf('ord'), page))
    expect(entries.map((entry) => [entry.source, entry.title])).to.deep.equal([
      ['courier', 'USPS: Label created, TORONTO, ON'],
      ['legacy', 'POST /v1/devices answered 503'],
      ['courier', 'USPS: Accepted'],
      ['payment', 'Checkout session completed: applied'],
      ['automation', 'Automation step failed: 503'],
      ['domain', 'Order paid'],
      ['domain', 'Order created'],
    ])
  })

  it('follows the events of everything behind a position', async () => {
    const timeline = createTimelineReader(pool)
    const first = await timeline.events({}, 2)
    expect([first.data.map((event) => event.seq), first.next]).to.deep.equal([[1, 2], 2])
    const rest = await timeline.events({ after_seq: 2 }, 2)
    expect([rest.data.map((event) => event.seq), rest.next]).to.deep.equal([[3], null])
  })

  it("believes the queue about a live job's state, and the job's own story once the queue forgot it", async () => {
    const jobs = createJobReader(pool, ['billing', 'orders'])
    const waiting = await jobs.detail(idOf('job'))
    expect(waiting).to.include({ status: 'delayed', next_retry_at: '2126-10-10T12:10:00.000Z' })
    expect(waiting!.attempts).to.have.length(1)
    expect(await jobs.detail(idOf('job', 2))).to.include({ status: 'completed', next_retry_at: null })
    const delayed = await jobs.list({ status: 'delayed' }, { limit: 10, after: null })
    expect(delayed.data.map((job) => job.id)).to.deep.equal([idOf('job')])
    expect((await jobs.queues()).map(({ name }) => name)).to.deep.equal(['billing', 'orders'])
    expect(await jobs.queue('shipments')).to.equal(null)
  })
})

import { expect } from 'chai'
import { closeCase, linkToCase, openCase } from '../../../src/domain/returns/case.ts'
import { receiveReturn } from '../../../src/domain/returns/receipt.ts'
import {
  deadlineNotices,
  openReplacement,
  type Replacement,
  receiveOldUnit,
  shipReplacement,
} from '../../../src/domain/returns/replacement.ts'
import { chooseForStock, type ReceivedUnit } from '../../../src/domain/returns/restock.ts'
import {
  approveReturn,
  closeReturn,
  type Return,
  type ReturnItem,
  refuseReturn,
  requestReturn,
} from '../../../src/domain/returns/return.ts'
import { chooseReturnUnits, type ReturnableUnits } from '../../../src/domain/returns/returnable-units.ts'
import { minutesAfterNoon, noon, refusalFrom } from './builders.ts'

const DAY = 86_400_000
const of = { orderId: 'ord_1', companyId: 'com_1' } as const

function someUnits(given: Partial<ReturnableUnits> = {}): ReturnableUnits {
  return {
    shipmentItemId: 'sit_1',
    orderItemId: 'oit_1',
    sku: 'SNS',
    isProvisionable: true,
    hasArrived: true,
    quantity: 3,
    taken: 1,
    devices: [
      { deviceId: 'dev_1', serial: 'A', unitNumber: 1, isTaken: true },
      { deviceId: 'dev_2', serial: 'B', unitNumber: 2, isTaken: false },
      { deviceId: 'dev_3', serial: 'C', unitNumber: 3, isTaken: false },
    ],
    ...given,
  }
}

function anItem(given: Partial<ReturnItem> = {}): ReturnItem {
  return {
    id: 'rit_1',
    shipmentItemId: 'sit_1',
    orderItemId: 'oit_1',
    sku: 'SNS',
    isProvisionable: true,
    quantity: 2,
    receivedQuantity: 0,
    releasedQuantity: 0,
    notReturnedQuantity: 0,
    devices: [
      { deviceId: 'dev_1', serial: 'A', unitNumber: 1, isListed: true, isReceived: false, isTaken: false },
      { deviceId: 'dev_2', serial: 'B', unitNumber: 2, isListed: false, isReceived: false, isTaken: false },
      { deviceId: 'dev_3', serial: 'C', unitNumber: 3, isListed: false, isReceived: false, isTaken: false },
    ],
    ...given,
  }
}

function anApproved(): Return {
  const input = { id: 'ret_1', caseId: 'cas_1', ...of, reason: 'defective', note: null } as const
  const asked = requestReturn(input, 2, noon)
  return approveReturn(asked.return, { returnAddress: ['Here'], returnBy: minutesAfterNoon(60) }, noon).return
}

const row = (quantity: number, serialNumbers: string[], condition: 'as_new' | 'wrong_item' = 'as_new') => ({
  returnItemId: 'rit_1' as const,
  quantity,
  serialNumbers,
  condition,
  note: null,
})

describe('units that may come back', () => {
  const ask = (quantity: number, serialNumbers: string[] = []) => ({
    shipmentItemId: 'sit_1' as const,
    quantity,
    serialNumbers,
  })

  it('are those that arrived and are in no return, added up over the rows', () => {
    const [chosen] = chooseReturnUnits([someUnits()], [ask(1, ['B']), ask(1)])
    expect(chosen?.quantity).to.equal(2)
    expect(chosen?.devices.map(({ serial }) => serial)).to.deep.equal(['B'])
    const refusal = refusalFrom(() => chooseReturnUnits([someUnits()], [ask(2), ask(1)]))
    expect(refusal.code).to.equal('quantity_exceeds_remaining')
    expect(refusal.details).to.deep.equal({
      items: [{ shipment_item_id: 'sit_1', requested: 3, remaining: 2 }],
    })
    const moving = refusalFrom(() => chooseReturnUnits([someUnits({ hasArrived: false })], [ask(1)]))
    expect(moving.details).to.deep.equal({
      items: [{ shipment_item_id: 'sit_1', requested: 1, remaining: 0 }],
    })
    expect(refusalFrom(() => chooseReturnUnits([], [ask(1)])).code).to.equal('quantity_exceeds_remaining')
  })

  it('name devices of theirs that are free, each once', () => {
    const taken = refusalFrom(() => chooseReturnUnits([someUnits()], [ask(1, ['A'])]))
    expect(taken.details).to.deep.equal({
      devices: [{ serial: 'A', reason: 'in a return already, or written off' }],
    })
    const twice = refusalFrom(() => chooseReturnUnits([someUnits()], [ask(2, ['B', 'B'])]))
    expect(twice.code).to.equal('serials_exceed_quantity')
    const mount = someUnits({ isProvisionable: false, devices: [] })
    expect(refusalFrom(() => chooseReturnUnits([mount], [ask(1, ['B'])])).code).to.equal(
      'serials_exceed_quantity',
    )
  })
})

describe('a return', () => {
  it('counts what arrives until all of it has', () => {
    const part = receiveReturn(anApproved(), [anItem()], [row(1, ['A'])], noon)
    expect(part.return.status).to.equal('partially_received')
    expect(part.items[0]?.receivedQuantity).to.equal(1)
    const rest = receiveReturn(part.return, part.items, [row(1, ['C'])], noon)
    expect(rest.return.status).to.equal('received')
    expect(rest.events[0]?.data).to.deep.equal({ units: 1, of_units: 2, conditions: { as_new: 1 } })
    expect(refusalFrom(() => receiveReturn(rest.return, rest.items, [row(1, ['B'])], noon)).code).to.equal(
      'move_not_allowed',
    )
  })

  it('refuses more than it is for, in one row or several', () => {
    const over = refusalFrom(() =>
      receiveReturn(anApproved(), [anItem()], [row(2, ['A', 'B']), row(1, ['C'])], noon),
    )
    expect(over.details).to.deep.equal({ items: [{ return_item_id: 'rit_1', requested: 3, remaining: 2 }] })
    const unknown = { ...row(1, []), returnItemId: 'rit_9' as const }
    expect(refusalFrom(() => receiveReturn(anApproved(), [anItem()], [unknown], noon)).code).to.equal(
      'quantity_exceeds_remaining',
    )
  })

  it('takes another device of the parcel only where it did not know which would come', () => {
    const wrong = refusalFrom(() => receiveReturn(anApproved(), [anItem()], [row(2, ['B', 'C'])], noon))
    expect(wrong.code).to.equal('device_not_available')
    const twice = refusalFrom(() =>
      receiveReturn(anApproved(), [anItem()], [row(1, ['A']), row(1, ['A'])], noon),
    )
    expect(twice.details).to.deep.equal({
      devices: [{ serial: 'A', reason: 'in a return already, or written off' }],
    })
    const none = refusalFrom(() => receiveReturn(anApproved(), [anItem()], [row(2, ['A'])], noon))
    expect(none.code).to.equal('serials_missing')
    const other = receiveReturn(anApproved(), [anItem()], [row(2, [], 'wrong_item')], noon)
    expect(other.receipts[0]?.devices).to.deep.equal([])
  })

  it('gives up its units, or writes them off, and decides about every one', () => {
    const refused = refuseReturn(anApproved(), [anItem()], 'cancel', null, noon)
    expect(refused.items[0]).to.include({ releasedQuantity: 2 })
    const came = [anItem({ receivedQuantity: 1 })]
    const outcome = { resolution: 'So be it', missingUnits: 'not_returned' } as const
    const closed = closeReturn(anApproved(), came, outcome, noon)
    expect(closed.items[0]).to.include({ notReturnedQuantity: 1, releasedQuantity: 0 })
    expect(closed.events[0]?.data).to.deep.equal({ received: 1, missing: 1, missing_units: 'not_returned' })
  })

  it('never loses or gains a unit, however it goes', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    for (let run = 0; run < 500; run += 1) {
      const quantity = 1 + random(6)
      let items = [anItem({ isProvisionable: false, devices: [], quantity })]
      let current = anApproved()
      for (let step = 0; step < 5; step += 1) {
        try {
          const decision =
            random(4) === 0
              ? closeReturn(
                  current,
                  items,
                  { resolution: 'x', missingUnits: random(2) === 0 ? 'release' : 'not_returned' },
                  noon,
                )
              : receiveReturn(current, items, [row(1 + random(3), []), row(1 + random(2), [])], noon)
          items = decision.items
          current = decision.return
        } catch (error) {
          expect((error as { code?: string }).code).to.be.oneOf([
            'quantity_exceeds_remaining',
            'move_not_allowed',
          ])
        }
        const [item] = items
        const decided =
          (item?.receivedQuantity ?? 0) + (item?.releasedQuantity ?? 0) + (item?.notReturnedQuantity ?? 0)
        expect(decided).to.be.at.most(quantity)
        if (current.status === 'closed') expect(decided).to.equal(quantity)
        if (current.status === 'received') expect(item?.receivedQuantity).to.equal(quantity)
      }
    }
  })
})

describe('a replacement', () => {
  const opened = (): Replacement =>
    openReplacement(
      {
        id: 'rpl_1',
        caseId: 'cas_1',
        ...of,
        returnId: 'ret_1',
        shipmentItemId: 'sit_1',
        oldDeviceId: 'dev_1',
        productId: 'prd_1',
        newDeviceId: null,
        fulfillmentOrderId: 'ful_1',
        isAdvance: true,
        returnBy: new Date(noon.getTime() + 10 * DAY),
        chargeMinor: 100n,
        currency: 'USD',
      },
      noon,
    ).replacement

  it('is not due at a time that has passed', () => {
    const { code, faults } = refusalFrom(() => openReplacement({ ...opened(), returnBy: noon }, noon))
    expect(code).to.equal('body_field_invalid')
    expect(faults).to.deep.equal([{ pointer: '/return_by', detail: 'has passed' }])
  })

  it('follows its parcel and the old unit in either order, each once', () => {
    const shipped = shipReplacement(opened(), noon).replacement
    expect(shipped.status).to.equal('shipped')
    expect(shipReplacement(shipped, noon)).to.deep.equal({ replacement: shipped, events: [] })
    expect(receiveOldUnit(shipped, noon).replacement.status).to.equal('old_received')
    const back = receiveOldUnit(opened(), noon).replacement
    const both = shipReplacement(back, noon)
    expect(both.replacement).to.include({ status: 'old_received' })
    expect(both.events.map(({ type }) => type)).to.deep.equal(['replacement.shipped'])
  })

  it('is told of in time, once for several missed days, and once when it is late', () => {
    const notices = { returnBy: new Date(noon.getTime() + 10 * DAY), isToldOverdue: false }
    const after = (days: number) => new Date(noon.getTime() + days * DAY)
    const days = [-7, -1]
    expect(deadlineNotices({ ...notices, lastReminderDay: null }, days, noon)).to.equal(null)
    expect(deadlineNotices({ ...notices, lastReminderDay: null }, days, after(4))).to.deep.equal({
      isOverdue: false,
      days: -7,
    })
    expect(deadlineNotices({ ...notices, lastReminderDay: -7 }, days, after(5))).to.equal(null)
    expect(deadlineNotices({ ...notices, lastReminderDay: null }, days, after(9))).to.deep.equal({
      isOverdue: false,
      days: -1,
    })
    expect(deadlineNotices({ ...notices, lastReminderDay: null }, days, after(12))).to.deep.equal({
      isOverdue: true,
      days: 2,
    })
    expect(
      deadlineNotices({ ...notices, isToldOverdue: true, lastReminderDay: null }, days, after(12)),
    ).to.equal(null)
  })
})

describe('a case', () => {
  it('takes records while it is open and closes when its work has ended', () => {
    const { case: opened, events } = openCase({ id: 'cas_1', ...of, kind: 'loss', note: null }, noon)
    expect(events[0]?.type).to.equal('case.opened')
    const linked = linkToCase(opened, { type: 'refund', id: 'rfn_1' }, { hasOpenWork: true }, noon)
    expect(linked.case).to.include({ status: 'open', version: 2 })
    expect(refusalFrom(() => closeCase(opened, null, { hasOpenWork: true }, noon)).code).to.equal(
      'move_not_allowed',
    )
    const closed = closeCase(opened, 'Done', { hasOpenWork: false }, noon).case
    expect(
      refusalFrom(() => linkToCase(closed, { type: 'refund', id: 'rfn_1' }, { hasOpenWork: false }, noon))
        .code,
    ).to.equal('move_not_allowed')
  })
})

describe('devices that go back into stock', () => {
  const unit = (serial: string, given: Partial<ReceivedUnit> = {}): ReceivedUnit => ({
    deviceId: 'dev_1',
    serial,
    condition: 'used',
    isAssigned: false,
    isBeingSetUp: false,
    isRestocked: false,
    ...given,
  })
  const serials = (units: readonly ReceivedUnit[]) => units.map(({ serial }) => serial)

  it('are all that came, or those named, once', () => {
    const all = [unit('A', { condition: 'as_new' }), unit('B'), unit('C', { isRestocked: true })]
    expect(serials(chooseForStock(all, null))).to.deep.equal(['A', 'B'])
    expect(serials(chooseForStock(all, ['B', 'C']))).to.deep.equal(['B'])
    expect(chooseForStock([], null)).to.deep.equal([])
  })

  it('came whole, and are nobody’s', () => {
    const all = [
      unit('A', { condition: 'damaged', isAssigned: true }),
      unit('B', { isAssigned: true }),
      unit('C', { condition: 'wrong_item' }),
      unit('D'),
      unit('F', { isBeingSetUp: true }),
    ]
    const refusal = refusalFrom(() => chooseForStock(all, ['A', 'B', 'C', 'D', 'E', 'F']))
    expect(refusal.code).to.equal('device_not_available')
    expect(refusal.details['devices']).to.deep.equal([
      { serial: 'A', reason: 'received as damaged' },
      { serial: 'B', reason: 'still assigned to the company' },
      { serial: 'C', reason: 'received as the wrong item' },
      { serial: 'E', reason: 'not received in this return' },
      { serial: 'F', reason: 'being set up at this moment' },
    ])
  })
})

import { expect } from 'chai'
import fc from 'fast-check'
import { placeHold, refuseWhileHeld, releaseHold } from '../../../src/domain/fulfillment/fulfillment-hold.ts'
import type { FulfillmentFacts } from '../../../src/domain/fulfillment/fulfillment-lifecycle.ts'
import { type FulfillmentItem, openFulfillment } from '../../../src/domain/fulfillment/fulfillment-order.ts'
import { mergeFulfillments, splitFulfillment } from '../../../src/domain/fulfillment/unit-moves.ts'
import type { FulfillmentItemId } from '../../../src/domain/shared/ids.ts'
import { minutesAfterNoon, noon, refusalFrom } from './builders.ts'

const { fulfillment } = openFulfillment({ id: 'ful_1', orderId: 'ord_1', companyId: 'com_1' }, 3, noon)
const here: FulfillmentFacts = { hasLiveShipments: true, hasHandedOver: false, hasEveryUnitSettled: false }

function anItem(id: FulfillmentItemId, quantity: number, allocated = 0): FulfillmentItem {
  return {
    id,
    orderItemId: `oit_${id.slice(-1)}`,
    sku: 'MNT-KIT-1',
    isProvisionable: false,
    isReplacement: false,
    quantity,
    allocated,
    delivered: 0,
    writtenOff: 0,
  }
}

describe('a hold', () => {
  const wish = { id: 'fhd_1', reason: 'stock', note: null, placedBy: 'key_1' } as const

  it('is placed and released once, each with its event', () => {
    const placed = placeHold(fulfillment, wish, noon)
    expect(placed.events.map(({ type }) => type)).to.deep.equal(['fulfillment.hold_placed'])
    expect(placed.fulfillment.version).to.equal(2)
    const by = { by: 'key_2', note: 'Here now' }
    const released = releaseHold(placed.fulfillment, placed.hold, by, minutesAfterNoon(5))
    expect(released.hold).to.include({ releasedBy: 'key_2', releaseNote: 'Here now' })
    const again = releaseHold(released.fulfillment, released.hold, by, minutesAfterNoon(6))
    expect(again).to.deep.equal({ fulfillment: released.fulfillment, hold: released.hold, events: [] })
  })

  it('is refused where nothing is left to do', () => {
    for (const status of ['completed', 'cancelled'] as const) {
      expect(refusalFrom(() => placeHold({ ...fulfillment, status }, wish, noon)).code).to.equal(
        'move_not_allowed',
      )
    }
  })

  it('is named by what it stops', () => {
    const { hold } = placeHold(fulfillment, wish, noon)
    refuseWhileHeld([])
    const { details } = refusalFrom(() => refuseWhileHeld([hold]))
    expect(details['holds']).to.deep.equal([
      {
        hold_id: 'fhd_1',
        fulfillment_order_id: 'ful_1',
        reason: 'stock',
        note: null,
        placed_at: noon.toISOString(),
      },
    ])
  })
})

describe('units between fulfilment orders', () => {
  const rows = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 9 }), share: fc.nat(9) }), {
    minLength: 1,
    maxLength: 5,
  })

  it('are as many after a split as before, and after a merge again', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const items = list.map(({ quantity }, index) => anItem(`fit_${index}`, quantity))
        const asked = list.map(({ quantity, share }, index) => ({
          fulfillmentItemId: `fit_${index}` as const,
          quantity: Math.min(quantity, share),
        }))
        const wanted = asked.filter(({ quantity }) => quantity > 0)
        const total = items.reduce((sum, { quantity }) => sum + quantity, 0)
        const moving = wanted.reduce((sum, { quantity }) => sum + quantity, 0)
        fc.pre(moving > 0 && moving < total)
        const split = splitFulfillment(fulfillment, items, wanted, 'ful_2', noon)
        const left = items
          .filter(({ id }) => !split.moved.includes(id))
          .map((item) => ({
            ...item,
            quantity: split.shrunk.find(({ id }) => id === item.id)?.quantity ?? item.quantity,
          }))
        const gone: FulfillmentItem[] = [
          ...items.filter(({ id }) => split.moved.includes(id)),
          ...split.begun.map((row, index) => ({ ...anItem(`fit_n${index}`, row.quantity), ...row })),
        ]
        const sum = (side: FulfillmentItem[]) => side.reduce((all, { quantity }) => all + quantity, 0)
        expect(sum(left) + sum(gone)).to.equal(total)
        expect(sum(gone)).to.equal(moving)

        const merge = mergeFulfillments(
          { fulfillment: split.source, items: left, facts: here },
          [{ fulfillment: split.made, items: gone, facts: here }],
          () => 'fit_new',
          noon,
        )
        const untouched = left.filter(({ id }) => !merge.grown.some((row) => row.id === id))
        const after = [...merge.grown, ...merge.begun, ...untouched]
        expect(after.reduce((all, { quantity }) => all + quantity, 0)).to.equal(total)
        expect(merge.routes).to.have.length(gone.length)
        expect(merge.emptied[0]).to.include({ status: 'cancelled', mergedIntoId: 'ful_1' })
      }),
    )
  })

  it('are added up per item, and never taken from parcels', () => {
    const rest = { fulfillmentItemId: 'fit_1', quantity: 1 } as const
    const refusal = refusalFrom(() =>
      splitFulfillment(fulfillment, [anItem('fit_1', 3, 2)], [rest, rest], 'ful_2', noon),
    )
    expect(refusal.details['items']).to.deep.equal([
      { fulfillment_item_id: 'fit_1', requested: 2, remaining: 1 },
    ])
  })

  it('stay where a parcel has left from', () => {
    const gone = { ...here, hasHandedOver: true }
    const source = { ...fulfillment, id: 'ful_2', status: 'in_transit' } as const
    const sides = [{ fulfillment: source, items: [anItem('fit_2', 1)], facts: gone }]
    const target = { fulfillment, items: [anItem('fit_1', 1)], facts: here }
    expect(refusalFrom(() => mergeFulfillments(target, sides, () => 'fit_9', noon)).code).to.equal(
      'move_not_allowed',
    )
  })

  it('stay by themselves when they replace another', () => {
    const ordered = { fulfillment, items: [anItem('fit_1', 1)], facts: here }
    const replacing = {
      fulfillment: { ...fulfillment, id: 'ful_2' },
      items: [{ ...anItem('fit_2', 1), isReplacement: true }],
      facts: here,
    } as const
    for (const [target, other] of [
      [ordered, replacing],
      [replacing, ordered],
    ] as const) {
      const refusal = refusalFrom(() => mergeFulfillments(target, [other], () => 'fit_9', noon))
      expect(refusal.code).to.equal('move_not_allowed')
      expect(refusal.details).to.include({ fulfillment_order_id: 'ful_2', move: 'merge' })
    }
  })
})

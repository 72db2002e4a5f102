import { expect } from 'chai'
import { type OrderFile, parseOrderFile } from '../../../src/entrypoints/cli/order-file.ts'

const address = { recipient: 'Pier 4', line1: '4 Pier St', city: 'Brooklyn', country: 'US' }
const lines = [
  { sku: 'SNS', quantity: 3 },
  { sku: 'KIT', quantity: 1 },
]
const order: OrderFile = { company: 'Harbour', lines }
const read = (file: OrderFile) => parseOrderFile(JSON.stringify(file), 'o.json')

describe('an order file', () => {
  it('may say where each unit goes, or one place for all, or nothing', () => {
    const split = [
      { address, lines: [{ sku: 'SNS', quantity: 1 }] },
      {
        address,
        lines: [
          { sku: 'KIT', quantity: 1 },
          { sku: 'SNS', quantity: 2 },
        ],
      },
    ]
    for (const destinations of [split, [{ address }], [{ address, lines }]])
      expect(read({ ...order, destinations }).lines).to.deep.equal(lines)
    expect(read(order)).to.deep.equal(order)
  })

  it('may begin with a byte order mark', () => {
    expect(parseOrderFile(`\uFEFF${JSON.stringify(order)}`, 'o.json')).to.deep.equal(order)
  })

  const uneven: [string, OrderFile['destinations'], RegExp][] = [
    [
      'more',
      [
        {
          address,
          lines: [
            { sku: 'SNS', quantity: 4 },
            { sku: 'KIT', quantity: 1 },
          ],
        },
      ],
      /1 of SNS more than/,
    ],
    ['fewer', [{ address, lines: [{ sku: 'SNS', quantity: 3 }] }], /1 of KIT go nowhere/],
    [
      'what is not ordered',
      [{ address, lines: [...lines, { sku: 'CAP', quantity: 2 }] }],
      /2 of CAP more than/,
    ],
    ['everything twice', [{ address }, { address }], /\/destinations\/0 needs lines, as there are several/],
  ]
  for (const [what, destinations, sentence] of uneven) {
    it(`is refused when its destinations take ${what}`, () => {
      expect(() => read({ ...order, ...(destinations === undefined ? {} : { destinations }) })).to.throw(
        sentence,
      )
    })
  }
})

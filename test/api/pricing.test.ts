import { randomInt, randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { done, pagesOf, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, nobody, noSuch } from './world.ts'

describe('API: pricing', () => {
  usePlatform()

  it('lists products by SKU, page by page', async () => {
    const products = await pagesOf<{ id: string; sku: string }>('listProducts', 2)
    const skus = products.map(({ sku }) => sku)
    expect(skus).to.include.members(['BAT-PACK-4', 'MNT-KIT-1', 'SNS-TEMP-1'])
    expect(skus).to.deep.equal([...skus].sort())
  })

  it('lists the price book, by SKU and by sync status', async () => {
    const { body } = await done('listPriceBookEntries', { query: { sku: 'SNS-GRAIN-2' } })
    expect(body.data.map(({ currency, region }) => [currency, region])).to.have.deep.members([
      ['USD', null],
      ['CAD', null],
      ['CAD', 'CA'],
    ])
    const { body: synced } = await done('listPriceBookEntries', {
      query: { sync_status: 'synced', limit: 100 },
    })
    expect(synced.data.every((entry) => entry.stripe_price_id !== null)).to.equal(true)
    const bad = await refused('listPriceBookEntries', 400, 'request_invalid', {
      query: { sync_status: 'maybe' },
    })
    expect(bad.errors[0]?.pointer).to.equal('query/sync_status')
  })

  it('quotes, and says how each price was found', async () => {
    const quantity = randomInt(2, 9)
    const body = {
      company_id: harbour,
      lines: [
        { sku: 'SNS-TEMP-1', quantity },
        { sku: 'MNT-KIT-1', quantity: 1 },
      ],
    }
    const { body: quote } = await done('quotePrices', { body })
    expect(quote).to.include({ currency: 'USD', total_minor: 12900 * quantity + 1900 })
    expect(quote.lines[0]?.resolution).to.not.have.property('candidates')
    const { body: explained } = await done('quotePrices', { body: { ...body, explain: true } })
    expect(explained.lines[0]?.resolution?.candidates?.map(({ outcome }) => outcome)).to.include('won')
    const winnersOf = ({ lines }: typeof quote) =>
      lines.map(({ resolution }) => ({ ...resolution, candidates: undefined }))
    expect(winnersOf(explained)).to.deep.equal(winnersOf(quote))
  })

  it('quotes the regional price where there is one', async () => {
    const lines = [{ sku: 'SNS-GRAIN-2', quantity: 1 }]
    const { body } = await done('quotePrices', {
      body: { company_id: 'com_00000000000000000000000001', lines },
    })
    expect(body.lines[0]?.resolution).to.include({ source: 'PRICEBOOK_REGIONAL', unit_amount_minor: 31900 })
  })

  it('replays a quote under its key', async () => {
    const key = randomUUID()
    const body = { company_id: harbour, lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] }
    const first = await done('quotePrices', { key, body })
    const again = await done('quotePrices', { key, body })
    expect(again.body).to.deep.equal(first.body)
  })

  it('names the lines it cannot price', async () => {
    const lines = [
      { sku: 'MNT-KIT-1', quantity: 1 },
      { sku: 'NO-SUCH-SKU', quantity: 1 },
    ]
    const { body: quote } = await done('quotePrices', { body: { company_id: harbour, lines } })
    expect(quote).to.include({ total_minor: 1900, problem_count: 1 })
    expect(quote.lines[1]).to.deep.include({ resolution: null, amount_minor: null })
    expect(quote.lines[1]?.problem?.code).to.equal('sku_unknown')
    const { body: foreign } = await done('quotePrices', {
      body: { company_id: harbour, currency: 'JPY', lines: [{ sku: 'BAT-PACK-4', quantity: 1 }] },
    })
    expect(foreign.lines[0]?.problem).to.deep.include({
      code: 'currency_mismatch',
      details: { sku: 'BAT-PACK-4', currency: 'JPY', price_currencies: ['USD'] },
    })
    const zero = await refused('quotePrices', 400, 'request_invalid', {
      body: { company_id: harbour, lines: [{ sku: 'MNT-KIT-1', quantity: 0 }] },
    })
    expect(zero.errors[0]?.pointer).to.equal('/lines/0/quantity')
  })

  it('refuses to quote for nobody', async () => {
    const lines = [{ sku: 'MNT-KIT-1', quantity: 1 }]
    await refused('quotePrices', 404, 'not_found', { body: { company_id: nobody, lines } })
  })

  it("keeps how an order line's price was found", async () => {
    const order = await anOrder('awaiting_payment')
    const orderItemId = order.items[0]?.id ?? ''
    const { body } = await done('getPricingResolutions', { params: { orderItemId } })
    expect(body.order_item_id).to.equal(orderItemId)
    expect(body.resolutions.map(({ purpose }) => purpose)).to.deep.equal(['draft', 'checkout'])
    await refused('getPricingResolutions', 404, 'not_found', { params: { orderItemId: noSuch('oit') } })
  })
})

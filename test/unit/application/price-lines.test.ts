import { expect } from 'chai'
import type { PriceBook } from '../../../src/application/ports/price-book.ts'
import { answerLines, priceLines, refuseUnsynced } from '../../../src/application/price-lines.ts'
import type { PricedProduct, SyncStatus } from '../../../src/domain/pricing/priced-product.ts'
import { Refusal } from '../../../src/domain/shared/refusal.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const asked = { companyId: 'com_1', currency: 'USD', region: 'US', at: noon } as const

describe('priced lines', () => {
  it('come from one read of the price book, whatever their number', async () => {
    const { book, reads } = aPriceBook([aProduct('A', 250n)])
    const lines = await priceLines(book, [aLine('A', 2), aLine('A', 3)], asked)
    expect(lines.map(({ amountMinor }) => amountMinor)).to.deep.equal([500n, 750n])
    expect(reads).to.deep.equal([['A', 'A']])
  })

  it('are refused with every unknown SKU at once', async () => {
    const { book } = aPriceBook([aProduct('A', 250n)])
    const refusal = await refusalFrom(priceLines(book, [aLine('X', 1), aLine('A', 1), aLine('Y', 1)], asked))
    expect(refusal.code).to.equal('sku_unknown')
    expect(refusal.faults.map(({ pointer }) => pointer)).to.deep.equal(['/lines/0/sku', '/lines/2/sku'])
  })

  it('are refused with every missing price at once, unless a bespoke price was given', async () => {
    const { book } = aPriceBook([aProduct('A', 250n), aProduct('B', null)])
    const refusal = await refusalFrom(priceLines(book, [aLine('A', 1), aLine('B', 1)], asked))
    expect(refusal.code).to.equal('price_not_found')
    expect(refusal.faults).to.deep.equal([{ pointer: '/lines/1/sku', detail: 'B has no price in USD' }])
    const bespoke = { unitAmountMinor: 7n, notes: 'agreed' }
    const [line] = await priceLines(book, [{ ...aLine('B', 3), bespoke }], asked)
    expect(line?.amountMinor).to.equal(21n)
  })

  it('are refused for an archived product, whatever its price', async () => {
    const { book } = aPriceBook([{ ...aProduct('A', 250n), isSold: false }])
    const bespoke = { unitAmountMinor: 7n, notes: 'agreed' }
    const refusal = await refusalFrom(priceLines(book, [{ ...aLine('A', 1), bespoke }], asked))
    expect(refusal.code).to.equal('price_not_found')
    expect(refusal.faults).to.deep.equal([{ pointer: '/lines/0/sku', detail: 'A is no longer sold' }])
  })

  it('are refused with both currencies when they are priced in another one only', async () => {
    const { book } = aPriceBook([aProduct('A', 250n)])
    const refusal = await refusalFrom(priceLines(book, [aLine('A', 1)], { ...asked, currency: 'JPY' }))
    expect(refusal.code).to.equal('currency_mismatch')
    expect(refusal.kind).to.equal('conflict')
    expect(refusal.details).to.deep.equal({
      currency: 'JPY',
      lines: [{ sku: 'A', currency: 'JPY', price_currencies: ['USD'] }],
    })
  })

  it('are answered one by one when they are quoted', async () => {
    const { book, reads } = aPriceBook([aProduct('A', 250n)])
    const answers = await answerLines(book, [aLine('X', 1), aLine('A', 2)], asked)
    expect(answers.map(({ refusal }) => refusal?.code ?? null)).to.deep.equal(['sku_unknown', null])
    expect(answers[1]?.priced?.amountMinor).to.equal(500n)
    expect(reads).to.have.length(1)
  })

  it('are held back from Stripe while a price has no living twin there', async () => {
    const { book } = aPriceBook([
      aProduct('A', 1n),
      aProduct('B', 1n, 'failed'),
      aProduct('C', 1n, 'unsynced'),
    ])
    const lines = await priceLines(book, [aLine('A', 1), aLine('B', 1), aLine('C', 1)], asked)
    const refusal = await refusalFrom(Promise.resolve().then(() => refuseUnsynced(lines)))
    expect(refusal.code).to.equal('price_not_synced')
    expect(refusal.message).to.contain('B, C')
    expect(refusal.details['lines']).to.deep.include({
      line: 1,
      sku: 'B',
      order_item_id: null,
      source: 'PRICEBOOK_GLOBAL',
      price_book_entry_id: 'pbe_B',
      price_agreement_line_id: null,
      sync_status: 'failed',
      since: noon.toISOString(),
    })
    expect(refusal.faults.map(({ pointer }) => pointer)).to.deep.equal(['/lines/1/sku', '/lines/2/sku'])
    refuseUnsynced(lines.slice(0, 1))
  })
})

function aLine(sku: string, quantity: number) {
  return { sku, quantity, bespoke: null }
}

function aProduct(sku: string, amount: bigint | null, syncStatus: SyncStatus = 'synced'): PricedProduct {
  const candidate = {
    priceBookEntryId: `pbe_${sku}`,
    region: null,
    currency: 'USD',
    unitAmountMinor: amount ?? 0n,
    stripePriceId: null,
    syncStatus,
    syncStatusSince: noon,
    minQuantity: 1,
    validFrom: noon,
    validTo: null,
  } as const
  return {
    id: `prd_${sku}`,
    sku,
    name: sku,
    isProvisionable: false,
    isSold: true,
    stripeProductId: null,
    listPrices: amount === null ? [] : [candidate],
    agreedPrices: [],
  }
}

function aPriceBook(products: readonly PricedProduct[]) {
  const reads: (readonly string[])[] = []
  const book: Pick<PriceBook, 'pricedProducts'> = {
    pricedProducts: (lines) => {
      reads.push(lines.map(({ sku }) => sku))
      return Promise.resolve(lines.map((line) => products.find(({ sku }) => sku === line.sku) ?? null))
    },
  }
  return { book, reads }
}

async function refusalFrom(act: Promise<unknown>): Promise<Refusal> {
  const error = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error
  throw new Error('expected a refusal', { cause: error })
}

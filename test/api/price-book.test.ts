import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { call, done, pagesOf, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { harbour, noSuch } from './world.ts'

const aSku = () => `PB-${randomUUID().slice(0, 18).toUpperCase()}`
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

async function aProduct(about: object = {}) {
  const body = { sku: aSku(), name: 'Clamp', is_provisionable: false, ...about }
  return (await done('createProduct', { body })).body
}

async function aDraft(product_id: string, about: object = {}) {
  const body = { product_id, currency: 'USD', amount_minor: 1500, ...about }
  return (await done('createPriceBookEntry', { body })).body
}

async function aPrice(product_id: string, about: object = {}) {
  const draft = await aDraft(product_id, about)
  return (await done('publishPriceBookEntry', { params: { priceBookEntryId: draft.id } })).body
}

async function synced(priceBookEntryId: string) {
  return until(
    'the price to be synced',
    async () => (await done('getPriceBookEntry', { params: { priceBookEntryId } })).body,
    (entry) => entry.sync_status === 'synced',
  )
}

const unitPrice = async (sku: string) => {
  const body = { company_id: harbour, lines: [{ sku, quantity: 1 }] }
  return (await done('quotePrices', { body })).body.lines[0]?.resolution?.unit_amount_minor
}

describe('API: products', () => {
  usePlatform()

  it('records one under a SKU of its own, and reads it', async () => {
    const sku = aSku()
    const body = { sku, name: 'Probe', is_provisionable: true, device_kind: 'moisture' }
    const { headers, body: product } = await done('createProduct', { body })
    expect(headers.get('location')).to.equal(`/v1/products/${product.id}`)
    expect(product).to.include({ ...body, archived_at: null, stripe_product_id: null, version: 1 })
    const read = await done('getProduct', { params: { productId: product.id } })
    expect(read.body).to.deep.equal(product)
    const taken = await refused('createProduct', 409, 'sku_taken', { body })
    expect(taken.errors[0]?.pointer).to.equal('/sku')
    await refused('getProduct', 404, 'not_found', { params: { productId: noSuch('prd') } })
  })

  it('gives a SKU to one of two that ask at once', async () => {
    const body = { sku: aSku(), name: 'Twice', is_provisionable: false }
    const answers = await Promise.all([call('createProduct', { body }), call('createProduct', { body })])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 409])
  })

  it('wants a device kind exactly for what is set up after delivery', async () => {
    for (const wrong of [{ is_provisionable: true }, { is_provisionable: false, device_kind: 'gateway' }]) {
      const body = { sku: aSku(), name: 'Wrong', ...wrong }
      const { errors } = await refused('createProduct', 422, 'body_field_invalid', { body })
      expect(errors[0]?.pointer).to.equal('/device_kind')
    }
  })

  it('changes the version that was read', async () => {
    const { id: productId } = await aProduct()
    const changed = await done('changeProduct', {
      params: { productId },
      version: 1,
      body: { name: 'Clamp II' },
    })
    expect(changed.body).to.include({ name: 'Clamp II', version: 2 })
    const request = { params: { productId }, version: 1, body: { name: 'Late' } }
    await refused('changeProduct', 412, 'version_stale', request)
    const unprepared = { params: { productId }, version: 2, body: { is_provisionable: true } }
    await refused('changeProduct', 422, 'body_field_invalid', unprepared)
  })

  it('is archived once its prices are closed, and restored', async () => {
    const { id: productId, sku } = await aProduct()
    const price = await aPrice(productId)
    const { details } = await refused('archiveProduct', 409, 'product_has_prices', { params: { productId } })
    expect(details).to.deep.equal({ price_book_entry_ids: [price.id], price_agreement_ids: [] })
    await done('closePriceBookEntry', { params: { priceBookEntryId: price.id }, body: {} })
    const { body: archived } = await done('archiveProduct', { params: { productId } })
    expect(archived.archived_at).to.be.a('string')
    expect((await done('archiveProduct', { params: { productId } })).body).to.deep.equal(archived)

    const draft = await aDraft(productId)
    await refused('publishPriceBookEntry', 409, 'move_not_allowed', {
      params: { priceBookEntryId: draft.id },
    })
    const listed = async (active: boolean) =>
      (await done('listProducts', { query: { q: sku.toLowerCase(), active } })).body.data.map(({ id }) => id)
    expect(await listed(true)).to.deep.equal([])
    expect(await listed(false)).to.deep.equal([productId])
    const { body: restored } = await done('restoreProduct', { params: { productId } })
    expect(restored).to.include({ archived_at: null, version: archived.version + 1 })
    expect(await listed(true)).to.deep.equal([productId])
  })

  it('is not archived while a company has an agreed price, and sold to nobody once it is', async () => {
    const { id: productId, sku } = await aProduct()
    const { body: agreement } = await done('createPriceAgreement', {
      body: {
        company_id: harbour,
        name: 'Clamps',
        currency: 'USD',
        valid_from: '2026-01-01T00:00:00Z',
        lines: [{ sku, amount_minor: 900 }],
      },
    })
    const params = { priceAgreementId: agreement.id }
    for (const move of ['activatePriceAgreement', 'terminatePriceAgreement'] as const) {
      const { details } = await refused('archiveProduct', 409, 'product_has_prices', {
        params: { productId },
      })
      expect(details).to.deep.equal({ price_book_entry_ids: [], price_agreement_ids: [agreement.id] })
      await done(move, { params, ...(move === 'terminatePriceAgreement' && { body: { reason: 'Over.' } }) })
    }
    await done('archiveProduct', { params: { productId } })
    const bespoke = { unit_amount_minor: 5, notes: 'The last ones' }
    const lines = [{ sku, quantity: 1, bespoke }]
    const order = { body: { company_id: harbour, lines } }
    const { errors } = await refused('createOrder', 422, 'price_not_found', order)
    expect(errors).to.deep.equal([{ pointer: '/lines/0/sku', detail: `${sku} is no longer sold` }])
    const again = await refused('createPriceAgreement', 422, 'body_field_invalid', {
      body: {
        company_id: harbour,
        name: 'Clamps',
        currency: 'USD',
        valid_from: '2026-01-01T00:00:00Z',
        lines: [{ sku, amount_minor: 900 }],
      },
    })
    expect(again.errors[0]?.pointer).to.equal('/lines/0/sku')
  })

  it('is found by a part of its name, read as it is written', async () => {
    const name = `100%_${randomUUID()}`
    const { id } = await aProduct({ name })
    const { body } = await done('listProducts', { query: { q: name.slice(0, 20), provisionable: false } })
    expect(body.data.map((product) => product.id)).to.deep.equal([id])
    const { body: none } = await done('listProducts', { query: { q: '%%%%' } })
    expect(none.data).to.deep.equal([])
  })
})

describe('API: the price book', () => {
  usePlatform()

  it('charges nobody by a draft, which changes and goes as one likes', async () => {
    const { id, sku } = await aProduct()
    const draft = await aDraft(id, { region: 'US', min_quantity: 10, valid_to: inDays(30) })
    expect(draft).to.include({ published_at: null, sync_status: 'unsynced', min_quantity: 10, version: 1 })
    const quote = { company_id: harbour, lines: [{ sku, quantity: 20 }] }
    const { body: unpriced } = await done('quotePrices', { body: quote })
    expect(unpriced.lines[0]?.problem?.code).to.equal('price_not_found')
    const params = { priceBookEntryId: draft.id }
    const body = { amount_minor: 1400, region: null, valid_to: null, min_quantity: 1 }
    const { body: changed } = await done('changePriceBookEntry', { params, version: 1, body })
    expect(changed).to.include({ ...body, version: 2 })
    await refused('changePriceBookEntry', 412, 'version_stale', { params, version: 1, body })
    await refused('closePriceBookEntry', 409, 'move_not_allowed', { params, body: {} })
    await refused('amendPriceBookEntry', 409, 'move_not_allowed', { params, body: { amount_minor: 1 } })
    await refused('retryPriceSync', 409, 'move_not_allowed', { params })
    expect((await done('discardPriceBookEntry', { params })).body).to.deep.equal(changed)
    await refused('getPriceBookEntry', 404, 'not_found', { params })
  })

  it('publishes a draft once, and Stripe hears of it', async () => {
    const { id, sku } = await aProduct()
    const { id: priceBookEntryId } = await aDraft(id)
    const params = { priceBookEntryId }
    const key = randomUUID()
    const first = await done('publishPriceBookEntry', { params, key })
    expect(first.body.published_at).to.be.a('string')
    expect((await done('publishPriceBookEntry', { params, key })).body).to.deep.equal(first.body)
    await refused('publishPriceBookEntry', 409, 'move_not_allowed', { params })
    await refused('discardPriceBookEntry', 409, 'move_not_allowed', { params })
    const change = { params, version: first.body.version, body: { amount_minor: 1 } }
    const { status } = await call('changePriceBookEntry', change)
    expect([409, 412]).to.include(status)
    expect((await synced(priceBookEntryId)).stripe_price_id).to.match(/^price_/)
    expect(await unitPrice(sku)).to.equal(1500)
    expect((await done('retryPriceSync', { params })).body.sync_status).to.equal('synced')
  })

  it('refuses a price beside another of the same terms, and names it', async () => {
    const { id } = await aProduct()
    const price = await aPrice(id, { valid_to: inDays(10) })
    const draft = await aDraft(id)
    const params = { priceBookEntryId: draft.id }
    const { details } = await refused('publishPriceBookEntry', 409, 'price_overlaps', { params })
    expect(details).to.deep.equal({ price_book_entry_id: price.id })
    for (const other of [
      { region: 'US' },
      { currency: 'CAD' },
      { min_quantity: 2 },
      { valid_from: inDays(10) },
    ]) {
      if ('valid_from' in other) other.valid_from = price.valid_to ?? ''
      await aPrice(id, other)
    }
  })

  it('publishes one of two overlapping drafts when both come at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await aProduct()
      const drafts = await Promise.all([aDraft(id), aDraft(id), aDraft(id)])
      const answers = await Promise.all(
        drafts.map((draft) => call('publishPriceBookEntry', { params: { priceBookEntryId: draft.id } })),
      )
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409, 409])
      const codes = answers
        .map(({ body }) => (body as { code?: string }).code)
        .filter((code) => code !== undefined)
      expect(codes).to.deep.equal(['price_overlaps', 'price_overlaps'])
    }
  })

  it('amends an amount at an instant, and once when two amend at once', async () => {
    const { id, sku } = await aProduct()
    const price = await synced((await aPrice(id)).id)
    const params = { priceBookEntryId: price.id }
    const answers = await Promise.all(
      [1600, 1700].map((amount_minor) => call('amendPriceBookEntry', { params, body: { amount_minor } })),
    )
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 409])
    const successor = answers.find(({ status }) => status === 201)?.body as typeof price
    expect(successor.replaces_id).to.equal(price.id)
    expect(await unitPrice(sku)).to.equal(successor.amount_minor)
    expect((await synced(successor.id)).stripe_price_id).to.not.equal(price.stripe_price_id)
    const old = await until(
      'the old price to be archived',
      async () => (await done('getPriceBookEntry', { params })).body,
      (entry) => entry.stripe_archived_at !== null,
    )
    expect(old.valid_to).to.equal(successor.valid_from)
    await refused('amendPriceBookEntry', 409, 'move_not_allowed', { params, body: { amount_minor: 1 } })
  })

  it('keeps the old amount until the new one begins', async () => {
    const { id, sku } = await aProduct()
    const params = { priceBookEntryId: (await aPrice(id)).id }
    const body = { amount_minor: 1800, valid_from: inDays(5) }
    const { headers, body: successor } = await done('amendPriceBookEntry', { params, body })
    expect(headers.get('location')).to.equal(`/v1/price-book-entries/${successor.id}`)
    expect(await unitPrice(sku)).to.equal(1500)
    const valid = async (at: string) =>
      (await done('listPriceBookEntries', { query: { product_id: id, at } })).body.data.map((one) => one.id)
    expect(await valid(inDays(4))).to.deep.equal([params.priceBookEntryId])
    expect(await valid(inDays(6))).to.deep.equal([successor.id])
  })

  it('closes a price now, and refuses an end that has passed or prolongs it', async () => {
    const { id, sku } = await aProduct()
    const params = { priceBookEntryId: (await aPrice(id)).id }
    const past = { params, body: { valid_to: '2026-01-01T00:00:00Z' } }
    await refused('closePriceBookEntry', 422, 'body_field_invalid', past)
    await done('closePriceBookEntry', { params, body: { valid_to: inDays(10) } })
    const longer = { params, body: { valid_to: inDays(20) } }
    const { errors } = await refused('closePriceBookEntry', 422, 'body_field_invalid', longer)
    expect(errors[0]?.pointer).to.equal('/valid_to')
    await done('closePriceBookEntry', { params, body: {} })
    await refused('closePriceBookEntry', 409, 'move_not_allowed', { params, body: {} })
    const quote = { company_id: harbour, lines: [{ sku, quantity: 1 }] }
    const { body: unpriced } = await done('quotePrices', { body: quote })
    expect(unpriced.lines[0]?.problem?.code).to.equal('price_not_found')
  })

  it('takes currencies of no, two and three decimals, as Stripe does', async () => {
    const { id } = await aProduct()
    for (const [currency, amount_minor] of [
      ['JPY', 1501],
      ['USD', 1501],
      ['KWD', 1500],
    ]) {
      const { id: entryId } = await aPrice(id, { currency, amount_minor })
      expect((await synced(entryId)).amount_minor).to.equal(amount_minor)
    }
    for (const wrong of [{ currency: 'KWD', amount_minor: 1501 }, { currency: 'XXX' }]) {
      const body = { product_id: id, amount_minor: 1500, ...wrong }
      await refused('createPriceBookEntry', 422, 'body_field_invalid', { body })
    }
    const nobody = { product_id: noSuch('prd'), currency: 'USD', amount_minor: 1 }
    await refused('createPriceBookEntry', 404, 'not_found', { body: nobody })
  })

  it('lists by product, region, currency and state', async () => {
    const { id: product_id } = await aProduct()
    const global = await aPrice(product_id)
    const regional = await aPrice(product_id, { region: 'CA', currency: 'CAD' })
    const draft = await aDraft(product_id)
    const listed = async (query: Record<string, string>) =>
      (await pagesOf<{ id: string }>('listPriceBookEntries', 1, { query: { product_id, ...query } }))
        .map(({ id }) => id)
        .sort()
    expect(await listed({})).to.deep.equal([global.id, regional.id, draft.id].sort())
    expect(await listed({ state: 'draft' })).to.deep.equal([draft.id])
    expect(await listed({ state: 'published', region: 'global' })).to.deep.equal([global.id])
    expect(await listed({ region: 'CA' })).to.deep.equal([regional.id])
    expect(await listed({ currency: 'CAD' })).to.deep.equal([regional.id])
  })

  it('lists drift, and repairs none that is not there', async () => {
    await done('listPriceDrift', { query: { state: 'open' } })
    await refused('repairPriceDrift', 404, 'not_found', { params: { priceDriftId: noSuch('drf') } })
  })

  it('keeps the laws', async () => {
    const { brokenLaws } = await platform()
    expect((await brokenLaws()).filter((law) => law.startsWith('P'))).to.deep.equal([])
  })
})

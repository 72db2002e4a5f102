import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { call, done, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { harbour, harbourContact, keyFor, noSuch, sql } from './world.ts'

interface Price {
  currency?: string
  amount?: number
  minQuantity?: number
}

const fresh = (kind: string) => `${kind}_${randomUUID().replaceAll('-', '').slice(0, 26)}`

/** A product of its own, priced in USD unless said otherwise, whose prices Stripe does not know. */
async function aProduct(...prices: Price[]): Promise<{ sku: string; productId: string }> {
  const productId = fresh('prd')
  const sku = `OWN-${randomUUID().slice(0, 8).toUpperCase()}`
  await sql(
    'insert into products (id, sku, name, created_at, updated_at) values ($1, $2, $2, now(), now())',
    [productId, sku],
  )
  for (const price of prices) await aPrice(productId, price)
  return { sku, productId }
}

async function aPrice(productId: string, { currency = 'USD', amount = 1000, minQuantity = 1 }: Price) {
  await sql(
    `insert into price_book_entries
       (id, product_id, currency, amount_minor, min_quantity, valid_from, published_at, sync_status_since, created_at, updated_at)
     values ($1, $2, $3, $4, $5, '2026-01-01', now(), now(), now(), now())`,
    [fresh('pbe'), productId, currency, amount, minQuantity],
  )
}

async function reprice(productId: string, amount: number) {
  await sql('update price_book_entries set amount_minor = $2 where product_id = $1', [productId, amount])
}

async function aDraft(sku: string, quantity = 2) {
  const { body } = await done('createOrder', { body: { company_id: harbour, lines: [{ sku, quantity }] } })
  const [item] = body.items
  return { order: body, itemId: item?.id ?? '', params: { orderId: body.id } }
}

const naming = (order_item_id: string, unit_amount_minor: number, currency = 'USD') => ({
  prices: [{ order_item_id, unit_amount_minor, currency }],
})

/** An active agreement of Harbour Cold Storage over one product. */
async function anAgreement(productId: string, percentOffBp: number, minQuantity: number) {
  const [agreementId, lineId] = [fresh('pag'), fresh('agl')]
  await sql(
    `insert into price_agreements (id, company_id, name, status, currency, valid_from, activated_at, created_at, updated_at)
     values ($1, $2, 'Volume', 'active', 'USD', '2026-01-01', now(), now(), now())`,
    [agreementId, harbour],
  )
  await sql(
    `insert into price_agreement_lines
       (id, price_agreement_id, company_id, position, product_id, kind, percent_off_bp, min_quantity)
     values ($1, $2, $3, 1, $4, 'percentage', $5, $6)`,
    [lineId, agreementId, harbour, productId, percentOffBp, minQuantity],
  )
  return { agreementId, lineId }
}

describe('API: provisional prices', () => {
  usePlatform()

  it('are refused when they changed, accepted when they are named, and the old evidence is kept', async () => {
    const { sku, productId } = await aProduct({ amount: 1000 })
    const { itemId, params, order } = await aDraft(sku)
    await reprice(productId, 1200)
    const stale = await refused('acceptPrices', 409, 'price_changed', { params, body: { prices: [] } })
    const line = {
      order_item_id: itemId,
      sku,
      currency: 'USD',
      old_unit_amount_minor: 1000,
      new_unit_amount_minor: 1200,
    }
    expect(stale.details).to.deep.equal({ currency: 'USD', lines: [line] })

    const { body: accepted } = await done('acceptPrices', { params, body: naming(itemId, 1200) })
    expect(accepted).to.include({ status: 'draft', total_minor: 2400, version: order.version + 1 })
    expect(accepted.items[0]).to.include({ unit_amount_minor: 1200, amount_minor: 2400 })
    expect(accepted.prices_expire_at > order.prices_expire_at).to.equal(true)

    const { body } = await done('getPricingResolutions', { params: { orderItemId: itemId } })
    expect(
      body.resolutions.map(({ purpose, resolution }) => [purpose, resolution.unit_amount_minor]),
    ).to.deep.equal([
      ['draft', 1000],
      ['accepted', 1200],
    ])
    expect(body.resolutions.map(({ replay }) => replay)).to.deep.equal([
      { is_same: true, differences: [] },
      { is_same: true, differences: [] },
    ])
  })

  it('that changed again since they were named are refused again', async () => {
    const { sku, productId } = await aProduct({ amount: 1000 })
    const { itemId, params } = await aDraft(sku)
    await reprice(productId, 1300)
    const again = await refused('acceptPrices', 409, 'price_changed', { params, body: naming(itemId, 1200) })
    expect(again.details).to.have.nested.property('lines[0].old_unit_amount_minor', 1200)
    const { body } = await done('getOrder', { params })
    expect(body.total_minor).to.equal(2000)
  })

  it('hold checkout back while they differ, and pass when only their time is over', async () => {
    const { body: draft } = await done('createOrder', {
      body: { company_id: harbour, lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
    })
    const params = { orderId: draft.id }
    const itemId = draft.items[0]?.id ?? ''
    await sql(`update order_items set unit_amount_minor = 1800, amount_minor = 1800 where id = $1`, [itemId])
    await sql(
      `update orders set total_minor = 1800, prices_expire_at = now() - interval '1 minute' where id = $1`,
      [draft.id],
    )
    const changed = await refused('sendCheckout', 409, 'price_changed', { params })
    expect(changed.details).to.deep.equal({
      currency: 'USD',
      lines: [
        {
          order_item_id: itemId,
          sku: 'MNT-KIT-1',
          currency: 'USD',
          old_unit_amount_minor: 1800,
          new_unit_amount_minor: 1900,
        },
      ],
    })
    await done('acceptPrices', { params, body: naming(itemId, 1900) })
    await sql(`update orders set prices_expire_at = now() - interval '1 minute' where id = $1`, [draft.id])
    const { body: sent } = await done('sendCheckout', { params })
    expect(sent.checkout_session.amount_minor).to.equal(1900)
    await refused('acceptPrices', 409, 'move_not_allowed', { params, body: naming(itemId, 1900) })
  })

  it('may be accepted twice, and by two at once', async () => {
    const { sku, productId } = await aProduct({ amount: 1000 })
    const { itemId, params } = await aDraft(sku)
    await reprice(productId, 900)
    const body = naming(itemId, 900)
    const answers = await Promise.all([1, 2, 3].map(() => call('acceptPrices', { params, body })))
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200])
    const { body: order } = await done('getOrder', { params })
    expect(order).to.include({ total_minor: 1800, version: 4 })
    const { body: kept } = await done('getPricingResolutions', { params: { orderItemId: itemId } })
    expect(kept.resolutions).to.have.length(4)
  })

  it('are never sent to checkout at an amount that was replaced at the same time', async () => {
    const { body: draft } = await done('createOrder', {
      body: { company_id: harbour, lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
    })
    const params = { orderId: draft.id }
    const accept = { params, body: naming(draft.items[0]?.id ?? '', 1900) }
    const answers = await Promise.all([call('sendCheckout', { params }), call('acceptPrices', accept)])
    for (const { status } of answers) expect(status).to.be.oneOf([200, 201, 409])
    const { body: order } = await done('getOrder', { params })
    expect(order.checkout_session?.amount_minor).to.equal(order.total_minor)
  })

  it('name lines of the order, in its currency', async () => {
    const { sku } = await aProduct({ amount: 1000 })
    const { itemId, params } = await aDraft(sku)
    const foreign = await refused('acceptPrices', 422, 'body_field_invalid', {
      params,
      body: naming(noSuch('oit'), 1000),
    })
    expect(foreign.errors[0]?.pointer).to.equal('/prices/0/order_item_id')
    const yen = await refused('acceptPrices', 409, 'currency_mismatch', {
      params,
      body: naming(itemId, 1000, 'JPY'),
    })
    expect(yen.details).to.deep.equal({ currency: 'USD', price_currencies: ['JPY'] })
    await refused('acceptPrices', 404, 'not_found', {
      params: { orderId: noSuch('ord') },
      body: naming(itemId, 1000),
    })
  })

  it('follow quantity and agreement, and say so', async () => {
    const { sku, productId } = await aProduct({ amount: 1000 }, { amount: 901, minQuantity: 10 })
    const { agreementId, lineId } = await anAgreement(productId, 5000, 20)
    const lines = [1, 10, 20].map((quantity) => ({ sku, quantity }))
    const { body: quote } = await done('quotePrices', { body: { company_id: harbour, lines } })
    // Half of 901 is 450.5, rounded up.
    expect(quote.lines.map((line) => line.unit_amount_minor)).to.deep.equal([1000, 901, 451])
    const { body: order } = await done('createOrder', { body: { company_id: harbour, lines } })
    const [, , agreed] = order.items
    expect(agreed).to.include({ price_type_snap: 'PRICE_AGREEMENT', price_agreement_id: agreementId })
    const { body } = await done('getPricingResolutions', { params: { orderItemId: agreed?.id ?? '' } })
    expect(body.resolutions[0]?.resolution).to.include({
      price_agreement_line_id: lineId,
      sync_status: 'unsynced',
    })
    expect(body.resolutions[0]?.replay).to.deep.equal({ is_same: true, differences: [] })
    expect(body.resolutions[0]?.inputs).to.include({ quantity: 20, currency: 'USD', region: 'US' })
    const strict = { company_id: harbour, strict_stripe: true, lines: lines.slice(2) }
    const { body: held } = await done('quotePrices', { body: strict })
    expect(held.lines[0]?.problem?.code).to.equal('price_not_synced')
    expect(held.lines[0]?.problem?.details).to.have.property('since')
  })

  it('that were tampered with are found by the replay', async () => {
    const { sku } = await aProduct({ amount: 1000 })
    const { itemId } = await aDraft(sku)
    await sql(
      `update pricing_resolutions set resolution = jsonb_set(resolution, '{unitAmountMinor}', '"1"') where order_item_id = $1`,
      [itemId],
    )
    const { body } = await done('getPricingResolutions', { params: { orderItemId: itemId } })
    expect(body.resolutions[0]?.replay).to.deep.equal({
      is_same: false,
      differences: [{ field: 'unitAmountMinor', stored: '"1"', replayed: '"1000"' }],
    })
    await sql(
      `update pricing_resolutions set resolution = jsonb_set(resolution, '{unitAmountMinor}', '"1000"') where order_item_id = $1`,
      [itemId],
    )
  })

  it('are whole yen where a yen has no smaller coin, and never in a currency of their own', async () => {
    const { sku } = await aProduct({ currency: 'JPY', amount: 1500 })
    const lines = [{ sku, quantity: 3 }]
    const { body } = await done('createOrder', { body: { company_id: harbour, currency: 'JPY', lines } })
    expect(body).to.include({ currency: 'JPY', total_minor: 4500 })
    const { details } = await refused('createOrder', 409, 'currency_mismatch', {
      body: { company_id: harbour, lines },
    })
    expect(details).to.deep.equal({
      currency: 'USD',
      lines: [{ sku, currency: 'USD', price_currencies: ['JPY'] }],
    })
    const bespoke = { unit_amount_minor: 5, currency: 'CAD', notes: 'Agreed with Delia' }
    const own = await refused('createOrder', 409, 'currency_mismatch', {
      body: { company_id: harbour, lines: [{ sku: 'MNT-KIT-1', quantity: 1, bespoke }] },
    })
    expect(own.errors[0]?.pointer).to.equal('/lines/0/bespoke/currency')
  })

  it('by hand need a permission of their own', async () => {
    const apiKey = await keyFor(['orders:write'])
    const bespoke = { unit_amount_minor: 5, notes: 'Agreed with Delia' }
    const body = { company_id: harbour, billing_contact_id: harbourContact }
    const lines = [{ sku: 'MNT-KIT-1', quantity: 1 }]
    await done('createOrder', { apiKey, body: { ...body, lines } })
    const { details } = await refused('createOrder', 403, 'permission_missing', {
      apiKey,
      body: { ...body, lines: lines.map((line) => ({ ...line, bespoke })) },
    })
    expect(details).to.deep.equal({ permission: 'pricing:bespoke' })
    const allowed = await keyFor(['orders:write', 'pricing:bespoke'])
    await done('createOrder', {
      apiKey: allowed,
      body: { ...body, lines: lines.map((line) => ({ ...line, bespoke })) },
    })
  })
})

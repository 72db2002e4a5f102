import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import type { Answer } from '../../src/entrypoints/api/contract/operation-shapes.ts'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { walkOrder } from '../../src/entrypoints/cli/walk-order.ts'
import { call, done, pagesOf, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { harbour, keyFor, nobody, noSuch } from './world.ts'

// The end of Harbour's agreements here is past the horizon of other suites' orders: none stays active.
type Agreement = Answer<'getPriceAgreement'>

const terms = (more: object = {}) => ({
  company_id: harbour,
  name: 'Cold chain 2027',
  currency: 'USD',
  valid_from: '2026-01-01T00:00:00.000Z',
  lines: [
    { sku: 'GW-LTE-1', amount_minor: 35_000 },
    { sku: 'GW-LTE-1', percent_off_bp: 1500, min_quantity: 50 },
  ],
  ...more,
})
const draft = async (more: object = {}): Promise<Agreement> =>
  (await done('createPriceAgreement', { body: terms(more) })).body
const paramsOf = ({ id }: { id: string }) => ({ priceAgreementId: id })
const terminate = (agreement: Agreement) =>
  done('terminatePriceAgreement', { params: paramsOf(agreement), body: { reason: 'The test is over.' } })
const active = async (more: object = {}): Promise<Agreement> => {
  const agreement = await draft(more)
  return (await done('activatePriceAgreement', { params: paramsOf(agreement) })).body
}

describe('API: price agreements', () => {
  usePlatform()

  it('are drafted, read, listed and searched', async () => {
    const { body: agreement, headers } = await done('createPriceAgreement', {
      body: terms({ name: 'Search for 100%_me' }),
    })
    expect(headers.get('location')).to.equal(`/v1/price-agreements/${agreement.id}`)
    expect(agreement).to.deep.include({ status: 'draft', revision: 1, line_count: 2, version: 1 })
    expect(agreement.allowed_moves).to.deep.equal(['activate', 'change', 'discard'])
    expect((await done('getPriceAgreement', { params: paramsOf(agreement) })).body).to.deep.equal(agreement)
    const list = async (query: Record<string, string | number>) =>
      (await done('listPriceAgreements', { query })).body.data.map(({ id }) => id)
    expect(await list({ q: '100%_ME' })).to.deep.equal([agreement.id])
    expect(await list({ q: agreement.number })).to.deep.equal([agreement.id])
    expect(await list({ company_id: harbour, status: 'draft' })).to.include(agreement.id)
    expect(await list({ q: agreement.number, status: 'active' })).to.deep.equal([])
    await draft()
    await pagesOf('listPriceAgreements', 1, { query: { company_id: harbour } })
  })

  it('point to a currency we do not sell in, a product we do not have, a percentage off nothing', async () => {
    const fault = async (more: object) =>
      (await refused('createPriceAgreement', 422, 'body_field_invalid', { body: terms(more) })).errors[0]
        ?.pointer
    expect(await fault({ currency: 'XXX' })).to.equal('/currency')
    expect(await fault({ lines: [{ sku: 'NO-SUCH', amount_minor: 1 }] })).to.equal('/lines/0/sku')
    expect(await fault({ currency: 'JPY', lines: [{ sku: 'GW-LTE-1', percent_off_bp: 1 }] })).to.equal(
      '/lines/0/sku',
    )
    expect(await fault({ valid_to: '2025-01-01T00:00:00.000Z' })).to.equal('/valid_to')
    const bad = (lines: object[]) =>
      refused('createPriceAgreement', 400, 'request_invalid', { body: terms({ lines }) })
    await bad([{ sku: 'GW-LTE-1', percent_off_bp: 0 }])
    await bad([{ sku: 'GW-LTE-1', percent_off_bp: 10_001 }])
    await bad([])
    await refused('createPriceAgreement', 404, 'not_found', { body: terms({ company_id: nobody }) })
    await refused('getPriceAgreement', 404, 'not_found', { params: { priceAgreementId: noSuch('pag') } })
  })

  it('take no percentage off a price that was closed before it began', async () => {
    const sku = `PAG-${randomUUID().slice(0, 13).toUpperCase()}`
    const product = { sku, name: 'Never sold', is_provisionable: false }
    const { id } = (await done('createProduct', { body: product })).body
    const coming = { product_id: id, currency: 'USD', amount_minor: 900, valid_from: '2040-01-01T00:00:00Z' }
    const entry = (await done('createPriceBookEntry', { body: coming })).body
    const params = { priceBookEntryId: entry.id }
    await done('publishPriceBookEntry', { params })
    const body = terms({ lines: [{ sku, percent_off_bp: 1000 }] })
    await done('createPriceAgreement', { body })
    await done('closePriceBookEntry', { params, body: {} })
    const { errors } = await refused('createPriceAgreement', 422, 'body_field_invalid', { body })
    expect(errors[0]?.pointer).to.equal('/lines/0/sku')
  })

  it('change while draft, by version, with lines replaced whole', async () => {
    const agreement = await draft()
    const params = paramsOf(agreement)
    const body = { notes: 'By phone', lines: [{ sku: 'MNT-KIT-1', percent_off_bp: 500 }] }
    const { body: changed } = await done('changePriceAgreement', { params, version: 1, body })
    expect(changed).to.include({ notes: 'By phone', name: 'Cold chain 2027', version: 2, line_count: 1 })
    expect(changed.lines[0]).to.deep.include({ sku: 'MNT-KIT-1', kind: 'percentage', percent_off_bp: 500 })
    await refused('changePriceAgreement', 412, 'version_stale', { params, version: 1, body })
    const other = { currency: 'JPY' }
    await refused('changePriceAgreement', 422, 'body_field_invalid', { params, version: 2, body: other })
  })

  it('are activated with the finance permission alone, and their prices reach Stripe', async () => {
    const agreement = await draft()
    const params = paramsOf(agreement)
    const apiKey = await keyFor(['agreements:read', 'agreements:write'])
    await refused('activatePriceAgreement', 403, 'permission_missing', { params, apiKey })
    const finance = await keyFor(['finance'])
    const { body } = await done('activatePriceAgreement', { params, apiKey: finance })
    expect(body.status).to.equal('active')
    const synced = await until(
      'every price to be at Stripe',
      async () => (await done('getPriceAgreement', { params })).body,
      ({ unsynced_line_count }) => unsynced_line_count === 0,
      8000,
    )
    const prices = synced.lines.flatMap((line) => line.prices)
    expect(
      prices.map((price) => [price.unit_amount_minor, price.price_book_entry_id === null]),
    ).to.deep.equal([
      [35_000, true],
      [33_915, false],
    ])
    await refused('changePriceAgreement', 409, 'move_not_allowed', {
      params,
      version: synced.version,
      body: { name: 'Too late' },
    })
    await refused('discardPriceAgreement', 409, 'move_not_allowed', { params })
    const { body: ended } = await terminate(synced)
    expect(ended).to.include({ status: 'terminated', end_reason: 'The test is over.' })
    await refused('retryPriceAgreementSync', 409, 'move_not_allowed', { params })
  })

  it('are activated once by two at once', async () => {
    const agreement = await draft()
    const answers = await Promise.all(
      [1, 2].map(() => call('activatePriceAgreement', { params: paramsOf(agreement) })),
    )
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    await terminate(agreement)
  })

  it('are amended by a new revision, which ends the old one', async () => {
    const first = await active()
    const params = paramsOf(first)
    const attempts = await Promise.all([1, 2].map(() => call('amendPriceAgreement', { params })))
    expect(attempts.map(({ status }) => status).sort()).to.deep.equal([201, 409])
    const second = attempts.find(({ status }) => status === 201)?.body as Agreement
    expect(second).to.include({ number: first.number, revision: 2, amends_id: first.id, status: 'draft' })
    const again = await refused('amendPriceAgreement', 409, 'already_exists', { params })
    expect(again.details).to.include({ price_agreement_id: second.id, revision: 2 })

    const later = { valid_from: '2040-01-01T00:00:00.000Z', valid_to: null }
    await done('changePriceAgreement', { params: paramsOf(second), version: 1, body: later })
    await refused('activatePriceAgreement', 409, 'move_not_allowed', { params: paramsOf(second) })
    const now = { valid_from: '2026-01-01T00:00:00.000Z' }
    await done('changePriceAgreement', { params: paramsOf(second), version: 2, body: now })
    await done('activatePriceAgreement', { params: paramsOf(second) })
    const { body: old } = await done('getPriceAgreement', { params })
    expect(old).to.include({ status: 'terminated', amended_by_id: second.id })
    expect(old.end_reason).to.equal('Amended by revision 2.')
    await terminate(second)
  })

  it('are not activated once their time is over, or the revision before them was terminated', async () => {
    const over = await draft({ valid_to: '2026-02-01T00:00:00.000Z' })
    expect(over.allowed_moves).to.not.include('activate')
    const late = await refused('activatePriceAgreement', 409, 'move_not_allowed', { params: paramsOf(over) })
    expect(late.details).to.deep.include({ unmet: ['isNotOver'], allowed_moves: ['change', 'discard'] })
    expect(late.detail).to.include('Its time is over')

    const first = await active()
    const { body: second } = await done('amendPriceAgreement', { params: paramsOf(first) })
    await terminate(first)
    const params = paramsOf(second)
    const { details } = await refused('activatePriceAgreement', 409, 'move_not_allowed', { params })
    expect(details).to.deep.include({ unmet: ['amendsLiving'], allowed_moves: ['change', 'discard'] })
    const { body: read } = await done('getPriceAgreement', { params })
    expect(read.allowed_moves).to.deep.equal(['change', 'discard'])
  })

  it('give an archived company no new prices', async () => {
    const company = { name: 'Gone', legacy_ref: `LEG-${randomUUID()}`, currency: 'USD' }
    const { id: companyId } = (await done('createCompany', { body: company })).body
    const agreement = await draft({ company_id: companyId })
    await done('archiveCompany', { params: { companyId }, body: { reason: 'Closed' } })
    await refused('activatePriceAgreement', 409, 'company_archived', { params: paramsOf(agreement) })
    await done('restoreCompany', { params: { companyId } })
    await done('activatePriceAgreement', { params: paramsOf(agreement) })
    await terminate(agreement)
  })

  it('are discarded while draft, and then amended anew', async () => {
    const first = await active()
    const { body: second } = await done('amendPriceAgreement', { params: paramsOf(first) })
    await done('discardPriceAgreement', { params: paramsOf(second) })
    await refused('getPriceAgreement', 404, 'not_found', { params: paramsOf(second) })
    const { body: history } = await done('getPriceAgreementHistory', { params: paramsOf(second) })
    expect(history.data.map(({ action }) => action)).to.deep.equal(['discarded', 'created'])
    const { body: third } = await done('amendPriceAgreement', { params: paramsOf(first) })
    expect(third.revision).to.equal(2)
    await terminate(first)
  })

  it('keep who changed what, before and after', async () => {
    const agreement = await draft()
    const params = paramsOf(agreement)
    await done('changePriceAgreement', { params, version: 1, body: { name: 'Renamed' } })
    await done('activatePriceAgreement', { params })
    await terminate(agreement)
    const changes = await pagesOf<Answer<'getPriceAgreementHistory'>['data'][number]>(
      'getPriceAgreementHistory',
      2,
      { params },
    )
    expect(changes.map(({ action }) => action)).to.deep.equal([
      'terminated',
      'activated',
      'changed',
      'created',
    ])
    expect(changes[2]).to.deep.include({ version: 2 })
    expect(changes[2]?.actor.kind).to.equal('api_key')
    expect([changes[2]?.before?.['name'], changes[2]?.after?.['name']]).to.deep.equal([
      'Cold chain 2027',
      'Renamed',
    ])
    await refused('getPriceAgreementHistory', 404, 'not_found', {
      params: { priceAgreementId: noSuch('pag') },
    })
    const { api } = await platform()
    const { data } = await until(
      'the timeline to tell of it',
      () =>
        api.get<{ data: { event_type: string; aggregate_id: string }[] }>(
          '/v1/events?type=price_agreement.created&limit=100',
        ),
      (page) => page.data.some(({ event_type }) => event_type === 'price_agreement.created'),
    )
    expect(data.length).to.be.greaterThan(0)
  })

  it('are counted', async () => {
    const { body: before } = await done('getPriceAgreementFigures')
    const soon = new Date(Date.now() + 10 * 86_400_000).toISOString()
    const agreement = await active({ valid_to: soon })
    const { body: after } = await done('getPriceAgreementFigures')
    expect(after.by_status.active - before.by_status.active).to.equal(1)
    expect(after.expiring_in_30_days - before.expiring_in_30_days).to.equal(1)
    const within = async (days: number) =>
      (await done('listPriceAgreements', { query: { expiring_within_days: days } })).body.data.map(
        ({ id }) => id,
      )
    expect(await within(11)).to.include(agreement.id)
    expect(await within(9)).to.not.include(agreement.id)
    await done('retryPriceAgreementSync', { params: paramsOf(agreement) })
    await terminate(agreement)
  })

  it('price an order, are charged by Stripe, and show in the figures', async function () {
    this.timeout(60_000)
    const { api, simulators } = await platform()
    const agreement = await active()
    await until(
      'the twins of the lines',
      async () => (await done('getPriceAgreement', { params: paramsOf(agreement) })).body,
      ({ lines }) => lines.every(({ prices }) => prices.every(({ sync_status }) => sync_status === 'synced')),
    )
    const revenueOf = async () =>
      (await done('getPriceAgreementFigures')).body.revenue.find(({ currency }) => currency === 'USD')
        ?.amount_minor ?? 0
    const before = await revenueOf()
    const walk = await walkOrder({
      api,
      simulators,
      order: { company: harbour, lines: [{ sku: 'GW-LTE-1', quantity: 2 }] },
      upTo: 'in_fulfillment',
      report: () => undefined,
    })
    const { body: order } = await done('getOrder', { params: { orderId: walk.id } })
    expect(order.items[0]).to.include({
      unit_amount_minor: 35_000,
      price_type_snap: 'PRICE_AGREEMENT',
      price_agreement_id: agreement.id,
    })
    expect(order).to.include({ amount_paid_minor: 70_000, payment_status: 'paid' })
    expect((await revenueOf()) - before).to.equal(70_000)
    const tiered = await done('quotePrices', {
      body: { company_id: harbour, lines: [{ sku: 'GW-LTE-1', quantity: 50 }] },
    })
    expect(tiered.body.lines[0]?.resolution).to.include({ source: 'PRICE_AGREEMENT', sync_status: 'synced' })
    await terminate(agreement)
  })
})

import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import type { PriceAgreementView } from '../../../src/application/ports/agreement-reader.ts'
import { systemActor } from '../../../src/domain/shared/actor.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const DAY_MS = 86_400_000
const company = 'com_00000000000000000000000002'

interface StripePrice {
  id: string
  active: boolean
  lookup_key: string | null
  unit_amount: number
}

describe('price agreements in time and at Stripe', () => {
  let platform: TestPlatform
  let database: pg.Client
  let shiftMs = 0
  const messages: string[] = []

  before(async function () {
    this.timeout(60_000)
    platform = await startTestPlatform({
      overrides: {
        clock: { now: () => new Date(Date.now() + shiftMs) },
        notifier: {
          post: ({ text }) => {
            messages.push(text)
            return Promise.resolve()
          },
        },
      },
    })
    await platform.pricesSynced()
    database = new pg.Client({ connectionString: platform.databaseUrl })
    await database.connect()
  })

  after(async function () {
    this.timeout(30_000)
    await database.end()
    await platform.close()
  })

  const run = (
    name: 'watch-price-agreements' | 'sync-unsynced-agreement-prices' | 'sync-agreement-price',
    payload: object,
  ) =>
    platform.runtime.app.jobHandlers[name](payload as never, {
      actor: systemActor('test'),
      correlationId: randomUUID(),
      causationId: null,
      alongside: null,
    })
  const watch = () => run('watch-price-agreements', { slot: randomUUID() })
  const read = (id: string) => platform.api.get<PriceAgreementView>(`/v1/price-agreements/${id}`)
  const post = <T>(path: string, body: object) => platform.api.post<T>(path, body)
  const faults = (body: object) =>
    platform.control(`${platform.simulators.stripe}/control/faults`, body, 'PUT')

  async function anActive(endsInDays: number | null): Promise<PriceAgreementView> {
    const { id } = await post<PriceAgreementView>('/v1/price-agreements', {
      company_id: company,
      name: `Ends in ${String(endsInDays)}`,
      currency: 'USD',
      valid_from: '2026-01-01T00:00:00.000Z',
      valid_to:
        endsInDays === null ? null : new Date(Date.now() + shiftMs + endsInDays * DAY_MS).toISOString(),
      lines: [
        { sku: 'GW-LTE-1', amount_minor: 35_000 },
        { sku: 'SNS-HUM-1', percent_off_bp: 1000 },
      ],
    })
    return move<PriceAgreementView>(`/v1/price-agreements/${id}/activate`)
  }

  async function move<T>(path: string): Promise<T> {
    const response = await fetch(`${platform.apiUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${platform.apiKey}`, 'idempotency-key': randomUUID() },
    })
    expect(response.status).to.equal(200)
    return (await response.json()) as T
  }

  async function pricesAtStripe(agreement: PriceAgreementView): Promise<StripePrice[]> {
    const headers = { authorization: 'Bearer sk_test_simulator' }
    const response = await fetch(`${platform.simulators.stripe}/v1/prices?limit=100`, { headers })
    const { data } = (await response.json()) as { data: StripePrice[] }
    return data.filter(({ lookup_key: key }) => agreement.lines.some((line) => key?.startsWith(line.id)))
  }

  const eventsOf = async (id: string, type: string) => {
    const { rows } = await database.query(
      `select event_type from domain_event where aggregate_id = $1 and event_type = $2
       union all select event_type from outbox where aggregate_id = $1 and event_type = $2`,
      [id, `price_agreement.${type}`],
    )
    return rows.length
  }

  const synced = (id: string) =>
    until(
      'every price to be at Stripe',
      () => read(id),
      (one) => one.unsynced_line_count === 0,
      15_000,
    )

  it('have one live price per twin after lost answers, 500s and duplicates', async function () {
    this.timeout(60_000)
    await faults({ apiHangUpAfterWriteNext: 2, apiServerErrorNext: 2 })
    const agreement = await anActive(null)
    const twins = agreement.lines.flatMap((line) =>
      line.prices.map((price) => ({ lineId: line.id, priceBookEntryId: price.price_book_entry_id })),
    )
    expect(twins).to.have.length(2)
    await Promise.all([...twins, ...twins].map((twin) => run('sync-agreement-price', twin)))
    await faults({})
    for (const twin of twins) await run('sync-agreement-price', twin)
    const { lines } = await synced(agreement.id)
    const prices = await pricesAtStripe(agreement)
    const live = prices.filter((price) => price.active)
    expect(live.map(({ unit_amount }) => unit_amount).sort()).to.deep.equal([13_410, 35_000])
    expect(live.map(({ id }) => id)).to.have.members(
      lines.flatMap((line) => line.prices.map((price) => price.stripe_price_id)),
    )

    await post(`/v1/price-agreements/${agreement.id}/terminate`, { reason: 'Over.' })
    for (const twin of twins) await run('sync-agreement-price', twin)
    expect((await pricesAtStripe(agreement)).filter((price) => price.active)).to.deep.equal([])
    const ended = await read(agreement.id)
    expect(ended.lines.every((line) => line.prices.every((price) => price.archived_at !== null))).to.equal(
      true,
    )
  })

  it('take off sale a price whose making was never recorded', async function () {
    this.timeout(30_000)
    const agreement = await synced((await anActive(null)).id)
    await database.query(
      `update price_agreement_prices set stripe_price_id = null, sync_status = 'syncing'
       where price_agreement_line_id = $1`,
      [agreement.lines[0]?.id],
    )
    await post(`/v1/price-agreements/${agreement.id}/terminate`, { reason: 'Over.' })
    await run('sync-unsynced-agreement-prices', { slot: randomUUID() })
    await until(
      'every price to be off sale',
      () => pricesAtStripe(agreement),
      (prices) => prices.length === 2 && prices.every((price) => !price.active),
      10_000,
    )
  })

  it('take off sale what a percentage made of a list price that has ended', async function () {
    this.timeout(30_000)
    const { id: productId } = await post<{ id: string }>('/v1/products', {
      sku: 'PCT-1',
      name: 'Reduced',
      is_provisionable: false,
    })
    const publish = async (amount_minor: number) => {
      const draft = { product_id: productId, currency: 'USD', amount_minor }
      const { id } = await post<{ id: string }>('/v1/price-book-entries', draft)
      return move<{ id: string }>(`/v1/price-book-entries/${id}/publish`)
    }
    const list = await publish(1000)
    const { id } = await post<PriceAgreementView>('/v1/price-agreements', {
      company_id: company,
      name: 'Reduced',
      currency: 'USD',
      valid_from: '2026-01-01T00:00:00.000Z',
      lines: [{ sku: 'PCT-1', percent_off_bp: 1000 }],
    })
    const agreement = await move<PriceAgreementView>(`/v1/price-agreements/${id}/activate`)
    await synced(id)
    await post(`/v1/price-book-entries/${list.id}/amend`, { amount_minor: 2000 })
    await run('sync-unsynced-agreement-prices', { slot: randomUUID() })
    const live = async () =>
      (await pricesAtStripe(agreement)).filter(({ active }) => active).map((price) => price.unit_amount)
    await until('the new price alone to be on sale', live, (amounts) => amounts.join() === '1800', 10_000)
    await run('sync-unsynced-agreement-prices', { slot: randomUUID() })
    const { lines, unsynced_line_count } = await read(id)
    expect(unsynced_line_count).to.equal(0)
    expect(lines[0]?.prices.map((price) => price.archived_at !== null)).to.have.members([true, false])
    await post(`/v1/price-agreements/${id}/terminate`, { reason: 'Over.' })
  })

  it('say what Stripe has against a price', async function () {
    this.timeout(30_000)
    const agreement = await synced((await anActive(null)).id)
    const lineId = agreement.lines[0]?.id
    await database.query(
      `update price_agreement_prices
       set currency = 'KWD', unit_amount_minor = 1234, sync_status = 'unsynced', stripe_price_id = null
       where price_agreement_line_id = $1`,
      [lineId],
    )
    const refusal = await run('sync-agreement-price', { lineId, priceBookEntryId: null }).then(
      () => null,
      (error: unknown) => error,
    )
    expect(refusal).to.be.instanceOf(Error)
    const [price] = (await read(agreement.id)).lines[0]?.prices ?? []
    expect(price).to.include({ sync_status: 'failed', sync_error: (refusal as Error).message })
    await post(`/v1/price-agreements/${agreement.id}/terminate`, { reason: 'Over.' })
  })

  it('warn once at each mark, whoever looks at once, and expire once', async function () {
    this.timeout(60_000)
    const agreement = await anActive(20)
    await synced(agreement.id)
    const warned = () => eventsOf(agreement.id, 'expiring_soon')
    await Promise.all([watch(), watch()])
    await watch()
    expect(await warned()).to.equal(1)
    shiftMs = 14 * DAY_MS
    await Promise.all([watch(), watch()])
    expect(await warned()).to.equal(2)
    // Five days of silence: the mark of a day is told, and nothing else.
    shiftMs = 19.5 * DAY_MS
    await watch()
    await watch()
    expect(await warned()).to.equal(3)
    shiftMs = 23 * DAY_MS
    await Promise.all([watch(), watch()])
    expect(await eventsOf(agreement.id, 'expired')).to.equal(1)
    expect(await warned()).to.equal(3)
    expect((await read(agreement.id)).status).to.equal('expired')
    const mine = () => messages.filter((text) => text.includes(agreement.id))
    await until(
      'the team to be told',
      () => Promise.resolve(mine()),
      (texts) => texts.length >= 4,
      10_000,
    )
    expect(mine().filter((text) => text.includes('ends in 1 day,'))).to.have.length(1)
    expect(mine().filter((text) => text.includes('has expired'))).to.have.length(1)
    expect(mine()).to.have.length(4)
  })

  it('tell once of a line that Stripe has lacked for over an hour', async function () {
    this.timeout(30_000)
    const agreement = await synced((await anActive(null)).id)
    const lack = (hours: number) =>
      database.query(
        `update price_agreement_prices
         set sync_status = 'failed', sync_error = 'no', sync_status_since = $2
         where price_agreement_line_id = $1`,
        [agreement.lines[0]?.id, new Date(Date.now() + shiftMs - hours * 3_600_000)],
      )
    await lack(0.5)
    await watch()
    expect(await eventsOf(agreement.id, 'unsynced')).to.equal(0)
    await lack(2)
    await Promise.all([watch(), watch()])
    await watch()
    expect(await eventsOf(agreement.id, 'unsynced')).to.equal(1)
    await post(`/v1/price-agreements/${agreement.id}/terminate`, { reason: 'Over.' })
  })
})

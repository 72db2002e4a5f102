import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import { createStripeGateway } from '../../../src/adapters/stripe/stripe-gateway.ts'
import type { WantedPrice } from '../../../src/application/ports/payment-gateway.ts'
import type { ActionContext } from '../../../src/application/ports/unit-of-work.ts'
import { systemActor } from '../../../src/domain/shared/actor.ts'
import { Unavailable } from '../../../src/domain/shared/unavailable.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import type { RunningSimulators } from '../../../src/entrypoints/simulators/main.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'
import {
  ask,
  askStripe,
  type Listener,
  startListener,
  startOutside,
} from '../../unit/simulators/outside-world.ts'

interface Entry {
  id: string
  product_id: string
  stripe_price_id: string
  stripe_archived_at: string | null
  sync_status: string
}
interface StripePrice {
  id: string
  active: boolean
  product: string
  metadata: { reference?: string }
}
interface Drift {
  id: string
  kind: string
  stripe_price_id: string
  price_book_entry_id: string | null
  resolved_at: string | null
}

const ROUNDS = 15
const context: ActionContext = {
  actor: systemActor('test'),
  correlationId: 'price-sync-test',
  causationId: null,
  alongside: null,
}

describe('prices in step with Stripe', function () {
  this.timeout(120_000)
  let listener: Listener
  let stripe: RunningSimulators
  let platform: TestPlatform
  let database: pg.Client
  let held: { isLost: boolean; wait: () => Promise<void> } | null = null

  before(async () => {
    listener = await startListener()
    stripe = await startOutside(listener)
    const gateway = createStripeGateway({
      apiKey: 'sk_test_key',
      webhookSecret: 'whsec_test',
      apiBase: stripe.urls.stripe,
      clock: { now: () => new Date() },
      timeoutMs: 200,
      maxRetries: 0,
    })
    platform = await startTestPlatform({ overrides: { gateway: { ...gateway, ensurePrice } } })
    async function ensurePrice(wanted: WantedPrice) {
      const mine = held
      held = null
      if (mine === null) return gateway.ensurePrice(wanted)
      await mine.wait()
      const twin = await gateway.ensurePrice(wanted)
      if (mine.isLost) throw new Unavailable('stripe', 'The answer was lost.')
      return twin
    }
    await platform.pricesSynced()
    database = new pg.Client({ connectionString: platform.databaseUrl })
    await database.connect()
  })

  after(async () => {
    try {
      expect(await platform.brokenLaws()).to.deep.equal([])
    } finally {
      await database.end()
      await platform.close()
      await stripe.stop()
      await listener.stop()
    }
  })

  const faults = (wanted: object) => ask('PUT', `${stripe.urls.stripe}/control/faults`, wanted)
  const atStripe = (path: string, form: Record<string, string>) =>
    askStripe(stripe.urls.stripe, 'POST', path, form)
  const entryOf = (id: string) => platform.api.get<Entry>(`/v1/price-book-entries/${id}`)

  async function post<T>(path: string, body: object): Promise<T> {
    const response = await fetch(`${platform.apiUrl}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${platform.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      ...(Object.keys(body).length === 0 && !path.endsWith('/close') ? {} : { body: JSON.stringify(body) }),
    })
    expect(response.status, `${path}: ${await response.clone().text()}`).to.be.lessThan(300)
    return (await response.json()) as T
  }

  async function aPrice(): Promise<Entry> {
    const sku = `SYNC-${randomUUID().slice(0, 13).toUpperCase()}`
    const product = await post<{ id: string }>('/v1/products', { sku, name: sku, is_provisionable: false })
    const draft = { product_id: product.id, currency: 'USD', amount_minor: 1000 }
    const { id } = await post<Entry>('/v1/price-book-entries', draft)
    return post<Entry>(`/v1/price-book-entries/${id}/publish`, {})
  }

  /** Every price at Stripe, read while nothing goes wrong. */
  async function allPrices(): Promise<StripePrice[]> {
    const prices: StripePrice[] = []
    for (let after: string | undefined; ; ) {
      const form = { limit: '100', ...(after === undefined ? {} : { starting_after: after }) }
      const { body } = await askStripe(stripe.urls.stripe, 'GET', '/v1/prices', form)
      prices.push(...(body['data'] as StripePrice[]))
      if (body['has_more'] !== true) return prices
      after = prices.at(-1)?.id
    }
  }

  /** The next try to put a price on sale waits in front of Stripe until it is let go. */
  function holdNextPrice(isLost: boolean) {
    const reached = Promise.withResolvers<undefined>()
    const opened = Promise.withResolvers<undefined>()
    held = {
      isLost,
      wait() {
        reached.resolve(undefined)
        return opened.promise
      },
    }
    return { reached: reached.promise, open: () => opened.resolve(undefined) }
  }

  const sync = (entryId: string) =>
    platform.runtime.app.jobHandlers['sync-price-book-entry']({ entryId } as never, context)

  /** Two syncs of one entry at once, over and over, whatever Stripe does to them. */
  async function syncUntil(entryId: string, isDone: (entry: Entry) => boolean): Promise<void> {
    for (let attempt = 0; attempt < 60; attempt += 1) {
      await Promise.allSettled([sync(entryId), sync(entryId)])
      if (isDone(await entryOf(entryId))) return
    }
    expect.fail(`${entryId} was never done`)
  }

  it('has one live price an entry, and none of an ended one, under every fault of Stripe', async () => {
    const ended: string[] = []
    const live: string[] = []
    await faults({
      apiServerErrorRate: 0.15,
      apiHangUpAfterWriteRate: 0.2,
      apiTimeoutAfterWriteRate: 0.1,
      apiTooManyRequestsRate: 0.1,
    })
    const rounds = Array.from({ length: ROUNDS }, async () => {
      const first = await aPrice()
      await syncUntil(first.id, ({ sync_status }) => sync_status === 'synced')
      const path = `/v1/price-book-entries/${first.id}/amend`
      const second = await post<Entry>(path, { amount_minor: 1200 })
      await syncUntil(second.id, ({ sync_status }) => sync_status === 'synced')
      await syncUntil(first.id, ({ stripe_archived_at }) => stripe_archived_at !== null)
      ended.push(first.id)
      live.push(second.id)
    })
    await Promise.all(rounds).finally(() => faults({}))
    // A try that was under way when its price ended is made good by a later one.
    const isLive = (prices: StripePrice[], id: string) =>
      prices.some((one) => one.metadata.reference === id && one.active)
    await until(
      'every ended price to be off sale',
      async () => {
        await Promise.allSettled(ended.map(sync))
        return allPrices()
      },
      (found) => ended.every((id) => !isLive(found, id)),
    )
    const prices = await allPrices()
    const liveOf = (id: string) => prices.filter((one) => one.metadata.reference === id && one.active)
    for (const id of ended) expect(liveOf(id), id).to.deep.equal([])
    for (const id of live) {
      expect(
        liveOf(id).map((price) => price.id),
        id,
      ).to.deep.equal([(await entryOf(id)).stripe_price_id])
    }
    for (const id of [...ended, ...live]) {
      expect(
        prices.filter((one) => one.metadata.reference === id),
        id,
      ).to.have.length(1)
    }
  })

  for (const isLost of [false, true]) {
    it(`takes a price off sale that a late try puts on it, its answer ${isLost ? 'lost' : 'heard'}`, async () => {
      const gate = holdNextPrice(isLost)
      const { id } = await aPrice()
      await gate.reached
      await post(`/v1/price-book-entries/${id}/close`, {})
      await syncUntil(id, ({ stripe_archived_at }) => stripe_archived_at !== null)
      expect((await allPrices()).some((price) => price.metadata.reference === id)).to.equal(false)
      gate.open()
      await until(
        'the price to be made and off sale',
        async () => {
          if (isLost) await Promise.allSettled([sync(id)])
          return allPrices()
        },
        (prices) => prices.find((price) => price.metadata.reference === id)?.active === false,
      )
    })
  }

  it('takes the first price off sale when Stripe never heard of the second but knows the third', async () => {
    const first = await aPrice()
    await syncUntil(first.id, ({ sync_status }) => sync_status === 'synced')
    await faults({ apiServerErrorRate: 1 })
    const amend = (id: string, amount_minor: number) =>
      post<Entry>(`/v1/price-book-entries/${id}/amend`, { amount_minor })
    const second = await amend(first.id, 1200)
    await syncUntil(second.id, ({ sync_status }) => sync_status === 'failed')
    const third = await amend(second.id, 1300)
    await syncUntil(third.id, ({ sync_status }) => sync_status === 'failed')
    await syncUntil(first.id, () => true)
    await faults({})
    await sync(first.id)
    const isLive = async (id: string) =>
      (await allPrices()).some((price) => price.metadata.reference === id && price.active)
    expect(await isLive(first.id), 'before the third is there').to.equal(true)
    await syncUntil(third.id, ({ sync_status }) => sync_status === 'synced')
    await platform.runtime.app.jobHandlers['sync-unsynced-prices']({ slot: randomUUID() } as never, context)
    await until(
      'the first to be off sale',
      () => isLive(first.id),
      (live) => !live,
    )
    expect(await isLive(third.id)).to.equal(true)
  })

  it('calls a product at Stripe as we do, whoever renames it while Stripe is told', async () => {
    const entry = await aPrice()
    await syncUntil(entry.id, ({ sync_status }) => sync_status === 'synced')
    const path = `/v1/products/${entry.product_id}`
    const product = () => platform.api.get<{ version: number; stripe_product_id: string }>(path)
    const { stripe_product_id: stripeId } = await product()
    for (const name of ['Sensor II', 'Sensor III']) {
      const response = await fetch(`${platform.apiUrl}${path}`, {
        method: 'PATCH',
        headers: {
          authorization: `Bearer ${platform.apiKey}`,
          'content-type': 'application/json',
          'if-match': `"${(await product()).version}"`,
        },
        body: JSON.stringify({ name }),
      })
      expect(response.status).to.equal(200)
    }
    await until(
      'Stripe to know the last name',
      async () => (await askStripe(stripe.urls.stripe, 'GET', `/v1/products/${stripeId}`, {})).body['name'],
      (name) => name === 'Sensor III',
    )
  })

  it('takes a price off sale at once that is closed before it began', async () => {
    const { product_id } = await aPrice()
    const inYears = new Date(Date.now() + 3 * 365 * 86_400_000).toISOString()
    const coming = { product_id, currency: 'USD', amount_minor: 900, min_quantity: 9, valid_from: inYears }
    const { id } = await post<Entry>('/v1/price-book-entries', coming)
    await post(`/v1/price-book-entries/${id}/publish`, {})
    await syncUntil(id, ({ sync_status }) => sync_status === 'synced')
    await post(`/v1/price-book-entries/${id}/close`, {})
    await until(
      'the price to be off sale',
      () => entryOf(id),
      ({ stripe_archived_at }) => stripe_archived_at !== null,
    )
    expect((await allPrices()).find((price) => price.metadata.reference === id)?.active).to.equal(false)
  })

  it('takes a price off sale that was closed while the answer about it was lost', async () => {
    await faults({ apiHangUpAfterWriteRate: 1 })
    const { id } = await aPrice()
    await until(
      'Stripe to have made the price',
      async () => {
        await Promise.allSettled([sync(id)])
        return entryOf(id)
      },
      ({ sync_status }) => sync_status === 'failed',
    )
    await faults({ apiHangUpAfterWriteRate: 0 })
    await post(`/v1/price-book-entries/${id}/close`, {})
    await syncUntil(id, ({ stripe_archived_at }) => stripe_archived_at !== null)
    const made = (await allPrices()).filter((price) => price.metadata.reference === id)
    expect(made.filter(({ active }) => active)).to.deep.equal([])
  })

  describe('the nightly comparison', () => {
    let night = 0
    const compare = async () => {
      night += 1
      const slot = `night ${night}`
      await platform.runtime.app.jobHandlers['compare-prices-with-stripe']({ slot } as never, context)
    }
    const drift = async (state: string) =>
      (await platform.api.get<{ data: Drift[] }>(`/v1/prices/drift?state=${state}&limit=100`)).data
    const announcements = async () =>
      (await platform.api.get<{ data: unknown[] }>('/v1/events?type=price_drift.found')).data.length

    it('finds what came apart, says so once, and sees it repaired', async () => {
      await compare()
      expect(await drift('open')).to.deep.equal([])
      const entry = await aPrice()
      await syncUntil(entry.id, ({ sync_status }) => sync_status === 'synced')
      const { stripe_price_id } = await entryOf(entry.id)
      const own = (await allPrices()).find(({ id }) => id === stripe_price_id)
      await atStripe(`/v1/prices/${stripe_price_id}`, { active: 'false' })
      await database.query(`update products set updated_at = updated_at - interval '2 hours' where id = $1`, [
        entry.product_id,
      ])
      await atStripe(`/v1/products/${own?.product ?? ''}`, { name: 'Something else' })
      const foreign = await atStripe('/v1/prices', {
        product: own?.product ?? '',
        currency: 'usd',
        unit_amount: '1',
      })

      await compare()
      await compare()
      const open = await drift('open')
      expect(open.map(({ kind, stripe_price_id: id }) => [kind, id])).to.have.deep.members([
        ['inactive', stripe_price_id],
        ['name', stripe_price_id],
        ['extra_live', foreign.body['id']],
      ])
      await until('the event', announcements, (count) => count === 1)

      for (const { id } of open) await post(`/v1/prices/drift/${id}/repair`, {})
      await until(
        'both to be repaired',
        allPrices,
        (prices) =>
          prices.some(({ id, active }) => id === stripe_price_id && active) &&
          prices.some(({ id, active }) => id === foreign.body['id'] && !active),
      )
      await until(
        'the name to be repaired',
        () => askStripe(stripe.urls.stripe, 'GET', `/v1/products/${own?.product ?? ''}`, {}),
        ({ body }) => body['name'] !== 'Something else',
      )
      await until(
        'the entry to be synced',
        () => entryOf(entry.id),
        ({ sync_status }) => sync_status === 'synced',
      )
      await compare()
      expect(await drift('open')).to.deep.equal([])
      expect(await drift('resolved')).to.have.length(3)
      expect(await announcements()).to.equal(1)
    })

    it('changes nothing when Stripe goes away in the middle', async () => {
      await faults({ apiServerErrorRate: 1 })
      const outcome = await platform.runtime.app.jobHandlers['compare-prices-with-stripe'](
        { slot: 'outage' } as never,
        context,
      )
      await faults({})
      expect(outcome).to.include({ outcome: 'retry' })
      expect(await drift('open')).to.deep.equal([])
    })
  })
})

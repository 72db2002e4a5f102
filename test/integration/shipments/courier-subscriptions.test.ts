import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import type { ShipmentView } from '../../../src/application/ports/shipment-reader.ts'
import { systemActor } from '../../../src/domain/shared/actor.ts'
import { simulatorKeys } from '../../../src/entrypoints/bootstrap/simulator-keys.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

interface Subscription {
  subscriptionId: string
  listenerURL: string
  filterProperties: { MID?: string; trackingNumber?: string }
}

const base = '/subscriptions-tracking/v3r2/subscriptions'

describe('subscriptions to the pushes of USPS', function () {
  this.timeout(60_000)
  let platform: TestPlatform
  let client: pg.Client
  let token = ''

  before(async () => {
    platform = await startTestPlatform()
    client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
    await platform.pricesSynced()
    const minted = (await platform.control(`${platform.simulators.usps}/oauth2/v3/token`, {
      grant_type: 'client_credentials',
      client_id: simulatorKeys.usps.clientId,
      client_secret: simulatorKeys.usps.clientSecret,
    })) as { access_token: string }
    token = minted.access_token
  })
  after(async () => {
    try {
      expect(await platform.brokenLaws()).to.deep.equal([])
    } finally {
      await client.end()
      await platform.close()
    }
  })
  beforeEach(async () => {
    await platform.control(`${platform.simulators.usps}/control/faults`, {}, 'PUT')
    await client.query(
      'update courier_accounts set tokens = 15, paused_until = null, pause_reason = null, pause_kind = null, paused_at = null',
    )
  })

  async function held(): Promise<Subscription[]> {
    const response = await fetch(`${platform.simulators.usps}${base}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return ((await response.json()) as { subscriptions: Subscription[] }).subscriptions
  }

  async function forget({ subscriptionId }: Subscription): Promise<void> {
    const url = `${platform.simulators.usps}${base}/${subscriptionId}`
    const authorization = `Bearer ${token}`
    const { headers } = await fetch(url, { headers: { authorization } })
    const { status } = await fetch(url, {
      method: 'DELETE',
      headers: { authorization, 'if-match': headers.get('etag') ?? '' },
    })
    expect(status).to.equal(204)
  }

  const renew = (round?: number) =>
    platform.runtime.app.jobHandlers['renew-courier-subscriptions'](
      { slot: randomUUID(), ...(round !== undefined && { round }) } as never,
      { actor: systemActor('test'), correlationId: randomUUID(), causationId: null, alongside: null },
    )

  /** Of the mailer with the standing subscription, unless another number is said. */
  async function aParcel(number = '9400190000042001234098'): Promise<ShipmentView> {
    const order = await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: { company: 'Harbour Cold Storage Inc.', lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
      upTo: 'shipment_ready',
      report: () => undefined,
    })
    const id = order.shipments[0]?.id ?? ''
    await client.query('update shipments set tracking_number = $2 where id = $1', [id, number])
    return platform.api.get<ShipmentView>(`/v1/shipments/${id}`)
  }

  async function tokens(): Promise<number> {
    const { rows } = await client.query<{ tokens: number }>(
      "select tokens from courier_accounts where courier_code = 'USPS'",
    )
    return rows[0]?.tokens ?? 0
  }

  it('that stand are left as they are, for two calls of the day', async () => {
    await aParcel()
    const before = await held()
    expect(await renew()).to.deep.equal({ outcome: 'done' })
    expect(await held()).to.deep.equal(before)
    // The token is one of them.
    expect(await tokens()).to.be.within(13, 13.5)
  })

  it('are made anew when USPS forgot them, however many jobs see it; pushes come in again', async () => {
    for (const one of await held()) await forget(one)
    await Promise.all([renew(), renew(), renew()])
    await renew()
    const [renewed, ...others] = await held()
    expect(others).to.deep.equal([])
    expect(renewed).to.deep.include({ listenerURL: `${platform.apiUrl}/v1/webhooks/couriers/USPS` })
    expect(renewed?.filterProperties.MID).to.equal('900000420')
  })

  it('are made for parcels of no mailer of ours, within the budget, and the rest an hour later', async () => {
    const numbers = ['EA100000017US', 'CP200000023US', 'LZ300000030US']
    for (const number of numbers) await aParcel(number)
    // One call lists, two are left to create.
    await client.query(
      "update courier_accounts set tokens = 3, refilled_at = now() where courier_code = 'USPS'",
    )
    await renew()
    const subscribed = async () => (await held()).flatMap((one) => one.filterProperties.trackingNumber ?? [])
    expect(await subscribed()).to.have.length(2)
    const { rows } = await client.query<{ wait: number }>(
      `select extract(epoch from start_after - now())::int as wait
       from pgboss.job where name like '%' and data::text like '%renew-courier-subscriptions%' and state = 'created'`,
    )
    expect(rows.map(({ wait }) => wait)).to.have.length(1)
    expect(rows[0]?.wait).to.be.within(3500, 3600)
    await client.query("update courier_accounts set tokens = 15 where courier_code = 'USPS'")
    await renew()
    await renew()
    expect((await subscribed()).sort()).to.deep.equal([...numbers].sort())
  })

  it('are not asked for while the courier is paused, or does not push', async () => {
    for (const one of await held()) await forget(one)
    await client.query(
      "update courier_accounts set paused_until = now() + interval '1 hour', pause_reason = 'busy' where courier_code = 'USPS'",
    )
    await renew(23)
    expect(await held()).to.deep.equal([])
    await client.query(
      "update courier_accounts set paused_until = null, pause_reason = null where courier_code = 'USPS'",
    )
    await client.query("update couriers set tracking_mode = 'poll' where courier_code = 'USPS'")
    await renew()
    expect(await held()).to.deep.equal([])
    await client.query("update couriers set tracking_mode = 'push_and_poll' where courier_code = 'USPS'")
  })

  it('that our key has no scope for are a task, and parcels are asked about all the same', async () => {
    await client.query(
      "update courier_accounts set token_scope = 'tracking' where courier_code = 'USPS' and access_token is not null",
    )
    expect(await renew()).to.include({ outcome: 'give_up' })
    const { rows } = await client.query<{ title: string }>(
      "select title from manual_tasks where kind = 'courier_misconfigured' and status = 'open'",
    )
    expect(rows[0]?.title).to.match(/subscriptions-tracking/)
    const parcel = await aParcel()
    await client.query("update shipments set next_poll_at = now() - interval '1 minute' where id = $1", [
      parcel.id,
    ])
    await platform.runtime.app.enqueueScheduledJob({ name: 'plan-tracking-polls', slot: randomUUID() })
    await until(
      'the poll',
      async () =>
        (await client.query<{ polls: number }>('select polls from shipments where id = $1', [parcel.id]))
          .rows[0],
      (row) => (row?.polls ?? 0) > 0,
    )
  })
})

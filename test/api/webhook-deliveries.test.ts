import { expect } from 'chai'
import { done, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { keyFor, noSuch, sql } from './world.ts'

const delivery = 'whd_01k6y3q8zvf4e9t2b7n5c0hw81'
const hour = (offset: number) => new Date(Date.now() + offset * 3_600_000).toISOString()

describe('API: webhook deliveries', () => {
  usePlatform()

  before(async () => {
    await sql(
      `insert into webhook_events (provider, event_id, event_type, body, headers, status, received_at)
       values ('stripe', 'evt_api_forwarded', 'charge.succeeded', '', '{}', 'ignored', now())`,
    )
    await sql(
      `insert into webhook_deliveries
         (id, provider, event_id, target, status, attempts, attempts_left, created_at, updated_at)
       values ($1, 'stripe', 'evt_api_forwarded', 'http://127.0.0.1:1/gone', 'failed', 8, 0, now(), now())`,
      [delivery],
    )
    await sql(
      `insert into webhook_delivery_attempts
         (delivery_id, attempt, signature, status_code, error, duration_ms, attempted_at)
       values ($1, 8, 'anew', null, 'no answer within 10 s', 10000, now())`,
      [delivery],
    )
  })

  it('shows what was forwarded, with its tries', async () => {
    const query = { event_id: 'evt_api_forwarded', status: 'failed' }
    const { body } = await done('listWebhookDeliveries', { query })
    expect(body.data.map(({ id }) => id)).to.deep.equal([delivery])
    const { body: one } = await done('getWebhookDelivery', { params: { webhookDeliveryId: delivery } })
    expect(one.tries).to.have.length(1)
    expect(one.tries[0]).to.include({ attempt: 8, signature: 'anew', status_code: null })
  })

  it('tells which events ended on one side only', async () => {
    const { body } = await done('listWebhookDivergence', { query: { min_age_minutes: 0, limit: 100 } })
    expect(body.data.find(({ id }) => id === delivery)).to.include({
      ended_here: true,
      our_status: 'ignored',
    })
    const { body: older } = await done('listWebhookDivergence', { query: { min_age_minutes: 60 } })
    expect(older.data.map(({ id }) => id)).to.not.include(delivery)
  })

  it('lets them be forwarded again, one and by span', async () => {
    const { body } = await done('redeliverWebhook', { params: { webhookDeliveryId: delivery } })
    expect(body.id).to.equal(delivery)
    const { body: again } = await done('redeliverWebhooks', {
      body: { from: hour(-1), to: hour(1), include_delivered: true },
    })
    expect(again.queued).to.be.at.least(1)
    await refused('redeliverWebhooks', 422, 'body_field_invalid', { body: { from: hour(1), to: hour(0) } })
  })

  it('is for those who may', async () => {
    const apiKey = await keyFor(['webhooks:read'])
    await done('listWebhookDeliveries', { apiKey })
    const params = { webhookDeliveryId: delivery }
    await refused('redeliverWebhook', 403, 'permission_missing', { apiKey, params })
    await refused('redeliverWebhooks', 403, 'permission_missing', {
      apiKey,
      body: { from: hour(-1), to: hour(0) },
    })
  })

  it('knows no unknown delivery', async () => {
    const params = { webhookDeliveryId: noSuch('whd') }
    await refused('getWebhookDelivery', 404, 'not_found', { params })
    await refused('redeliverWebhook', 404, 'not_found', { params })
  })
})

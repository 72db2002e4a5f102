import { randomInt, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import pg from 'pg'
import { checkLaws } from '../../src/adapters/postgres/law-checker.ts'
import type { OrderView } from '../../src/application/ports/order-reader.ts'
import type { RefundView } from '../../src/application/ports/refund-reader.ts'
import { freePortFrom } from '../../src/entrypoints/bootstrap/ports.ts'
import { type ApiClient, createApiClient, until } from '../../src/entrypoints/cli/api-client.ts'
import type { OrderFile } from '../../src/entrypoints/cli/order-file.ts'
import { type OwnPlatform, startOwnPlatform } from '../../src/entrypoints/cli/own-platform.ts'
import { type Stage, walkOrder } from '../../src/entrypoints/cli/walk-order.ts'
import { atRest } from '../support/at-rest.ts'

const ROUNDS = 3
const PORT_BASE = 20_000

const order: OrderFile = {
  company: 'Harbour Cold Storage Inc.',
  lines: [{ sku: 'MNT-KIT-1', quantity: 2 }],
}

/** The platform dies at the worst of moments: what it asked for is done, and nobody has written it down. */
describe('a platform killed between the effect and its record', function () {
  this.timeout(120_000)
  let dataDir: string
  let platform: OwnPlatform
  let api: ApiClient
  let port: number

  const start = async (): Promise<void> => {
    platform = await startOwnPlatform({ dataDir, environment: { PORT: String(port) } })
    api = createApiClient({ ...platform, patienceMs: 60_000 })
  }
  const killAndStart = async (): Promise<void> => {
    process.kill(platform.pid, 'SIGKILL')
    await start()
  }

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-money-kill-'))
    port = await freePortFrom('127.0.0.1', PORT_BASE + randomInt(400) * 20)
    await start()
    await until(
      'every price to be at Stripe',
      () => api.get<{ data: { sync_status: string }[] }>('/v1/price-book-entries?limit=100'),
      ({ data }) => data.every((entry) => entry.sync_status === 'synced'),
    )
  })

  after(async () => {
    await platform.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  /** A session of its own each time: the next platform ends what it finds open. */
  async function connected<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: platform.databaseUrl })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }
  const rowsOf = <T extends object>(text: string, ...values: unknown[]): Promise<T[]> =>
    connected(async (client) => (await client.query<T>(text, values)).rows)

  const anOrder = (upTo: Stage): Promise<OrderView> =>
    walkOrder({ api, simulators: platform.simulators, order, upTo, report: () => undefined })

  async function stripe<T>(path: string): Promise<T[]> {
    const headers = { authorization: 'Bearer sk_test_simulator' }
    const answer = await fetch(`${platform.simulators.stripe}${path}`, { headers })
    return ((await answer.json()) as { data: T[] }).data
  }

  /** What Stripe is asked next it does, and never answers; of what it did it tells us later. */
  async function silence(): Promise<void> {
    // A job that a kill interrupted asks Stripe once more, also where a webhook was faster: it must not get the silence.
    await until(
      'all jobs to have ended',
      () => rowsOf(`select id from job_run where status in ('queued', 'active')`),
      (left) => left.length === 0,
    )
    await fetch(`${platform.simulators.stripe}/control/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ apiTimeoutAfterWriteNext: 1, webhookDelayMs: 2000 }),
    })
  }

  /** Read beside Stripe's API, where it would meet the silence itself. */
  async function countOf(what: 'refunds' | 'sessionsCreated'): Promise<number> {
    const answer = await fetch(`${platform.simulators.stripe}/control/stats`)
    return ((await answer.json()) as Record<typeof what, number>)[what]
  }

  async function post(path: string, body: object, key: string): Promise<unknown> {
    const answer = await fetch(`${platform.apiUrl}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${platform.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    })
    const answered: unknown = await answer.json()
    expect(answer.status, JSON.stringify(answered)).to.equal(201)
    return answered
  }

  for (let round = 1; round <= ROUNDS; round += 1) {
    it(`has refunded once, here and at Stripe, with one credit note (${String(round)})`, async () => {
      const paid = await anOrder('in_fulfillment')
      const [payment] = paid.payments
      const path = `/v1/refunds?payment_intent=${payment?.provider_payment_id ?? ''}`
      const known = await countOf('refunds')
      await silence()
      const { id } = (await post(
        `/v1/payments/${payment?.id ?? ''}/refunds`,
        { amount_minor: 1000, reason: 'Late' },
        randomUUID(),
      )) as RefundView
      const made = () => stripe<{ id: string; metadata: { refundId?: string } }>(path)
      await until(
        'Stripe to have made it',
        () => countOf('refunds'),
        (count) => count > known,
      )
      const before = await rowsOf('select status from refunds where id = $1', id)
      await killAndStart()
      expect(before).to.deep.equal([{ status: 'requested' }])

      const refund = await until(
        'the refund to be known',
        () => api.get<RefundView>(`/v1/refunds/${id}`),
        ({ status }) => status === 'succeeded',
        60_000,
      )
      const atStripe = await made()
      expect(atStripe.map((one) => one.metadata.refundId)).to.deep.equal([id])
      expect(refund).to.include({ provider_refund_id: atStripe[0]?.id, credited_minor: 1000 })
      expect(refund.credit_notes).to.have.length(1)
      const rows = await rowsOf('select id from refunds where payment_id = $1', payment?.id)
      expect(rows).to.deep.equal([{ id }])
    })

    it(`has one link out, here and at Stripe (${String(round)})`, async () => {
      const draft = await anOrder('draft')
      const path = `/v1/orders/${draft.id}/send-checkout`
      const key = randomUUID()
      const made = async () =>
        (
          await stripe<{ id: string; status: string; client_reference_id: string }>(
            '/v1/checkout/sessions?limit=100',
          )
        ).filter((session) => session.client_reference_id === draft.id)
      const known = await countOf('sessionsCreated')
      await silence()
      const lost = post(path, {}, key).catch((error: unknown) => error)
      await until(
        'Stripe to have made it',
        () => countOf('sessionsCreated'),
        (count) => count > known,
      )
      await killAndStart()
      expect(await lost).to.be.instanceOf(Error)

      const sent = (await post(path, {}, key)) as { checkout_session: { provider_session_id: string } }
      const repeated = await post(path, {}, key)
      expect(repeated).to.deep.equal(sent)
      const rows = await rowsOf(
        `select provider_session_id as id from checkout_sessions where order_id = $1 and status = 'open'`,
        draft.id,
      )
      const open = (await made()).filter(({ status }) => status === 'open')
      expect(open.map(({ id }) => id)).to.deep.equal([sent.checkout_session.provider_session_id])
      expect(rows).to.deep.equal([{ id: sent.checkout_session.provider_session_id }])
    })

    it(`has one credit note and no gap in its series (${String(round)})`, async () => {
      const paid = await anOrder('in_fulfillment')
      const invoiceId = paid.invoices[0]?.id ?? ''
      const path = `/v1/invoices/${invoiceId}/credit-notes`
      const key = randomUUID()
      const body = { amount_minor: 100, reason: 'Wrong' }
      // It has done everything but taken its number.
      const lost = await connected(async (holder) => {
        await holder.query('begin')
        await holder.query(`select from invoice_series where series = 'CN' for update`)
        const [own] = (await holder.query<{ pid: number }>('select pg_backend_pid() as pid')).rows
        const asked = post(path, body, key).catch((error: unknown) => error)
        await until(
          'the credit note to wait for its number',
          () => rowsOf('select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))', own?.pid),
          (waiting) => waiting.length === 1,
        )
        process.kill(platform.pid, 'SIGKILL')
        await holder.query('commit').catch(() => undefined)
        return asked
      })
      await start()
      expect(lost).to.be.instanceOf(Error)

      const note = await post(path, body, key)
      expect(await post(path, body, key)).to.deep.equal(note)
      const rows = await rowsOf('select number from credit_notes where invoice_id = $1', invoiceId)
      expect(rows).to.deep.equal([{ number: (note as { number: string }).number }])
    })
  }

  it('has no job left behind and no law broken', async () => {
    await atRest(platform.databaseUrl, 60_000)
    const findings = await checkLaws(platform.databaseUrl)
    expect(findings.filter(({ violations }) => violations > 0)).to.deep.equal([])
  })
})

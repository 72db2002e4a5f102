import { expect } from 'chai'
import pg from 'pg'
import { startNightlyReconciliation } from '../../../src/application/billing/start-nightly-reconciliation.ts'
import type {
  ReconciliationDifferenceView,
  ReconciliationView,
} from '../../../src/application/ports/reconciliation-reader.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'
import { type StripeSide, sessionOf, stripeSide } from '../orders/stripe-side.ts'

describe('reconciliation with Stripe', function () {
  this.timeout(60_000)
  let platform: TestPlatform
  let stripe: StripeSide
  let client: pg.Client

  before(async () => {
    platform = await startTestPlatform()
    stripe = stripeSide(platform)
    client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
    await platform.pricesSynced()
  })

  afterEach(async () => {
    await stripe.faults({})
  })

  after(async () => {
    try {
      expect(await platform.brokenLaws()).to.deep.equal([])
    } finally {
      await client.end()
      await platform.close()
    }
  })

  const window = () => ({
    from: new Date(Date.now() - 3_600_000).toISOString(),
    to: new Date(Date.now() + 60_000).toISOString(),
  })
  const start = () => platform.api.post<ReconciliationView>('/v1/reconciliations', window())
  const read = (id: string) => platform.api.get<ReconciliationView>(`/v1/reconciliations/${id}`)
  const finished = (id: string) =>
    until(
      'the reconciliation',
      () => read(id),
      ({ status }) => status === 'completed',
      15_000,
    )
  const run = async () => finished((await start()).id)
  const differences = async (id: string) =>
    (
      await platform.api.get<{ data: ReconciliationDifferenceView[] }>(
        `/v1/reconciliations/${id}/differences?limit=100`,
      )
    ).data
  const kindsOf = async (id: string) => (await differences(id)).map(({ kind }) => kind).sort()

  /** An order that Stripe took the money of without anybody telling us. */
  async function paidInSilence() {
    const order = await stripe.order('awaiting_payment')
    await stripe.faults({ webhookDropRate: 1 })
    await stripe.pay(sessionOf(order), 'succeed')
    await stripe.faults({})
    return order
  }

  it('finds nothing where every webhook came', async () => {
    await stripe.order('in_fulfillment')
    await stripe.settled()
    const { id, compared } = await run()
    expect(await differences(id)).to.deep.equal([])
    expect(compared.sessions).to.be.greaterThan(0)
    expect(compared.payments).to.be.greaterThan(0)
    expect(compared.charges).to.be.greaterThan(0)
  })

  it('heals a lost webhook, says that it was lost, and sees it healed the next time', async () => {
    const order = await paidInSilence()
    const first = await run()
    const found = await differences(first.id)
    expect(found.map(({ kind, cause }) => [kind, cause])).to.have.deep.members([
      ['session_status', 'webhook_lost'],
      ['payment_unrecorded', 'webhook_lost'],
    ])
    for (const one of found) expect(one).to.include({ proposed_repair: 'converge', resolved_at: null })
    await stripe.waitFor(order.id, 'the order to be paid', ({ paid_at }) => paid_at !== null)
    await stripe.settled()

    const second = await run()
    expect(await differences(second.id)).to.deep.equal([])
    for (const one of await differences(first.id)) expect(one.resolved_by_id).to.equal(second.id)
    expect((await read(first.id)).open_difference_count).to.equal(0)
    expect((await stripe.read(order.id)).payments).to.have.length(1)
  })

  it('says that the webhook was late when it comes after the report', async () => {
    const order = await stripe.order('awaiting_payment')
    await stripe.faults({ webhookDropRate: 1 })
    await stripe.pay(sessionOf(order), 'succeed')
    await stripe.faults({})
    const { id } = await run()
    for (const event of await stripe.eventsOf(sessionOf(order))) await stripe.resend(event.id)
    await stripe.settled()
    await run()
    expect((await differences(id)).map(({ cause }) => cause)).to.deep.equal(['webhook_late', 'webhook_late'])
  })

  it('records refunds whose webhooks were lost', async () => {
    const order = await stripe.order('in_fulfillment')
    await stripe.settled()
    const { rows } = await client.query<{ id: string }>(
      'select provider_session_id as id from checkout_sessions where order_id = $1',
      [order.id],
    )
    await stripe.faults({ webhookDropRate: 1 })
    const session = rows[0]?.id ?? ''
    await platform.control(`${platform.simulators.stripe}/control/refunds`, { session, amount: 100 })
    await stripe.faults({})
    const { id } = await run()
    expect(await kindsOf(id)).to.deep.equal(['charge_refunded', 'refund_unrecorded'])
    await stripe.waitFor(order.id, 'the refund', ({ amount_refunded_minor: sum }) => sum === 100)
    await stripe.settled()
    expect(await differences((await run()).id)).to.deep.equal([])
  })

  describe('of disputes', () => {
    const dispute = async (order: { payments: readonly { provider_payment_id: string }[] }) =>
      (await platform.control(`${platform.simulators.stripe}/control/disputes`, {
        payment_intent: order.payments[0]?.provider_payment_id ?? '',
      })) as { id: string }
    const decide = (disputeId: string, outcome: string) =>
      platform.control(`${platform.simulators.stripe}/control/disputes/${disputeId}`, { outcome })
    const ofDisputes = async (id: string) =>
      (await differences(id))
        .filter(({ kind }) => kind.startsWith('dispute_'))
        .map(({ kind, proposed_repair, cause }) => [kind, proposed_repair, cause])

    it('heals one that nobody told us of, then its end', async () => {
      const order = await stripe.order('in_fulfillment')
      await stripe.settled()
      await stripe.faults({ webhookDropRate: 1 })
      const { id: disputeId } = await dispute(order)
      await stripe.faults({})
      const first = await run()
      expect(first.compared.disputes).to.equal(1)
      expect(await ofDisputes(first.id)).to.deep.equal([['dispute_unrecorded', 'converge', 'webhook_lost']])
      await stripe.waitFor(order.id, 'the dispute', ({ payment_status }) => payment_status === 'disputed')

      await stripe.faults({ webhookDropRate: 1 })
      await decide(disputeId, 'lost')
      await stripe.faults({})
      const second = await run()
      expect((await ofDisputes(second.id)).map(([kind, repair]) => [kind, repair])).to.deep.equal([
        ['dispute_status', 'converge'],
      ])
      const lost = await stripe.waitFor(order.id, 'the loss', ({ refunds }) => refunds.length > 0)
      expect(lost.refunds[0]).to.include({ amount_minor: order.total_minor, status: 'succeeded' })
      await stripe.settled()
      expect(await ofDisputes((await run()).id)).to.deep.equal([])
    })

    it('books a lost one whose refund is not on record', async () => {
      const order = await stripe.order('in_fulfillment')
      await stripe.settled()
      const { id: disputeId } = await dispute(order)
      await stripe.waitFor(order.id, 'the dispute', ({ payment_status }) => payment_status === 'disputed')
      await client.query(
        `update disputes set status = 'lost', closed_at = now() where provider_dispute_id = $1`,
        [disputeId],
      )
      await stripe.faults({ webhookDropRate: 1 })
      await decide(disputeId, 'lost')
      await stripe.faults({})
      const two = await Promise.all([start(), start()])
      const [report] = await Promise.all(two.map(({ id }) => finished(id)))
      expect((await ofDisputes(report?.id ?? '')).map(([kind]) => kind)).to.deep.equal(['dispute_unbooked'])
      await stripe.waitFor(order.id, 'the loss', ({ refunds }) => refunds.length > 0)
      await stripe.settled()
      expect((await stripe.read(order.id)).refunds).to.have.length(1)
      expect(await ofDisputes((await run()).id)).to.deep.equal([])
    })

    it('leaves to a person what is here and not there, and what was decided otherwise', async () => {
      const order = await stripe.order('in_fulfillment')
      await stripe.settled()
      const { id: disputeId } = await dispute(order)
      await stripe.waitFor(order.id, 'the dispute', ({ payment_status }) => payment_status === 'disputed')
      await decide(disputeId, 'won')
      await stripe.settled()
      const strange = async (from: string, to: string) =>
        client.query('update disputes set provider_dispute_id = $2 where provider_dispute_id = $1', [
          from,
          to,
        ])
      await strange(disputeId, 'dp_stranger')
      const { id } = await run()
      expect((await ofDisputes(id)).map(([kind, repair]) => [kind, repair])).to.have.deep.members([
        ['dispute_missing', 'review'],
        ['dispute_unrecorded', 'converge'],
      ])
      await stripe.settled()
    })
  })

  it('does not begin a night when it is switched off', async () => {
    const off = startNightlyReconciliation({
      unitOfWork: null as never,
      clock: { now: () => new Date() },
      ids: { make: () => expect.fail('nothing is begun') },
      reconciliationDays: 0,
    })
    expect(await off({ slot: '2026-10-10T03:41' }, null as never)).to.deep.equal({ outcome: 'done' })
  })

  it('tells of what is here and not there, and leaves it to a person', async () => {
    const order = await stripe.order('awaiting_payment')
    await stripe.settled()
    const stranger = `cs_test_stranger_${order.id}`
    await client.query('update checkout_sessions set provider_session_id = $2 where order_id = $1', [
      order.id,
      stranger,
    ])
    const { id } = await run()
    const missing = (await differences(id)).filter(({ kind }) => kind === 'session_missing')
    expect(missing.map(({ provider_object_id: object }) => object)).to.deep.equal([stranger])
    expect(missing[0]).to.include({ proposed_repair: 'review', cause: null, order_id: order.id })
    await client.query('update checkout_sessions set provider_session_id = $2 where order_id = $1', [
      order.id,
      sessionOf(order),
    ])
  })

  it('closes a session that is closed here and open there', async () => {
    const order = await stripe.order('awaiting_payment')
    await stripe.settled()
    await client.query(
      "update checkout_sessions set status = 'expired', closed_at = now() where order_id = $1",
      [order.id],
    )
    expect(await kindsOf((await run()).id)).to.deep.equal(['session_left_open'])
    await until(
      'the session to be closed',
      () => stripe.get<{ status: string }>(`/v1/checkout/sessions/${sessionOf(order)}`),
      ({ status }) => status === 'expired',
    )
    await stripe.settled()
  })

  it('is harmless twice at once', async () => {
    const order = await paidInSilence()
    const two = await Promise.all([start(), start()])
    await Promise.all(two.map(({ id }) => finished(id)))
    await stripe.waitFor(order.id, 'the order to be paid', ({ paid_at }) => paid_at !== null)
    await stripe.settled()
    const after = await stripe.read(order.id)
    expect(after.payments).to.have.length(1)
    expect(after.invoices).to.have.length(1)
  })

  it('is repeated whole when Stripe goes away in the middle, and tells each difference once', async () => {
    await paidInSilence()
    const { id } = await start()
    await finished(id)
    const told = await differences(id)
    const context = {
      actor: { kind: 'system', id: 'test', name: 'test' },
      correlationId: 'test',
      causationId: null,
      alongside: null,
    } as const
    await client.query('update reconciliations set finished_at = null where id = $1', [id])
    await stripe.faults({ apiServerErrorRate: 1 })
    const again = platform.runtime.app.jobHandlers['reconcile-stripe']
    await again({ reconciliationId: id } as never, context).then(
      () => expect.fail('Stripe was away'),
      (error: unknown) => {
        expect(String(error)).to.match(/Stripe/)
      },
    )
    await stripe.faults({})
    await again({ reconciliationId: id } as never, context)
    await stripe.settled()
    expect((await differences(id)).map(({ id: one }) => one)).to.have.members(told.map(({ id: one }) => one))
  })

  it('is begun once a night, however often the night is announced', async () => {
    const slot = '2026-10-09T03:41'
    const { app } = platform.runtime
    await app.enqueueScheduledJob({ name: 'start-nightly-reconciliation', slot })
    await app.enqueueScheduledJob({ name: 'start-nightly-reconciliation', slot })
    await stripe.settled()
    const { rows } = await client.query<{ id: string }>('select id from reconciliations where slot = $1', [
      slot,
    ])
    expect(rows).to.have.length(1)
    expect(await finished(rows[0]?.id ?? '')).to.include({ requested_by: 'scheduler' })
  })

  describe('of a night', () => {
    let nights = 0

    async function night(): Promise<string> {
      nights += 1
      const slot = `2026-11-${String(nights).padStart(2, '0')}T03:41`
      await platform.runtime.app.enqueueScheduledJob({ name: 'start-nightly-reconciliation', slot })
      await stripe.settled()
      const { rows } = await client.query<{ id: string }>('select id from reconciliations where slot = $1', [
        slot,
      ])
      return (await finished(rows[0]?.id ?? '')).id
    }

    async function inSilence(act: () => Promise<unknown>): Promise<void> {
      await stripe.settled()
      await stripe.faults({ webhookDropRate: 1 })
      await act()
      await stripe.faults({})
    }

    const madeDaysAgo = (table: string, days: number, orderId: string) =>
      client.query(
        table === 'refunds'
          ? `update refunds r set created_at = r.created_at - $2 * interval '1 day'
             from payment_records p where p.id = r.payment_id and p.order_id = $1`
          : `update ${table} set created_at = created_at - $2 * interval '1 day' where order_id = $1`,
        [orderId, days],
      )

    const of = async (reconciliationId: string, orderId: string) =>
      (await differences(reconciliationId))
        .filter(({ order_id }) => order_id === orderId)
        .map(({ kind, proposed_repair }) => [kind, proposed_repair])

    const sessionAtStripe = async (orderId: string) => {
      const { rows } = await client.query<{ id: string }>(
        'select provider_session_id as id from checkout_sessions where order_id = $1',
        [orderId],
      )
      return rows[0]?.id ?? ''
    }

    for (const [outcome, status] of [
      ['async_succeed', 'in_fulfillment'],
      ['async_fail', 'payment_failed'],
    ] as const) {
      it(`heals a debit that became ${outcome} in silence after six days, and sees it healed`, async () => {
        const order = await stripe.order('payment_processing')
        const session = await sessionAtStripe(order.id)
        await madeDaysAgo('checkout_sessions', 6, order.id)
        expect(await of(await night(), order.id)).to.deep.equal([])
        await inSilence(() => stripe.pay(session, outcome))
        const healing = await night()
        expect(await of(healing, order.id)).to.deep.equal([['session_status', 'converge']])
        await stripe.waitFor(order.id, status, (one) => one.status === status)
        const next = await night()
        expect(await of(next, order.id)).to.deep.equal([])
        const [told] = (await differences(healing)).filter(({ order_id }) => order_id === order.id)
        expect(told?.resolved_by_id).to.equal(next)
      })
    }

    it('finds the money that came late for a cancelled order', async () => {
      const order = await stripe.order('payment_processing')
      const session = await sessionAtStripe(order.id)
      await platform.api.post(`/v1/orders/${order.id}/cancel`, { reason: 'No longer wanted' })
      await madeDaysAgo('checkout_sessions', 6, order.id)
      await inSilence(() => stripe.pay(session, 'async_succeed'))
      expect(await of(await night(), order.id)).to.deep.equal([['session_status', 'converge']])
      await stripe.waitFor(order.id, 'the money', ({ payments }) => payments.length > 0)
    })

    it('hears of a refund that bounced after its time, pending or done', async () => {
      for (const status of ['pending', 'succeeded']) {
        const order = await stripe.order('in_fulfillment')
        await stripe.settled()
        const control = `${platform.simulators.stripe}/control/refunds`
        const session = await sessionAtStripe(order.id)
        const refund = (await platform.control(control, { session, amount: 100, status })) as { id: string }
        await stripe.waitFor(order.id, 'the refund', ({ refunds }) => refunds[0]?.status === status)
        await madeDaysAgo('refunds', 20, order.id)
        await inSilence(() => platform.control(`${control}/${refund.id}`, { status: 'failed' }))
        expect(await of(await night(), order.id), status).to.deep.equal([['refund_status', 'converge']])
        await stripe.waitFor(order.id, 'the bounce', ({ refunds }) => refunds[0]?.status === 'failed')
      }
    })

    it('hears of a dispute that was decided after weeks, and leaves what it took alone', async () => {
      const order = await stripe.order('in_fulfillment')
      await stripe.settled()
      const control = `${platform.simulators.stripe}/control/disputes`
      const made = (await platform.control(control, { session: await sessionAtStripe(order.id) })) as {
        id: string
      }
      await stripe.waitFor(order.id, 'the dispute', ({ payment_status }) => payment_status === 'disputed')
      await madeDaysAgo('disputes', 60, order.id)
      await inSilence(() => platform.control(`${control}/${made.id}`, { outcome: 'lost' }))
      expect(await of(await night(), order.id)).to.deep.equal([['dispute_status', 'converge']])
      await stripe.waitFor(order.id, 'the loss', ({ refunds }) => refunds.length > 0)
      await stripe.settled()
      expect(await of((await run()).id, order.id)).to.deep.equal([])
      expect(await of(await night(), order.id)).to.deep.equal([])
    })
  })
})

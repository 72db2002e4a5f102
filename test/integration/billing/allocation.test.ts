import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import type { InvoiceView } from '../../../src/application/ports/billing-reader.ts'
import type { PaymentDetailView } from '../../../src/application/ports/settlement-reader.ts'
import { ApiRefused } from '../../../src/entrypoints/cli/api-client.ts'
import { insertInboxEntry, insertInvoiceBy } from '../../support/issued-invoices.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const CALLERS = 50

describe('money that many allocate at once', function () {
  this.timeout(60_000)
  let platform: TestPlatform
  let client: pg.Client
  let companyId: string

  before(async () => {
    platform = await startTestPlatform()
    client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
    companyId = (
      await platform.api.post<{ id: string }>('/v1/companies', {
        name: 'Payer Inc.',
        legacy_ref: `LEG-${randomUUID()}`,
        currency: 'USD',
      })
    ).id
  })

  after(async () => {
    try {
      expect(await platform.brokenLaws()).to.deep.equal([])
    } finally {
      await client.end()
      await platform.close()
    }
  })

  const transfer = (amountMinor: number) => ({
    company_id: companyId,
    method: 'bank_transfer',
    reference: randomUUID(),
    received_on: '2026-03-02',
    amount_minor: amountMinor,
    currency: 'USD',
  })
  const pay = async (amountMinor: number) =>
    (await platform.api.post<PaymentDetailView>('/v1/payments', transfer(amountMinor))).id
  const invoice = (totalMinor: number) => insertInvoiceBy(client, { companyId, totalMinor })
  const payment = (id: string) => platform.api.get<PaymentDetailView>(`/v1/payments/${id}`)
  const invoiceOf = (id: string) => platform.api.get<InvoiceView>(`/v1/invoices/${id}`)
  const allocate = (paymentId: string, ...shares: [string, number][]) =>
    platform.api.post<PaymentDetailView>(`/v1/payments/${paymentId}/allocations`, {
      allocations: shares.map(([invoice_id, amount_minor]) => ({ invoice_id, amount_minor })),
    })

  /** How many were done, and how each of the others was refused. */
  async function settled(calls: Promise<unknown>[]): Promise<{ done: number; refusals: string[] }> {
    const results = await Promise.allSettled(calls)
    const refusals = results.flatMap((result) => {
      if (result.status === 'fulfilled') return []
      const { reason } = result as { reason: unknown }
      return [reason instanceof ApiRefused ? `${String(reason.status)} ${reason.code}` : String(reason)]
    })
    return { done: results.length - refusals.length, refusals }
  }

  const many = (call: (index: number) => Promise<unknown>) =>
    settled(Array.from({ length: CALLERS }, (_one, index) => call(index)))

  it('is never more than the payment brought', async () => {
    const paymentId = await pay(700)
    const invoices: string[] = []
    for (let index = 0; index < CALLERS; index += 1) invoices.push(await invoice(100))
    const { done, refusals } = await many((index) => allocate(paymentId, [invoices[index] ?? '', 100]))
    expect(done).to.equal(7)
    expect(new Set(refusals)).to.deep.equal(new Set(['409 amount_exceeds_remaining']))
    expect(await payment(paymentId)).to.include({ allocated_minor: 700, unapplied_minor: 0 })
  })

  it('is never more than the invoice is for', async () => {
    const invoiceId = await invoice(700)
    const payments: string[] = []
    for (let index = 0; index < CALLERS; index += 1) payments.push(await pay(100))
    const { done, refusals } = await many((index) => allocate(payments[index] ?? '', [invoiceId, 100]))
    expect(done).to.equal(7)
    expect(new Set(refusals)).to.deep.equal(new Set(['409 amount_exceeds_remaining']))
    const { version, ...paid } = await invoiceOf(invoiceId)
    expect(paid).to.include({ status: 'paid', balance_minor: 0 })
    expect(version).to.equal(8)
  })

  it('settles invoices named in any order without waiting for each other in a circle', async () => {
    const [a, b] = [await invoice(1000), await invoice(1000)]
    const payments = [await pay(1000), await pay(1000)]
    const { done, refusals } = await many((index) => {
      const shares: [string, number][] = [
        [a, 20],
        [b, 20],
      ]
      return allocate(payments[index % 2] ?? '', ...(index % 4 < 2 ? shares : shares.reverse()))
    })
    expect(refusals).to.deep.equal([])
    expect(done).to.equal(CALLERS)
    for (const id of [a, b]) expect(await invoiceOf(id)).to.include({ status: 'paid', balance_minor: 0 })
    for (const id of payments) expect((await payment(id)).unapplied_minor).to.equal(0)
  })

  it('is taken back once by many who take it back', async () => {
    const invoiceId = await invoice(100)
    const paymentId = await pay(100)
    const { allocations } = await allocate(paymentId, [invoiceId, 100])
    const path = `/v1/payments/${paymentId}/allocations/${allocations[0]?.id ?? ''}/reverse`
    const { done } = await many(() => platform.api.post(path, { reason: 'Not theirs.' }))
    expect(done).to.equal(CALLERS)
    expect(await invoiceOf(invoiceId)).to.include({ status: 'issued', balance_minor: 100, version: 3 })
    expect((await payment(paymentId)).unapplied_minor).to.equal(100)
  })

  it('is recorded once, however many record the same', async () => {
    const body = transfer(123)
    const { done, refusals } = await many(() => platform.api.post('/v1/payments', body))
    expect(done).to.equal(1)
    expect(new Set(refusals)).to.deep.equal(new Set(['409 already_exists']))
  })

  it('leaves the inbox once, applied or held', async () => {
    const invoiceId = await invoice(1000)
    const { entryId, paymentId } = await insertInboxEntry(client, { companyId, amountMinor: 1000 })
    const { refusals } = await many((index) =>
      index % 2 === 0
        ? platform.api.post(`/v1/unapplied-payments/${entryId}/hold`, {})
        : platform.api.post(`/v1/unapplied-payments/${entryId}/apply`, {
            allocations: [{ invoice_id: invoiceId, amount_minor: 1000 }],
          }),
    )
    expect(new Set(refusals)).to.deep.equal(new Set(['409 move_not_allowed']))
    const { allocated_minor: allocated } = await payment(paymentId)
    const { balance_minor: balance } = await invoiceOf(invoiceId)
    expect([0, 1000]).to.include(allocated)
    expect(balance).to.equal(1000 - allocated)
  })

  describe('is guarded by the database alone, too', () => {
    const insert = (by: pg.Client, paymentId: string, invoiceId: string, amountMinor: number) =>
      by
        .query(
          `insert into payment_allocations (id, payment_id, invoice_id, company_id, amount_minor, created_at)
           values ('pal_' || substr(md5(random()::text), 1, 26), $1, $2, $3, $4, now())`,
          [paymentId, invoiceId, companyId, amountMinor],
        )
        .then(
          () => null,
          (error: unknown) => error,
        )

    it('against more than is there, and another currency', async () => {
      const [paymentId, small] = [await pay(100), await invoice(50)]
      expect(await insert(client, paymentId, small, 51)).to.include({
        code: '23514',
        constraint: 'payment_allocations_within_invoice',
      })
      expect(await insert(client, paymentId, await invoice(500), 101)).to.include({
        code: '23514',
        constraint: 'payment_allocations_within_payment',
      })
      const inEuro = await insertInvoiceBy(client, { companyId, totalMinor: 50, currency: 'EUR' })
      expect(await insert(client, paymentId, inEuro, 1)).to.include({
        code: '23514',
        constraint: 'payment_allocations_one_currency',
      })
    })

    it('against a reversed allocation that comes alive again', async () => {
      const [paymentId, invoiceId] = [await pay(100), await invoice(100)]
      const { allocations } = await allocate(paymentId, [invoiceId, 100])
      const [first] = allocations
      await platform.api.post(`/v1/payments/${paymentId}/allocations/${first?.id ?? ''}/reverse`, {
        reason: 'Not theirs.',
      })
      await allocate(paymentId, [invoiceId, 100])
      const revived = await client
        .query('update payment_allocations set reversed_at = null, reversal_reason = null where id = $1', [
          first?.id,
        ])
        .then(
          () => null,
          (error: unknown) => error,
        )
      expect(revived).to.include({ code: '23514', constraint: 'payment_allocations_within_invoice' })
    })

    it('against two direct writers at once', async () => {
      const [paymentId, invoices] = [await pay(100), [await invoice(100), await invoice(100)]]
      const other = new pg.Client({ connectionString: platform.databaseUrl })
      await other.connect()
      try {
        await client.query('begin')
        expect(await insert(client, paymentId, invoices[0] ?? '', 100)).to.equal(null)
        const waiting = insert(other, paymentId, invoices[1] ?? '', 100)
        await client.query('commit')
        expect(await waiting).to.include({ constraint: 'payment_allocations_within_payment' })
        // What was written behind the application's back is taken back, so that the laws hold.
        await client.query('delete from payment_allocations where payment_id = $1', [paymentId])
      } finally {
        await other.end()
      }
    })
  })
})

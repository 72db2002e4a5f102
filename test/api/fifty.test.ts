import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { type Called, call, done } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, sql } from './world.ts'

const FIFTY = 50

describe('API: money that fifty people touch at once', function () {
  this.timeout(60_000)
  usePlatform()

  const atOnce = (ask: (index: number) => Promise<Called>): Promise<Called[]> =>
    Promise.all(Array.from({ length: FIFTY }, (_one, index) => ask(index)))
  const doneOf = (answers: readonly Called[]) => answers.filter(({ status }) => status < 300).length
  /** Nobody is told anything but that less is left. */
  const expectNothingElse = (answers: readonly Called[]) => {
    const codes = answers
      .filter(({ status }) => status >= 300)
      .map(({ status, body }) => `${status} ${(body as { code: string }).code}`)
    expect([...new Set(codes)]).to.deep.equal(['409 amount_exceeds_remaining'])
  }

  async function anInvoice(amount: number, isIssued = true): Promise<string> {
    const { body: draft } = await done('createInvoice', {
      body: {
        company_id: harbour,
        currency: 'USD',
        lines: [{ kind: 'item', description: 'Survey', quantity: 1, unit_amount_minor: amount }],
      },
    })
    if (isIssued) await done('issueInvoice', { params: { invoiceId: draft.id }, body: {} })
    return draft.id
  }
  async function aTransfer(amount: number): Promise<string> {
    const { body } = await done('recordManualPayment', {
      body: {
        company_id: harbour,
        method: 'bank_transfer',
        reference: randomUUID(),
        received_on: '2026-01-05',
        amount_minor: amount,
        currency: 'USD',
      },
    })
    return body.id
  }
  const readInvoice = async (invoiceId: string) => (await done('getInvoice', { params: { invoiceId } })).body
  const readPayment = async (paymentId: string) => (await done('getPayment', { params: { paymentId } })).body

  it('settles an invoice no further than it is for', async () => {
    const invoiceId = await anInvoice(700)
    const paymentId = await aTransfer(10_000)
    const answers = await atOnce(() =>
      call('allocatePayment', {
        params: { paymentId },
        body: { allocations: [{ invoice_id: invoiceId, amount_minor: 100 }] },
      }),
    )
    expect(doneOf(answers)).to.equal(7)
    expectNothingElse(answers)
    expect(await readInvoice(invoiceId)).to.include({ status: 'paid', balance_minor: 0 })
    expect(await readPayment(paymentId)).to.include({ allocated_minor: 700, unapplied_minor: 9300 })
  })

  it('credits an invoice no further than it is for', async () => {
    const invoiceId = await anInvoice(700)
    const answers = await atOnce(() =>
      call('createCreditNote', { params: { invoiceId }, body: { amount_minor: 100, reason: 'Wrong' } }),
    )
    expect(doneOf(answers)).to.equal(7)
    expectNothingElse(answers)
    expect(await readInvoice(invoiceId)).to.include({ status: 'paid', amount_credited_minor: 700 })
  })

  it('settles and credits one invoice together no further than it is for', async () => {
    const invoiceId = await anInvoice(2000)
    const paymentId = await aTransfer(10_000)
    const answers = await atOnce((index) =>
      index % 2 === 0
        ? call('allocatePayment', {
            params: { paymentId },
            body: { allocations: [{ invoice_id: invoiceId, amount_minor: 100 }] },
          })
        : call('createCreditNote', { params: { invoiceId }, body: { amount_minor: 100, reason: 'Wrong' } }),
    )
    // A note over what is paid already frees as much of the payment, so that every note is made.
    expect(doneOf(answers)).to.be.at.least(25)
    const { amount_allocated_minor, amount_credited_minor, ...invoice } = await readInvoice(invoiceId)
    expect(invoice.balance_minor).to.equal(0)
    expect(amount_credited_minor).to.be.at.most(2000)
    expect(amount_allocated_minor + amount_credited_minor).to.equal(2000)
    expect(await readPayment(paymentId)).to.include({ unapplied_minor: 10_000 - amount_allocated_minor })
  })

  it('sends a payment back in parts no further than it was', async () => {
    const order = await anOrder('in_fulfillment')
    const [payment] = order.payments
    const paymentId = payment?.id ?? ''
    const answers = await atOnce(() =>
      call('createRefund', { params: { paymentId }, body: { amount_minor: 500, reason: 'A part' } }),
    )
    expect(doneOf(answers)).to.equal(7)
    expectNothingElse(answers)
    const refunds = await until(
      'every refund to be made',
      () =>
        sql<{ status: string; credited_minor: string; provider_refund_id: string }>(
          'select status, credited_minor, provider_refund_id from refunds where payment_id = $1',
          [paymentId],
        ),
      (rows) => rows.every(({ status }) => status === 'succeeded'),
      20_000,
    )
    expect(refunds.map(({ credited_minor }) => Number(credited_minor))).to.deep.equal(
      Array.from({ length: 7 }, () => 500),
    )
    const { simulators } = await platform()
    const atStripe = await fetch(
      `${simulators.stripe}/v1/refunds?limit=100&payment_intent=${payment?.provider_payment_id ?? ''}`,
      { headers: { authorization: 'Bearer sk_test_simulator' } },
    )
    const { data } = (await atStripe.json()) as { data: { id: string; amount: number }[] }
    expect(data.map(({ id }) => id).sort()).to.deep.equal(
      refunds.map(({ provider_refund_id }) => provider_refund_id).sort(),
    )
    expect(await readInvoice(order.invoices[0]?.id ?? '')).to.include({
      status: 'paid',
      balance_minor: 0,
      amount_credited_minor: 3500,
      amount_allocated_minor: 300,
    })
  })

  it('sends a payment back or spends it, and never both', async () => {
    const order = await anOrder('in_fulfillment')
    const paymentId = order.payments[0]?.id ?? ''
    const { allocations } = await readPayment(paymentId)
    await done('reversePaymentAllocation', {
      params: { paymentId, allocationId: allocations[0]?.id ?? '' },
      body: { reason: 'Raced' },
    })
    const invoiceId = await anInvoice(10_000)
    const answers = await atOnce((index) =>
      index % 2 === 0
        ? call('createRefund', { params: { paymentId }, body: { amount_minor: 100, reason: 'A part' } })
        : call('allocatePayment', {
            params: { paymentId },
            body: { allocations: [{ invoice_id: invoiceId, amount_minor: 300 }] },
          }),
    )
    expectNothingElse(answers)
    await until(
      'every refund to be made',
      () => sql<{ status: string }>('select status from refunds where payment_id = $1', [paymentId]),
      (rows) => rows.every(({ status }) => status === 'succeeded'),
      20_000,
    )
    const after = await readPayment(paymentId)
    expect(after.allocated_minor + after.refunded_minor + after.unapplied_minor).to.equal(3800)
    expect(after.unapplied_minor).to.be.at.least(0)
  })

  it('numbers invoices and credit notes that are made together, each in its series, without a gap', async () => {
    const drafts = await Promise.all(Array.from({ length: FIFTY / 2 }, () => anInvoice(100, false)))
    const credited = await anInvoice(10_000)
    const answers = await atOnce((index) =>
      index % 2 === 0
        ? call('issueInvoice', { params: { invoiceId: drafts[index / 2] ?? '' }, body: {} })
        : call('createCreditNote', {
            params: { invoiceId: credited },
            body: { amount_minor: 10, reason: 'Wrong' },
          }),
    )
    expect(doneOf(answers)).to.equal(FIFTY)
    const numbers = answers.map(({ body }) => (body as { number: string }).number)
    expect(new Set(numbers).size).to.equal(FIFTY)
    expect(numbers.filter((number) => number.startsWith('INV-'))).to.have.length(FIFTY / 2)
    const { body: series } = await done('listInvoiceSeries', {})
    for (const { series: name, gaps } of series.data) expect(gaps, name).to.deep.equal([])
  })

  it('keeps every law', async () => {
    expect(await (await platform()).brokenLaws()).to.deep.equal([])
  })
})

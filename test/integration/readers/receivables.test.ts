import { expect } from 'chai'
import pg from 'pg'
import type { DatabasePool } from 'slonik'
import { createBillingReader } from '../../../src/adapters/postgres/billing/billing-reader.ts'
import { createReceivablesReader } from '../../../src/adapters/postgres/billing/receivables-reader.ts'
import { createRefundReader } from '../../../src/adapters/postgres/billing/refund-reader.ts'
import { createDatabasePool } from '../../../src/adapters/postgres/pool.ts'
import type { InvoiceFilter, PaymentFilter } from '../../../src/application/ports/billing-reader.ts'
import type { Page, PageKey, PageRequest } from '../../../src/application/ports/page.ts'
import type { ReceivablesReader, StatementPeriod } from '../../../src/application/ports/receivables-reader.ts'
import type { RefundFilter } from '../../../src/application/ports/refund-reader.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { applySql, idOf } from './reader-database.ts'

// Toronto, and the two ends of the world's calendar.
const toronto = idOf('com')
const kiritimati = idOf('com', 2)
const losAngeles = idOf('com', 3)
const buckets = idOf('com', 4)
const busy = idOf('com', 5)
const all: PageRequest = { limit: 1000, after: null }

interface Written {
  n: number
  company: string
  total: number
  status: string
  issued: string
  due: string
  paidAt?: string
  voidedAt?: string
  currency?: string
}

describe('receivables', function () {
  this.timeout(120_000)
  let database: TestDatabase
  let pool: DatabasePool
  let client: pg.Client
  let receivables: ReceivablesReader

  async function invoice(one: Written): Promise<void> {
    const number = one.status === 'draft' ? null : `INV-${String(one.n).padStart(6, '0')}`
    const isNumbered = number !== null
    await client.query(
      `insert into invoices
         (id, series, number, sequence_number, company_id, kind, status, currency, subtotal_minor, total_minor, bill_to,
          issued_on, due_on, issued_at, paid_at, voided_at, created_at, updated_at)
       values ($1, 'INV', $2, $3, $4, 'manual', $5, $6, $7, $7, '{}', $8, $9, $8::date + time '12:00', $10, $11, $12, $12)`,
      [
        idOf('inv', one.n),
        number,
        isNumbered ? one.n : null,
        one.company,
        one.status,
        one.currency ?? 'CAD',
        one.total,
        isNumbered ? one.issued : null,
        isNumbered ? one.due : null,
        one.paidAt ?? null,
        one.voidedAt ?? null,
        `${one.issued}T12:00:00Z`,
      ],
    )
  }

  async function payment(n: number, company: string, amount: number, at: string, currency = 'CAD') {
    await client.query(
      `insert into payment_records
         (id, company_id, provider, provider_payment_id, amount_minor, currency, received_at, created_at)
       values ($1, $2, 'stripe', $3, $4, $5, $6, $6)`,
      [idOf('pay', n), company, `pi_${n}`, amount, currency, at],
    )
  }

  async function allocation(
    n: number,
    ids: { payment: number; invoice: number },
    amount: number,
    at: string,
  ) {
    await client.query(
      `insert into payment_allocations (id, payment_id, invoice_id, company_id, amount_minor, created_at)
       select $1, $2, id, company_id, $4, $5 from invoices where id = $3`,
      [idOf('pal', n), idOf('pay', ids.payment), idOf('inv', ids.invoice), amount, at],
    )
  }

  async function refund(n: number, paymentNumber: number, amount: number, status: string, at: string) {
    await client.query(
      `insert into refunds
         (id, payment_id, company_id, amount_minor, currency, status, origin, created_at, updated_at)
       select $1, id, company_id, $3, currency, $4, 'provider', $5, $5 from payment_records where id = $2`,
      [idOf('rfn', n), idOf('pay', paymentNumber), amount, status, at],
    )
  }

  before(async () => {
    database = await createTestDatabase(applySql)
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
    const zones = ['America/Toronto', 'Pacific/Kiritimati', 'America/Los_Angeles', 'UTC', 'UTC']
    for (const [index, zone] of zones.entries()) {
      await client.query(
        `insert into company_mirrors (id, legacy_ref, name, snapshot, revision, refreshed_at)
         values ($1, $2, $2, '{}', 1, now())`,
        [idOf('cmr', index + 1), `m-${index}`],
      )
      await client.query(
        `insert into companies (id, company_mirror_id, name, currency, time_zone, created_at, updated_at)
         values ($1, $2, $3, 'CAD', $4, now(), now())`,
        [idOf('com', index + 1), idOf('cmr', index + 1), `Company ${index + 1}`, zone],
      )
    }
    await client.query(`insert into invoice_series values ('INV', 'INV-', 0) on conflict do nothing`)

    // Half paid, with money that came late in the evening of Toronto.
    await invoice({
      n: 1,
      company: toronto,
      total: 10_000,
      status: 'partially_paid',
      issued: '2026-01-10',
      due: '2026-02-09',
    })
    await payment(1, toronto, 4_000, '2026-01-20T03:00:00.000Z')
    await allocation(1, { payment: 1, invoice: 1 }, 4_000, '2026-01-20T03:00:00.000Z')
    // Paid too much, which went back; a second refund failed.
    await invoice({
      n: 2,
      company: toronto,
      total: 5_000,
      status: 'paid',
      issued: '2026-03-01',
      due: '2026-03-01',
      paidAt: '2026-03-05T15:00:00Z',
    })
    await payment(2, toronto, 6_000, '2026-03-05T15:00:00.000Z')
    await allocation(2, { payment: 2, invoice: 2 }, 5_000, '2026-03-05T15:00:00.000Z')
    await refund(1, 2, 1_000, 'succeeded', '2026-03-06T15:00:00.000Z')
    await refund(2, 2, 500, 'failed', '2026-03-07T15:00:00.000Z')
    // A mistake, a draft, and another currency.
    await invoice({
      n: 3,
      company: toronto,
      total: 700,
      status: 'void',
      issued: '2026-03-02',
      due: '2026-04-01',
      voidedAt: '2026-03-03T15:00:00Z',
    })
    await invoice({
      n: 4,
      company: toronto,
      total: 99,
      status: 'draft',
      issued: '2026-03-02',
      due: '2026-04-01',
    })
    await payment(3, toronto, 100, '2026-03-01T15:00:00.000Z', 'USD')
    // Settled, and then not.
    await invoice({
      n: 5,
      company: toronto,
      total: 300,
      status: 'issued',
      issued: '2026-01-11',
      due: '2026-12-31',
    })
    await payment(4, toronto, 300, '2026-02-01T15:00:00.000Z')
    await allocation(3, { payment: 4, invoice: 5 }, 300, '2026-02-01T15:00:00.000Z')
    await client.query(
      `update payment_allocations set reversed_at = '2026-02-20T15:00:00Z', reversal_reason = 'Wrong invoice'
       where id = $1`,
      [idOf('pal', 3)],
    )

    // Paid half an hour after midnight in one place, half an hour before it in the other.
    const paid = { status: 'paid', total: 1, issued: '2026-03-01', due: '2026-03-01' }
    await invoice({ ...paid, n: 6, company: kiritimati, paidAt: '2026-03-04T10:30:00Z' })
    await payment(5, kiritimati, 1, '2026-03-04T10:30:00Z')
    await allocation(4, { payment: 5, invoice: 6 }, 1, '2026-03-04T10:30:00Z')
    await invoice({ ...paid, n: 7, company: losAngeles, paidAt: '2026-03-05T07:30:00Z' })
    await payment(6, losAngeles, 1, '2026-03-05T07:30:00Z')
    await allocation(5, { payment: 6, invoice: 7 }, 1, '2026-03-05T07:30:00Z')

    // Each amount says which edge of a bucket it stands at on 30 June.
    const edges = [
      ['2026-07-01', 1],
      ['2026-06-30', 10],
      ['2026-06-29', 100],
      ['2026-05-31', 1_000],
      ['2026-05-30', 10_000],
      ['2026-05-01', 100_000],
      ['2026-04-30', 1_000_000],
      ['2026-04-01', 10_000_000],
      ['2026-03-31', 100_000_000],
    ] as const
    for (const [index, [due, total]] of edges.entries())
      await invoice({ n: 10 + index, company: buckets, total, status: 'issued', issued: '2026-03-31', due })

    // Much at once: the same day, the same instant.
    for (let n = 100; n < 140; n += 1) {
      const day = `2026-02-${String(1 + (n % 5)).padStart(2, '0')}`
      await invoice({ n, company: busy, total: n, status: 'issued', issued: day, due: day })
      await payment(n, busy, (n * 7) % 50, `${day}T12:00:00.000Z`)
      if (n % 4 === 0) await refund(n, n, 1, 'succeeded', `${day}T12:00:00.000Z`)
    }
    pool = await createDatabasePool({ url: database.url, maxConnections: 2, statementTimeoutMs: 5_000 })
    receivables = createReceivablesReader(pool)
  })

  after(async () => {
    await pool.end()
    await client.end()
    await database.drop()
  })

  async function everything<T>(limit: number, list: (page: PageRequest) => Promise<Page<T>>): Promise<T[]> {
    const rows: T[] = []
    let after: PageKey | null = null
    do {
      const page: Page<T> = await list({ limit, after })
      rows.push(...page.data)
      after = page.next
    } while (after !== null)
    return rows
  }

  const statement = async (company: string, period: StatementPeriod, page = all) =>
    (await receivables.statement(company, period, page))!

  it('states an account from its opening to its closing balance', async () => {
    const { data, next, ...head } = await statement(toronto, { from: '2026-01-19', to: '2026-03-05' })
    expect(head).to.deep.equal({
      company_id: toronto,
      company_name: 'Company 1',
      currency: 'CAD',
      from: '2026-01-19',
      to: '2026-03-05',
      opening_balance_minor: 10_300,
      debit_minor: 5_700,
      credit_minor: 11_000,
      closing_balance_minor: 5_000,
    })
    expect(next).to.equal(null)
    expect(
      data.map((one) => [
        one.kind,
        one.date,
        one.document,
        one.debit_minor - one.credit_minor,
        one.balance_minor,
      ]),
    ).to.deep.equal([
      ['payment', '2026-01-19', 'pi_1', -4_000, 6_300],
      ['payment', '2026-02-01', 'pi_4', -300, 6_000],
      ['invoice', '2026-03-01', 'INV-000002', 5_000, 11_000],
      ['invoice', '2026-03-02', 'INV-000003', 700, 11_700],
      ['reversal', '2026-03-03', 'INV-000003', -700, 11_000],
      ['payment', '2026-03-05', 'pi_2', -6_000, 5_000],
    ])
  })

  it('closes at what the books say by another way, for every company, day and currency', async () => {
    for (const company of [toronto, kiritimati, losAngeles, buckets, busy]) {
      for (const to of ['2026-01-19', '2026-02-03', '2026-03-02', '2026-03-04', '2026-12-31']) {
        for (const currency of ['CAD', 'USD']) {
          const { rows } = await client.query<{ owed: string }>(
            `select
               coalesce((select sum(total_minor) from invoices
                 where company_id = $1 and currency = $3 and number is not null and issued_on <= $2::date
                   and (voided_at is null or (voided_at at time zone $4)::date > $2::date)), 0)
               - coalesce((select sum(amount_minor) from payment_records
                 where company_id = $1 and currency = $3 and (received_at at time zone $4)::date <= $2::date), 0)
               + coalesce((select sum(r.amount_minor) from refunds r join payment_records p on p.id = r.payment_id
                 where p.company_id = $1 and r.currency = $3 and r.status = 'succeeded'
                   and (r.updated_at at time zone $4)::date <= $2::date), 0) as owed`,
            [company, to, currency, await zoneOf(company)],
          )
          const { closing_balance_minor, data } = await statement(company, { to, currency })
          expect(closing_balance_minor, `${company} ${to} ${currency}`).to.equal(Number(rows[0]?.owed))
          expect(data.at(-1)?.balance_minor ?? 0).to.equal(closing_balance_minor)
        }
      }
    }
  })

  async function zoneOf(company: string): Promise<string> {
    const { rows } = await client.query<{ time_zone: string }>(
      'select time_zone from companies where id = $1',
      [company],
    )
    return rows[0]?.time_zone ?? ''
  }

  it('pages through movements of one instant without losing or repeating one', async () => {
    const period = { from: '2026-02-02' }
    const { data: whole } = await statement(busy, period)
    expect(whole.length).to.equal(72)
    for (const limit of [1, 7]) {
      const paged = await everything(limit, (page) => statement(busy, period, page))
      expect(paged).to.deep.equal(whole)
    }
  })

  it('opens one period with what the period before closed with', async () => {
    const before = await statement(busy, { to: '2026-02-02' })
    const after = await statement(busy, { from: '2026-02-03' })
    const whole = await statement(busy, {})
    expect(after.opening_balance_minor).to.equal(before.closing_balance_minor).and.not.equal(0)
    expect(after.closing_balance_minor).to.equal(whole.closing_balance_minor)
    expect([...before.data, ...after.data]).to.deep.equal(whole.data)
  })

  it('states nothing of a company that is not there', async () => {
    expect(await receivables.statement(idOf('com', 99), {}, all)).to.equal(null)
  })

  const agedOf = async (company: string, at?: string) => {
    const { data } = await receivables.aged({ currency: 'CAD', at }, all)
    return data.find(({ company_id }) => company_id === company)
  }

  it('puts each invoice into the bucket of the days since it was due', async () => {
    expect(await agedOf(buckets, '2026-06-30')).to.deep.equal({
      company_id: buckets,
      company_name: 'Company 4',
      current_minor: 11,
      days_1_30_minor: 1_100,
      days_31_60_minor: 110_000,
      days_61_90_minor: 11_000_000,
      days_over_90_minor: 100_000_000,
      total_minor: 111_111_111,
      invoice_count: 9,
    })
  })

  it('says how things stood at the end of a day', async () => {
    const total = async (at?: string) => (await agedOf(toronto, at))?.total_minor
    expect(await total('2026-01-09')).to.equal(undefined)
    expect(await total('2026-01-11'), 'nothing paid yet').to.equal(10_300)
    expect(await total('2026-01-19'), 'paid in the evening').to.equal(6_300)
    expect(await total('2026-02-19'), 'one settled').to.equal(6_000)
    expect(await total('2026-02-20'), 'its allocation taken back').to.equal(6_300)
    expect(await total('2026-03-02'), 'the mistake is owed still').to.equal(12_000)
    expect(await total('2026-03-04'), 'the mistake is void').to.equal(11_300)
    expect(await total('2026-03-05')).to.equal(6_300)
    expect(await total()).to.equal(6_300)
  })

  it("ends a day by each company's calendar", async () => {
    expect((await agedOf(kiritimati, '2026-03-04'))?.days_1_30_minor).to.equal(1)
    expect(await agedOf(kiritimati, '2026-03-05')).to.equal(undefined)
    expect((await agedOf(losAngeles, '2026-03-03'))?.days_1_30_minor).to.equal(1)
    expect(await agedOf(losAngeles, '2026-03-04')).to.equal(undefined)
  })

  it('pages through companies under the totals of all', async () => {
    const filter = { currency: 'CAD', at: '2026-06-30' }
    const { data, totals } = await receivables.aged(filter, all)
    expect(data.map(({ company_id }) => company_id)).to.deep.equal([toronto, buckets, busy])
    expect(totals.total_minor).to.equal(data.reduce((sum, { total_minor }) => sum + total_minor, 0))
    const paged = await everything(1, async (page) => {
      const one = await receivables.aged(filter, page)
      expect(one.totals).to.deep.equal(totals)
      return one
    })
    expect(paged).to.deep.equal(data)
    const none = await receivables.aged({ currency: 'EUR' }, all)
    expect([none.data, none.totals.total_minor, none.totals.invoice_count]).to.deep.equal([[], 0, 0])
  })

  it('filters invoices', async () => {
    const billing = createBillingReader(pool)
    const numbers = async (filter: InvoiceFilter) =>
      (await everything(3, (page) => billing.invoices({ company_id: toronto, ...filter }, page)))
        .map(({ id }) => Number(id.slice(-4)))
        .sort((a, b) => a - b)
    expect(await numbers({})).to.deep.equal([1, 2, 3, 4, 5])
    expect(await numbers({ kind: 'prepaid' })).to.deep.equal([])
    expect(await numbers({ kind: 'manual', status: 'issued' })).to.deep.equal([5])
    expect(await numbers({ overdue: true, due_to: '2026-03-01' })).to.deep.equal([1])
    expect(await numbers({ overdue: false, due_to: '2026-06-01' })).to.deep.equal([2, 3])
    expect(await numbers({ q: '2' })).to.deep.equal([2])
    expect(await numbers({ q: 'inv-000003' })).to.deep.equal([3])
    expect(await numbers({ q: '4' })).to.deep.equal([])
    expect(await numbers({ currency: 'USD' })).to.deep.equal([])
    expect(await numbers({ issued_from: '2026-01-11', issued_to: '2026-03-01' })).to.deep.equal([2, 5])
    expect(await numbers({ due_from: '2026-02-09', due_to: '2026-03-01' })).to.deep.equal([1, 2])
  })

  it('filters payments and refunds', async () => {
    const payments = async (filter: PaymentFilter) =>
      (await createBillingReader(pool).payments({ company_id: toronto, ...filter }, all)).data.map(({ id }) =>
        Number(id.slice(-4)),
      )
    expect(await payments({ provider: 'manual' })).to.deep.equal([])
    expect(await payments({ unapplied: true })).to.deep.equal([3, 4])
    expect(await payments({ unapplied: false })).to.deep.equal([2, 1])
    expect(await payments({ currency: 'USD' })).to.deep.equal([3])
    const between = { received_from: '2026-02-01T15:00:00.000Z', received_to: '2026-03-05T15:00:00.000Z' }
    expect(await payments(between)).to.deep.equal([3, 4])

    const refunds = async (filter: RefundFilter) =>
      (await everything(1, (page) => createRefundReader(pool).list(filter, page))).map(({ id }) =>
        Number(id.slice(-4)),
      )
    expect(await refunds({ company_id: toronto })).to.deep.equal([2, 1])
    expect(await refunds({ payment_id: idOf('pay', 2), status: 'succeeded' })).to.deep.equal([1])
    expect(await refunds({ company_id: toronto, currency: 'USD' })).to.deep.equal([])
    const made = { created_from: '2026-03-06T15:00:00.000Z', created_to: '2026-03-07T15:00:00.000Z' }
    expect(await refunds(made)).to.deep.equal([1])
  })
})

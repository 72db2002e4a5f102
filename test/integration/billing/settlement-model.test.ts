import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import fc from 'fast-check'
import pg from 'pg'
import type { DatabasePool } from 'slonik'
import { moneyLaws } from '../../../src/adapters/postgres/money-laws.ts'
import { createDatabasePool } from '../../../src/adapters/postgres/pool.ts'
import { createUnitOfWork } from '../../../src/adapters/postgres/unit-of-work.ts'
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts'
import { createIdGenerator } from '../../../src/adapters/system/uuid-ids.ts'
import { allocatePayment } from '../../../src/application/billing/allocate-payment.ts'
import { applyUnappliedPayment } from '../../../src/application/billing/apply-unapplied-payment.ts'
import { holdUnappliedPayment } from '../../../src/application/billing/hold-unapplied-payment.ts'
import { recordManualPayment } from '../../../src/application/billing/record-manual-payment.ts'
import { reversePaymentAllocation } from '../../../src/application/billing/reverse-payment-allocation.ts'
import type { ActionContext } from '../../../src/application/ports/unit-of-work.ts'
import { systemActor } from '../../../src/domain/shared/actor.ts'
import type { CompanyId, Id, InvoiceId, PaymentRecordId } from '../../../src/domain/shared/ids.ts'
import { Refusal } from '../../../src/domain/shared/refusal.ts'
import { viewsOf } from '../../../src/entrypoints/bootstrap/views.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { insertInboxEntry, insertInvoiceBy } from '../../support/issued-invoices.ts'
import { prepareWorld } from '../../support/platform.ts'

// Companies at once, each with books of its own: 2,000 commands altogether.
const COMPANIES = 8
const RUNS = 5
const COMMANDS = 50
const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647)

/** What is said to the system. Numbers choose among what is there by then; `again` says it a second time. */
type Command =
  | { kind: 'pay'; amount: number; currency: string; again: boolean }
  | { kind: 'find'; amount: number; currency: string }
  | { kind: 'bill'; amount: number; currency: string }
  | { kind: 'allocate'; payment: number; shares: { invoice: number; amount: number }[] }
  | { kind: 'apply'; entry: number; shares: { invoice: number; amount: number }[] }
  | { kind: 'hold'; entry: number; again: boolean }
  | { kind: 'reverse'; allocation: number; again: boolean }

interface Money {
  id: PaymentRecordId
  amount: number
  currency: string
}
interface Bill {
  id: InvoiceId
  total: number
  currency: string
}
interface Share {
  id: Id<'paymentAllocation'>
  payment: Money
  invoice: Bill
  amount: number
}
interface Entry {
  id: Id<'unappliedPayment'>
  payment: Money
  resolution: 'applied' | 'held_as_credit' | null
}

/** The books as simple as they can be: what there is, and the live shares between. */
class Books {
  readonly companyId: CompanyId
  readonly client: pg.Client
  payments: Money[] = []
  invoices: Bill[] = []
  live: Share[] = []
  reversed: Share[] = []
  entries: Entry[] = []

  constructor(companyId: CompanyId, client: pg.Client) {
    this.companyId = companyId
    this.client = client
  }

  left(payment: Money): number {
    return payment.amount - sum(this.live.filter((share) => share.payment === payment))
  }

  balance(invoice: Bill): number {
    return invoice.total - sum(this.live.filter((share) => share.invoice === invoice))
  }

  status(invoice: Bill): string {
    const balance = this.balance(invoice)
    return balance === 0 ? 'paid' : balance === invoice.total ? 'issued' : 'partially_paid'
  }

  /** Why these shares are refused; null when they are not. */
  refusal(payment: Money, shares: ReadonlyMap<Bill, number>): string | null {
    if ([...shares.keys()].some(({ currency }) => currency !== payment.currency)) return 'currency_mismatch'
    const asked = [...shares.values()].reduce((total, amount) => total + amount, 0)
    const isTooMuch = [...shares].some(([invoice, amount]) => amount > this.balance(invoice))
    return isTooMuch || asked > this.left(payment) ? 'amount_exceeds_remaining' : null
  }

  credit(): Map<string, { available: number; inInbox: number }> {
    const credit = new Map<string, { available: number; inInbox: number }>()
    for (const payment of this.payments) {
      if (this.left(payment) === 0) continue
      const waits = this.entries.some((entry) => entry.payment === payment && entry.resolution === null)
      const { available, inInbox } = credit.get(payment.currency) ?? { available: 0, inInbox: 0 }
      credit.set(payment.currency, {
        available: available + (waits ? 0 : this.left(payment)),
        inInbox: inInbox + (waits ? this.left(payment) : 0),
      })
    }
    return credit
  }
}

const sum = (shares: readonly Share[]) => shares.reduce((total, { amount }) => total + amount, 0)
const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)]

const index = fc.nat({ max: 1000 })
const amount = fc.integer({ min: 1, max: 120 })
const currency = fc.constantFrom('USD', 'USD', 'USD', 'USD', 'EUR')
const shares = fc.array(fc.record({ invoice: index, amount }), { minLength: 1, maxLength: 3 })
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('pay' as const), amount, currency, again: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('find' as const), amount, currency }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('bill' as const), amount, currency }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('allocate' as const), payment: index, shares }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('apply' as const), entry: index, shares }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('hold' as const), entry: index, again: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('reverse' as const), allocation: index, again: fc.boolean() }),
  },
)

describe('how payments settle invoices', function () {
  this.timeout(300_000)
  let database: TestDatabase
  let pool: DatabasePool
  let app: ReturnType<typeof useCases>
  let said = 0

  /** The use cases over the database alone: nothing else runs meanwhile. */
  function useCases() {
    const clock = createSystemClock()
    const ids = createIdGenerator()
    const unitOfWork = createUnitOfWork({
      pool,
      clock,
      ids,
      jobId: () => ({ id: ids.make('job'), bossId: randomUUID() }),
      queues: {
        insert: () => Promise.reject(new Error('settling enqueues nothing')),
        claim: () => Promise.reject(new Error('settling enqueues nothing')),
      },
      viewsOf,
      committed: () => undefined,
    })
    const deps = { unitOfWork, clock, ids }
    return {
      views: viewsOf(pool),
      recordManualPayment: recordManualPayment(deps),
      allocatePayment: allocatePayment(deps),
      reversePaymentAllocation: reversePaymentAllocation(deps),
      applyUnappliedPayment: applyUnappliedPayment(deps),
      holdUnappliedPayment: holdUnappliedPayment(deps),
    }
  }

  before(async () => {
    database = await createTestDatabase(prepareWorld)
    pool = await createDatabasePool({
      url: database.url,
      maxConnections: COMPANIES + 2,
      statementTimeoutMs: 10_000,
    })
    app = useCases()
  })
  after(async () => {
    await pool.end()
    await database.drop()
  })

  async function aCompany(client: pg.Client): Promise<CompanyId> {
    const ids = createIdGenerator()
    const id = ids.make('company')
    const mirrorId = ids.make('companyMirror')
    await client.query(
      `insert into company_mirrors (id, legacy_ref, name, snapshot, revision, refreshed_at)
       values ($1, $2, 'Model Inc.', '{}', 1, now())`,
      [mirrorId, `LEG-${randomUUID()}`],
    )
    await client.query(
      `insert into companies (id, company_mirror_id, name, currency, created_at, updated_at)
       values ($1, $2, 'Model Inc.', 'USD', now(), now())`,
      [id, mirrorId],
    )
    return id
  }

  const context = (): ActionContext => ({
    actor: systemActor('model'),
    correlationId: randomUUID(),
    causationId: null,
    alongside: null,
  })

  /** The code of the refusal, null when it was done. */
  const refusalOf = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => {
        if (error instanceof Refusal) return error.code
        throw error
      },
    )

  async function say(books: Books, one: Command): Promise<void> {
    const { companyId, client } = books
    said += 1
    switch (one.kind) {
      case 'pay': {
        const input = {
          companyId,
          method: 'cheque' as const,
          reference: randomUUID(),
          receivedOn: '2026-03-02',
          amountMinor: BigInt(one.amount),
          currency: one.currency,
        }
        const { id } = await app.recordManualPayment(input, context())
        books.payments.push({ id: id as PaymentRecordId, amount: one.amount, currency: one.currency })
        if (one.again) {
          expect(await refusalOf(app.recordManualPayment(input, context()))).to.equal('already_exists')
        }
        return
      }
      case 'find': {
        const found = await insertInboxEntry(client, {
          companyId,
          amountMinor: one.amount,
          currency: one.currency,
        })
        const payment = {
          id: found.paymentId as PaymentRecordId,
          amount: one.amount,
          currency: one.currency,
        }
        books.payments.push(payment)
        books.entries.push({ id: found.entryId as Entry['id'], payment, resolution: null })
        return
      }
      case 'bill': {
        const wanted = { companyId, totalMinor: one.amount, currency: one.currency }
        const id = (await insertInvoiceBy(client, wanted)) as InvoiceId
        books.invoices.push({ id, total: one.amount, currency: one.currency })
        return
      }
      case 'allocate': {
        const payment = pick(books.payments, one.payment)
        if (payment === undefined || books.invoices.length === 0) return
        await allocate(books, payment, one.shares, (allocations) =>
          app.allocatePayment({ paymentId: payment.id, allocations }, context()),
        )
        return
      }
      case 'apply': {
        const entry = pick(books.entries, one.entry)
        if (entry === undefined || books.invoices.length === 0) return
        const apply = (allocations: Allocations) =>
          app.applyUnappliedPayment({ unappliedPaymentId: entry.id, allocations }, context())
        if (entry.resolution === null) await allocate(books, entry.payment, one.shares, apply)
        else {
          const allocations = allocationsOf(sharesOf(books, one.shares))
          expect(await refusalOf(apply(allocations))).to.equal('move_not_allowed')
        }
        return
      }
      case 'hold': {
        const entry = pick(books.entries, one.entry)
        if (entry === undefined) return
        const hold = () =>
          refusalOf(
            app.holdUnappliedPayment(
              { unappliedPaymentId: entry.id, companyId: null, note: null },
              context(),
            ),
          )
        const expected = entry.resolution === 'applied' ? 'move_not_allowed' : null
        expect(await hold()).to.equal(expected)
        entry.resolution ??= 'held_as_credit'
        if (one.again) expect(await hold()).to.equal(expected)
        return
      }
      case 'reverse': {
        const share = pick([...books.live, ...books.reversed], one.allocation)
        if (share === undefined) return
        const reverse = () =>
          app.reversePaymentAllocation(
            { paymentId: share.payment.id, allocationId: share.id, reason: 'The model says so.' },
            context(),
          )
        await reverse()
        if (one.again) await Promise.all([reverse(), reverse()])
        if (books.live.includes(share)) books.reversed.push(share)
        books.live = books.live.filter((live) => live !== share)
      }
    }
  }

  type Allocations = { invoiceId: InvoiceId; amountMinor: bigint }[]

  const allocationsOf = (wanted: ReadonlyMap<Bill, number>): Allocations =>
    [...wanted].map(([invoice, amount]) => ({ invoiceId: invoice.id, amountMinor: BigInt(amount) }))

  function sharesOf(books: Books, wanted: readonly { invoice: number; amount: number }[]): Map<Bill, number> {
    const chosen = new Map<Bill, number>()
    for (const { invoice: place, amount } of wanted) {
      const invoice = pick(books.invoices, place)
      if (invoice !== undefined) chosen.set(invoice, (chosen.get(invoice) ?? 0) + amount)
    }
    return chosen
  }

  async function allocate(
    books: Books,
    payment: Money,
    wanted: readonly { invoice: number; amount: number }[],
    run: (allocations: Allocations) => Promise<unknown>,
  ): Promise<void> {
    const chosen = sharesOf(books, wanted)
    const expected = books.refusal(payment, chosen)
    expect(await refusalOf(run(allocationsOf(chosen)))).to.equal(expected)
    if (expected !== null) return
    const { allocations } = (await app.views.settlement.payment(payment.id))!
    const known = new Set([...books.live, ...books.reversed].map(({ id }) => id as string))
    for (const { id, invoice_id, amount_minor } of allocations) {
      if (known.has(id)) continue
      const invoice = books.invoices.find((one) => one.id === invoice_id)!
      expect(amount_minor).to.equal(chosen.get(invoice))
      books.live.push({ id: id as Share['id'], payment, invoice, amount: amount_minor })
      chosen.delete(invoice)
    }
    expect(chosen.size, 'shares that left no allocation').to.equal(0)
    for (const entry of books.entries) if (entry.payment === payment) entry.resolution ??= 'applied'
  }

  async function compare(books: Books): Promise<void> {
    const { companyId, client } = books
    const { rows } = await client.query<{ kind: string; id: string; left: number; status: string }>(
      `select 'payment' as kind, p.id, null as status, (p.amount_minor - coalesce(sum(a.amount_minor), 0))::int as left
       from payment_records p
       left join payment_allocations a on a.payment_id = p.id and a.reversed_at is null
       where p.company_id = $1 group by p.id
       union all
       select 'invoice', i.id, i.status, (i.total_minor - coalesce(sum(a.amount_minor), 0))::int
       from invoices i
       left join payment_allocations a on a.invoice_id = i.id and a.reversed_at is null
       where i.company_id = $1 group by i.id
       order by 1, 2`,
      [companyId],
    )
    const payments = rows.filter(({ kind }) => kind === 'payment').map(({ id, left }) => ({ id, left }))
    const invoices = rows
      .filter(({ kind }) => kind === 'invoice')
      .map(({ id, status, left }) => ({ id, status, balance: left }))
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expect(payments).to.deep.equal(
      books.payments.map((payment) => ({ id: payment.id, left: books.left(payment) })).sort(byId),
    )
    expect(invoices).to.deep.equal(
      books.invoices
        .map((one) => ({ id: one.id, status: books.status(one), balance: books.balance(one) }))
        .sort(byId),
    )
    const { balances } = (await app.views.settlement.credit(companyId))!
    expect(
      new Map(
        balances.map((one) => [
          one.currency,
          { available: one.available_minor, inInbox: one.in_inbox_minor },
        ]),
      ),
    ).to.deep.equal(books.credit())
  }

  async function keepBooks(commands: readonly Command[]): Promise<void> {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    try {
      const books = new Books(await aCompany(client), client)
      for (const one of commands) {
        await say(books, one)
        await compare(books)
      }
    } finally {
      await client.end()
    }
  }

  it(`agrees with the simple books at every step (SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(command, { minLength: COMMANDS, maxLength: COMMANDS, size: 'max' }), {
          minLength: COMPANIES,
          maxLength: COMPANIES,
          size: 'max',
        }),
        async (companies) => {
          await Promise.all(companies.map(keepBooks))
        },
      ),
      { seed, numRuns: RUNS, endOnFailure: true },
    )
    expect(said).to.be.at.least(RUNS * COMPANIES * COMMANDS)
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    try {
      for (const { law, sentence, violations } of moneyLaws) {
        expect((await client.query(violations)).rows, `${law} ${sentence}`).to.deep.equal([])
      }
    } finally {
      await client.end()
    }
  })
})

import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import fc from 'fast-check'
import pg from 'pg'
import type { App } from '../../../src/application/app.ts'
import type { ActionContext } from '../../../src/application/ports/unit-of-work.ts'
import { systemActor } from '../../../src/domain/shared/actor.ts'
import type { CompanyId, Id, InvoiceId, PaymentRecordId } from '../../../src/domain/shared/ids.ts'
import { Refusal } from '../../../src/domain/shared/refusal.ts'
import { insertInboxEntry, insertInvoiceBy } from '../../support/issued-invoices.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const RUNS = 40
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
  payments: Money[] = []
  invoices: Bill[] = []
  live: Share[] = []
  reversed: Share[] = []
  entries: Entry[] = []

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
  this.timeout(140_000)
  let platform: TestPlatform
  let app: App
  let client: pg.Client
  let said = 0

  before(async () => {
    platform = await startTestPlatform()
    app = platform.runtime.app
    client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
  })
  after(async () => {
    await client.end()
    await platform.close()
  })

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

  async function say(books: Books, companyId: CompanyId, one: Command): Promise<void> {
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

  async function compare(books: Books, companyId: CompanyId): Promise<void> {
    const { rows: payments } = await client.query<{ id: string; left: number }>(
      `select p.id, (p.amount_minor - coalesce(sum(a.amount_minor), 0))::int as left
       from payment_records p
       left join payment_allocations a on a.payment_id = p.id and a.reversed_at is null
       where p.company_id = $1 group by p.id order by p.id`,
      [companyId],
    )
    const { rows: invoices } = await client.query<{ id: string; status: string; balance: number }>(
      `select i.id, i.status, (i.total_minor - coalesce(sum(a.amount_minor), 0))::int as balance
       from invoices i
       left join payment_allocations a on a.invoice_id = i.id and a.reversed_at is null
       where i.company_id = $1 group by i.id order by i.id`,
      [companyId],
    )
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

  it(`agrees with the simple books at every step (SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { minLength: COMMANDS, maxLength: COMMANDS, size: 'max' }),
        async (commands) => {
          const books = new Books()
          const { id } = await platform.api.post<{ id: CompanyId }>('/v1/companies', {
            name: 'Model Inc.',
            legacy_ref: `LEG-${randomUUID()}`,
            currency: 'USD',
          })
          for (const one of commands) {
            await say(books, id, one)
            await compare(books, id)
          }
        },
      ),
      { seed, numRuns: RUNS, endOnFailure: true },
    )
    expect(said).to.be.at.least(RUNS * COMMANDS)
    expect(await platform.brokenLaws()).to.deep.equal([])
  })
})

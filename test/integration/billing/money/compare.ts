import { expect } from 'chai'
import type pg from 'pg'
import type { Bench } from './bench.ts'
import type { Bill, Books, Payment, Refund } from './books.ts'

interface State {
  payments: {
    id: string
    intent: string
    order: string | null
    allocated: string
    refunded: string
    held: string
  }[]
  entries: { id: string; payment: string; resolution: string | null }[]
  bills: {
    id: string
    kind: Bill['kind']
    order: string | null
    status: string
    total: string
    credited: string
    number: string | null
    lines: { id: string; credited: string }[]
  }[]
  shares: { id: string; payment: string; bill: string; amount: string }[]
  refunds: {
    id: string
    providerId: string | null
    payment: string
    amount: string
    status: string
    origin: string
    credited: string
  }[]
  notes: { id: string; number: string; bill: string; refund: string | null; total: string }[]
  disputes: { providerId: string; amount: string; status: string }[]
  series: { series: string; lastNumber: string; documents: string; first: string; last: string }[]
}

// One statement, and so one moment: other companies go on meanwhile.
const STATE = `
  with mine as materialized (
    select p.* from payment_records p
    where p.company_id = $1 or (p.provider = 'stripe' and p.provider_payment_id like 'pi\\_' || $2 || '\\_%')
  )
  select json_build_object(
    'payments', (select coalesce(json_agg(json_build_object(
        'id', p.id, 'intent', p.provider_payment_id, 'order', p.order_id,
        'allocated', (select coalesce(sum(a.amount_minor), 0) from payment_allocations a
          where a.payment_id = p.id and a.reversed_at is null)::text,
        'refunded', (select coalesce(sum(r.amount_minor), 0) from refunds r
          where r.payment_id = p.id and r.status = 'succeeded')::text,
        'held', (select coalesce(sum(r.amount_minor), 0) from refunds r
          where r.payment_id = p.id and r.status not in ('failed', 'canceled'))::text) order by p.id), '[]')
      from mine p),
    'entries', (select coalesce(json_agg(json_build_object(
        'id', u.id, 'payment', u.payment_id, 'resolution', u.resolution) order by u.payment_id), '[]')
      from unapplied_payments u join mine p on p.id = u.payment_id),
    'bills', (select coalesce(json_agg(json_build_object(
        'id', v.id, 'number', v.number, 'kind', v.kind, 'order', v.order_id, 'status', v.status,
        'total', v.total_minor::text,
        'credited', (select coalesce(sum(n.total_minor), 0) from credit_notes n where n.invoice_id = v.id)::text,
        'lines', (select json_agg(json_build_object('id', l.id, 'credited',
            (select coalesce(sum(c.amount_minor), 0) from credit_note_lines c where c.invoice_line_id = l.id)::text)
          order by l.position) from invoice_lines l where l.invoice_id = v.id)) order by v.id), '[]')
      from invoices v where v.company_id = $1),
    'shares', (select coalesce(json_agg(json_build_object(
        'id', a.id, 'payment', a.payment_id, 'bill', a.invoice_id, 'amount', a.amount_minor::text)
        order by a.created_at desc, a.id desc), '[]')
      from payment_allocations a join mine p on p.id = a.payment_id where a.reversed_at is null),
    'refunds', (select coalesce(json_agg(json_build_object(
        'id', r.id, 'providerId', r.provider_refund_id, 'payment', r.payment_id, 'amount', r.amount_minor::text,
        'status', r.status, 'origin', r.origin, 'credited', r.credited_minor::text) order by r.id), '[]')
      from refunds r join mine p on p.id = r.payment_id),
    'notes', (select coalesce(json_agg(json_build_object(
        'id', n.id, 'number', n.number, 'bill', n.invoice_id, 'refund', n.refund_id, 'total', n.total_minor::text)
        order by n.sequence_number), '[]')
      from credit_notes n where n.company_id = $1),
    'disputes', (select coalesce(json_agg(json_build_object(
        'providerId', d.provider_dispute_id, 'amount', d.amount_minor::text, 'status', d.status)
        order by d.provider_dispute_id), '[]')
      from disputes d join mine p on p.id = d.payment_id),
    'series', (select json_agg(json_build_object(
        'series', s.series, 'lastNumber', s.last_number::text, 'documents', n.documents::text, 'first', n.first::text,
        'last', n.last::text) order by s.series)
      from invoice_series s
      cross join lateral (
        select count(*) as documents, coalesce(min(d.sequence_number), 1) as first,
          coalesce(max(d.sequence_number), 0) as last
        from numbered_documents d where d.series = s.series
      ) n)) as state`

/** Reads everything of one company in one moment, learns ids from it, and holds it against the books. */
export async function compare(
  books: Books,
  client: pg.Client,
  companyId: string,
  tag: string,
  bench: Bench,
  numbers: Map<string, string>,
): Promise<void> {
  const { rows } = await client.query<{ state: State }>({
    name: 'state',
    text: STATE,
    values: [companyId, tag],
  })
  const state = (rows[0] as { state: State }).state
  learn(books, state)
  const differences: string[] = []
  const differ = (what: string, found: readonly object[], expected: readonly object[]) => {
    differences.push(...differencesOf(what, found, expected))
  }

  differ(
    'payments',
    state.payments,
    sorted(
      books.payments.map((payment) => ({
        id: payment.id ?? '',
        intent: payment.intent ?? payment.id ?? '',
        order: payment.order?.id ?? null,
        allocated: String(books.allocated({ payment })),
        refunded: String(books.refunded(payment)),
        held: String(books.held(payment)),
      })),
      ({ id }) => id,
    ),
  )
  differ(
    'inbox',
    state.entries.map(({ payment, resolution }) => ({ payment, resolution })),
    sorted(
      books.payments.flatMap(({ id, entry }) =>
        entry === null ? [] : [{ payment: id ?? '', resolution: entry.resolution }],
      ),
      ({ payment }) => payment,
    ),
  )
  differ(
    'invoices',
    state.bills.map(({ number: _number, ...bill }) => bill),
    sorted(
      books.bills.map((bill) => ({
        id: bill.id ?? '',
        kind: bill.kind,
        order: bill.order?.id ?? null,
        status: books.status(bill),
        total: String(bill.total),
        credited: String(bill.credited),
        lines: bill.lines.map((line) => ({ id: line.id ?? '', credited: String(line.credited) })),
      })),
      ({ id }) => id,
    ),
  )
  differ(
    'allocations',
    state.shares.map(({ id: _id, ...share }) => share),
    books.shares.map(({ payment, bill, amount }) => ({
      payment: payment.id ?? '',
      bill: bill.id ?? '',
      amount: String(amount),
    })),
  )
  books.shareIds = state.shares.map(({ id }) => id)
  differ(
    'refunds',
    state.refunds,
    sorted(
      books.refunds.map((refund) => ({
        id: refund.id ?? '',
        providerId: refund.providerId,
        payment: refund.payment.id ?? '',
        amount: String(refund.amount),
        status: refund.status,
        origin: refund.origin,
        credited: String(refund.credited),
      })),
      ({ id }) => id,
    ),
  )
  differ(
    'credit notes',
    state.notes.map(({ bill, refund, total }) => ({ bill, refund, total })),
    books.notes.map(({ bill, refund, total }) => ({
      bill: bill.id ?? '',
      refund: refund?.id ?? null,
      total: String(total),
    })),
  )
  differ(
    'disputes',
    state.disputes,
    sorted(
      books.disputes.map(({ providerId, amount, status }) => ({
        providerId,
        amount: String(amount),
        status,
      })),
      ({ providerId }) => providerId,
    ),
  )
  if (differences.length > 0) throw new Error(differences.join('\n'))
  compareNumbers(state, numbers)
  await compareCredit(books, companyId, bench)
}

/** Both series run from 1 to their counters, and what has a number keeps it for ever. */
function compareNumbers(state: State, numbers: Map<string, string>): void {
  for (const { series, lastNumber, documents, first, last } of state.series) {
    expect({ documents, first, last }, `series ${series}`).to.deep.equal({
      documents: lastNumber,
      first: '1',
      last: lastNumber,
    })
  }
  for (const { id, number, kind } of [
    ...state.bills,
    ...state.notes.map((note) => ({ ...note, kind: 'note' })),
  ]) {
    if (number === null) {
      expect(numbers.get(id), `the number of ${id}`).to.equal(undefined)
      continue
    }
    expect(number).to.match(kind === 'note' ? /^CN-\d{6}$/ : /^INV-\d{6}$/)
    expect(number).to.equal(numbers.get(id) ?? number)
    numbers.set(id, number)
  }
  for (const bill of state.bills) {
    if (bill.status === 'draft') expect(bill.number).to.equal(null)
    else if (bill.status !== 'void') expect(bill.number).to.be.a('string')
  }
}

async function compareCredit(books: Books, companyId: string, bench: Bench): Promise<void> {
  const expected = new Map<string, { available: bigint; inInbox: bigint }>()
  for (const payment of books.payments) {
    const left = books.left(payment)
    if (left === 0n || !payment.hasPayer) continue
    const isWaiting = payment.entry !== null && payment.entry.resolution === null
    const { available, inInbox } = expected.get(payment.currency) ?? { available: 0n, inInbox: 0n }
    expected.set(payment.currency, {
      available: available + (isWaiting ? 0n : left),
      inInbox: inInbox + (isWaiting ? left : 0n),
    })
  }
  const view = await bench.views.settlement.credit(companyId)
  const found = (view?.balances ?? []).map(
    (one) =>
      [
        one.currency,
        { available: BigInt(one.available_minor), inInbox: BigInt(one.in_inbox_minor) },
      ] as const,
  )
  expect(new Map(found), 'credit').to.deep.equal(expected)
}

/** Some things come into being by themselves: their ids are learnt where everything else about them fits. */
function learn(books: Books, state: State): void {
  const known = new Set<string | null>(
    [...books.payments, ...books.bills, ...books.refunds].map(({ id }) => id),
  )
  const fill = <Row extends { id: string }, Thing extends { id: string | null }>(
    rows: readonly Row[],
    things: readonly Thing[],
    isIt: (row: Row, thing: Thing) => boolean,
  ): void => {
    for (const thing of things) {
      if (thing.id !== null) continue
      thing.id = rows.find((row) => !known.has(row.id) && isIt(row, thing))?.id ?? null
      if (thing.id !== null) known.add(thing.id)
    }
  }
  fill(state.payments, books.payments, (row, payment: Payment) => row.intent === payment.intent)
  fill(
    state.bills,
    books.bills,
    (row, bill: Bill) => row.kind === bill.kind && row.order === (bill.order?.id ?? null),
  )
  fill(state.refunds, books.refunds, (row, refund: Refund) => row.providerId === refund.providerId)
  for (const bill of books.bills) {
    const row = state.bills.find(({ id }) => id === bill.id)
    for (const [place, line] of bill.lines.entries()) line.id ??= row?.lines[place]?.id ?? null
  }
  for (const payment of books.payments) {
    if (payment.entry !== null) {
      payment.entry.id ??= state.entries.find((row) => row.payment === payment.id)?.id ?? null
    }
  }
}

function sorted<T>(things: readonly T[], by: (thing: T) => string): T[] {
  return things.toSorted((a, b) => (by(a) < by(b) ? -1 : 1))
}

/** The rows that differ, rather than all of them. */
function differencesOf(what: string, found: readonly object[], expected: readonly object[]): string[] {
  const rows = found.map((row) => JSON.stringify(row))
  const wanted = expected.map((row) => JSON.stringify(row))
  if (JSON.stringify(rows) === JSON.stringify(wanted)) return []
  const only = (one: string[], other: string[]) => one.filter((row) => !other.includes(row)).join(' ')
  return [`${what}: found ${only(rows, wanted)}; the books say ${only(wanted, rows)}`]
}

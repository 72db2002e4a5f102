/**
 * The books as simple as they can be: plain objects, one after the other, nothing stored and nothing locked. What the
 * system keeps must say the same after every command.
 */

export type BillState = 'draft' | 'issued' | 'void'
export type RefundStatus = 'requested' | 'pending' | 'succeeded' | 'failed'

export interface Line {
  id: string | null
  amount: bigint
  /** Its share of the total, tax and discount included. */
  worth: bigint
  credited: bigint
}

export interface Bill {
  /** Null until the system has told. */
  id: string | null
  order: Order | null
  kind: 'manual' | 'terms' | 'prepaid'
  state: BillState
  total: bigint
  currency: string
  lines: Line[]
  credited: bigint
}

export interface Order {
  id: string
  amounts: bigint[]
  total: bigint
  session: string | null
  isPaid: boolean
  /** Paid, and its invoice not yet seen to. */
  isReactionDue: boolean
}

export interface Payment {
  /** As the system calls it; of money from Stripe it is learnt. */
  id: string | null
  intent: string | null
  amount: bigint
  currency: string
  order: Order | null
  hasPayer: boolean
  wasAllocated: boolean
  entry: {
    id: string | null
    resolution: 'applied' | 'held_as_credit' | 'refunded' | null
    refundedBy?: Refund
  } | null
}

export interface Share {
  payment: Payment
  bill: Bill
  amount: bigint
}

export interface Refund {
  id: string | null
  providerId: string | null
  payment: Payment
  amount: bigint
  status: RefundStatus
  origin: 'waybill' | 'provider' | 'dispute'
  lines: { bill: Bill; parts: Map<Line, bigint> } | null
  isRetried: boolean
  credited: bigint
}

export interface Note {
  bill: Bill
  refund: Refund | null
  total: bigint
}

export interface Dispute {
  providerId: string
  payment: Payment
  amount: bigint
  status: string
}

/** A thing that the system must refuse, with its code. */
export class Refused extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

const rank: Record<RefundStatus, number> = { requested: 0, pending: 1, succeeded: 3, failed: 4 }
const decided = new Set(['won', 'lost', 'warning_closed'])
const least = (one: bigint, other: bigint) => (one < other ? one : other)

export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}

/** By largest remainder; of equal remainders the first. */
export function spread(amount: bigint, weights: readonly bigint[]): bigint[] {
  const whole = sum(weights)
  const parts = weights.map((weight) => (amount * weight) / whole)
  const order = weights
    .map((weight, index) => ({ index, rest: (amount * weight) % whole }))
    .sort((a, b) => Number(b.rest - a.rest) || a.index - b.index)
  const missing = Number(amount - sum(parts))
  for (const { index } of order.slice(0, missing)) parts[index] = (parts[index] ?? 0n) + 1n
  return parts
}

export class Books {
  orders: Order[] = []
  bills: Bill[] = []
  payments: Payment[] = []
  /** Live ones, the newest first. */
  shares: Share[] = []
  /** As the system calls the shares, in their order. */
  shareIds: string[] = []
  reversed: { id: string; paymentId: string }[] = []
  refunds: Refund[] = []
  notes: Note[] = []
  disputes: Dispute[] = []

  allocated(of: { payment?: Payment; bill?: Bill }): bigint {
    return sum(
      this.shares
        .filter(({ payment, bill }) => payment === (of.payment ?? payment) && bill === (of.bill ?? bill))
        .map(({ amount }) => amount),
    )
  }

  held(payment: Payment): bigint {
    return this.#refunded(payment, ({ status }) => status !== 'failed')
  }

  refunded(payment: Payment): bigint {
    return this.#refunded(payment, ({ status }) => status === 'succeeded')
  }

  left(payment: Payment): bigint {
    const left = payment.amount - this.allocated({ payment }) - this.held(payment)
    return left > 0n ? left : 0n
  }

  settled(bill: Bill): bigint {
    return this.allocated({ bill }) + bill.credited
  }

  status(bill: Bill): string {
    if (bill.state !== 'issued') return bill.state
    const settled = this.settled(bill)
    if (settled === bill.total) return 'paid'
    return settled > 0n ? 'partially_paid' : 'issued'
  }

  isDisputed(payment: Payment): boolean {
    return this.disputes.some((one) => one.payment === payment && one.status === 'needs_response')
  }

  /** The invoice of an order that is not void. */
  billOf(order: Order): Bill | undefined {
    return this.bills.find((bill) => bill.order === order && bill.kind !== 'manual' && bill.state !== 'void')
  }

  /** A refund waits until the invoice of the payment's order has been seen to. */
  awaitsInvoice(payment: Payment): boolean {
    const { order } = payment
    if (order?.isReactionDue !== true || payment.entry !== null) return false
    const wasBilled = this.bills.some((bill) => bill.order === order && bill.kind !== 'manual')
    return !wasBilled || !payment.wasAllocated
  }

  /** A tax is the last line, and its worth is within that of the others. */
  draft(
    amounts: bigint[],
    total: bigint,
    about: Pick<Bill, 'order' | 'kind' | 'currency'>,
    tax: bigint | null = null,
  ): Bill {
    const weights = amounts.map((amount) => (amount > 0n ? amount : 0n))
    const worths = sum(weights) === 0n ? weights : spread(total, weights)
    const lines = tax === null ? amounts : [...amounts, tax]
    const bill: Bill = {
      ...about,
      id: null,
      state: 'draft',
      total,
      credited: 0n,
      lines: lines.map((amount, index) => ({ id: null, amount, worth: worths[index] ?? 0n, credited: 0n })),
    }
    this.bills.push(bill)
    return bill
  }

  issue(bill: Bill): void {
    if (bill.state !== 'draft') throw new Refused('move_not_allowed')
    bill.state = 'issued'
  }

  billOnTerms(order: Order): void {
    if (this.billOf(order) !== undefined) throw new Refused('already_exists')
    if (order.isPaid) throw new Refused('move_not_allowed')
    this.issue(this.draft(order.amounts, order.total, { order, kind: 'terms', currency: 'USD' }))
  }

  void(bill: Bill): void {
    if (this.settled(bill) > 0n || this.status(bill) === 'paid') throw new Refused('invoice_settled')
    if (bill.state !== 'issued') throw new Refused('move_not_allowed')
    bill.state = 'void'
  }

  discard(bill: Bill): void {
    if (bill.state !== 'draft') throw new Refused('move_not_allowed')
    bill.state = 'void'
  }

  /** The order was paid: its one invoice is issued, or the one on terms settled. */
  react(order: Order): void {
    order.isReactionDue = false
    const paid = this.payments.filter((one) => one.order === order && one.entry === null)
    const isOnTerms = this.billOf(order) !== undefined
    // Its bill on terms was settled, and taken back since.
    if (!isOnTerms && paid.length === 0) return
    const bill =
      this.billOf(order) ??
      this.draft(order.amounts, order.total, { order, kind: 'prepaid', currency: 'USD' })
    bill.state = 'issued'
    for (const payment of paid) {
      const left = payment.amount - this.allocated({ payment }) - this.refunded(payment)
      const amount = least(left, bill.total - this.settled(bill))
      if (amount > 0n) this.#share(payment, bill, amount)
      else if (left > 0n && isOnTerms) payment.entry = { id: null, resolution: null }
    }
  }

  allocate(payment: Payment, wanted: ReadonlyMap<Bill, bigint>): void {
    if ([...wanted.keys()].some(({ currency }) => currency !== payment.currency)) {
      throw new Refused('currency_mismatch')
    }
    const isTooMuch = [...wanted].some(([bill, amount]) => amount > bill.total - this.settled(bill))
    if (isTooMuch || sum(wanted.values()) > this.left(payment)) throw new Refused('amount_exceeds_remaining')
    if ([...wanted.keys()].some(({ state }) => state !== 'issued')) throw new Refused('move_not_allowed')
    for (const [bill, amount] of wanted) this.#share(payment, bill, amount)
    for (const bill of wanted.keys()) this.#payOnTerms(bill)
    payment.hasPayer = true
    if (payment.entry !== null) payment.entry.resolution ??= 'applied'
  }

  apply(payment: Payment, wanted: ReadonlyMap<Bill, bigint>): void {
    if (payment.entry?.resolution !== null) throw new Refused('move_not_allowed')
    this.allocate(payment, wanted)
  }

  hold(payment: Payment): void {
    if (payment.entry?.resolution === 'applied' || payment.entry?.resolution === 'refunded') {
      throw new Refused('move_not_allowed')
    }
    if (payment.entry !== null) payment.entry.resolution = 'held_as_credit'
    payment.hasPayer = true
  }

  reverse(share: Share): void {
    this.shares = this.shares.filter((one) => one !== share)
  }

  creditByHand(bill: Bill, amount: bigint | null, lines: Map<Line, bigint> | null): void {
    const parts = this.#partsToCredit(bill, amount, lines)
    const more = sum(parts.values())
    let excess = this.settled(bill) + more - bill.total
    const freed = new Map<Share, bigint>()
    for (const share of this.shares.filter((one) => one.bill === bill)) {
      if (excess <= 0n) break
      freed.set(share, least(excess, share.amount))
      excess -= least(excess, share.amount)
    }
    this.#credit(bill, parts, freed, null)
    this.#payOnTerms(bill)
  }

  refund(payment: Payment, wish: { amount: bigint | null; lines: Refund['lines'] }): Refund {
    const { lines } = wish
    if (lines !== null) this.#refuseWrongLines(payment, lines.bill, lines.parts)
    if (this.isDisputed(payment)) throw new Refused('payment_disputed')
    const left = payment.amount - this.held(payment)
    const amount = lines === null ? (wish.amount ?? left) : sum(lines.parts.values())
    if (amount <= 0n || amount > left) throw new Refused('amount_exceeds_remaining')
    const refund: Refund = {
      id: null,
      providerId: null,
      payment,
      amount,
      status: 'requested',
      origin: 'waybill',
      lines,
      isRetried: false,
      credited: 0n,
    }
    this.refunds.push(refund)
    if (amount === left) this.#leaveInbox(refund)
    if (payment.intent === null) this.#succeed(refund)
    return refund
  }

  retry(refund: Refund): Refund {
    if (refund.status !== 'failed' || refund.isRetried) throw new Refused('move_not_allowed')
    const retry = this.refund(refund.payment, { amount: refund.amount, lines: null })
    refund.isRetried = true
    return retry
  }

  /** What Stripe says of one of its refunds. */
  hear(reported: {
    id: string
    ours: string | null
    payment: Payment
    amount: bigint
    status: RefundStatus
  }): void {
    const { id: providerId, ours, payment, amount, status } = reported
    const stored = this.refunds.find(
      (one) => one.providerId === providerId || (ours !== null && one.id === ours),
    )
    if (stored !== undefined && rank[status] <= rank[stored.status]) {
      stored.providerId = providerId
      return
    }
    const refund: Refund = stored ?? {
      id: null,
      providerId,
      payment,
      amount,
      status: 'requested',
      origin: 'provider',
      lines: null,
      isRetried: false,
      credited: 0n,
    }
    if (stored === undefined) {
      const left = payment.amount - this.held(payment)
      this.refunds.push(refund)
      if (status !== 'failed' && amount >= left) this.#leaveInbox(refund)
    }
    refund.providerId = providerId
    if (status === 'succeeded') this.#succeed(refund)
    else refund.status = status
    if (status === 'failed') {
      this.#returnToInbox(refund)
      this.#bookLosses(payment)
    }
  }

  /** Stripe will not make it. */
  refuse(refund: Refund): void {
    if (refund.status !== 'requested') return
    refund.status = 'failed'
    this.#returnToInbox(refund)
    this.#bookLosses(refund.payment)
  }

  hearDispute(reported: Dispute): void {
    const stored = this.disputes.find(({ providerId }) => providerId === reported.providerId)
    if (stored !== undefined && (decided.has(stored.status) || stored.status === reported.status)) return
    if (stored === undefined) this.disputes.push({ ...reported })
    else stored.status = reported.status
    this.#bookLosses(reported.payment)
  }

  /** Money of which nothing is left to place waits no longer. */
  #leaveInbox(refund: Refund): void {
    const { entry } = refund.payment
    if (entry === null || entry.resolution !== null) return
    entry.resolution = 'refunded'
    entry.refundedBy = refund
  }

  #returnToInbox(refund: Refund): void {
    const { entry } = refund.payment
    if (entry?.resolution === 'refunded' && entry.refundedBy === refund) entry.resolution = null
  }

  /** An order is paid when the bill on terms is settled, not by credit alone. */
  #payOnTerms(bill: Bill): void {
    if (bill.kind !== 'terms' || bill.order?.isPaid !== false) return
    if (this.status(bill) !== 'paid' || this.allocated({ bill }) === 0n) return
    Object.assign(bill.order, { isPaid: true, isReactionDue: true })
  }

  #share(payment: Payment, bill: Bill, amount: bigint): void {
    this.shares.unshift({ payment, bill, amount })
    payment.wasAllocated = true
  }

  /** A lost dispute took what was not given back before. */
  #bookLosses(payment: Payment): void {
    for (const dispute of this.disputes) {
      if (dispute.payment !== payment || dispute.status !== 'lost') continue
      const left = payment.amount - this.held(payment)
      const amount = least(dispute.amount, left)
      if (amount <= 0n || this.refunds.some(({ providerId }) => providerId === dispute.providerId)) continue
      const loss: Refund = {
        id: null,
        providerId: dispute.providerId,
        payment,
        amount,
        status: 'pending',
        origin: 'dispute',
        lines: null,
        isRetried: false,
        credited: 0n,
      }
      this.refunds.push(loss)
      if (amount === left) this.#leaveInbox(loss)
      this.#succeed(loss)
    }
  }

  #refunded(payment: Payment, counts: (refund: Refund) => boolean): bigint {
    return sum(
      this.refunds.filter((one) => one.payment === payment && counts(one)).map(({ amount }) => amount),
    )
  }

  /** The money is gone: what settles nothing first, then the newest shares, each with its credit note. */
  #succeed(refund: Refund): void {
    const { payment, lines, amount } = refund
    let needed = amount
    const freed = new Map<Share, bigint>()
    const take = (shares: Share[]) => {
      for (const share of shares) {
        const part = least(needed, share.amount)
        if (part <= 0n) continue
        freed.set(share, part)
        needed -= part
      }
    }
    const own = this.shares.filter((share) => share.payment === payment)
    const free = payment.amount - this.allocated({ payment }) - this.refunded(payment)
    take(own.filter(({ bill }) => bill === lines?.bill))
    needed -= free
    take(own.filter(({ bill }) => bill !== lines?.bill))
    refund.status = 'succeeded'
    refund.credited = sum(freed.values())
    for (const [bill, shares] of Map.groupBy(freed, ([share]) => share.bill)) {
      const off = sum(shares.map(([, part]) => part))
      const asNamed =
        lines?.bill === bill &&
        off === amount &&
        [...lines.parts].every(([line, part]) => part <= line.worth - line.credited)
      this.#credit(
        bill,
        this.#partsToCredit(bill, off, asNamed ? lines.parts : null),
        new Map(shares),
        refund,
      )
    }
  }

  #credit(
    bill: Bill,
    parts: Map<Line, bigint>,
    freed: ReadonlyMap<Share, bigint>,
    refund: Refund | null,
  ): void {
    for (const [share, part] of freed) {
      this.reverse(share)
      if (part < share.amount) this.shares.unshift({ ...share, amount: share.amount - part })
    }
    for (const [line, part] of parts) line.credited += part
    const total = sum(parts.values())
    bill.credited += total
    this.notes.push({ bill, refund, total })
  }

  #partsToCredit(bill: Bill, amount: bigint | null, lines: Map<Line, bigint> | null): Map<Line, bigint> {
    if (bill.state !== 'issued') throw new Refused('move_not_allowed')
    const left = bill.total - bill.credited
    const wanted = lines === null ? (amount ?? left) : sum(lines.values())
    const rests = bill.lines.map((line) => line.worth - line.credited)
    if (wanted <= 0n || wanted > left) throw new Refused('amount_exceeds_remaining')
    if (lines !== null) {
      if ([...lines].some(([line, part]) => part > line.worth - line.credited)) {
        throw new Refused('amount_exceeds_remaining')
      }
      return lines
    }
    const parts = spread(wanted, rests)
    return new Map(bill.lines.map((line, index) => [line, parts[index] ?? 0n]))
  }

  #refuseWrongLines(payment: Payment, bill: Bill, parts: Map<Line, bigint>): void {
    const settles = this.allocated({ payment, bill })
    if (settles === 0n) throw new Refused('body_field_invalid')
    const isTooMuch = [...parts].some(
      ([line, part]) => part > line.worth - line.credited - this.#heldOf(line),
    )
    if (isTooMuch || sum(parts.values()) > settles) throw new Refused('amount_exceeds_remaining')
  }

  /** What refunds under way are to take from the line. */
  #heldOf(line: Line): bigint {
    const underWay = this.refunds.filter(({ status }) => status === 'requested' || status === 'pending')
    return sum(underWay.map(({ lines }) => lines?.parts.get(line) ?? 0n))
  }
}

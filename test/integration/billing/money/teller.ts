import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import type pg from 'pg'
import type { TimelineEvent } from '../../../../src/application/ports/event-relay.ts'
import type { JobOutcome } from '../../../../src/application/ports/job-scheduler.ts'
import type { ProviderRefund } from '../../../../src/application/ports/payment-gateway.ts'
import type { ActionContext } from '../../../../src/application/ports/unit-of-work.ts'
import type {
  CompanyId,
  Id,
  InvoiceId,
  InvoiceLineId,
  OrderId,
  PaymentRecordId,
  RefundId,
} from '../../../../src/domain/shared/ids.ts'
import { Refusal } from '../../../../src/domain/shared/refusal.ts'
import { type Bench, context, dying } from './bench.ts'
import {
  type Bill,
  type Books,
  type Line,
  type Order,
  type Payment,
  type Refund,
  type RefundStatus,
  Refused,
  sum,
} from './books.ts'
import type { Command, Fate, Portion } from './commands.ts'
import { Crash, type News, type StripeDouble } from './stripe-double.ts'

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>

const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)]

/** Halves are rounded away from zero. */
function partOf(amount: bigint, ppm: number): bigint {
  const size = amount < 0n ? -amount : amount
  const rounded = (size * BigInt(ppm) + 500_000n) / 1_000_000n
  return amount < 0n ? -rounded : rounded
}

/** How it ended: null when it was done, the code of the refusal, or that it died. */
async function endOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    if (error instanceof Crash) return 'died'
    throw error
  }
}

function expectedEnd(change: () => void): string | null {
  try {
    change()
    return null
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

/** Says each command to the system and to the books, and expects the same answer of both. */
export class Teller {
  readonly books: Books
  readonly companyId: CompanyId
  readonly #bench: Bench
  readonly #stripe: StripeDouble
  readonly #client: pg.Client

  constructor(parts: {
    bench: Bench
    stripe: StripeDouble
    books: Books
    client: pg.Client
    companyId: CompanyId
  }) {
    this.books = parts.books
    this.companyId = parts.companyId
    this.#bench = parts.bench
    this.#stripe = parts.stripe
    this.#client = parts.client
  }

  say(one: Command): Promise<void> {
    switch (one.kind) {
      case 'bill':
        return this.#bill(one)
      case 'issue':
        return this.#issue(pick(this.books.bills, one.bill), one.fate)
      case 'discard':
        return this.#discard(pick(this.books.bills, one.bill))
      case 'order':
        return this.#order(one)
      case 'terms':
        return this.#terms(pick(this.books.orders, one.order), one.again)
      case 'pay':
        return this.#pay(one)
      case 'react':
        return this.#react(one)
      case 'stray':
        this.#stripe.pay(null, { amountMinor: one.amount, currency: one.currency })
        return this.#hear(this.#stripe.news.at(-1), 'once')
      case 'transfer':
        return this.#transfer(one)
      case 'allocate':
        return this.#allocate(pick(this.books.payments, one.payment), one.shares)
      case 'apply':
        return this.#apply(one)
      case 'hold':
        return this.#hold(one)
      case 'reverse':
        return this.#reverse(one)
      case 'void':
        return this.#void(pick(this.books.bills, one.bill), one.again)
      case 'credit':
        return this.#credit(one)
      case 'refund':
        return this.#refund(one)
      case 'send':
        return this.#sendSome(one)
      case 'settle':
        return this.#settle(one)
      case 'retry':
        return this.#retry(one)
      case 'dashboard':
        return this.#dashboard(one)
      case 'dispute':
        return this.#dispute(one)
      case 'decide':
        return this.#decide(one)
      case 'hear':
        return this.#hear(pick(this.#stripe.news, one.news), one.fate)
    }
  }

  /** What died on the way is taken up: reactions, everything that Stripe ever told, refunds that still wait. */
  async catchUp(): Promise<void> {
    for (let round = 1; round <= 2; round += 1) {
      for (const order of this.books.orders) {
        if (order.isReactionDue) await this.#reactTo(order, 'once')
      }
      await this.learn()
      for (const news of this.#stripe.news) {
        await this.#hear(news, 'once')
        await this.learn()
      }
    }
    for (const id of await this.#bench.waitingRefunds()) {
      const refund = this.books.refunds.find((one) => one.id === id)
      if (refund !== undefined) await this.#send(refund, 'once')
    }
  }

  /** Refunds of these books that nobody has sent. */
  async stillWaiting(): Promise<string[]> {
    const ours = new Set(this.books.refunds.map(({ id }) => id))
    return (await this.#bench.waitingRefunds()).filter((id) => ours.has(id))
  }

  learn: () => Promise<void> = () => Promise.resolve()

  /** The same to both: what the books do once, the system does as often as its fate says. */
  async #both(
    fate: Fate,
    change: () => void,
    act: (under: ActionContext) => Promise<unknown>,
  ): Promise<void> {
    if (fate === 'not recorded') {
      await endOf(act(dying()))
      return
    }
    if (fate === 'at once') {
      const ends = await Promise.all([endOf(act(context())), endOf(act(context()))])
      expect(ends.map(String).sort()).to.deep.equal(
        [expectedEnd(change), expectedEnd(change)].map(String).sort(),
      )
      return
    }
    const times = fate === 'twice' ? 2 : 1
    for (let time = 0; time < times; time += 1) {
      const end = await endOf(act(context()))
      expect(end).to.equal(expectedEnd(change))
    }
  }

  async #bill({ amounts, discount, taxPpm, currency, isIssued }: Of<'bill'>): Promise<void> {
    const items = amounts.map((amount) => ({
      kind: 'item' as const,
      description: 'Service',
      quantity: 1,
      unitAmountMinor: amount,
    }))
    const off = discount > 0 && BigInt(discount) < sum(amounts) ? -BigInt(discount) : 0n
    const discounts =
      off === 0n
        ? []
        : [{ kind: 'discount' as const, description: 'Less', quantity: 1, unitAmountMinor: off }]
    const taxes = taxPpm === 0 ? [] : [{ kind: 'tax' as const, taxName: 'Tax', taxRatePpm: taxPpm }]
    const plain = [...amounts, ...(off === 0n ? [] : [off])]
    const tax = taxPpm === 0 ? null : sum(plain.map((amount) => partOf(amount, taxPpm)))
    const { id } = await this.#bench.createInvoice(
      {
        companyId: this.companyId,
        orderId: null,
        legalEntityCode: null,
        currency,
        taxRounding: 'line',
        lines: [...items, ...discounts, ...taxes],
      },
      context(),
    )
    const total = sum(plain) + (tax ?? 0n)
    const bill = this.books.draft(plain, total, { order: null, kind: 'manual', currency }, tax)
    bill.id = id
    if (isIssued) await this.#issue(bill, 'once')
  }

  async #issue(bill: Bill | undefined, fate: Fate): Promise<void> {
    if (bill === undefined) return
    const invoiceId = bill.id as InvoiceId
    await this.#both(
      fate,
      () => this.books.issue(bill),
      (under) => this.#bench.issueInvoice({ invoiceId }, under),
    )
  }

  async #discard(bill: Bill | undefined): Promise<void> {
    if (bill === undefined) return
    const invoiceId = bill.id as InvoiceId
    await this.#both(
      'once',
      () => this.books.discard(bill),
      (under) => this.#bench.discardInvoice({ invoiceId }, under),
    )
  }

  async #order({ amounts, isOnTerms, fate }: Of<'order'>): Promise<void> {
    const view = await this.#bench.createOrder(
      {
        companyId: this.companyId,
        currency: 'USD',
        billingContactId: null,
        billingAddressId: null,
        purchaseOrderRef: null,
        notes: null,
        lines: amounts.map((amount) => ({
          sku: 'MNT-KIT-1',
          quantity: 1,
          description: null,
          bespoke: { unitAmountMinor: amount, notes: 'As agreed' },
          bespokeCurrency: 'USD',
        })),
      },
      context(),
    )
    const order: Order = {
      id: view.id,
      amounts,
      total: sum(amounts),
      session: null,
      isPaid: false,
      isReactionDue: false,
    }
    this.books.orders.push(order)
    if (isOnTerms) await this.#terms(order, false)
    await this.#sendCheckout(order, fate)
  }

  /** Whatever died on the way, there is one link in the end. */
  async #sendCheckout(order: Order, fate: Fate): Promise<void> {
    const input = { orderId: order.id as OrderId, successUrl: null, cancelUrl: null, expiresInMinutes: null }
    const send = (under: ActionContext) => this.#bench.sendCheckout(input, under)
    if (fate === 'answer lost') {
      this.#stripe.crashesNext = true
      expect(await endOf(send(context()))).to.equal('died')
    } else if (fate === 'not recorded') {
      expect(await endOf(send(dying()))).to.equal('died')
    } else if (fate === 'at once') {
      await Promise.all([endOf(send(context())), endOf(send(context()))])
    } else if (fate === 'twice') {
      await send(context())
    }
    const { checkout_session: session } = await send(context())
    order.session = session.provider_session_id
    const { rows } = await this.#client.query<{ id: string }>(
      `select provider_session_id as id from checkout_sessions where order_id = $1 and status = 'open'`,
      [order.id],
    )
    const live = [...this.#stripe.sessions.values()].filter(
      ({ orderId, status }) => orderId === order.id && status === 'open',
    )
    expect(rows.map(({ id }) => id)).to.deep.equal([order.session])
    expect(live.map(({ id }) => id)).to.deep.equal([order.session])
  }

  async #terms(order: Order | undefined, again: boolean): Promise<void> {
    if (order === undefined) return
    const orderId = order.id as OrderId
    await this.#both(
      again ? 'twice' : 'once',
      () => this.books.billOnTerms(order),
      (under) => this.#bench.invoiceOrder({ orderId }, under),
    )
  }

  async #pay({ session, isHeard, fate }: Of<'pay'>): Promise<void> {
    const open = this.books.orders.filter(
      (order) => order.session !== null && this.#stripe.sessions.get(order.session)?.status === 'open',
    )
    const order = pick(open, session)
    if (order === undefined) return
    this.#stripe.pay(order.session, null)
    if (isHeard) await this.#hear(this.#stripe.news.at(-2), fate)
  }

  async #react({ order: index, fate }: Of<'react'>): Promise<void> {
    const due = this.books.orders.filter(({ isReactionDue }) => isReactionDue)
    const order = pick(due, index) ?? pick(this.books.orders, index)
    if (order?.isPaid === true) await this.#reactTo(order, fate)
  }

  async #reactTo(order: Order, fate: Fate): Promise<void> {
    const { rows } = await this.#client.query<{ event_id: string }>(
      `select event_id from outbox where order_id = $1 and event_type = 'order.paid'`,
      [order.id],
    )
    expect(rows, 'order.paid is said once').to.have.length(1)
    const event = { event_id: rows[0]?.event_id ?? '', order_id: order.id } as TimelineEvent
    await this.#both(
      fate,
      () => {
        if (order.isReactionDue) this.books.react(order)
      },
      (under) => this.#bench.issueInvoiceWhenOrderPaid(event, under),
    )
  }

  async #transfer({ amount, currency, again }: Of<'transfer'>): Promise<void> {
    const input = {
      companyId: this.companyId,
      method: 'bank_transfer' as const,
      reference: randomUUID(),
      receivedOn: '2026-03-02',
      amountMinor: amount,
      currency,
    }
    const { id } = await this.#bench.recordManualPayment(input, context())
    this.books.payments.push({
      id,
      intent: null,
      amount,
      currency,
      order: null,
      hasPayer: true,
      wasAllocated: false,
      entry: null,
    })
    if (again)
      expect(await endOf(this.#bench.recordManualPayment(input, context()))).to.equal('already_exists')
  }

  /** Several shares of one invoice are one. */
  #wanted(shares: readonly { bill: number; amount: bigint }[]): Map<Bill, bigint> {
    const wanted = new Map<Bill, bigint>()
    for (const { bill: index, amount } of shares) {
      const bill = pick(this.books.bills, index)
      if (bill !== undefined) wanted.set(bill, (wanted.get(bill) ?? 0n) + amount)
    }
    return wanted
  }

  async #allocate(payment: Payment | undefined, shares: Of<'allocate'>['shares']): Promise<void> {
    const wanted = this.#wanted(shares)
    if (payment === undefined || wanted.size === 0) return
    const paymentId = payment.id as PaymentRecordId
    await this.#both(
      'once',
      () => this.books.allocate(payment, wanted),
      (under) => this.#bench.allocatePayment({ paymentId, allocations: allocationsOf(wanted) }, under),
    )
  }

  async #apply({ entry, shares }: Of<'apply'>): Promise<void> {
    const payment = pick(this.#waiting(), entry)
    const wanted = this.#wanted(shares)
    if (payment === undefined || wanted.size === 0) return
    const unappliedPaymentId = payment.entry?.id as Id<'unappliedPayment'>
    await this.#both(
      'once',
      () => this.books.apply(payment, wanted),
      (under) =>
        this.#bench.applyUnappliedPayment({ unappliedPaymentId, allocations: allocationsOf(wanted) }, under),
    )
  }

  async #hold({ entry, again }: Of<'hold'>): Promise<void> {
    const payment = pick(this.#waiting(), entry)
    if (payment === undefined) return
    const input = {
      unappliedPaymentId: payment.entry?.id as Id<'unappliedPayment'>,
      companyId: this.companyId,
      note: null,
    }
    await this.#both(
      again ? 'twice' : 'once',
      () => this.books.hold(payment),
      (under) => this.#bench.holdUnappliedPayment(input, under),
    )
  }

  /** Money that is or was in the inbox. */
  #waiting(): Payment[] {
    return this.books.payments.filter(({ entry }) => entry !== null)
  }

  async #reverse({ share: index, again }: Of<'reverse'>): Promise<void> {
    const { books } = this
    const live = books.shares.map((share, place) => ({
      share,
      id: books.shareIds[place] ?? '',
      paymentId: share.payment.id ?? '',
    }))
    const chosen = pick([...live, ...books.reversed.map((gone) => ({ share: null, ...gone }))], index)
    if (chosen === undefined) return
    const reverse = () =>
      this.#bench.reversePaymentAllocation(
        {
          paymentId: chosen.paymentId as PaymentRecordId,
          allocationId: chosen.id as Id<'paymentAllocation'>,
          reason: 'The books say so.',
        },
        context(),
      )
    await reverse()
    if (again) await Promise.all([reverse(), reverse()])
    if (chosen.share === null) return
    books.reverse(chosen.share)
    books.reversed.push({ id: chosen.id, paymentId: chosen.paymentId })
  }

  async #void(bill: Bill | undefined, again: boolean): Promise<void> {
    if (bill === undefined) return
    const invoiceId = bill.id as InvoiceId
    await this.#both(
      again ? 'twice' : 'once',
      () => this.books.void(bill),
      (under) => this.#bench.voidInvoice({ invoiceId, reason: 'Wrong' }, under),
    )
  }

  async #credit({ bill: index, portion, dies }: Of<'credit'>): Promise<void> {
    const bill = pick(this.books.bills, index)
    if (bill === undefined) return
    const amount = portion.of === 'amount' ? portion.amount : null
    const parts = portion.of === 'lines' ? partsOf(bill, portion) : null
    await this.#both(
      dies ? 'not recorded' : 'once',
      () => this.books.creditByHand(bill, amount, parts),
      (under) =>
        this.#bench.createCreditNote(
          { invoiceId: bill.id as InvoiceId, amountMinor: amount, lines: linesOf(parts), reason: 'Wrong' },
          under,
        ),
    )
  }

  async #refund({ payment: index, portion, fate }: Of<'refund'>): Promise<void> {
    const payment = pick(this.books.payments, index)
    if (payment === undefined) return
    const amount = portion.of === 'amount' ? portion.amount : null
    const lines = portion.of === 'lines' ? this.#linesToRefund(payment, portion) : null
    if (portion.of === 'lines' && lines === null) return
    const input = {
      paymentId: payment.id as PaymentRecordId,
      amountMinor: amount,
      lines: linesOf(lines?.parts ?? null),
      reason: 'The books say so.',
      reference: payment.intent === null ? 'Wire 4711' : null,
    }
    if (fate === 'not recorded') {
      await endOf(this.#bench.createRefund(input, dying()))
      return
    }
    let made: Refund | null = null
    const expected = expectedEnd(() => {
      made = this.books.refund(payment, { amount, lines })
    })
    const key = randomUUID()
    const ask = () => this.#bench.once(key, (under) => this.#bench.createRefund(input, under))
    const answers: string[] = []
    const ends: (string | null)[] = []
    const note = async () => {
      ends.push(await endOf(ask().then((answer) => answers.push(answer.body.id))))
    }
    if (fate === 'at once') await Promise.all([note(), note()])
    else await note()
    // The caller who never heard the answer asks again.
    if (fate === 'twice' || fate === 'answer lost') await note()
    expect(new Set(ends)).to.deep.equal(new Set([expected]))
    expect(new Set(answers).size).to.equal(expected === null ? 1 : 0)
    this.#named(made, answers[0])
  }

  #named(refund: Refund | null, id: string | undefined): void {
    if (refund !== null) refund.id = id ?? null
  }

  #linesToRefund(payment: Payment, portion: Extract<Portion, { of: 'lines' }>): Refund['lines'] {
    const own = this.books.shares.filter((share) => share.payment === payment).map(({ bill }) => bill)
    const bill = pick(own.length > 0 ? own : this.books.bills, portion.bill)
    return bill === undefined ? null : { bill, parts: partsOf(bill, portion) }
  }

  async #sendSome({ refund: index, isSlow, fate }: Of<'send'>): Promise<void> {
    const ours = this.books.refunds.filter((one) => one.origin === 'waybill')
    const refund = pick(
      ours.filter(({ status }) => status === 'requested'),
      index,
    )
    const chosen = refund ?? pick(ours, index)
    if (chosen === undefined) return
    this.#stripe.isSlow = isSlow
    await this.#send(chosen, fate)
    this.#stripe.isSlow = false
  }

  async #send(refund: Refund, fate: Fate): Promise<void> {
    const send = (under: ActionContext) => this.#bench.sendRefund({ refundId: refund.id as RefundId }, under)
    const isWaiting = refund.status === 'requested' && this.books.awaitsInvoice(refund.payment)
    const isAsked = refund.status === 'requested' && !isWaiting
    if (fate === 'answer lost' || fate === 'not recorded') {
      this.#stripe.crashesNext = fate === 'answer lost' && isAsked
      const end = await endOf(send(fate === 'answer lost' ? context() : dying()))
      expect(end).to.equal(isAsked ? 'died' : null)
      return
    }
    const outcomes: JobOutcome[] =
      fate === 'at once' ? await Promise.all([send(context()), send(context())]) : []
    if (fate !== 'at once') outcomes.push(await send(context()))
    if (fate === 'twice') outcomes.push(await send(context()))
    expect(new Set(outcomes.map(({ outcome }) => outcome))).to.deep.equal(
      new Set([isWaiting ? 'retry' : 'done']),
    )
    if (!isAsked) return
    const made = [...this.#stripe.refunds.values()].filter((one) => one.refundId === refund.id)
    expect(made.length, 'refunds at Stripe').to.be.at.most(1)
    const answer = this.#stripe.answerTo(`refund:${refund.id ?? ''}`) as ProviderRefund | undefined
    if (answer === undefined) this.books.refuse(refund)
    else this.#heard(answer)
  }

  async #settle({ refund: index, status, isHeard }: Of<'settle'>): Promise<void> {
    const refund = pick([...this.#stripe.refunds.keys()], index)
    if (refund === undefined) return
    const before = this.#stripe.news.length
    this.#stripe.settle(refund, status)
    if (isHeard && this.#stripe.news.length > before) await this.#hear(this.#stripe.news.at(-1), 'once')
  }

  async #retry({ refund: index, again }: Of<'retry'>): Promise<void> {
    const failed = this.books.refunds.filter(({ status }) => status === 'failed')
    const refund = pick(failed.length > 0 ? failed : this.books.refunds, index)
    if (refund === undefined) return
    const retry = () => this.#bench.retryRefund({ refundId: refund.id as RefundId }, context())
    let made: Refund | null = null
    const expected = expectedEnd(() => {
      made = this.books.retry(refund)
    })
    const end = await endOf(retry().then(({ id }) => this.#named(made, id)))
    expect(end).to.equal(expected)
    if (again && end === null) expect(await endOf(retry())).to.equal('move_not_allowed')
  }

  async #dashboard({ intent: index, amount, isSlow, isHeard }: Of<'dashboard'>): Promise<void> {
    const intent = pick([...this.#stripe.intents.keys()], index)
    if (intent === undefined) return
    this.#stripe.isSlow = isSlow
    const left = this.#stripe.refundable(intent)
    const made = left > 0n ? this.#stripe.refundByHand(intent, amount < left ? amount : left) : null
    this.#stripe.isSlow = false
    if (made !== null && isHeard) await this.#hear(this.#stripe.news.at(-1), 'once')
  }

  async #dispute({ intent: index, amount, isHeard }: Of<'dispute'>): Promise<void> {
    const intent = pick([...this.#stripe.intents.values()], index)
    if (intent === undefined) return
    const most = intent.amountMinor
    const made = this.#stripe.dispute(intent.id, amount < most ? amount : most)
    if (made !== null && isHeard) await this.#hear(this.#stripe.news.at(-1), 'once')
  }

  async #decide({ dispute: index, status, isHeard }: Of<'decide'>): Promise<void> {
    const open = [...this.#stripe.disputes.values()].filter((one) => one.status === 'needs_response')
    const dispute = pick(open, index)
    if (dispute === undefined) return
    this.#stripe.decide(dispute.id, status)
    if (isHeard) await this.#hear(this.#stripe.news.at(-1), 'once')
  }

  /** An event of Stripe's arrives, an old one perhaps: it is a hint to look. */
  async #hear(news: News | undefined, fate: Fate): Promise<void> {
    if (news === undefined) return
    const { eventId, type, objectId, paymentIntentId } = news
    const handle = (under: ActionContext) =>
      this.#bench.handleStripeEvent({ events: [{ eventId, type }], objectId, paymentIntentId }, under)
    if (fate === 'not recorded') {
      await endOf(handle(dying()))
      return
    }
    const outcomes: JobOutcome[] =
      fate === 'at once' ? await Promise.all([handle(context()), handle(context())]) : []
    if (fate !== 'at once') outcomes.push(await handle(context()))
    if (fate === 'twice') outcomes.push(await handle(context()))
    const expected = this.#look(news)
    expect(new Set(outcomes.map(({ outcome }) => outcome)), type).to.deep.equal(new Set([expected]))
  }

  #look({ type, objectId, paymentIntentId }: News): 'done' | 'retry' {
    if (type.startsWith('refund.')) return this.#lookAtRefunds([objectId])
    if (type === 'charge.refunded') {
      const listed = [...this.#stripe.refunds.values()].filter(
        (one) => one.paymentIntentId === paymentIntentId,
      )
      return this.#lookAtRefunds(listed.map(({ id }) => id).reverse())
    }
    if (type.startsWith('charge.dispute.')) {
      const dispute = this.#stripe.disputes.get(objectId)
      const payment = this.#paymentOf(dispute?.paymentIntentId ?? '')
      if (dispute === undefined) return 'done'
      if (payment === undefined || this.books.awaitsInvoice(payment)) return 'retry'
      const { id: providerId, amountMinor: amount, status } = dispute
      this.books.hearDispute({ providerId, payment, amount, status })
      return 'done'
    }
    const session = [...this.#stripe.sessions.values()].find(
      ({ id, intent }) => id === objectId || intent === objectId,
    )
    if (session === undefined || session.intent === null || this.#paymentOf(session.intent) !== undefined)
      return 'done'
    const order = this.books.orders.find(({ id }) => id === session.orderId) ?? null
    this.books.payments.push({
      id: null,
      intent: session.intent,
      amount: session.amountMinor,
      currency: session.currency,
      order,
      hasPayer: order !== null,
      wasAllocated: false,
      entry: order === null || order.isPaid ? { id: null, resolution: null } : null,
    })
    if (order?.isPaid === false) Object.assign(order, { isPaid: true, isReactionDue: true })
    return 'done'
  }

  #lookAtRefunds(refundIds: readonly string[]): 'done' | 'retry' {
    const payments = refundIds.map((id) =>
      this.#paymentOf(this.#stripe.refunds.get(id)?.paymentIntentId ?? ''),
    )
    if (payments.some((one) => one === undefined || this.books.awaitsInvoice(one))) return 'retry'
    for (const id of refundIds) {
      const refund = this.#stripe.refunds.get(id)
      if (refund !== undefined) this.#heard(refund)
    }
    return 'done'
  }

  #heard(refund: ProviderRefund): void {
    const payment = this.#paymentOf(refund.paymentIntentId ?? '')
    if (payment === undefined) return
    this.books.hear({
      id: refund.id,
      ours: refund.refundId,
      payment,
      amount: refund.amountMinor,
      status: refund.status as RefundStatus,
    })
  }

  #paymentOf(intent: string): Payment | undefined {
    return this.books.payments.find((one) => one.intent !== null && one.intent === intent)
  }
}

const allocationsOf = (wanted: ReadonlyMap<Bill, bigint>) =>
  [...wanted].map(([bill, amountMinor]) => ({ invoiceId: bill.id as InvoiceId, amountMinor }))

const linesOf = (parts: Map<Line, bigint> | null) =>
  parts === null
    ? null
    : [...parts].map(([line, amountMinor]) => ({ invoiceLineId: line.id as InvoiceLineId, amountMinor }))

/** Of the first lines so much each; mostly no more than is left of them. */
function partsOf(bill: Bill, { amounts }: Extract<Portion, { of: 'lines' }>): Map<Line, bigint> {
  const lines = bill.lines.slice(0, amounts.length)
  return new Map(
    lines.map((line, place) => {
      const left = line.worth - line.credited
      const part = (amounts[place] ?? 1n) % (left + 1n)
      return [line, part === 0n ? 1n : part]
    }),
  )
}

import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { DatabasePool } from 'slonik'
import { createIdempotencyStore } from '../../../../src/adapters/postgres/api/idempotency-store.ts'
import { createInvoiceStore } from '../../../../src/adapters/postgres/billing/invoice-store.ts'
import { createCompanyStore } from '../../../../src/adapters/postgres/companies/company-store.ts'
import { createOrderStore } from '../../../../src/adapters/postgres/orders/order-store.ts'
import { createPriceBook } from '../../../../src/adapters/postgres/pricing/price-book.ts'
import { createUnitOfWork } from '../../../../src/adapters/postgres/unit-of-work.ts'
import { createSmtpMailer } from '../../../../src/adapters/smtp/smtp-mailer.ts'
import { encodeHex } from '../../../../src/adapters/system/crockford.ts'
import { digest } from '../../../../src/adapters/system/digest.ts'
import { jobIdForKey, jobIdToUuid } from '../../../../src/adapters/system/job-ids.ts'
import { allocatePayment } from '../../../../src/application/billing/allocate-payment.ts'
import { applyUnappliedPayment } from '../../../../src/application/billing/apply-unapplied-payment.ts'
import { createCreditNote } from '../../../../src/application/billing/create-credit-note.ts'
import { createInvoice } from '../../../../src/application/billing/create-invoice.ts'
import { createRefund } from '../../../../src/application/billing/create-refund.ts'
import { discardInvoice } from '../../../../src/application/billing/discard-invoice.ts'
import { holdUnappliedPayment } from '../../../../src/application/billing/hold-unapplied-payment.ts'
import { invoiceOrder } from '../../../../src/application/billing/invoice-order.ts'
import { issueInvoice } from '../../../../src/application/billing/issue-invoice.ts'
import { issueInvoiceWhenOrderPaid } from '../../../../src/application/billing/issue-invoice-when-order-paid.ts'
import { recordManualPayment } from '../../../../src/application/billing/record-manual-payment.ts'
import { retryRefund } from '../../../../src/application/billing/retry-refund.ts'
import { reversePaymentAllocation } from '../../../../src/application/billing/reverse-payment-allocation.ts'
import { sendRefund } from '../../../../src/application/billing/send-refund.ts'
import { sendWaitingRefunds } from '../../../../src/application/billing/send-waiting-refunds.ts'
import { voidInvoice } from '../../../../src/application/billing/void-invoice.ts'
import { createOrder } from '../../../../src/application/orders/create-order.ts'
import { handleStripeEvent } from '../../../../src/application/orders/handle-stripe-event.ts'
import { sendCheckout } from '../../../../src/application/orders/send-checkout.ts'
import type { IdGenerator } from '../../../../src/application/ports/id-generator.ts'
import type { ActionContext } from '../../../../src/application/ports/unit-of-work.ts'
import { systemActor } from '../../../../src/domain/shared/actor.ts'
import { type CompanyId, type Id, type IdKind, idPrefixes } from '../../../../src/domain/shared/ids.ts'
import { answerOnce } from '../../../../src/entrypoints/api/middleware/idempotency.ts'
import { viewsOf } from '../../../../src/entrypoints/bootstrap/views.ts'
import { Crash, type StripeDouble } from './stripe-double.ts'

// Half an hour ago, so that laws with a grace of minutes hold what happens here to it.
const startedAt = Date.now() - 30 * 60_000
let ticks = 0
let made = 0

/** Every look at it is a millisecond later: what came first is told by its time. */
export const clock = {
  now: () => {
    ticks += 1
    return new Date(startedAt + ticks)
  },
}

/** Ids in the order in which they were made, so that ties of time are broken as the books break them. */
export const ids: IdGenerator = {
  make<K extends IdKind>(kind: K): Id<K> {
    made += 1
    const hex = startedAt.toString(16).padStart(12, '0') + made.toString(16).padStart(20, '0')
    return `${idPrefixes[kind]}_${encodeHex(hex)}`
  },
}

/** The use cases over a real database and Stripe's double, in this process. Jobs are run by whoever tests. */
export function benchOf(pool: DatabasePool, stripe: StripeDouble) {
  const enqueued: { name: string; payload: object }[] = []
  const unitOfWork = createUnitOfWork({
    pool,
    clock,
    ids,
    jobId: (key) => {
      const id = key === null ? ids.make('job') : jobIdForKey(key)
      return { id, bossId: jobIdToUuid(id) }
    },
    queues: {
      insert: async (_executor, jobs) => {
        enqueued.push(...jobs.map(({ name, payload }) => ({ name, payload })))
      },
      claim: async () => ({
        attempts: [],
        left: [],
        begin: () => undefined,
        abandon: () => undefined,
      }),
    },
    viewsOf,
    committed: () => undefined,
  })
  const deps = {
    unitOfWork,
    clock,
    ids,
    gateway: stripe.gateway(),
    orders: createOrderStore(pool),
    invoices: createInvoiceStore(pool),
    companies: createCompanyStore(pool),
    prices: createPriceBook(pool),
    publicUrl: 'https://waybill.example',
    pricesHoldMs: 86_400_000,
    digest,
    mailer: createSmtpMailer(null),
    emailsPrepaidInvoices: false,
  }
  const idempotency = createIdempotencyStore(pool)
  return {
    views: viewsOf(pool),
    createOrder: createOrder(deps),
    invoiceOrder: invoiceOrder(deps),
    sendCheckout: sendCheckout(deps),
    handleStripeEvent: handleStripeEvent(deps),
    issueInvoiceWhenOrderPaid: issueInvoiceWhenOrderPaid(deps),
    createInvoice: createInvoice(deps),
    issueInvoice: issueInvoice(deps),
    discardInvoice: discardInvoice(deps),
    voidInvoice: voidInvoice(deps),
    createCreditNote: createCreditNote(deps),
    recordManualPayment: recordManualPayment(deps),
    allocatePayment: allocatePayment(deps),
    reversePaymentAllocation: reversePaymentAllocation(deps),
    applyUnappliedPayment: applyUnappliedPayment(deps),
    holdUnappliedPayment: holdUnappliedPayment(deps),
    createRefund: createRefund(deps),
    retryRefund: retryRefund(deps),
    sendRefund: sendRefund(deps),
    /** The job that takes up refunds whose own job died, an hour later; answers whom it asks for. */
    async waitingRefunds(): Promise<string[]> {
      const later = { now: () => new Date(clock.now().getTime() + 3_600_000) }
      enqueued.length = 0
      await sendWaitingRefunds({ unitOfWork, clock: later })({ slot: randomUUID() }, context())
      return enqueued.map(({ payload }) => (payload as { refundId: string }).refundId)
    },
    /** As a caller of the API does it, under an Idempotency-Key. */
    async once<T extends object>(
      key: string,
      run: (under: ActionContext) => Promise<T>,
    ): Promise<{ body: T; isReplay: boolean }> {
      const request = { operation: 'createRefund', key, method: 'POST', path: '/', bytes: Buffer.from(key) }
      const answered = await answerOnce({ idempotency, clock }, request, context(), () => 201, run)
      return { body: answered.body as T, isReplay: answered.isReplay }
    },
  }
}

export type Bench = ReturnType<typeof benchOf>

export const context = (): ActionContext => ({
  actor: systemActor('model'),
  correlationId: randomUUID(),
  causationId: null,
  alongside: null,
})

/** Dies in the transaction that records, after everything else in it. */
export const dying = (): ActionContext => ({
  ...context(),
  alongside: () => Promise.reject(new Crash()),
})

export async function insertCompany(client: pg.Client): Promise<CompanyId> {
  const [id, mirrorId] = [ids.make('company'), ids.make('companyMirror')]
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

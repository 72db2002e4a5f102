import type { Difference } from '../../domain/billing/reconciliation.ts'
import type { ReconciliationId } from '../../domain/shared/ids.ts'
import { job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { EnqueuedJob, JobOutcome } from '../ports/job-scheduler.ts'
import type { PaymentGateway, Span } from '../ports/payment-gateway.ts'
import type { Compared, ReconciliationStore } from '../ports/reconciliation-store.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { type ComparedPage, reconciliationSides, type Walks } from './reconciliation-sides.ts'

// The ids of one slice are held while it is walked: a day's worth of a busy shop is a few megabytes.
const SLICE_MS = 6 * 3_600_000

/**
 * Compares the provider's objects of a window with ours, both ways, writes down where they disagree, and queues the
 * repairs that need no person: they look again and follow the provider, so a lost webhook is healed. A night asks
 * besides for whatever is older than its window and may still change. An attempt that breaks off is repeated whole;
 * what it had found and queued stays found and queued once.
 */
export function reconcileStripe(deps: {
  unitOfWork: UnitOfWork
  reconciliations: ReconciliationStore
  gateway: PaymentGateway
  clock: Clock
  ids: IdGenerator
}) {
  const keep = async (id: ReconciliationId, { found }: ComparedPage, context: ActionContext) => {
    if (found.length === 0) return
    const identified = found.map((one) => ({ ...one, id: deps.ids.make('reconciliationDifference') }))
    await deps.unitOfWork.run(context, async (store) => {
      await store.reconciliations.record(id, identified, deps.clock.now())
      store.enqueue(...found.flatMap((one) => repairJobs(id, one)))
    })
  }

  return async (
    { reconciliationId }: { reconciliationId: string },
    context: ActionContext,
  ): Promise<JobOutcome> => {
    const id = reconciliationId as ReconciliationId
    const reconciliation = await deps.reconciliations.getUnfinished(id)
    if (reconciliation === null) return { outcome: 'give_up', reason: `${id} is finished already` }
    const begunAt = deps.clock.now()
    const compared: Compared = { sessions: 0, payments: 0, charges: 0, refunds: 0, disputes: 0 }
    const sides = Object.entries(reconciliationSides(deps, begunAt)) as [keyof Compared, Walks][]
    const take = async (name: keyof Compared, page: ComparedPage) => {
      compared[name] += page.count
      await keep(id, page, context)
    }
    for (const span of slicesOf({ from: reconciliation.windowFrom, to: reconciliation.windowTo })) {
      for (const [name, { within }] of sides) for await (const page of within(span)) await take(name, page)
    }
    const asked: string[] = []
    for (const [name, { unfinished }] of reconciliation.slot === null ? [] : sides) {
      for await (const page of unfinished?.(reconciliation.windowFrom) ?? []) {
        await take(name, page)
        asked.push(...page.ids)
      }
    }
    await deps.unitOfWork.conclude(context, (store) =>
      store.reconciliations.finish(reconciliation, {
        compared,
        asked,
        begunAt,
        finishedAt: deps.clock.now(),
      }),
    )
    return { outcome: 'done' }
  }
}

function* slicesOf({ from, to }: Span): Generator<Span> {
  for (let start = from.getTime(); start < to.getTime(); start += SLICE_MS) {
    yield { from: new Date(start), to: new Date(Math.min(start + SLICE_MS, to.getTime())) }
  }
}

/** The same jobs that a webhook would have led to; nothing for what a person decides. */
function repairJobs(reconciliationId: ReconciliationId, difference: Difference): EnqueuedJob[] {
  const { kind, objectId, paymentIntentId, orderId, repair } = difference
  if (repair === 'review') return []
  const options = {
    key: `${reconciliationId}:${kind}:${objectId}`,
    ...(orderId !== null && { related: { type: 'order', id: orderId } }),
  }
  if (repair === 'expire_session')
    return [job('expire-checkout-session', { providerSessionId: objectId }, options)]
  if (kind === 'session_status')
    return [job('converge-checkout-session', { providerSessionId: objectId }, options)]
  const signal = { eventId: reconciliationId, type: signalOf(kind) }
  return [job('handle-stripe-event', { events: [signal], objectId, paymentIntentId }, options)]
}

function signalOf(kind: Difference['kind']): string {
  if (kind === 'payment_unrecorded') return 'payment_intent.succeeded'
  if (kind.startsWith('dispute_')) return 'charge.dispute.updated'
  return kind === 'charge_refunded' ? 'charge.refunded' : 'refund.updated'
}

import type { ReconciliationId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import { job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { EnqueuedJob } from '../ports/job-scheduler.ts'
import type { Span } from '../ports/payment-gateway.ts'
import type { ReconciliationView } from '../ports/reconciliation-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

const LONGEST_DAYS = 92
const DAY_MS = 86_400_000

/** Begins a comparison of a window with the provider. Two of one window at once are two reports and harm nothing. */
export function startReconciliation(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (span: Span, context: ActionContext): Promise<ReconciliationView> => {
    refuseUnusable(span, deps.clock.now())
    const id = deps.ids.make('reconciliation')
    return deps.unitOfWork.conclude(context, async (store) => {
      await store.reconciliations.insert({
        id,
        slot: null,
        windowFrom: span.from,
        windowTo: span.to,
        requestedBy: context.actor.name,
        createdAt: deps.clock.now(),
      })
      store.enqueue(reconciliationJob(id))
      return found(await store.views.reconciliations.reconciliation(id), 'reconciliation', id)
    })
  }
}

export function reconciliationJob(id: ReconciliationId): EnqueuedJob {
  return job(
    'reconcile-stripe',
    { reconciliationId: id },
    { key: `reconcile-stripe:${id}`, related: { type: 'reconciliation', id } },
  )
}

/** A window may end later than now: what is there by then is compared. One that has not begun would find nothing. */
function refuseUnusable({ from, to }: Span, now: Date): void {
  const refuse = (pointer: string, detail: string) => {
    throw new Refusal('body_field_invalid', detail, {}, [{ pointer, detail }])
  }
  if (from > now) refuse('/from', 'The window has not begun.')
  if (to <= from) refuse('/to', 'The window ends before it begins.')
  if (to.getTime() - from.getTime() > LONGEST_DAYS * DAY_MS)
    refuse('/to', `A window has at most ${LONGEST_DAYS} days.`)
}

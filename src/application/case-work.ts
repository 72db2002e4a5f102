import { type CaseKind, type LinkedType, linkToCase, openCase } from '../domain/returns/case.ts'
import type { CaseId } from '../domain/shared/ids.ts'
import { Refusal } from '../domain/shared/refusal.ts'
import { found } from './found.ts'
import type { Clock } from './ports/clock.ts'
import type { IdGenerator } from './ports/id-generator.ts'
import type { LoadedOrder } from './ports/order-store.ts'
import type { ActionContext, Store } from './ports/unit-of-work.ts'

interface Dependencies {
  clock: Clock
  ids: IdGenerator
}

/** The case to work in: an open one of the same order, or a new one. The order's lock must be held. */
export async function caseFor(
  deps: Dependencies,
  store: Store,
  { order }: LoadedOrder,
  { caseId, kind, note }: { caseId: CaseId | null; kind: CaseKind; note: string | null },
): Promise<CaseId> {
  if (caseId === null) {
    const opened = openCase(
      { id: deps.ids.make('case'), orderId: order.id, companyId: order.companyId, kind, note },
      deps.clock.now(),
    )
    await store.cases.insert(opened.case)
    store.publish(opened.events)
    return opened.case.id
  }
  const loaded = await store.cases.get(caseId)
  if (loaded?.case.orderId !== order.id) {
    throw new Refusal('not_found', 'The order has no such case.', {}, [
      { pointer: '/case_id', detail: 'no such case of this order' },
    ])
  }
  if (loaded.case.status === 'closed') {
    throw new Refusal('move_not_allowed', 'The case is closed.', { current: 'closed', allowed_moves: [] })
  }
  return caseId
}

/** Adds a record to a case; to the same case again changes nothing. The order's lock must be held. */
export async function linkRecord(
  deps: Pick<Dependencies, 'clock'>,
  store: Store,
  caseId: CaseId,
  linked: { type: LinkedType; id: string },
  context: ActionContext,
): Promise<void> {
  const holder = await store.cases.caseOf(linked.type, linked.id)
  if (holder === caseId) return
  if (holder !== null) {
    throw new Refusal('already_exists', 'The record belongs to another case.', { case_id: holder })
  }
  await linkNew(deps, store, caseId, [linked], context)
}

/** Adds records to a case that belong to none yet. The order's lock must be held. */
export async function linkNew(
  deps: Pick<Dependencies, 'clock'>,
  store: Store,
  caseId: CaseId,
  records: readonly { type: LinkedType; id: string }[],
  context: ActionContext,
): Promise<void> {
  const at = deps.clock.now()
  const loaded = found(await store.cases.get(caseId), 'case', caseId)
  let current = loaded.case
  for (const record of records) {
    const decision = linkToCase(current, record, loaded.facts, at)
    current = decision.case
    store.publish(decision.events)
  }
  await store.cases.save(current)
  await store.cases.link(
    records.map(({ type, id }) => ({
      caseId,
      linkedType: type,
      linkedId: id,
      linkedAt: at,
      linkedBy: context.actor.id,
    })),
  )
}

import type { DomainEvent } from '../shared/events.ts'
import type { CompanyId, PriceAgreementId } from '../shared/ids.ts'
import { nextStatus, openMoves } from '../shared/lifecycle.ts'
import { exponentOf } from '../shared/money.ts'
import { Refusal } from '../shared/refusal.ts'
import {
  type PriceAgreementFacts,
  type PriceAgreementMove,
  type PriceAgreementStatus,
  priceAgreementLifecycle,
} from './price-agreement-lifecycle.ts'

/** Prices negotiated with one company for a time. */
export interface PriceAgreement {
  id: PriceAgreementId
  number: string
  revision: number
  amendsId: PriceAgreementId | null
  companyId: CompanyId
  name: string
  status: PriceAgreementStatus
  currency: string
  validFrom: Date
  /** The first instant at which it no longer holds; null while open-ended. */
  validTo: Date | null
  notes: string | null
  activatedAt: Date | null
  endedAt: Date | null
  endReason: string | null
  version: number
  createdAt: Date
  updatedAt: Date
}

/** What may be written while it is a draft. */
export type PriceAgreementTerms = Pick<
  PriceAgreement,
  'name' | 'currency' | 'validFrom' | 'validTo' | 'notes'
>

interface Named {
  number: string
  revision: number
  name: string
}

interface EventData {
  'price_agreement.created': Named
  'price_agreement.changed': Named
  'price_agreement.discarded': Named
  'price_agreement.activated': Named
  'price_agreement.amended': Named & { amended_by_id: PriceAgreementId }
  'price_agreement.expired': Named & { valid_to: string }
  'price_agreement.terminated': Named & { reason: string }
  'price_agreement.expiring_soon': Named & { valid_to: string; days_left: number }
  'price_agreement.unsynced': Named & { line_id: string; sku: string; since: string }
}

export type PriceAgreementEvent = { [T in keyof EventData]: DomainEvent<T, EventData[T]> }[keyof EventData]

type Changed = { agreement: PriceAgreement; events: PriceAgreementEvent[] }

/** What the lifecycle's guards read. `amended` is the revision that this one would end. */
export function factsOf(
  agreement: Pick<PriceAgreement, 'validFrom' | 'validTo'>,
  amended: Pick<PriceAgreement, 'status'> | null,
  at: Date,
): PriceAgreementFacts {
  return {
    isOver: agreement.validTo !== null && agreement.validTo <= at,
    leavesGap: amended?.status === 'active' && agreement.validFrom > at,
    amendsTerminated: amended?.status === 'terminated',
  }
}

/** A new draft: the first revision of a number, or the amendment of another. */
export function draftAgreement(
  input: Pick<PriceAgreement, 'id' | 'number' | 'revision' | 'amendsId' | 'companyId'> & PriceAgreementTerms,
  at: Date,
): Changed {
  refuseTerms(input)
  const agreement: PriceAgreement = {
    ...input,
    status: 'draft',
    activatedAt: null,
    endedAt: null,
    endReason: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  return { agreement, events: [agreementEvent(agreement, 'price_agreement.created', at, named(agreement))] }
}

/** Other terms for a draft; what is not named stays. */
export function changeDraft(
  agreement: PriceAgreement,
  terms: Partial<PriceAgreementTerms>,
  at: Date,
): Changed {
  const changed = { ...moved(agreement, null, { type: 'change' }, at), ...terms }
  refuseTerms(changed)
  return {
    agreement: changed,
    events: [agreementEvent(changed, 'price_agreement.changed', at, named(changed))],
  }
}

/** A draft that nobody wants any more. */
export function discardDraft(agreement: PriceAgreement, at: Date): Changed {
  const gone = moved(agreement, null, { type: 'discard' }, at)
  return { agreement: gone, events: [agreementEvent(gone, 'price_agreement.discarded', at, named(gone))] }
}

/** From now on its prices apply, within its dates. The revision that it amends ends in the same breath. */
export function activateAgreement(
  agreement: PriceAgreement,
  amended: PriceAgreement | null,
  at: Date,
): Changed & { ended: PriceAgreement | null } {
  if (agreement.status === 'draft') refuseForGood(agreement, factsOf(agreement, amended, at))
  const active: PriceAgreement = {
    ...moved(agreement, amended, { type: 'activate' }, at),
    activatedAt: at,
  }
  const events = [agreementEvent(active, 'price_agreement.activated', at, named(active))]
  if (amended?.status !== 'active') return { agreement: active, ended: null, events }
  const ended: PriceAgreement = {
    ...moved(amended, null, { type: 'terminate' }, at),
    endedAt: at,
    endReason: `Amended by revision ${active.revision}.`,
  }
  const data = { ...named(ended), amended_by_id: active.id }
  return {
    agreement: active,
    ended,
    // The old one ends before the new one begins: readers of the timeline see one at a time.
    events: [agreementEvent(ended, 'price_agreement.amended', at, data), ...events],
  }
}

/** Refuses a draft that no day will make ready, with the reason; one that lies ahead is told to wait. */
function refuseForGood(draft: PriceAgreement, facts: PriceAgreementFacts): void {
  const refuse = (unmet: string, why: string) => {
    throw new Refusal('move_not_allowed', `The agreement cannot be activated. ${why}`, {
      current: draft.status,
      move: 'activate',
      unmet: [unmet],
      allowed_moves: openMoves(priceAgreementLifecycle, draft.status, facts),
    })
  }
  if (facts.amendsTerminated) refuse('amendsLiving', 'The revision that it amends was terminated.')
  if (facts.isOver) refuse('isNotOver', 'Its time is over.')
}

/** Its time is over. */
export function expireAgreement(agreement: PriceAgreement, at: Date): Changed {
  const expired: PriceAgreement = {
    ...moved(agreement, null, { type: 'expire' }, at),
    endedAt: at,
    endReason: 'Its time is over.',
  }
  const data = { ...named(expired), valid_to: (expired.validTo ?? at).toISOString() }
  return { agreement: expired, events: [agreementEvent(expired, 'price_agreement.expired', at, data)] }
}

/** Somebody ends it before its time. */
export function terminateAgreement(agreement: PriceAgreement, reason: string, at: Date): Changed {
  const ended: PriceAgreement = {
    ...moved(agreement, null, { type: 'terminate' }, at),
    endedAt: at,
    endReason: reason,
  }
  const data = { ...named(ended), reason }
  return { agreement: ended, events: [agreementEvent(ended, 'price_agreement.terminated', at, data)] }
}

/** Refuses an amendment of what is not in force, or has an amendment already: that one is named. */
export function refuseAmendment(
  agreement: PriceAgreement,
  newer: { id: PriceAgreementId; revision: number } | null,
  at: Date,
): void {
  if (newer !== null) {
    throw new Refusal(
      'already_exists',
      'This agreement has been amended already. Change the newer revision.',
      {
        price_agreement_id: newer.id,
        revision: newer.revision,
      },
    )
  }
  nextStatus(priceAgreementLifecycle, agreement.status, factsOf(agreement, null, at), { type: 'amend' })
}

function moved(
  agreement: PriceAgreement,
  amended: PriceAgreement | null,
  move: PriceAgreementMove,
  at: Date,
): PriceAgreement {
  const facts = factsOf(agreement, amended, at)
  return {
    ...agreement,
    status: nextStatus(priceAgreementLifecycle, agreement.status, facts, move),
    version: agreement.version + 1,
    updatedAt: at,
  }
}

function refuseTerms({ currency, validFrom, validTo }: PriceAgreementTerms): void {
  exponentOf(currency)
  if (validTo !== null && validTo <= validFrom) {
    throw new Refusal('body_field_invalid', 'An agreement ends after it begins.', {}, [
      { pointer: '/valid_to', detail: 'must be later than valid_from' },
    ])
  }
}

/** How events name an agreement to people. */
export function named({ number, revision, name }: PriceAgreement): Named {
  return { number, revision, name }
}

/** An event of an agreement's own timeline. */
export function agreementEvent<T extends keyof EventData>(
  agreement: PriceAgreement,
  type: T,
  occurredAt: Date,
  data: EventData[T],
): PriceAgreementEvent {
  return {
    type,
    aggregateType: 'price_agreement',
    aggregateId: agreement.id,
    aggregateVersion: agreement.version,
    companyId: agreement.companyId,
    orderId: null,
    shipmentId: null,
    data,
    occurredAt,
  } as PriceAgreementEvent
}

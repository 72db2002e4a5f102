import type {
  Difference,
  OurDispute,
  OurPayment,
  OurRefund,
  OurRefunded,
  OurSession,
} from '../../domain/billing/reconciliation.ts'
import type { Id, ReconciliationId } from '../../domain/shared/ids.ts'
import type { Span } from './payment-gateway.ts'

export interface Reconciliation {
  id: ReconciliationId
  /** The night it belongs to; null for one that somebody asked for. */
  slot: string | null
  windowFrom: Date
  windowTo: Date
  requestedBy: string
  createdAt: Date
}

/** Objects looked at, by what they are. */
export type Compared = Record<'sessions' | 'payments' | 'charges' | 'refunds' | 'disputes', number>

/** Kinds of objects that can be asked for one by one. */
export type AskedKind = Exclude<keyof Compared, 'charges'>

export type FoundDifference = Difference & {
  id: Id<'reconciliationDifference'>
  objectCreatedAt: Date
}

/** Our side of a reconciliation, and its report. Our objects go by the provider's ids. */
export interface ReconciliationStore {
  /** False when the slot has its reconciliation already. */
  insert(reconciliation: Reconciliation): Promise<boolean>
  /** Null when there is none, or when it is finished. */
  getUnfinished(reconciliationId: ReconciliationId): Promise<Reconciliation | null>
  /** Keeps what was found, with its cause; what the same reconciliation has told of before stays as it is. */
  record(reconciliationId: ReconciliationId, found: readonly FoundDifference[], at: Date): Promise<void>
  /**
   * Ends it, and resolves what earlier ones told of objects in its window, or among those asked for beside it, and it
   * no longer found. `begunAt`: what was found after that is not judged.
   */
  finish(
    reconciliation: Reconciliation,
    outcome: { compared: Compared; asked: readonly string[]; begunAt: Date; finishedAt: Date },
  ): Promise<void>
  /**
   * What was made before this time and may still change at the provider: money under way, refunds that may bounce, open
   * disputes; and what an earlier reconciliation told of and none has resolved.
   */
  unfinished(kind: AskedKind, before: Date): Promise<readonly { id: string; createdAt: Date }[]>
  sessions(ids: readonly string[]): Promise<readonly OurSession[]>
  payments(ids: readonly string[]): Promise<readonly OurPayment[]>
  refunds(ids: readonly string[]): Promise<readonly OurRefund[]>
  disputes(ids: readonly string[]): Promise<readonly OurDispute[]>
  /** By payment: what of it was given back or is about to be. */
  refunded(paymentIntentIds: readonly string[]): Promise<readonly OurRefunded[]>
  /** Those recorded in a span by their id, behind the one named; behind none when it is empty. */
  sessionsWithin(span: Span, after: string, limit: number): Promise<readonly OurSession[]>
  paymentsWithin(span: Span, after: string, limit: number): Promise<readonly OurPayment[]>
  refundsWithin(span: Span, after: string, limit: number): Promise<readonly OurRefund[]>
  disputesWithin(span: Span, after: string, limit: number): Promise<readonly OurDispute[]>
}

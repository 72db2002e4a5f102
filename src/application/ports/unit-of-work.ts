import type { Actor } from '../../domain/shared/actor.ts'
import type { DomainEvent } from '../../domain/shared/events.ts'
import type { AddressStore } from './address-store.ts'
import type { AgreementStore } from './agreement-store.ts'
import type { AutomationStore } from './automation-store.ts'
import type { BillingStore } from './billing-store.ts'
import type { CaseStore } from './case-store.ts'
import type { CompanyStore } from './company-store.ts'
import type { ContactStore } from './contact-store.ts'
import type { CourierStore } from './courier-store.ts'
import type { CreditNoteStore } from './credit-note-store.ts'
import type { DisputeStore } from './dispute-store.ts'
import type { DocumentStore } from './document-store.ts'
import type { EmailStore } from './email-store.ts'
import type { FindingStore } from './finding-store.ts'
import type { FulfillmentStore } from './fulfillment-store.ts'
import type { HoldStore } from './hold-store.ts'
import type { ImportStore } from './import-store.ts'
import type { InvoiceStore } from './invoice-store.ts'
import type { JobRetryStore } from './job-retry-store.ts'
import type { EnqueuedJob } from './job-scheduler.ts'
import type { LegalEntityStore } from './legal-entity-store.ts'
import type { OrderStore } from './order-store.ts'
import type { PackingStore } from './packing-store.ts'
import type { PriceBook } from './price-book.ts'
import type { QueueControlStore } from './queue-control-store.ts'
import type { ReconciliationStore } from './reconciliation-store.ts'
import type { RefundStore } from './refund-store.ts'
import type { ReplacementStore } from './replacement-store.ts'
import type { ReturnStore } from './return-store.ts'
import type { SettlementStore } from './settlement-store.ts'
import type { ShipmentStore } from './shipment-store.ts'
import type { TaskStore } from './task-store.ts'
import type { TrackingPollStore } from './tracking-poll-store.ts'
import type { Views } from './views.ts'
import type { WebhookDeliveryStore } from './webhook-delivery-store.ts'
import type { WebhookStore } from './webhook-store.ts'
import type { WriteOffStore } from './write-off-store.ts'

/** A single insert, update or delete with `$1` parameters, that may wait until the end of its transaction. */
export interface PlainWrite {
  tables: readonly string[]
  isInsert: boolean
  text: string
  values: readonly unknown[]
  /** Its rows are no other write's of the transaction, whatever the tables say. */
  isApart?: boolean
  /** Thrown when it met no row. Without it that is fine. */
  unmet?: () => Error
}

/** The transaction at hand, for those who bring their own statements. */
export interface SqlExecutor {
  /** Runs a statement at once. The shape that pg-boss expects of a database. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
  /** Sends a write together with the transaction's others. */
  write(write: PlainWrite): Promise<void>
}

/** A write that commits together with an action's last transaction: a job's completion, an idempotency record. */
export type Alongside = (executor: SqlExecutor, result: unknown) => Promise<void>

/** What the caller has read of a thing, and bases the action on. */
export interface ExpectedVersion {
  id: string
  version: number
}

/** On whose behalf an action runs and what it follows from. */
export interface ActionContext {
  actor: Actor
  correlationId: string
  causationId: string | null
  alongside: Alongside | null
  /** Compared under a lock in the action's last transaction: another version there refuses the action. */
  expected?: ExpectedVersion
  /**
   * Throws when the action was done before under its key. Asked by actions that reach outside before their last
   * transaction, after they have read what they go by: what a twin did until then is seen by one or the other.
   */
  refuseRepeat?: () => Promise<void>
}

/** Repositories bound to one transaction. There is no network port here, on purpose. */
export interface Store {
  companies: CompanyStore
  contacts: ContactStore
  addresses: AddressStore
  imports: ImportStore
  prices: PriceBook
  agreements: AgreementStore
  orders: OrderStore
  billing: BillingStore
  refunds: RefundStore
  creditNotes: CreditNoteStore
  disputes: DisputeStore
  invoices: InvoiceStore
  documents: DocumentStore
  legalEntities: LegalEntityStore
  settlement: SettlementStore
  reconciliations: ReconciliationStore
  fulfillment: FulfillmentStore
  holds: HoldStore
  findings: FindingStore
  shipments: ShipmentStore
  writeOffs: WriteOffStore
  cases: CaseStore
  returns: ReturnStore
  replacements: ReplacementStore
  polls: TrackingPollStore
  couriers: CourierStore
  packing: PackingStore
  automation: AutomationStore
  webhooks: WebhookStore
  webhookDeliveries: WebhookDeliveryStore
  tasks: TaskStore
  emails: EmailStore
  queueControls: QueueControlStore
  jobRetries: JobRetryStore
  /** What the caller will be shown, read inside the transaction. */
  views: Views
  /** Puts events into the outbox; they are written with the commit, in this order. */
  publish(events: readonly DomainEvent[]): void
  /** Puts jobs into their queues; they are written with the commit. */
  enqueue(...jobs: readonly EnqueuedJob[]): void
  /** Tells every process after the commit to see anew which queues are paused. */
  steerQueues(): void
  /** True the first time this reaction sees this event, false ever after. */
  claimReaction(reaction: string, eventId: string): Promise<boolean>
}

/**
 * State, events, jobs and audit of one action commit together or not at all.
 * Serialization failures and deadlocks are tried again, so `work` may run more than once and must not call outside.
 */
export interface UnitOfWork {
  /** One transaction of an action that has more to come. */
  run<T>(context: ActionContext, work: (store: Store) => Promise<T>): Promise<T>
  /** The last transaction of an action: what stands alongside the action commits with it. */
  conclude<T>(context: ActionContext, work: (store: Store) => Promise<T>): Promise<T>
}

import type { Clock } from '../../application/ports/clock.ts'
import type { CompanyStore } from '../../application/ports/company-store.ts'
import type { ContactStore } from '../../application/ports/contact-store.ts'
import type { CourierBudget } from '../../application/ports/courier-accounts.ts'
import type { DocumentRenderer } from '../../application/ports/document-renderer.ts'
import type { DocumentStore } from '../../application/ports/document-store.ts'
import type { EventRelay } from '../../application/ports/event-relay.ts'
import type { IdGenerator } from '../../application/ports/id-generator.ts'
import type { IdempotencyStore } from '../../application/ports/idempotency-store.ts'
import type { InvoiceStore } from '../../application/ports/invoice-store.ts'
import type { JobRunStore } from '../../application/ports/job-run-store.ts'
import type { OrderStore } from '../../application/ports/order-store.ts'
import type { PackingReader } from '../../application/ports/packing-reader.ts'
import type { PackingSlipRenderer, Sender } from '../../application/ports/packing-slip-renderer.ts'
import type { PhoneNumbers } from '../../application/ports/phone-numbers.ts'
import type { PriceBook } from '../../application/ports/price-book.ts'
import type { ReconciliationStore } from '../../application/ports/reconciliation-store.ts'
import type { UnitOfWork } from '../../application/ports/unit-of-work.ts'
import type { ReturnTerms } from '../../application/returns/return-terms.ts'
import type { Integrations } from './integrations.ts'

/** Everything any use case depends on; each one names the part it needs. */
export interface Parts extends Integrations {
  unitOfWork: UnitOfWork
  relay: EventRelay
  companies: CompanyStore
  contacts: ContactStore
  phoneNumbers: PhoneNumbers
  documents: DocumentStore
  documentRenderer: DocumentRenderer
  packing: PackingReader
  packingSlips: PackingSlipRenderer
  sender: Sender
  orders: OrderStore
  invoices: InvoiceStore
  prices: PriceBook
  reconciliations: ReconciliationStore
  jobRuns: JobRunStore
  courierBudget: CourierBudget
  idempotency: IdempotencyStore
  clock: Clock
  ids: IdGenerator
  digest: (text: string) => string
  gather: () => Promise<void>
  publicUrl: string
  pricesHoldMs: number
  reconciliationDays: number
  invoiceReminderDays: readonly number[]
  sellerName: string
  emailsPrepaidInvoices: boolean
  returnTerms: ReturnTerms
}

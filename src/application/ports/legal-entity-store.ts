import type { LegalEntity, NumberSeries } from '../../domain/billing/legal-entity.ts'

export interface LegalEntityStore {
  getForUpdate(code: string): Promise<LegalEntity | null>
  /** False when the code is taken; waits for whoever takes it at the same time. */
  insert(entity: LegalEntity): Promise<boolean>
  /** Answers the prefixes that another series has already; the transaction is to be given up then. */
  insertSeries(series: readonly NumberSeries[]): Promise<readonly string[]>
  /** The series of its invoices; null when there is no such legal entity. */
  invoiceSeries(code: string): Promise<string | null>
  save(entity: LegalEntity): Promise<void>
}

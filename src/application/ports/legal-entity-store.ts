import type { LegalEntity } from '../../domain/billing/legal-entity.ts'

export interface LegalEntityStore {
  getForUpdate(code: string): Promise<LegalEntity | null>
  save(entity: LegalEntity): Promise<void>
}

import type { TaxRegistration } from '../../domain/billing/legal-entity.ts'

/** Who of us demands the money, as the next document prints it. */
export interface LegalEntityView {
  code: string
  name: string
  name_fr: string | null
  address_lines: string[]
  tax_registrations: TaxRegistration[]
  is_default: boolean
  version: number
  updated_at: string
}

export interface LegalEntityReader {
  /** By code. */
  legalEntities(): Promise<LegalEntityView[]>
  legalEntity(code: string): Promise<LegalEntityView | null>
}

/** A number under which a tax office knows a legal entity. Null name: just tax. */
export interface TaxRegistration {
  name: string | null
  number: string
}

/** Who of us demands the money. What is issued keeps a snapshot: a change is on the next document. */
export interface LegalEntity {
  code: string
  name: string
  /** In French documents; null where it has one name. */
  nameFr: string | null
  addressLines: readonly string[]
  taxRegistrations: readonly TaxRegistration[]
  version: number
  updatedAt: Date
}

/** What is given replaces what was there. */
export function changeLegalEntity(
  entity: LegalEntity,
  changes: Partial<Pick<LegalEntity, 'name' | 'nameFr' | 'addressLines' | 'taxRegistrations'>>,
  at: Date,
): LegalEntity {
  return { ...entity, ...changes, version: entity.version + 1, updatedAt: at }
}

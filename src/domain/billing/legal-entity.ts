import { Refusal } from '../shared/refusal.ts'

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

/** What stands before the numbers of a legal entity's two series. */
export interface SeriesPrefixes {
  invoicePrefix: string
  creditNotePrefix: string
}

/** A run of numbers of one kind of document of one legal entity. */
export interface NumberSeries {
  series: string
  prefix: string
  legalEntity: string
  document: 'invoice' | 'credit_note'
}

/** The series that a legal entity begins with: one of each kind, whose numbers nobody can mix up. */
export function seriesOf(
  legalEntity: string,
  { invoicePrefix, creditNotePrefix }: SeriesPrefixes,
): NumberSeries[] {
  if (invoicePrefix === creditNotePrefix) {
    throw new Refusal('body_field_invalid', 'Invoices and credit notes need prefixes of their own.', {}, [
      { pointer: '/credit_note_prefix', detail: 'is that of the invoices' },
    ])
  }
  return [
    { series: `${legalEntity}-INV`, prefix: invoicePrefix, legalEntity, document: 'invoice' },
    { series: `${legalEntity}-CN`, prefix: creditNotePrefix, legalEntity, document: 'credit_note' },
  ]
}

/** What is given replaces what was there. */
export function changeLegalEntity(
  entity: LegalEntity,
  changes: Partial<Pick<LegalEntity, 'name' | 'nameFr' | 'addressLines' | 'taxRegistrations'>>,
  at: Date,
): LegalEntity {
  return { ...entity, ...changes, version: entity.version + 1, updatedAt: at }
}

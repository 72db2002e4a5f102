import { Type } from 'typebox'
import type { LegalEntityStore } from '../../../application/ports/legal-entity-store.ts'
import type { TaxRegistration } from '../../../domain/billing/legal-entity.ts'
import { instant, jsonOf, maybeText, text, whole } from '../columns.ts'
import { update } from '../gathered-writes.ts'
import { at, type Db, json, sql } from '../sql.ts'

const entityRow = sql.rowsOf(
  Type.Object({
    code: text,
    name: text,
    nameFr: maybeText,
    addressLines: Type.Array(text),
    taxRegistrations: jsonOf<TaxRegistration[]>(),
    version: whole,
    updatedAt: instant,
  }),
)

export function createLegalEntityStore(db: Db): LegalEntityStore {
  return {
    getForUpdate: (code) =>
      db.maybeOne(entityRow`
        select
          code,
          name,
          name_fr as "nameFr",
          address_lines as "addressLines",
          tax_registrations as "taxRegistrations",
          version,
          updated_at as "updatedAt"
        from legal_entities
        where code = ${code}
        for no key update`),

    save: (entity) =>
      update(
        db,
        'legal_entities',
        sql.fragment`
        update legal_entities
        set name = ${entity.name},
          name_fr = ${entity.nameFr},
          address_lines = ${sql.array([...entity.addressLines], 'text')},
          tax_registrations = ${json(entity.taxRegistrations)}::jsonb,
          version = ${entity.version},
          updated_at = ${at(entity.updatedAt)}
        where code = ${entity.code}`,
      ),
  }
}

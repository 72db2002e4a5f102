import type { LegalEntityReader, LegalEntityView } from '../../../application/ports/legal-entity-reader.ts'
import { type Db, sql } from '../sql.ts'

const entity = sql.fragment`
    json_build_object(
      'code', e.code,
      'name', e.name,
      'name_fr', e.name_fr,
      'address_lines', e.address_lines,
      'tax_registrations', e.tax_registrations,
      'is_default', e.is_default,
      'version', e.version,
      'updated_at', utc(e.updated_at))`

export function createLegalEntityReader(db: Db): LegalEntityReader {
  return {
    async legalEntities() {
      const rows = await db.any(sql.view<{ view: LegalEntityView }>()`
        select ${entity} as view
        from legal_entities e
        order by e.code`)
      return rows.map((row) => row.view)
    },

    async legalEntity(code) {
      const row = await db.maybeOne(sql.view<{ view: LegalEntityView }>()`
        select ${entity} as view
        from legal_entities e
        where e.code = ${code}`)
      return row?.view ?? null
    },
  }
}

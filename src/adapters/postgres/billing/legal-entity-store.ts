import { Type } from 'typebox'
import type { LegalEntityStore } from '../../../application/ports/legal-entity-store.ts'
import type { TaxRegistration } from '../../../domain/billing/legal-entity.ts'
import { instant, jsonOf, maybeText, text, whole } from '../columns.ts'
import { update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'

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

const seriesRow = sql.rowsOf(Type.Object({ series: text }))
const prefixRow = sql.rowsOf(Type.Object({ prefix: text }))

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

    async insert(entity) {
      const { rowCount } = await db.query(sql.command`
        insert into legal_entities (code, name, name_fr, address_lines, tax_registrations, version, updated_at)
        values (
          ${entity.code}, ${entity.name}, ${entity.nameFr}, ${sql.array([...entity.addressLines], 'text')},
          ${json(entity.taxRegistrations)}::jsonb, ${entity.version}, ${at(entity.updatedAt)}
        )
        on conflict (code) do nothing`)
      return rowCount === 1
    },

    // In the order of prefixes, so that two who want the same two do not wait for each other.
    async insertSeries(series) {
      const made = await db.any(prefixRow`
        insert into invoice_series (series, prefix, legal_entity, document)
        select series, prefix, legal_entity, document
        from jsonb_populate_recordset(null::invoice_series, ${json(series.map(columnsOf))}::jsonb)
        order by prefix
        on conflict (prefix) do nothing
        returning prefix`)
      const free = new Set(made.map(({ prefix }) => prefix))
      return series.map(({ prefix }) => prefix).filter((prefix) => !free.has(prefix))
    },

    async invoiceSeries(code) {
      const row = await db.maybeOne(seriesRow`
        select series
        from invoice_series
        where legal_entity = ${code} and document = 'invoice'`)
      return row?.series ?? null
    },

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

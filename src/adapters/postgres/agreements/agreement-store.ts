import type { AgreementStore, LoadedAgreement } from '../../../application/ports/agreement-store.ts'
import type { PriceAgreementLine } from '../../../domain/agreements/agreement-lines.ts'
import type { PriceAgreement } from '../../../domain/agreements/price-agreement.ts'
import { insertRows, insertTogether } from '../gathered-writes.ts'
import { hasEnded } from '../pricing/price-end.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'
import {
  agreementColumns,
  agreementRow,
  idRow,
  type LineJson,
  listPriceRow,
  numberRow,
  productRow,
} from './agreement-rows.ts'
import { agreementTwins } from './agreement-twins.ts'
import { agreementWatch } from './agreement-watch.ts'

const lines = sql.fragment`
          (
            select coalesce(json_agg(json_build_object(
              'id', l.id,
              'position', l.position,
              'productId', l.product_id,
              'sku', p.sku,
              'kind', l.kind,
              'amountMinor', l.amount_minor,
              'percentOffBp', l.percent_off_bp,
              'minQuantity', l.min_quantity
            ) order by l.position), '[]')
            from price_agreement_lines l
            join products p on p.id = l.product_id
            where l.price_agreement_id = a.id
          ) as lines`

const newer = sql.fragment`
          (
            select json_build_object('id', n.id, 'revision', n.revision)
            from price_agreements n
            where n.amends_id = a.id
          ) as newer`

export function createAgreementStore(db: Db): AgreementStore {
  return {
    ...agreementTwins(db),
    ...agreementWatch(db),

    async getForUpdate(agreementId) {
      const rows = await db.any(agreementRow`
        select ${agreementColumns}, ${lines}, ${newer}
        from price_agreements a
        where a.id = ${agreementId}
          or a.id = (select mine.amends_id from price_agreements mine where mine.id = ${agreementId})
        order by a.id
        for update of a`)
      const loaded = rows.map(loadedFrom)
      const own = loaded.find(({ agreement }) => agreement.id === agreementId)
      if (own === undefined) return null
      const amended = loaded.find(({ agreement }) => agreement.id === own.agreement.amendsId)
      return { ...own, amended: amended ?? null }
    },

    async nextNumber() {
      const row = await db.one(numberRow`
        select 'PAG-' || lpad(nextval('price_agreement_numbers')::text, 6, '0') as number`)
      return row.number
    },

    async insert(agreement, agreed) {
      await insertTogether(db, [
        { table: 'price_agreements', rows: [columnsOf(agreement)] },
        { table: 'price_agreement_lines', rows: agreed.map((line) => lineRow(agreement, line)) },
      ])
    },

    async save(agreement) {
      await db.query(sql.command`
        update price_agreements
        set name = ${agreement.name},
          status = ${agreement.status},
          currency = ${agreement.currency},
          valid_from = ${at(agreement.validFrom)},
          valid_to = ${agreement.validTo === null ? null : at(agreement.validTo)},
          notes = ${agreement.notes},
          activated_at = ${agreement.activatedAt === null ? null : at(agreement.activatedAt)},
          ended_at = ${agreement.endedAt === null ? null : at(agreement.endedAt)},
          end_reason = ${agreement.endReason},
          version = ${agreement.version},
          updated_at = ${at(agreement.updatedAt)}
        where id = ${agreement.id}`)
    },

    async replaceLines(agreement, agreed) {
      await db.query(sql.command`
        delete from price_agreement_lines
        where price_agreement_id = ${agreement.id}`)
      await insertRows(
        db,
        'price_agreement_lines',
        agreed.map((line) => lineRow(agreement, line)),
      )
    },

    async remove(agreementId) {
      await db.query(sql.command`
        delete from price_agreement_lines
        where price_agreement_id = ${agreementId}`)
      await db.query(sql.command`
        delete from price_agreements
        where id = ${agreementId} and status = 'draft'`)
    },

    async recordChange({ agreement, ...change }) {
      const { id: priceAgreementId, companyId, version } = agreement
      await insertRows(db, 'price_agreement_history', [
        columnsOf({ ...change, priceAgreementId, companyId, version }),
      ])
    },

    async pricing(productId, now) {
      const rows = await db.any(idRow`
        select a.id
        from price_agreements a
        where a.status in ('draft', 'active')
          and (a.valid_to is null or a.valid_to > ${at(now)})
          and exists (
            select from price_agreement_lines l
            where l.price_agreement_id = a.id and l.product_id = ${productId}
          )
        order by a.id`)
      return rows.map(({ id }) => id)
    },

    products: async (skus, currency, now) => [
      ...(await db.any(productRow`
        select
          p.id,
          p.sku,
          p.archived_at is null as "isSold",
          exists (
            select from price_book_entries e
            where e.product_id = p.id
              and e.currency = ${currency}
              and e.published_at is not null
              and ${hasEnded(sql.fragment`e`, now)} is not true
          ) as "hasListPrice"
        from products p
        where p.sku in (select jsonb_array_elements_text(${json(skus)}::jsonb))
        for share of p`)),
    ],

    listPrices: async (productIds, currency, now) => [
      ...(await db.any(listPriceRow`
        select
          e.id as "priceBookEntryId",
          e.product_id as "productId",
          e.amount_minor as "amountMinor"
        from price_book_entries e
        where e.product_id in (select jsonb_array_elements_text(${json(productIds)}::jsonb))
          and e.currency = ${currency}
          and e.published_at is not null
          and ${hasEnded(sql.fragment`e`, now)} is not true`)),
    ],
  }
}

type OwnState = Omit<LoadedAgreement, 'amended'>

function loadedFrom(row: PriceAgreement & { lines: LineJson[]; newer: LoadedAgreement['newer'] }): OwnState {
  const { lines: agreed, newer: next, ...agreement } = row
  return {
    agreement,
    lines: agreed.map((line) => ({
      ...line,
      amountMinor: line.amountMinor === null ? null : BigInt(line.amountMinor),
    })),
    newer: next,
  }
}

function lineRow(agreement: PriceAgreement, line: PriceAgreementLine): object {
  const { sku: _sku, ...columns } = line
  return columnsOf({ ...columns, priceAgreementId: agreement.id, companyId: agreement.companyId })
}

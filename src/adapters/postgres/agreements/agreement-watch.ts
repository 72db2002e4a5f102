import type { AgreementStore } from '../../../application/ports/agreement-store.ts'
import { at, type Db, sql } from '../sql.ts'
import { agreementColumns, agreementRow, idRow, unsyncedLineRow } from './agreement-rows.ts'

type Watch = Pick<
  AgreementStore,
  'active' | 'over' | 'endingBetween' | 'unsyncedSince' | 'giveEndingNotice' | 'giveUnsyncedNotice'
>

/** What the passing of time asks of agreements. */
export function agreementWatch(db: Db): Watch {
  return {
    async active(after, limit) {
      const rows = await db.any(idRow`
        select id
        from price_agreements
        where status = 'active' and id > ${after ?? ''}
        order by id
        limit ${limit}`)
      return rows.map(({ id }) => id)
    },

    async over(now, limit) {
      const rows = await db.any(idRow`
        select id
        from price_agreements
        where status = 'active' and valid_to <= ${at(now)}
        order by id
        limit ${limit}`)
      return rows.map(({ id }) => id)
    },

    async endingBetween(from, to) {
      const rows = await db.any(agreementRow`
        select ${agreementColumns},
          '[]'::json as lines,
          null::json as newer
        from price_agreements a
        where a.status = 'active' and a.valid_to > ${at(from)} and a.valid_to <= ${at(to)}
        order by a.id
        for update of a`)
      return rows.map(({ lines: _lines, newer: _newer, ...agreement }) => agreement)
    },

    unsyncedSince: async (before) => [
      ...(await db.any(unsyncedLineRow`
        select
          a.id as "agreementId",
          l.id as "lineId",
          p.sku,
          min(t.sync_status_since) as since
        from price_agreement_prices t
        join price_agreement_lines l on l.id = t.price_agreement_line_id
        join price_agreements a on a.id = l.price_agreement_id
        join products p on p.id = l.product_id
        where t.sync_status <> 'synced' and t.archived_at is null and t.sync_status_since < ${at(before)} and a.status = 'active'
        group by a.id, l.id, p.sku
        order by a.id, l.id`)),
    ],

    async giveEndingNotice(agreementId, kind, now) {
      const { rowCount } = await db.query(sql.command`
        insert into price_agreement_notices (price_agreement_id, kind, given_at)
        values (${agreementId}, ${kind}, ${at(now)})
        on conflict do nothing`)
      return rowCount === 1
    },

    async giveUnsyncedNotice({ agreementId, lineId, since }, now) {
      const { rowCount } = await db.query(sql.command`
        insert into price_agreement_notices
          (price_agreement_id, kind, price_agreement_line_id, unsynced_since, given_at)
        values (${agreementId}, 'unsynced', ${lineId}, ${at(since)}, ${at(now)})
        on conflict do nothing`)
      return rowCount === 1
    },
  }
}

import type {
  AgreementReader,
  PriceAgreementChangeView,
  PriceAgreementFiguresView,
  PriceAgreementLineView,
  PriceAgreementSummaryView,
} from '../../../application/ports/agreement-reader.ts'
import { factsOf, type PriceAgreement } from '../../../domain/agreements/price-agreement.ts'
import { priceAgreementLifecycle } from '../../../domain/agreements/price-agreement-lifecycle.ts'
import { openMoves } from '../../../domain/shared/lifecycle.ts'
import { allOf, behind, byCreation, equals, pageOfRows } from '../page-reader.ts'
import { at, type Db, sql } from '../sql.ts'

const summary = sql.fragment`
    json_build_object(
      'id', a.id,
      'number', a.number,
      'revision', a.revision,
      'amends_id', a.amends_id,
      'amended_by_id', (select n.id from price_agreements n where n.amends_id = a.id),
      'company_id', a.company_id,
      'company_name', c.name,
      'name', a.name,
      'status', a.status,
      'currency', a.currency,
      'valid_from', utc(a.valid_from),
      'valid_to', utc(a.valid_to),
      'notes', a.notes,
      'activated_at', utc(a.activated_at),
      'ended_at', utc(a.ended_at),
      'end_reason', a.end_reason,
      'line_count', (select count(*) from price_agreement_lines l where l.price_agreement_id = a.id),
      'unsynced_line_count', (
        select count(distinct l.id)
        from price_agreement_lines l
        join price_agreement_prices t on t.price_agreement_line_id = l.id
        where a.status = 'active' and l.price_agreement_id = a.id and t.sync_status <> 'synced'
          and t.archived_at is null),
      'version', a.version,
      'created_at', utc(a.created_at),
      'updated_at', utc(a.updated_at))`

const lines = sql.fragment`
    (
      select coalesce(json_agg(json_build_object(
        'id', l.id,
        'position', l.position,
        'product_id', l.product_id,
        'sku', p.sku,
        'kind', l.kind,
        'amount_minor', l.amount_minor,
        'percent_off_bp', l.percent_off_bp,
        'min_quantity', l.min_quantity,
        'prices', (
          select coalesce(json_agg(json_build_object(
            'price_book_entry_id', t.price_book_entry_id,
            'unit_amount_minor', t.unit_amount_minor,
            'currency', t.currency,
            'stripe_price_id', t.stripe_price_id,
            'sync_status', t.sync_status,
            'sync_status_since', utc(t.sync_status_since),
            'sync_error', t.sync_error,
            'archived_at', utc(t.archived_at)
          ) order by t.price_book_entry_id), '[]')
          from price_agreement_prices t
          where t.price_agreement_line_id = l.id)
      ) order by l.position), '[]')
      from price_agreement_lines l
      join products p on p.id = l.product_id
      where l.price_agreement_id = a.id)`

const change = sql.fragment`
    json_build_object(
      'id', h.id,
      'price_agreement_id', h.price_agreement_id,
      'version', h.version,
      'action', h.action,
      'actor', h.actor,
      'correlation_id', h.correlation_id,
      'before', h.before,
      'after', h.after,
      'occurred_at', utc(h.occurred_at))`

/** Reads price agreements in the contract's shape. */
export function createAgreementReader(db: Db): AgreementReader {
  return {
    async list(filter, now, page) {
      const { q, expiring_within_days: days } = filter
      const part = q === undefined ? null : `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
      const rows = await db.any(sql.view<{ view: PriceAgreementSummaryView }>()`
        select ${summary} as view
        from price_agreements a
        join companies c on c.id = a.company_id
        where ${allOf([
          equals(sql.fragment`a.company_id`, filter.company_id),
          equals(sql.fragment`a.status`, filter.status),
          days === undefined
            ? null
            : sql.fragment`a.status = 'active' and a.valid_to > ${at(now)}
              and a.valid_to <= ${at(now)} + make_interval(days => ${days})`,
          part === null
            ? null
            : sql.fragment`(a.number ilike ${part} or a.name ilike ${part} or c.name ilike ${part})`,
          behind(sql.fragment`a.created_at, a.id`, page.after),
        ])}
        order by a.created_at desc, a.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async detail(priceAgreementId, now) {
      const row = await db.maybeOne(sql.view<{
        view: PriceAgreementSummaryView
        lines: PriceAgreementLineView[]
        amended: { status: PriceAgreement['status'] } | null
      }>()`
        select
          ${summary} as view,
          ${lines} as lines,
          (select json_build_object('status', o.status) from price_agreements o where o.id = a.amends_id) as amended
        from price_agreements a
        join companies c on c.id = a.company_id
        where a.id = ${priceAgreementId}`)
      if (row === null) return null
      const { view } = row
      const dates = {
        validFrom: new Date(view.valid_from),
        validTo: view.valid_to === null ? null : new Date(view.valid_to),
      }
      const moves = openMoves(priceAgreementLifecycle, view.status, factsOf(dates, row.amended, now))
      return {
        ...view,
        lines: row.lines,
        allowed_moves: moves.filter((move) => move !== 'amend' || view.amended_by_id === null),
      }
    },

    async history(priceAgreementId, page) {
      const rows = await db.any(sql.view<{ view: PriceAgreementChangeView }>()`
        select ${change} as view
        from price_agreement_history h
        where h.price_agreement_id = ${priceAgreementId}
          and ${allOf([behind(sql.fragment`h.occurred_at, h.id`, page.after)])}
        order by h.occurred_at desc, h.id desc
        limit ${page.limit + 1}`)
      if (rows.length === 0 && page.after === null) return null
      return pageOfRows(rows, page, (view) => ({ at: view.occurred_at, id: view.id }))
    },

    figures: async (now) =>
      (
        await db.one(sql.view<{ view: PriceAgreementFiguresView }>()`
        select json_build_object(
          'by_status', (
            select json_object_agg(s.status, (select count(*) from price_agreements a where a.status = s.status))
            from unnest(array['draft', 'active', 'expired', 'terminated']) as s (status)),
          'revenue', (
            select coalesce(json_agg(r order by r.currency), '[]')
            from (
              select
                o.currency,
                sum(i.amount_minor)::bigint as amount_minor,
                count(distinct o.id) as orders,
                count(*) as order_lines
              from order_items i
              join orders o on o.id = i.order_id
              where i.price_agreement_id is not null
                and i.price_type_snap = 'PRICE_AGREEMENT'
                and o.paid_at is not null
                and o.status <> 'cancelled'
              group by o.currency
            ) r),
          'unsynced_lines', (
            select count(distinct l.id)
            from price_agreement_prices t
            join price_agreement_lines l on l.id = t.price_agreement_line_id
            join price_agreements a on a.id = l.price_agreement_id
            where t.sync_status <> 'synced' and t.archived_at is null and a.status = 'active'),
          'expiring_in_30_days', (
            select count(*)
            from price_agreements a
            where a.status = 'active' and a.valid_to > ${at(now)} and a.valid_to <= ${at(now)} + interval '30 days')
        ) as view`)
      ).view,
  }
}

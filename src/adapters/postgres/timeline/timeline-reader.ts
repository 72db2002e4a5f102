import type { FragmentSqlToken } from 'slonik'
import type { Page, PageRequest } from '../../../application/ports/page.ts'
import type {
  DomainEventView,
  TimelineEntryView,
  TimelineReader,
} from '../../../application/ports/timeline-reader.ts'
import { allOf, behind, pageOf } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

const event = sql.fragment`
    json_build_object(
      'seq', e.seq,
      'event_id', e.event_id,
      'event_type', e.event_type,
      'source_module', e.source_module,
      'aggregate_type', e.aggregate_type,
      'aggregate_id', e.aggregate_id,
      'aggregate_version', e.aggregate_version,
      'company_id', e.company_id,
      'order_id', e.order_id,
      'shipment_id', e.shipment_id,
      'payload', e.payload,
      'actor', e.actor,
      'correlation_id', e.correlation_id,
      'causation_id', e.causation_id,
      'occurred_at', utc(e.occurred_at),
      'published_at', utc(e.published_at))`

// `place` orders entries of one instant: events by their seq, the other sources by their ids.
const columns = sql.fragment`source, id, type, at, place, actor, correlation_id, seq, data`

function events(condition: FragmentSqlToken): FragmentSqlToken {
  return sql.fragment`
    select
      case when e.event_type like 'automation.%' then 'automation' else 'domain' end as source,
      e.event_id::text as id,
      e.event_type as type,
      e.occurred_at as at,
      lpad(e.seq::text, 19, '0') collate "C" as place,
      e.actor,
      e.correlation_id,
      e.seq,
      e.payload as data
    from domain_event e
    where ${condition}`
}

function scans(condition: FragmentSqlToken): FragmentSqlToken {
  return sql.fragment`
    select
      'courier' as source,
      c.id::text,
      c.canonical as type,
      coalesce(c.occurred_at, c.received_at) as at,
      c.id::text as place,
      null::jsonb as actor,
      null::text as correlation_id,
      null::bigint as seq,
      jsonb_build_object(
        'shipment_id', c.shipment_id,
        'courier_code', c.courier_code,
        'tracking_number', c.tracking_number,
        'code', c.code,
        'description', c.description,
        'detail', c.detail,
        'place', c.place,
        'source', c.source) as data
    from courier_events c
    join shipments s on s.id = c.shipment_id
    where ${condition}`
}

function calls(condition: FragmentSqlToken): FragmentSqlToken {
  return sql.fragment`
    select
      'legacy' as source,
      l.id::text,
      l.method as type,
      l.called_at as at,
      l.id::text as place,
      null::jsonb as actor,
      l.correlation_id,
      null::bigint as seq,
      jsonb_build_object(
        'automation_step_id', l.automation_step_id,
        'method', l.method,
        'path', l.path,
        'status_code', l.status_code,
        'error', l.error,
        'duration_ms', l.duration_ms) as data
    from automation_steps t
    join legacy_calls l on l.automation_step_id = t.id
    where ${condition}`
}

function payments(condition: FragmentSqlToken): FragmentSqlToken {
  return sql.fragment`
    select
      'payment' as source,
      p.id::text,
      p.kind as type,
      p.occurred_at as at,
      p.id::text as place,
      null::jsonb as actor,
      null::text as correlation_id,
      null::bigint as seq,
      p.details || jsonb_build_object(
        'provider', p.provider,
        'outcome', p.outcome,
        'amount_minor', p.amount_minor,
        'currency', p.currency) as data
    from payment_audit_entries p
    where ${condition}`
}

type Entry = Omit<TimelineEntryView, 'title'> & { place: string }

/** Reads the timeline of everything, and of one order or shipment merged with what others reported. */
export function createTimelineReader(db: Db): TimelineReader {
  return {
    ofOrder: (orderId, page) =>
      readTimeline(db, sql.fragment`exists (select from orders where id = ${orderId})`, page, [
        events(sql.fragment`e.order_id = ${orderId}`),
        scans(sql.fragment`s.order_id = ${orderId}`),
        payments(sql.fragment`p.order_id = ${orderId}`),
        calls(sql.fragment`t.order_id = ${orderId}`),
      ]),

    ofShipment: (shipmentId, page) =>
      readTimeline(db, sql.fragment`exists (select from shipments where id = ${shipmentId})`, page, [
        events(sql.fragment`e.shipment_id = ${shipmentId}`),
        scans(sql.fragment`s.id = ${shipmentId}`),
        calls(sql.fragment`t.shipment_id = ${shipmentId}`),
      ]),

    async events(filter, limit) {
      const rows = await db.any(sql.view<{ view: DomainEventView }>()`
        select ${event} as view
        from domain_event e
        where ${allOf([
          sql.fragment`e.seq > ${filter.after_seq ?? 0}`,
          filter.type === undefined ? null : sql.fragment`e.event_type = ${filter.type}`,
        ])}
        order by e.seq
        limit ${limit + 1}`)
      const data = rows.slice(0, limit).map((row) => row.view)
      return { data, next: rows.length > limit ? (data.at(-1)?.seq ?? null) : null }
    },
  }
}

async function readTimeline(
  db: Db,
  known: FragmentSqlToken,
  page: PageRequest,
  sources: readonly FragmentSqlToken[],
): Promise<Page<TimelineEntryView> | null> {
  const row = await db.one(sql.view<{ known: boolean; entries: Entry[] }>()`
    select
      ${known} as known,
      (
        select coalesce(json_agg(
          json_build_object(
            'source', x.source,
            'id', x.id,
            'type', x.type,
            'at', utc(x.at),
            'place', x.place,
            'actor', x.actor,
            'correlation_id', x.correlation_id,
            'seq', x.seq,
            'data', x.data) order by x.at desc, x.place desc), '[]')
        from (
          select ${columns}
          from (${sql.join(sources, sql.fragment` union all `)}) merged
          where ${allOf([behind(sql.fragment`at, place`, page.after)])}
          order by at desc, place desc
          limit ${page.limit + 1}
        ) x
      ) as entries`)
  if (!row.known) return null
  const merged = pageOf(row.entries, page, (entry) => ({ at: entry.at, id: entry.place }))
  return {
    data: merged.data.map(({ place: _place, ...entry }) => ({ ...entry, title: titleOf(entry) })),
    next: merged.next,
  }
}

function titleOf(entry: Omit<Entry, 'place'>): string {
  const { data } = entry
  switch (entry.source) {
    case 'courier':
      return joined(
        [`${text(data['courier_code'])}: ${text(data['description'])}`, text(data['place'])],
        ', ',
      )
    case 'payment':
      return `${sentence(entry.type)}: ${words(text(data['outcome']))}`
    case 'legacy':
      return `${text(data['method'])} ${text(data['path'])} ${
        data['status_code'] === null ? 'was not answered' : `answered ${text(data['status_code'])}`
      }`
    case 'domain':
    case 'automation':
      return joined([sentence(entry.type), reasonOf(data)], ': ')
  }
}

/** `order.payment_failed` reads "Order payment failed". */
function sentence(type: string): string {
  const plain = words(type)
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

function words(code: string): string {
  return code.replace(/[._]/g, ' ')
}

function reasonOf(data: Record<string, unknown>): string {
  return text(data['reason'] ?? data['error'] ?? data['number'] ?? data['scenario'])
}

function joined(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== '').join(by)
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

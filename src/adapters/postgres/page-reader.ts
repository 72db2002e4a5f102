import type { FragmentSqlToken } from 'slonik'
import type { Page, PageKey, PageRequest } from '../../application/ports/page.ts'
import { at, sql } from './sql.ts'

/** Readers ask for one row more than the page holds: it tells that a next page exists. */
export function pageOf<T>(views: readonly T[], page: PageRequest, keyOf: (view: T) => PageKey): Page<T> {
  const data = views.slice(0, page.limit)
  const last = data.at(-1)
  return { data, next: views.length > page.limit && last !== undefined ? keyOf(last) : null }
}

/** The same for rows that hold their views. */
export function pageOfRows<T>(
  rows: readonly { view: T }[],
  page: PageRequest,
  keyOf: (view: T) => PageKey,
): Page<T> {
  return pageOf(
    rows.map(({ view }) => view),
    page,
    keyOf,
  )
}

/** The key of everything that is listed by the time it was made. */
export function byCreation(view: { created_at: string; id: string }): PageKey {
  return { at: view.created_at, id: view.id }
}

/** Seeks behind the last row of the page before, for rows ordered by the same two columns, newest first. */
export function behind(columns: FragmentSqlToken, key: PageKey | null): FragmentSqlToken | null {
  return key === null ? null : sql.fragment`(${columns}) < (${at(new Date(key.at))}, ${key.id})`
}

/** The conditions that apply; null stands for a filter that was not asked for. */
export function allOf(conditions: readonly (FragmentSqlToken | null)[]): FragmentSqlToken {
  const asked = conditions.filter((condition) => condition !== null)
  return asked.length === 0 ? sql.fragment`true` : sql.fragment`${sql.join(asked, sql.fragment` and `)}`
}

/** A filter that applies when it was asked for. */
export function equals(column: FragmentSqlToken, value: string | undefined): FragmentSqlToken | null {
  return value === undefined ? null : sql.fragment`${column} = ${value}`
}

/** At an instant or later, when one was asked for. */
export function since(column: FragmentSqlToken, instant: string | undefined): FragmentSqlToken | null {
  return instant === undefined ? null : sql.fragment`${column} >= ${at(new Date(instant))}`
}

/** Before an instant, when one was asked for. */
export function before(column: FragmentSqlToken, instant: string | undefined): FragmentSqlToken | null {
  return instant === undefined ? null : sql.fragment`${column} < ${at(new Date(instant))}`
}

/** Between two dates, each included and each only when it was asked for. */
export function onDays(
  column: FragmentSqlToken,
  from: string | undefined,
  to: string | undefined,
): FragmentSqlToken {
  return allOf([
    from === undefined ? null : sql.fragment`${column} >= ${from}::date`,
    to === undefined ? null : sql.fragment`${column} <= ${to}::date`,
  ])
}

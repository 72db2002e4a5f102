import type { FragmentSqlToken } from 'slonik'
import { at, sql } from '../sql.ts'

/** The condition that a list price has ended; one that ended before it began has ended at once. Null while open-ended. */
export function hasEnded(entry: FragmentSqlToken, instantNow: Date): FragmentSqlToken {
  return sql.fragment`(${entry}.valid_to <= ${at(instantNow)} or ${entry}.valid_to = ${entry}.valid_from)`
}

import { Type } from 'typebox'

// The vocabulary of row schemas: what a column is once slonik has parsed it.
export const text = Type.String()
export const maybeText = Type.Union([Type.String(), Type.Null()])
export const whole = Type.Integer()
export const maybeWhole = Type.Union([Type.Integer(), Type.Null()])
export const flag = Type.Boolean()
/** bigint columns: minor units, positions. */
export const big = Type.Unsafe<bigint>({})
export const instant = Type.Unsafe<Date>({})
export const maybeInstant = Type.Unsafe<Date | null>({})
/** A text column whose values a CHECK constraint keeps within a union of the domain. */
export function oneOf<T extends string>() {
  return Type.Unsafe<T>({ type: 'string' })
}
export function maybeOneOf<T extends string>() {
  return Type.Unsafe<T | null>({ type: ['string', 'null'] })
}
/** JSON built by the statement or stored as it is. */
export function jsonOf<T>() {
  return Type.Unsafe<T>({})
}

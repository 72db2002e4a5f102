import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { type CommonQueryMethods, createSqlTag, type FragmentSqlToken } from 'slonik'
import type { Static, TSchema } from 'typebox'

const tag = createSqlTag()

/** Anything that runs a statement: the pool or a transaction. */
export type Db = Pick<
  CommonQueryMethods,
  'any' | 'one' | 'maybeOne' | 'query' | 'exists' | 'oneFirst' | 'maybeOneFirst' | 'anyFirst' | 'many'
>

const ajv = new Ajv2020({ strict: true, coerceTypes: false })

/** A slonik row parser that checks each row with our one validator; compiled when the first row arrives. */
function parserOf<S extends TSchema>(schema: S) {
  let validate: ValidateFunction | undefined
  return {
    '~standard': {
      version: 1 as const,
      vendor: 'waybill',
      types: undefined as unknown as { input: Static<S>; output: Static<S> },
      validate: (value: unknown) => {
        validate ??= ajv.compile(schema)
        return validate(value)
          ? { value: value as Static<S> }
          : {
              issues: (validate.errors ?? []).map((e) => ({
                message: `${e.instancePath} ${e.message ?? ''}`,
              })),
            }
      },
    },
  }
}

/** A parser for views: JSON built by the statement itself, whose shape the contract tests check. */
function unchecked<T>() {
  return {
    '~standard': {
      version: 1 as const,
      vendor: 'waybill-view',
      types: undefined as unknown as { input: T; output: T },
      validate: (value: unknown) => ({ value: value as T }),
    },
  }
}

export const sql = {
  /** Rows of a declared shape, checked. Keep the result of `rowsOf(schema)` in a module constant. */
  rowsOf: <S extends TSchema>(schema: S) => tag.type(parserOf(schema)),
  /** Rows whose shape is stated by the caller and checked by the contract tests, not at run time. */
  view: <T>() => tag.type(unchecked<T>()),
  /** A statement whose rows nobody reads. */
  command: tag.unsafe,
  fragment: tag.fragment,
  identifier: tag.identifier,
  join: tag.join,
  array: tag.array,
  binary: tag.binary,
}

/** A time as a parameter; slonik takes primitives only. */
export function at(date: Date): FragmentSqlToken {
  return tag.fragment`${date.toISOString()}::timestamptz`
}

/** Values as one JSON parameter; bigint travels as a string, which PostgreSQL reads back exactly. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'bigint' ? inner.toString() : inner,
  )
}

const columnNames = new Map<string, string>()

/** Our names as column names: `orderId` is `order_id`. Nested objects are left as they are. */
export function columnsOf(entity: object): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(entity)) {
    let column = columnNames.get(name)
    if (column === undefined) {
      column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      columnNames.set(name, column)
    }
    row[column] = value
  }
  return row
}

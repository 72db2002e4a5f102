import type { FragmentSqlToken, QuerySqlToken } from 'slonik'
import type { SqlExecutor } from '../../application/ports/unit-of-work.ts'
import { write } from './gathered-writes.ts'
import type { Db } from './sql.ts'

const texts = new Map<string, string>()

/** Lets pg-boss and others run plain `$1` statements inside a slonik transaction. */
export function executorOf(transaction: Db): SqlExecutor {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      // slonik checks values where its tag is used; a hand-made token reaches the driver as it is.
      const token = {
        type: Symbol.for('SLONIK_TOKEN_QUERY'),
        sql: slonikText(text),
        values,
        parser: anyRow,
      } as unknown as QuerySqlToken
      const { rows } = await transaction.query(token)
      return { rows: [...rows] }
    },
    write: ({ text, values, ...about }) =>
      write(transaction, {
        ...about,
        statement: {
          type: Symbol.for('SLONIK_TOKEN_FRAGMENT'),
          sql: slonikText(text),
          values,
        } as unknown as FragmentSqlToken,
      }),
  }
}

function slonikText(text: string): string {
  let known = texts.get(text)
  if (known === undefined) {
    known = text.replace(/\$(\d+)/g, '$slonik_$1')
    texts.set(text, known)
  }
  return known
}

const anyRow = {
  '~standard': { version: 1, vendor: 'waybill-view', validate: (value: unknown) => ({ value }) },
}

import type { DatabaseTransactionConnection, QuerySqlToken } from 'slonik'
import type { SqlExecutor } from '../../application/ports/unit-of-work.ts'

const texts = new Map<string, string>()

/** Lets pg-boss and others run plain `$1` statements inside a slonik transaction. */
export function executorOf(transaction: DatabaseTransactionConnection): SqlExecutor {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      let sql = texts.get(text)
      if (sql === undefined) {
        sql = text.replace(/\$(\d+)/g, '$slonik_$1')
        texts.set(text, sql)
      }
      // slonik checks values where its tag is used; a hand-made token reaches the driver as it is.
      const token = {
        type: Symbol.for('SLONIK_TOKEN_QUERY'),
        sql,
        values,
        parser: anyRow,
      } as unknown as QuerySqlToken
      const { rows } = await transaction.query(token)
      return { rows: [...rows] }
    },
  }
}

const anyRow = {
  '~standard': { version: 1, vendor: 'waybill-view', validate: (value: unknown) => ({ value }) },
}

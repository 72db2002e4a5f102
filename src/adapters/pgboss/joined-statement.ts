import type { SqlExecutor } from '../../application/ports/unit-of-work.ts'

// How pg-boss 12 words what it settles: the update alone is what a transaction can send with its other writes.
const SETTLED = /^\s*WITH results AS \(\s*(UPDATE [\s\S]+?)\s+RETURNING id\s*\)\s*SELECT COUNT\(\*\)/i
const INSERTED = /^\s*INSERT INTO (?![\s\S]*\bRETURNING\b)/i

/**
 * An executor for pg-boss whose insert or completion is sent together with the transaction's other writes, instead
 * of as a statement of its own. `unmet` is thrown then when it met no job. What is worded otherwise runs at once.
 */
export function joinedStatement(executor: SqlExecutor, unmet?: () => Error): SqlExecutor {
  return {
    write: (write) => executor.write(write),
    async executeSql(text, values = []) {
      const update = SETTLED.exec(text)?.[1]
      if (update === undefined && !INSERTED.test(text)) return executor.executeSql(text, values)
      await executor.write({
        tables: ['pgboss.job'],
        isInsert: update === undefined,
        isApart: true,
        text: update ?? text,
        values,
        ...(unmet === undefined ? {} : { unmet }),
      })
      return { rows: [{ count: '1' }] }
    },
  }
}

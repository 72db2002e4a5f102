import { Type } from 'typebox'
import type { IdempotencyStore } from '../../../application/ports/idempotency-store.ts'
import { instant, jsonOf, text, whole } from '../columns.ts'
import { at, type Db, sql } from '../sql.ts'

const recordRow = sql.rowsOf(
  Type.Object({
    principal: text,
    key: text,
    operation: text,
    requestHash: text,
    statusCode: whole,
    response: jsonOf<object>(),
    createdAt: instant,
  }),
)

const REMEMBER = `
  insert into idempotency_keys (principal, idempotency_key, operation, request_hash, status_code, response, created_at)
  values ($1, $2, $3, $4, $5::smallint, $6::jsonb, $7::timestamptz)
  on conflict (principal, idempotency_key) do nothing`

export function createIdempotencyStore(db: Db): IdempotencyStore {
  return {
    find: (principal, key) =>
      db.maybeOne(recordRow`
        select
          principal,
          idempotency_key as key,
          operation,
          request_hash as "requestHash",
          status_code as "statusCode",
          response,
          created_at as "createdAt"
        from idempotency_keys
        where principal = ${principal} and idempotency_key = ${key}`),

    async remember(executor, record, taken) {
      await executor.write({
        tables: ['idempotency_keys'],
        isInsert: true,
        text: REMEMBER,
        values: [
          record.principal,
          record.key,
          record.operation,
          record.requestHash,
          record.statusCode,
          JSON.stringify(record.response),
          record.createdAt.toISOString(),
        ],
        unmet: taken,
      })
    },

    async forgetBefore(instantBefore) {
      const { rowCount } = await db.query(sql.command`
        delete from idempotency_keys
        where created_at < ${at(instantBefore)}`)
      return rowCount
    },
  }
}

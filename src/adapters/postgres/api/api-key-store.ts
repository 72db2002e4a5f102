import { Type } from 'typebox'
import type { ApiKey, ApiKeyStore } from '../../../application/ports/api-key-store.ts'
import { instant, maybeInstant, oneOf, text } from '../columns.ts'
import { at, type Db, json, sql } from '../sql.ts'

const keyRow = sql.rowsOf(
  Type.Object({
    id: oneOf<ApiKey['id']>(),
    name: text,
    prefix: text,
    keyHash: Type.Unsafe<Buffer>({}),
    scopes: Type.Array(Type.String()),
    expiresAt: maybeInstant,
    revokedAt: maybeInstant,
    createdAt: instant,
  }),
)

const columns = sql.fragment`
  id,
  name,
  prefix,
  key_hash as "keyHash",
  scopes,
  expires_at as "expiresAt",
  revoked_at as "revokedAt",
  created_at as "createdAt"`

export function createApiKeyStore(db: Db): ApiKeyStore {
  return {
    findByHash: (keyHash) =>
      db.maybeOne(keyRow`
        select ${columns}
        from api_keys
        where key_hash = decode(${keyHash.toString('hex')}, 'hex')`),

    async insert(key) {
      await db.query(sql.command`
        insert into api_keys (id, name, prefix, key_hash, scopes, expires_at, created_at)
        values (
          ${key.id}, ${key.name}, ${key.prefix}, decode(${key.keyHash.toString('hex')}, 'hex'),
          array(select jsonb_array_elements_text(${json(key.scopes)}::jsonb)),
          ${key.expiresAt === null ? null : at(key.expiresAt)}, ${at(key.createdAt)}
        )`)
    },

    async list() {
      const rows = await db.any(keyRow`
        select ${columns}
        from api_keys
        order by created_at`)
      return [...rows]
    },

    async revoke(keyId, revokedAt) {
      const { rowCount } = await db.query(sql.command`
        update api_keys
        set revoked_at = coalesce(revoked_at, ${at(revokedAt)})
        where id = ${keyId}`)
      return rowCount === 1
    },

    async stampUse(keyId, usedAt) {
      await db.query(sql.command`
        update api_keys
        set last_used_at = ${at(usedAt)}
        where id = ${keyId}`)
    },
  }
}

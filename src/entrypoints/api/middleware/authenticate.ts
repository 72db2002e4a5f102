import { hash } from 'node:crypto'
import type { App } from '../../../application/app.ts'
import type { ApiKey } from '../../../application/ports/api-key-store.ts'
import type { Actor } from '../../../domain/shared/actor.ts'
import { Refusal } from '../../../domain/shared/refusal.ts'
import { isApiKeyText } from '../../bootstrap/api-key-text.ts'

/** A revoked key is refused after this long at the latest. */
const CACHED_MS = 10_000
const CACHED_KEYS = 1_000
/** Precise enough to find keys that nobody uses, rare enough to cost nothing. */
const STAMP_EVERY_MS = 60_000

interface Known {
  key: ApiKey
  actor: Actor
  permissions: ReadonlySet<string>
  until: number
  stampedAt: number
}

/** Who calls with this Authorization header, if the key grants the permission. */
export type Authenticate = (authorization: string | undefined, permission: string) => Actor | Promise<Actor>

/** A key is checked by its own checksum first, then in memory, then in the key store: by its SHA-256, never as text. */
export function authenticator(app: Pick<App, 'apiKeys' | 'clock' | 'logger'>): Authenticate {
  const cache = new Map<string, Known>()

  async function lookUp(digest: string, at: number): Promise<Known> {
    const key = await app.apiKeys.findByHash(Buffer.from(digest, 'hex'))
    if (key === null) refuse('The API key is unknown.')
    const stampedAt = cache.get(digest)?.stampedAt ?? 0
    const actor: Actor = { kind: 'api_key', id: key.id, name: key.name }
    const known = { key, actor, permissions: new Set(key.scopes), until: at + CACHED_MS, stampedAt }
    cache.delete(digest)
    cache.set(digest, known)
    const [oldest] = cache.keys()
    if (cache.size > CACHED_KEYS && oldest !== undefined) cache.delete(oldest)
    return known
  }

  function admit(known: Known, permission: string, at: number): Actor {
    const { key, actor, permissions } = known
    if (key.revokedAt !== null && key.revokedAt.getTime() <= at) refuse('The API key was revoked.')
    if (key.expiresAt !== null && key.expiresAt.getTime() <= at) refuse('The API key has expired.')
    if (!permissions.has(permission) && !permissions.has('*')) {
      throw new Refusal('permission_missing', `The API key lacks ${permission}.`, { permission })
    }
    if (at - known.stampedAt >= STAMP_EVERY_MS) {
      known.stampedAt = at
      app.apiKeys.stampUse(key.id, new Date(at)).catch((error: unknown) => {
        app.logger.warn({ keyId: key.id, err: error }, 'use of an API key not stamped')
      })
    }
    return actor
  }

  return (authorization, permission) => {
    const digest = digestOf(authorization)
    const at = app.clock.now().getTime()
    const known = cache.get(digest)
    if (known !== undefined && known.until > at) return admit(known, permission, at)
    return lookUp(digest, at).then((found) => admit(found, permission, at))
  }
}

function digestOf(authorization: string | undefined): string {
  if (authorization === undefined) refuse('Send an API key as Authorization: Bearer wb_…')
  const [, text] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  if (text === undefined || !isApiKeyText(text)) refuse('The Authorization header holds no API key of ours.')
  return hash('sha256', text, 'hex')
}

function refuse(message: string): never {
  throw new Refusal('unauthenticated', message)
}

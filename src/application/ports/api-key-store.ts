import type { Id } from '../../domain/shared/ids.ts'

export interface ApiKey {
  id: Id<'apiKey'>
  name: string
  prefix: string
  keyHash: Buffer
  scopes: string[]
  expiresAt: Date | null
  revokedAt: Date | null
  createdAt: Date
}

/** API keys. Only the SHA-256 of a key is ever stored. */
export interface ApiKeyStore {
  findByHash(keyHash: Buffer): Promise<ApiKey | null>
  insert(key: ApiKey): Promise<void>
  list(): Promise<ApiKey[]>
  /** False when there is no such key. */
  revoke(keyId: string, at: Date): Promise<boolean>
  stampUse(keyId: string, at: Date): Promise<void>
}

import { createHash, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createIdGenerator } from '../../adapters/system/uuid-ids.ts'
import type { App } from '../../application/app.ts'
import { makeApiKey } from './api-key-text.ts'

/** Makes an API key, stores its hash, and answers the one copy of its text there will ever be. */
export async function issueApiKey(
  app: Pick<App, 'apiKeys' | 'clock'>,
  request: { name: string; scopes: string[]; isLive: boolean; expiresAt: Date | null },
): Promise<{ id: string; text: string }> {
  const text = makeApiKey(request.isLive ? 'wb_live' : 'wb_test', randomBytes(64))
  const id = createIdGenerator().make('apiKey')
  await app.apiKeys.insert({
    id,
    name: request.name,
    prefix: text.slice(0, 12),
    keyHash: createHash('sha256').update(text).digest(),
    scopes: request.scopes,
    expiresAt: request.expiresAt,
    revokedAt: null,
    createdAt: app.clock.now(),
  })
  return { id, text }
}

/** The key of the embedded default: made at the first start, kept in a file that only its owner reads. */
export async function developmentApiKey(
  app: Pick<App, 'apiKeys' | 'clock'>,
  dataDir: string,
): Promise<string> {
  const path = join(dataDir, 'dev-api-key')
  const kept = await readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => null,
  )
  if (kept !== null && (await app.apiKeys.findByHash(createHash('sha256').update(kept).digest())) !== null)
    return kept
  const { text } = await issueApiKey(app, {
    name: 'development',
    scopes: ['*'],
    isLive: false,
    expiresAt: null,
  })
  await writeFile(path, `${text}\n`, { mode: 0o600 })
  return text
}

import type { Config } from '../../bootstrap/config.ts'
import { issueApiKey } from '../../bootstrap/dev-api-key.ts'
import { UsageError } from '../usage-error.ts'
import { withApp } from '../with-app.ts'

type Print = (line: string) => void

export async function createKey(
  config: Config,
  options: { name: string; scopes: string; days?: string; live: boolean; print: Print },
): Promise<void> {
  const days = options.days === undefined ? null : Number(options.days)
  if (days !== null && !(Number.isInteger(days) && days > 0))
    throw new UsageError('--days must be a whole number of days.')
  await withApp(config, async (app) => {
    const { id, text } = await issueApiKey(app, {
      name: options.name,
      scopes: options.scopes.split(',').map((scope) => scope.trim()),
      isLive: options.live,
      expiresAt: days === null ? null : new Date(app.clock.now().getTime() + days * 86_400_000),
    })
    options.print(`${id}\n${text}\nThis is the only time the key is shown.`)
  })
}

export async function listKeys(config: Config, print: Print): Promise<void> {
  await withApp(config, async (app) => {
    for (const key of await app.apiKeys.list()) {
      const state = key.revokedAt === null ? 'valid' : 'revoked'
      print(`${key.id}  ${key.prefix}…  ${state.padEnd(7)}  ${key.scopes.join(',')}  ${key.name}`)
    }
  })
}

export async function revokeKey(config: Config, keyId: string, print: Print): Promise<void> {
  await withApp(config, async (app) => {
    if (!(await app.apiKeys.revoke(keyId, app.clock.now())))
      throw new UsageError(`There is no API key ${keyId}: see waybill keys list.`)
    print(`${keyId} is revoked.`)
  })
}

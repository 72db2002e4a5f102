import type { Config } from '../../bootstrap/config.ts'
import { issueApiKey } from '../../bootstrap/dev-api-key.ts'
import { UsageError } from '../usage-error.ts'
import { withApp } from '../with-app.ts'

const LONGEST_DAYS = 3650

type Print = (line: string) => void

export async function createKey(
  config: Config,
  options: { name: string; scopes: string; days?: string; live: boolean; print: Print },
): Promise<void> {
  const days = options.days === undefined ? null : Number(options.days)
  if (days !== null && !(Number.isInteger(days) && days > 0 && days <= LONGEST_DAYS))
    throw new UsageError(`--days must be a whole number of days, ${LONGEST_DAYS} at most.`)
  const name = options.name.trim()
  if (name === '' || name.length > 200) throw new UsageError('A key needs a name, of 200 characters at most.')
  const scopes = options.scopes.split(',').map((scope) => scope.trim())
  const odd = scopes.find((scope) => !/^(\*|[a-z]+(:[a-z]+)?)$/.test(scope))
  if (odd !== undefined)
    throw new UsageError(`--scopes takes permissions such as orders:read, or *: "${odd}" is none.`)
  await withApp(config, async (app) => {
    const { id, text } = await issueApiKey(app, {
      name,
      scopes,
      isLive: options.live,
      expiresAt: days === null ? null : new Date(app.clock.now().getTime() + days * 86_400_000),
    })
    options.print(`${id}\n${text}\nThis is the only time the key is shown.`)
  })
}

export async function listKeys(config: Config, print: Print): Promise<void> {
  await withApp(config, async (app) => {
    for (const key of await app.apiKeys.list()) {
      const isOver = key.expiresAt !== null && key.expiresAt <= app.clock.now()
      const state = key.revokedAt !== null ? 'revoked' : isOver ? 'expired' : 'valid'
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

import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** A running platform, as its own record and key file describe it. */
export interface PlatformAccess {
  apiUrl: string
  apiKey: string
  simulators: { stripe: string; usps: string }
}

export interface RunningPlatform extends PlatformAccess {
  simulators: PlatformAccess['simulators'] & { dhl: string; canadaPost: string; chitChats: string }
}

/** The platform that runs on this data directory and answers; null when none does. */
export async function findRunning(dataDir: string): Promise<RunningPlatform | null> {
  try {
    const folder = resolve(dataDir)
    const record = JSON.parse(await readFile(join(folder, 'platform.json'), 'utf8')) as Omit<
      RunningPlatform,
      'apiKey'
    >
    const apiKey = (await readFile(join(folder, 'dev-api-key'), 'utf8')).trim()
    const { ok } = await fetch(`${record.apiUrl}/readyz`, { signal: AbortSignal.timeout(2000) })
    const { apiUrl, simulators } = record
    return ok ? { apiUrl, apiKey, simulators } : null
  } catch {
    return null
  }
}

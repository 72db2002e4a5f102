import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { processBirth } from './running-process.ts'
import { EmbeddedPostgresUnavailable, faultCode } from './unavailable.ts'

export interface DataLock {
  /** Synchronous, so that it also works while the process exits. */
  readonly release: () => void
}

interface Owner {
  pid: number
  birth: string
}

/**
 * One Waybill per data folder. The owner's pid is kept with the time it began, since after a restart of the
 * machine or of a container the same number is soon given to another process.
 */
export async function lockDataDir(dataDir: string): Promise<DataLock> {
  const path = join(dataDir, 'waybill.lock')
  const mine = `${path}.${randomBytes(4).toString('hex')}`
  const self: Owner = { pid: process.pid, birth: (await processBirth(process.pid)) ?? '' }
  await writeFile(mine, `${JSON.stringify(self)}\n`, { mode: 0o644 })
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      // A link appears with its content complete or not at all.
      if (await linked(mine, path))
        return {
          release: () => {
            rmSync(path, { force: true })
          },
        }
      const owner = await readOwner(path)
      if (owner !== undefined && (await processBirth(owner.pid)) === owner.birth)
        throw inUse(dataDir, owner.pid)
      await setAside(path, owner)
    }
    throw inUse(dataDir, undefined)
  } finally {
    await rm(mine, { force: true })
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (faultCode(error) === 'EEXIST') return false
    throw error
  }
}

async function readOwner(path: string): Promise<Owner | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '')
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('birth' in value))
      return undefined
    return typeof value.pid === 'number' && typeof value.birth === 'string'
      ? { pid: value.pid, birth: value.birth }
      : undefined
  } catch {
    return undefined
  }
}

/**
 * Two processes may find the same dead owner. Whoever moves the file away second holds the first one's fresh
 * lock in its hands, sees that, and puts it back.
 */
async function setAside(path: string, dead: Owner | undefined): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}.old`
  try {
    await rename(path, aside)
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return
    throw error
  }
  const moved = await readOwner(aside)
  if (moved !== undefined && (moved.pid !== dead?.pid || moved.birth !== dead.birth))
    await linked(aside, path)
  await rm(aside, { force: true })
}

function inUse(dataDir: string, pid: number | undefined): EmbeddedPostgresUnavailable {
  const owner = pid === undefined ? 'another process' : `process ${String(pid)}`
  return new EmbeddedPostgresUnavailable(
    `The data directory ${dataDir} is in use by ${owner}: stop it, or set DATA_DIR to another folder.`,
    { reason: 'in_use' },
  )
}

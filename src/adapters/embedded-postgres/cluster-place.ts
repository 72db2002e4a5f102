import { createHash, randomBytes } from 'node:crypto'
import {
  access,
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runProgram, type ServerUser } from './run-program.ts'
import { sharedFolder } from './shared-folder.ts'
import { EmbeddedPostgresUnavailable, faultCode } from './unavailable.ts'

/** `cluster` is PGDATA; `partial` is where initdb works until it is complete. */
export interface ClusterPlace {
  cluster: string
  partial: string
}

const PARTIAL = 'postgres.partial'

/** Kept in the data folder when the cluster lives elsewhere. */
interface Pointer {
  dataDir: string
  folder: string
}

export async function findCluster(dataDir: string): Promise<ClusterPlace | undefined> {
  const here = placeIn(dataDir)
  if (await holdsCluster(here.cluster)) return here
  const pointer = await readPointer(dataDir)
  if (pointer === undefined) return undefined
  if (pointer.dataDir !== dataDir) {
    // A copy of a data folder must not share the original's cluster; a moved one takes it along.
    // One that we may not read is taken for a living original.
    const original = await readPointer(pointer.dataDir).catch(() => pointer)
    if (original?.folder === pointer.folder) return undefined
    await writePointer(dataDir, pointer.folder)
  }
  const place = placeIn(pointer.folder)
  if (await holdsCluster(place.cluster)) return place
  if (!(await canOpen(pointer.folder))) {
    throw new EmbeddedPostgresUnavailable(
      `The database that ${pointerPath(dataDir)} points to cannot be read in ${pointer.folder}: restore that folder, delete the pointer file to begin with an empty database, or set DATABASE_URL.`,
    )
  }
  return undefined
}

/**
 * In the data folder where the server's user can write there; otherwise in a shared folder, under a name made from
 * a hash of the data folder's path and a random part: two clones never share, and a folder made again begins anew.
 */
export async function choosePlace(dataDir: string, user: ServerUser | undefined): Promise<ClusterPlace> {
  const here = placeIn(dataDir)
  if (user === undefined || (await canWrite(here.partial, user))) return here
  const pointer = await readPointer(dataDir)
  if (pointer?.dataDir === dataDir) return placeIn(pointer.folder)
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const folder = join(await sharedFolder('clusters'), `${hash}-${randomBytes(4).toString('hex')}`)
  await mkdir(folder)
  await chmod(folder, 0o755)
  await writeFile(join(folder, 'origin'), `${dataDir}\n`)
  await writePointer(dataDir, folder)
  return placeIn(folder)
}

/**
 * An empty folder that belongs to the server's user. What a cut-off initdb left is no data yet; its process may still
 * be writing there, which is why each attempt has a name of its own.
 */
export async function emptyPartial(place: ClusterPlace, user: ServerUser | undefined): Promise<void> {
  const parent = dirname(place.partial)
  for (const name of await readdir(parent)) {
    if (name.startsWith(PARTIAL))
      await rm(join(parent, name), { recursive: true, force: true, maxRetries: 20 })
  }
  await mkdir(place.partial, { mode: 0o700 })
  if (user !== undefined) await chown(place.partial, user.uid, user.gid)
}

/** The rename is the mark of completeness: a cluster under its final name has had a whole initdb. */
export async function completeCluster(place: ClusterPlace): Promise<void> {
  const found = await orIfMissing(readdir(place.cluster), [])
  if (found.length > 0) {
    throw new EmbeddedPostgresUnavailable(
      `The folder ${place.cluster} holds files that are not a PostgreSQL database: move them away, or set DATA_DIR to another folder.`,
    )
  }
  await rename(place.partial, place.cluster)
}

/** Asked of the system itself, because modes alone do not tell (access lists, network file systems). */
async function canWrite(folder: string, user: ServerUser): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 })
    await chown(folder, user.uid, user.gid)
  } catch {
    return false
  }
  const probe = await runProgram('/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'probe', folder], { user })
  if (!probe.ok) await rmdir(folder)
  return probe.ok
}

function placeIn(folder: string): ClusterPlace {
  return {
    cluster: join(folder, 'postgres'),
    partial: join(folder, `${PARTIAL}-${randomBytes(4).toString('hex')}`),
  }
}

async function holdsCluster(cluster: string): Promise<boolean> {
  return canOpen(join(cluster, 'PG_VERSION'))
}

async function canOpen(path: string): Promise<boolean> {
  return orIfMissing(
    access(path).then(() => true),
    false,
  )
}

/** A path that may not be read is not a missing one: that fault goes up and becomes a sentence. */
async function orIfMissing<T, U>(attempt: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await attempt
  } catch (error) {
    const code = faultCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return otherwise
    throw error
  }
}

function pointerPath(dataDir: string): string {
  return join(dataDir, 'postgres-location.json')
}

async function writePointer(dataDir: string, folder: string): Promise<void> {
  const pointer: Pointer = { dataDir, folder }
  const fresh = `${pointerPath(dataDir)}.new`
  await writeFile(fresh, `${JSON.stringify(pointer)}\n`)
  await rename(fresh, pointerPath(dataDir))
}

async function readPointer(dataDir: string): Promise<Pointer | undefined> {
  const text = await orIfMissing(readFile(pointerPath(dataDir), 'utf8'), undefined)
  if (text === undefined) return undefined
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || !('dataDir' in value) || !('folder' in value))
    return undefined
  const { dataDir: origin, folder } = value
  return typeof origin === 'string' && typeof folder === 'string' ? { dataDir: origin, folder } : undefined
}

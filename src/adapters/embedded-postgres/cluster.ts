import { randomBytes } from 'node:crypto'
import { chown, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ClusterPlace, completeCluster, emptyPartial } from './cluster-place.ts'
import type { Programs } from './programs.ts'
import { complaintIn, runProgram, type ServerUser } from './run-program.ts'
import { EmbeddedPostgresUnavailable, faultCode } from './unavailable.ts'

export const OWNER = 'waybill'

/**
 * Makes the cluster with its superuser. Text sorts by code point, the same on every machine. Trigrams are made of what
 * the system's LC_CTYPE calls letters, which are those of every script in UTF-8 and only Latin ones in C.
 */
export async function createCluster(
  programs: Programs,
  place: ClusterPlace,
  user: ServerUser | undefined,
  password: string,
): Promise<void> {
  await emptyPartial(place, user)
  const passwordFile = `${place.partial}.password`
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    if (user !== undefined) await chown(passwordFile, user.uid, user.gid)
    const run = await runProgram(
      programs.initdb,
      [
        `--pgdata=${place.partial}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        `--lc-ctype=${process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'}`,
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-sync',
        '--no-instructions',
      ],
      { user },
    )
    if (!run.ok) {
      throw new EmbeddedPostgresUnavailable(
        `PostgreSQL could not prepare its data in ${place.cluster} (${complaintIn(run.output)}): set DATA_DIR to another folder, or DATABASE_URL to a running PostgreSQL.`,
      )
    }
  } finally {
    await rm(passwordFile, { force: true })
  }
  await completeCluster(place)
}

/** A cluster can be opened by the major version that made it, and by no other. */
export async function checkVersion(programs: Programs, place: ClusterPlace): Promise<void> {
  const made = (await readFile(join(place.cluster, 'PG_VERSION'), 'utf8')).trim()
  if (made === programs.major) return
  throw new EmbeddedPostgresUnavailable(
    `The database in ${place.cluster} was made by PostgreSQL ${made} and this is PostgreSQL ${programs.major}: move the data over with pg_dump, set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL ${made}.`,
  )
}

export async function readPassword(dataDir: string): Promise<string | undefined> {
  try {
    const password = (await readFile(passwordPath(dataDir), 'utf8')).trim()
    return password === '' ? undefined : password
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return undefined
    throw error
  }
}

export async function writePassword(dataDir: string): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  await writeFile(passwordPath(dataDir), `${password}\n`, { mode: 0o600 })
  return password
}

/** For a cluster whose password file was lost: the owner of the files may always set a new one. */
export async function resetPassword(
  programs: Programs,
  place: ClusterPlace,
  user: ServerUser | undefined,
  password: string,
): Promise<void> {
  const args = ['--single', '-D', place.cluster, '-c', 'log_min_messages=error', 'postgres']
  const run = await runProgram(programs.postgres, args, {
    user,
    input: `alter role ${OWNER} password '${password}'\n`,
  })
  if (run.ok && !run.output.includes('ERROR')) return
  throw new EmbeddedPostgresUnavailable(
    `The password of the database in ${place.cluster} is lost and could not be set anew (${complaintIn(run.output)}): set DATA_DIR to another folder, or DATABASE_URL to a running PostgreSQL.`,
  )
}

export function passwordPath(dataDir: string): string {
  return join(dataDir, 'postgres-password')
}

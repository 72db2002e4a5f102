import { stat } from 'node:fs/promises'
import { runProgram, type ServerUser } from './run-program.ts'
import { EmbeddedPostgresUnavailable } from './unavailable.ts'

// `nobody` last: it owns other things too, but every system has it and we create no accounts on a machine.
const ACCOUNTS = ['postgres', '_postgres', 'nobody']

/**
 * PostgreSQL refuses to run as root. An existing cluster decides by its owner, so data made by an ordinary
 * user stays usable when the platform is started as root once.
 */
export async function chooseServerUser(existingCluster: string | undefined): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  if (existingCluster !== undefined) {
    const { uid, gid } = await stat(existingCluster)
    if (uid !== 0) return { uid, gid }
  }
  for (const account of ACCOUNTS) {
    const [uid, gid] = await Promise.all([numberOf('-u', account), numberOf('-g', account)])
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid }
  }
  throw new EmbeddedPostgresUnavailable(
    `PostgreSQL refuses to run as root and this system has none of the users ${ACCOUNTS.join(', ')}: start as an ordinary user, or set DATABASE_URL to a running PostgreSQL.`,
  )
}

async function numberOf(flag: '-u' | '-g', account: string): Promise<number | undefined> {
  const run = await runProgram('id', [flag, account])
  return run.ok && /^\d+$/.test(run.output) ? Number(run.output) : undefined
}

import { chmod, lstat, mkdir } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { EmbeddedPostgresUnavailable, faultCode } from './unavailable.ts'

/**
 * A folder outside the clone that any user can enter and only we can write to. Programs may be thrown away
 * (a cache), clusters may not, so as root they go to /var/cache and /var/lib; the temporary folder is the last
 * resort, for a system whose /var is read-only.
 */
export async function sharedFolder(kind: 'programs' | 'clusters'): Promise<string> {
  const uid = process.getuid?.() ?? 0
  const home = kind === 'programs' ? join(homedir(), '.cache') : join(homedir(), '.local', 'share')
  const system = kind === 'programs' ? '/var/cache' : '/var/lib'
  const bases = [join(uid === 0 ? system : home, 'waybill'), join(tmpdir(), `waybill-${String(uid)}`)]
  for (const base of bases) {
    const folder = join(base, kind)
    if ((await isOurs(base, uid)) && (await isOurs(folder, uid))) return folder
  }
  throw new EmbeddedPostgresUnavailable(
    `The embedded PostgreSQL needs a folder that its user can enter, and none of ${bases.join(', ')} can be written: make one writable, or set DATABASE_URL to a running PostgreSQL.`,
  )
}

/** Someone else may have made the folder first, in the temporary folder for instance; then it is not used. */
async function isOurs(folder: string, uid: number): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true })
    const found = await lstat(folder)
    if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o022) !== 0) return false
    await chmod(folder, 0o755)
    return true
  } catch (error) {
    if (faultCode(error) === undefined) throw error
    return false
  }
}

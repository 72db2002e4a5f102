import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import pg from 'pg'
import { expectedEvents } from '../../src/entrypoints/cli/commands/demo.ts'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts'
import { prepareWorld } from '../support/platform.ts'

const ROOT = join(import.meta.dirname, '..', '..')

interface Ended {
  code: number
  stdout: string
  stderr: string
}

type Line = { kind: string; type?: string; step?: string } & Record<string, unknown>

describe('the command line, as a person runs it', function () {
  this.timeout(60_000)
  let folder: string
  let database: TestDatabase

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waybill-cli-'))
    database = await createTestDatabase(prepareWorld)
  })

  after(async () => {
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })

  function waybill(args: string[], settings: Record<string, string> = {}): Promise<Ended> {
    const env = {
      ...process.env,
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: '',
      NODE_ENV: 'test',
      ...settings,
    }
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [join(ROOT, 'src/entrypoints/cli/main.ts'), ...args],
        { cwd: ROOT, env, maxBuffer: 10_000_000 },
        (error, stdout, stderr) => {
          resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
        },
      )
    })
  }

  const linesOf = (text: string): Line[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)

  async function orderFile(name: string, content: unknown): Promise<string> {
    const path = join(folder, name)
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }

  it('demo starts a platform, walks an order and says in JSON what happened', async () => {
    const { code, stdout, stderr } = await waybill(['demo', '--json'])
    expect(stderr).to.equal('')
    expect(code).to.equal(0)
    const lines = linesOf(stdout)
    expect(lines.at(-1)).to.include({ kind: 'result', ok: true, status: 'completed' })
    const timeline = lines.filter(({ kind }) => kind === 'timeline').map(({ type }) => type)
    expect(timeline).to.include.members(expectedEvents(true))
    const steps = lines.filter(({ kind }) => kind === 'step').map(({ step }) => step)
    expect(steps).to.include.members(['order.created', 'order.paid', 'shipment.delivered'])
  })

  it("demo walks a customer's own order", async () => {
    const path = await orderFile('kits.json', {
      company: 'Cascadia Vineyards',
      lines: [{ sku: 'MNT-KIT-1', quantity: 2 }],
    })
    const { code, stdout } = await waybill(['demo', '--order', path])
    expect(code).to.equal(0)
    expect(stdout).to.include('Cascadia Vineyards').and.include('every expected event arrived')
  })

  for (const [what, content, sentence] of [
    ['is not JSON', 'lines: 3', /is not JSON: /],
    ['has no lines', { company: 'Cascadia Vineyards' }, /is not an order: .*lines/],
    [
      'asks for a negative quantity',
      { company: 'Cascadia Vineyards', lines: [{ sku: 'MNT-KIT-1', quantity: -1 }] },
      /is not an order: .*quantity/,
    ],
  ] as const) {
    it(`demo refuses a file that ${what} with a sentence`, async () => {
      const path = await orderFile('bad.json', content)
      const { code, stdout, stderr } = await waybill(['demo', '--order', path])
      expect(code).to.equal(2)
      expect(stdout).to.equal('')
      expect(stderr).to.match(sentence).and.include(path)
      expect(stderr.trimEnd().split('\n')).to.have.lengthOf(1)
    })
  }

  it('demo refuses a file that is not there with a sentence', async () => {
    const { code, stderr } = await waybill(['demo', '--order', join(folder, 'nowhere.json')])
    expect(code).to.equal(2)
    expect(stderr).to.include('nowhere.json')
    expect(stderr.trimEnd().split('\n')).to.have.lengthOf(1)
  })

  it('verify ends with 0 when the books are right', async () => {
    const { code, stdout } = await waybill(['verify'], { DATABASE_URL: database.url })
    expect(code).to.equal(0)
    expect(stdout).to.match(/All \d+ laws hold/)
  })

  it('verify ends with 1 and names the law when they are not', async () => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    try {
      await client.query('update relay_state set last_seq = last_seq + 1')
      const { code, stdout } = await waybill(['verify', '--json'], { DATABASE_URL: database.url })
      expect(code).to.equal(1)
      const broken = linesOf(stdout).filter((line) => line['violations'] !== 0)
      expect(broken.map((line) => line['law'])).to.deep.equal(['E1'])
    } finally {
      await client.query('update relay_state set last_seq = last_seq - 1')
      await client.end()
    }
  })

  it('verify ends with 2 and a sentence when there is no database', async () => {
    const { code, stderr } = await waybill(['verify'], {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
    })
    expect(code).to.equal(2)
    expect(stderr.trimEnd().split('\n')).to.have.lengthOf(1)
    expect(stderr).to.not.match(/\n\s+at /)
  })

  it('verify ends with 2 and the remedy when the database has no tables', async () => {
    const { code, stdout, stderr } = await waybill(['verify'], { DATABASE_URL: await createEmptyDatabase() })
    expect(code, stderr).to.equal(2)
    expect(stdout).to.equal('')
    expect(stderr).to.match(/^The database has no tables of Waybill.* npm run waybill -- migrate\.\n$/)
  })

  it('ends with 2 for a command or an option that there is not', async () => {
    expect((await waybill(['fly'])).code).to.equal(2)
    expect((await waybill(['verify', '--loudly'])).code).to.equal(2)
  })
})

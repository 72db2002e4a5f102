import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { startPlatformProcess } from './platform-process.ts'

const ROWS = 50_000
const HEADER = 'company,first_name,last_name,email,phone,roles,active,notes'
const SAMPLE_MS = 20

/** A file of contacts through the API, new and again, with the growth of the process, and COPY of the same rows. */
export async function benchImport({ print }: { print: (line: string) => void }): Promise<void> {
  const platform = await startPlatformProcess()
  const database = new pg.Client({ connectionString: platform.databaseUrl })
  await database.connect()
  const send = async (name: string, body: string): Promise<void> => {
    const before = await residentMb(platform.pid)
    let peak = before
    const watch = setInterval(() => {
      void residentMb(platform.pid).then((now) => {
        peak = Math.max(peak, now)
      })
    }, SAMPLE_MS)
    const startedAt = performance.now()
    const response = await fetch(`${platform.apiUrl}/v1/imports/contacts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${platform.apiKey}`, 'content-type': 'text/csv' },
      body,
    })
    const report = (await response.json()) as Record<string, unknown>
    const seconds = (performance.now() - startedAt) / 1000
    clearInterval(watch)
    const counts = ['created_count', 'unchanged_count', 'refused_count']
      .map((one) => String(report[one]))
      .join('/')
    print(
      `${name}: ${seconds.toFixed(1)} s, ${Math.round(ROWS / seconds)} rows/s, RSS +${(peak - before).toFixed(0)} MB from ${before.toFixed(0)} (${response.status}, created/unchanged/refused ${counts})`,
    )
  }
  try {
    const { rows } = await database.query<{ id: string }>('select id from companies order by id')
    const row = (index: number, email: string) =>
      `${rows[index % rows.length]?.id ?? ''},Name${index},Person,${email},+1416555${String(index % 10_000).padStart(4, '0')},billing;technical,true,from the bench`
    const lines = Array.from({ length: ROWS }, (_, index) => row(index, `n${index}@bench.example`))
    const file = `${[HEADER, ...lines].join('\n')}\n`
    await send('import of new contacts', file)
    await send('the same again', file)
    const faulty = Array.from({ length: ROWS }, (_, index) => row(index, `n${index}`))
    await send('every row refused', `${[HEADER, ...faulty].join('\n')}\n`)
    await copyOfTheSame(database, print)
  } finally {
    await database.end()
    await platform.stop()
  }
}

/** Rows and roles into tables with the same indexes, by COPY on the server: what the database alone needs. */
async function copyOfTheSame(database: pg.Client, print: (line: string) => void): Promise<void> {
  const path =
    (await database.query<{ data_directory: string }>('show data_directory')).rows[0]?.data_directory ?? ''
  const copies: string[] = []
  for (const [table, where] of [
    ['contacts', "email like '%@bench.example'"],
    ['company_contact_roles', "contact_id in (select id from contacts where email like '%@bench.example')"],
  ] as const) {
    const file = `${path}/bench_${table}.copy`
    const columns = await writtenColumns(database, table)
    await database.query(`create table bench_${table} (like ${table} including all)`)
    await database.query(`copy (select ${columns} from ${table} where ${where}) to '${file}'`)
    copies.push(`copy bench_${table} (${columns}) from '${file}'`)
  }
  const startedAt = performance.now()
  for (const copy of copies) await database.query(copy)
  const seconds = (performance.now() - startedAt) / 1000
  print(`COPY of the same rows: ${seconds.toFixed(1)} s, ${Math.round(ROWS / seconds)} rows/s`)
}

/** All columns but those that the database makes itself. */
async function writtenColumns(database: pg.Client, table: string): Promise<string> {
  const { rows } = await database.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns
     from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  return rows[0]?.columns ?? ''
}

async function residentMb(pid: number): Promise<number> {
  const [, kib] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kib) / 1024
}

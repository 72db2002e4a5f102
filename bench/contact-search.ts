import pg from 'pg'
import { createBenchClient, Timings } from './client.ts'
import { startPlatformProcess } from './platform-process.ts'

const CONTACTS = 200_000
const CONCURRENCY = 1
// The statement without index takes long enough to need few samples.
const PLAIN_SAMPLES = 6

const kinds: { name: string; queries: (lane: number) => string }[] = [
  { name: 'first and last name', queries: (n) => `${first(n)} ${last(n)}` },
  { name: 'last name', queries: (n) => last(n) },
  { name: 'part of a last name', queries: (n) => last(n).slice(1, 5) },
  { name: 'first name, 1 in 40', queries: (n) => first(n) },
  { name: 'e-mail', queries: (n) => `${first(n)}.${last(n)}.${n}@` },
  { name: 'telephone number', queries: (n) => `(416) ${phone(n).slice(0, 3)}-${phone(n).slice(3)}` },
  { name: 'what all have', queries: () => 'example' },
  { name: 'what nobody has', queries: (n) => `zzyx${n}` },
]

/** The search over all companies through the API, and the same by plain ilike over the table without an index. */
export async function benchContactSearch(options: {
  seconds: number
  print: (line: string) => void
}): Promise<void> {
  const { print } = options
  const platform = await startPlatformProcess()
  const database = new pg.Client({ connectionString: platform.databaseUrl })
  await database.connect()
  const timings = new Timings()
  const client = createBenchClient(platform.apiKey, timings, CONCURRENCY)
  try {
    const startedAt = performance.now()
    await fill(database)
    print(`${CONTACTS} contacts in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
    const search = (name: string, q: string) =>
      client.call(name, 'GET', `${platform.apiUrl}/v1/contacts?q=${encodeURIComponent(q)}`)

    const until = performance.now() + options.seconds * 1000
    await Promise.all(
      Array.from({ length: CONCURRENCY }, async (_unit, lane) => {
        for (let index = lane; performance.now() < until; index += CONCURRENCY) {
          const { name, queries } = kinds[
            Math.floor(index / CONCURRENCY) % kinds.length
          ] as (typeof kinds)[number]
          await search(name, queries((index * 7919) % CONTACTS))
        }
      }),
    )
    const plain = await plainly(database)
    print(`\nsearchContacts over HTTP at concurrency ${CONCURRENCY}, and plain ilike by statement alone`)
    print('| asked for | calls | p50 ms | p95 ms | p99 ms | plain p50 ms |\n|---|---|---|---|---|---|')
    for (const { name, count, p50, p95, p99 } of timings.rows()) {
      const figures = [p50, p95, p99, plain.get(name) ?? 0].map((ms) => ms.toFixed(1))
      print(`| ${name} | ${count} | ${figures.join(' | ')} |`)
    }
  } finally {
    await client.close()
    await database.end()
    await platform.stop()
  }
}

/** The same search as anybody would write it first, over the same rows, with no index to use. */
async function plainly(database: pg.Client): Promise<Map<string, number>> {
  await database.query('create temporary table plain_contacts as select * from contacts')
  await database.query('analyze plain_contacts')
  const timings = new Timings()
  for (const { name, queries } of kinds) {
    for (let sample = 0; sample < PLAIN_SAMPLES; sample += 1) {
      const words = queries((sample * 7919) % CONTACTS).split(/\s+(?!\d)/)
      const needles = name === 'telephone number' ? [words.join('').replace(/\D/g, '')] : words
      const startedAt = performance.now()
      await database.query(
        `select * from plain_contacts
         where (first_name ilike all($1) or last_name ilike all($1) or email ilike all($1) or phone ilike all($1)
           or first_name || ' ' || last_name ilike all($1))
         order by created_at desc, id desc
         limit 26`,
        [needles.map((word) => `%${word}%`)],
      )
      timings.add(name, performance.now() - startedAt)
    }
  }
  return new Map(timings.rows().map(({ name, p50 }) => [name, p50]))
}

const firstNames =
  'ada,ben,cleo,dina,emil,fay,gus,hana,ivo,jun,kira,leo,mira,nils,olga,pia,quin,rosa,sami,tova,ugo,vera,wim,xena,yara,zeno,anke,bora,cara,dora,enzo,fritz,gino,hugo,ines,jana,karl,lars,maya,noor'.split(
    ',',
  )
const syllables = 'bdfghjklmnprstvz'.split('').flatMap((one) => 'aeio'.split('').map((other) => one + other))

/** By number, so that a query can name somebody who is there; the statement below spells the same. */
function first(n: number): string {
  return firstNames[n % firstNames.length] ?? ''
}
function last(n: number): string {
  return [0, 6, 12].map((shift) => syllables[(n >> shift) % syllables.length]).join('') + 'sen'
}
function phone(n: number): string {
  return String(2_000_000 + n)
}

/** Two thousand companies of a hundred people, the statistics up to date. */
async function fill(database: pg.Client): Promise<void> {
  await database.query(`
    insert into company_mirrors (id, legacy_ref, name, snapshot, refreshed_at)
    select 'cmr_1' || lpad(n::text, 25, '0'), 'BENCH-' || n, 'Company ' || n, '{}', now()
    from generate_series(0, 1999) n`)
  await database.query(`
    insert into companies (id, company_mirror_id, name, currency, created_at, updated_at)
    select 'com_1' || lpad(n::text, 25, '0'), 'cmr_1' || lpad(n::text, 25, '0'), 'Company ' || n, 'CAD', now(), now()
    from generate_series(0, 1999) n`)
  const rows = Array.from({ length: CONTACTS }, (_unit, n) => [first(n), last(n), phone(n)])
  await database.query(
    `insert into contacts (id, company_id, first_name, last_name, email, phone, phone_raw, created_at, updated_at)
     select
       'con_1' || lpad(n::text, 25, '0'),
       'com_1' || lpad((n % 2000)::text, 25, '0'),
       initcap(p ->> 0),
       initcap(p ->> 1),
       (p ->> 0) || '.' || (p ->> 1) || '.' || n || '@company' || n % 2000 || '.example',
       '+1416' || (p ->> 2),
       '+1416' || (p ->> 2),
       now() - n * interval '1 minute',
       now()
     from jsonb_array_elements($1::jsonb) with ordinality people (p, position)
     cross join lateral (select position - 1 as n) numbered`,
    [JSON.stringify(rows)],
  )
  await database.query(`
    insert into company_contact_roles (company_id, contact_id, role, created_at)
    select company_id, id, 'technical', created_at
    from contacts
    where id like 'con\\_1%'`)
  await database.query('vacuum analyze contacts, company_contact_roles')
}

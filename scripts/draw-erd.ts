/** The migrated database → docs/erd.md: one Mermaid diagram a feature, in the order of the migrations. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { type GeneratedFile, repositoryRoot, runGenerators } from './generated-file.ts'
import { withMigratedDatabase } from './migrated-database.ts'

interface Column {
  table: string
  column: string
  type: string
  nullable: boolean
  primary: boolean
}

interface Reference {
  from: string
  to: string
  columns: string
  nullable: boolean
  unique: boolean
}

const columnsQuery = `
  select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable,
    exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey)) as "primary"
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`

const referencesQuery = `
  select f.relname as "from", t.relname as "to",
    (select string_agg(a.attname, ', ' order by u.position)
     from unnest(k.conkey) with ordinality u(attnum, position)
     join pg_attribute a on a.attrelid = f.oid and a.attnum = u.attnum) as columns,
    exists (select from pg_attribute a where a.attrelid = f.oid and a.attnum = any (k.conkey) and not a.attnotnull) as nullable,
    exists (select from pg_index i where i.indrelid = f.oid and i.indisunique and i.indpred is null
      and (select array_agg(n order by n) from unnest(i.indkey::int2[]) n) = (select array_agg(n order by n) from unnest(k.conkey) n)) as unique
  from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conparentid = 0 and not f.relispartition
  order by f.relname, t.relname, k.conname`

const commentsQuery = `
  select c.relname as "table", d.description
  from pg_class c join pg_description d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname`

/** The migration that made a table names its feature: sql/migrations/0007_shipments.sql → shipments. */
function featuresOfTables(): Map<string, string> {
  const features = new Map<string, string>()
  for (const file of globSync('sql/migrations/*.sql', { cwd: repositoryRoot }).sort()) {
    const feature = path.basename(file, '.sql').replace(/^\d+[-_]/, '')
    const text = readFileSync(path.join(repositoryRoot, file), 'utf8')
    for (const [, table] of text.matchAll(
      /create (?:unlogged )?table (?:if not exists )?(?:public\.)?"?(\w+)/gi,
    )) {
      if (table !== undefined && !features.has(table)) features.set(table, feature)
    }
  }
  return features
}

export async function drawErd(databaseUrl: string): Promise<GeneratedFile> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows: columns } = await client.query<Column>(columnsQuery)
    const { rows: references } = await client.query<Reference>(referencesQuery)
    const { rows: comments } = await client.query<{ table: string; description: string }>(commentsQuery)
    const featureOf = featuresOfTables()
    const tables = new Set(columns.map(({ table }) => table).filter((table) => featureOf.has(table)))
    const sections = [
      ...new Set([...featureOf].filter(([table]) => tables.has(table)).map(([, feature]) => feature)),
    ]

    return {
      file: 'docs/erd.md',
      text: [
        '<!-- Generated from the migrated database by `npm run generate`. Do not edit. -->',
        '',
        '# Tables',
        '',
        `${tables.size} tables, by feature. A table without columns in a diagram belongs to another feature.`,
        '',
        ...sections.map((feature) => {
          const own = [...tables].filter((table) => featureOf.get(table) === feature)
          return section(
            feature,
            own,
            columns,
            references,
            new Map(comments.map((row) => [row.table, row.description])),
          )
        }),
      ].join('\n'),
    }
  } finally {
    await client.end()
  }
}

function section(
  feature: string,
  tables: string[],
  columns: Column[],
  references: Reference[],
  comments: Map<string, string>,
): string {
  const outgoing = references.filter(({ from }) => tables.includes(from))
  const isReference = (table: string, column: string) =>
    outgoing.some((reference) => reference.from === table && reference.columns.split(', ').includes(column))

  const entities = tables.map((table) =>
    [
      `  ${table} {`,
      ...columns
        .filter((column) => column.table === table)
        .map(({ column, type, nullable, primary }) => {
          const keys = [primary ? 'PK' : '', isReference(table, column) ? 'FK' : '']
            .filter(Boolean)
            .join(', ')
          return `    ${shortType(type)} ${column}${keys && ` ${keys}`}${nullable ? ' "optional"' : ''}`
        }),
      '  }',
    ].join('\n'),
  )
  const arrows = outgoing.map(
    ({ from, to, columns: via, nullable, unique }) =>
      `  ${to} ${nullable ? '|o' : '||'}--${unique ? 'o|' : 'o{'} ${from} : "${via}"`,
  )
  const title = feature.replaceAll(/[-_]/g, ' ')

  return [
    `## ${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    '',
    ...tables.map((table) => `- \`${table}\`: ${comments.get(table) ?? 'has no comment.'}`),
    '',
    '```mermaid',
    'erDiagram',
    ...entities,
    ...arrows,
    '```',
    '',
  ].join('\n')
}

/** Mermaid takes one word; `timestamp with time zone` has a short name that everybody uses. */
function shortType(type: string): string {
  return type.replace('timestamp with time zone', 'timestamptz').replaceAll(/[^\w[\]]+/g, '_')
}

if (import.meta.main) await runGenerators(() => withMigratedDatabase(async (url) => [await drawErd(url)]))

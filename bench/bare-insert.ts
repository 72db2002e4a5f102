import { createServer } from 'node:http'
import pg from 'pg'

/**
 * What pushes are compared with: the barest server that still keeps each one. It parses nothing but JSON, checks no
 * signature and no contract, and inserts one row a request by a statement of its own.
 */
const [databaseUrl = '', connections = '10'] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: databaseUrl, max: Number(connections) })
await pool.query(
  `create table if not exists bench_pushes
     (event_id text primary key, body bytea not null, headers jsonb not null, received_at timestamptz not null)`,
)

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    void keep(Buffer.concat(chunks), request.headers).then((status) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end('{"received":true}')
    })
  })
})

async function keep(body: Buffer, headers: object): Promise<number> {
  try {
    const { timestamp, payload } = JSON.parse(body.toString('utf8')) as { timestamp: string; payload: string }
    await pool.query({
      name: 'keep',
      text: 'insert into bench_pushes values (md5($1), $2, $3, now()) on conflict do nothing',
      values: [`${timestamp}${payload}`, body, JSON.stringify(headers)],
    })
    return 200
  } catch {
    return 500
  }
}

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify(server.address())}\n`)
})

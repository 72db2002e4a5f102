import pg from 'pg'

/** Runs a file of statements in one transaction, outside the pool: seeds need many statements in one text. */
export async function runScript(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`begin;\n${text}\ncommit;`)
  } finally {
    await client.end()
  }
}

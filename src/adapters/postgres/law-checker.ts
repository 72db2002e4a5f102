import pg from 'pg'
import { laws } from './laws.ts'

export interface Finding {
  law: string
  sentence: string
  violations: number
  examples: string[]
}

const EXAMPLES = 5

/** Runs every law in one repeatable snapshot, so that the laws speak of the same instant. */
export async function checkLaws(databaseUrl: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'waybill-verify' })
  await client.connect()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const findings: Finding[] = []
    for (const { law, sentence, violations } of laws) {
      const { rows } = await client.query<{ subject: string }>(violations)
      findings.push({
        law,
        sentence,
        violations: rows.length,
        examples: rows.slice(0, EXAMPLES).map((row) => row.subject),
      })
    }
    await client.query('commit')
    return findings
  } finally {
    await client.end()
  }
}

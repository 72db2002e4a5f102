import { checkLaws } from '../../bootstrap/check-laws.ts'
import type { Config } from '../../bootstrap/config.ts'
import { withDatabase } from '../../bootstrap/database-at-hand.ts'
import { schemaMissing } from '../../bootstrap/prepare-database.ts'

/** True when every law holds. Refuses a database without the tables that the laws are about. */
export async function verifyLaws(
  config: Config,
  options: { json: boolean; print: (line: string) => void },
): Promise<boolean> {
  const findings = await withDatabase(config, checkLaws).catch(refuseWithoutTables)
  for (const { law, sentence, violations, examples } of findings) {
    if (options.json) options.print(JSON.stringify({ law, sentence, violations, examples }))
    else if (violations > 0)
      options.print(`✗ ${law}  ${sentence}\n     ${violations} broken, such as ${examples.join(', ')}`)
    else options.print(`✓ ${law}  ${sentence}`)
  }
  const broken = findings.filter(({ violations }) => violations > 0)
  if (!options.json) {
    options.print(
      broken.length === 0
        ? `\nAll ${findings.length} laws hold.`
        : `\n${broken.length} of ${findings.length} laws are broken.`,
    )
  }
  return broken.length === 0
}

function refuseWithoutTables(error: unknown): never {
  const { code } = error as { code?: string }
  // No such table, or no such column.
  if (code !== '42P01' && code !== '42703') throw error
  throw schemaMissing()
}

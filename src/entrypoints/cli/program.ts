import { Command } from 'commander'
import { Refusal } from '../../domain/shared/refusal.ts'
import { ConfigUnusable, readConfig } from '../bootstrap/config.ts'
import { DatabaseUnusable } from '../bootstrap/prepare-database.ts'
import { ApiRefused } from './api-client.ts'
import { demo } from './commands/demo.ts'
import { createKey, listKeys, revokeKey } from './commands/manage-api-keys.ts'
import { migrateDatabase } from './commands/migrate-database.ts'
import { verifyLaws } from './commands/verify-laws.ts'
import { addCourierCommands } from './courier-commands.ts'
import { OrderFileUnusable } from './order-file.ts'
import { startOwnPlatform } from './own-platform.ts'
import { UsageError } from './usage-error.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** `npm run waybill -- <command>`. Ends with 1 when the answer is no, with 2 when the question was wrong. */
export async function run(argv: readonly string[], environment: Environment): Promise<void> {
  const print = (line: string) => {
    process.stdout.write(`${line}\n`)
  }
  const config = () => readConfig(environment)
  const program = new Command('waybill').description('Waybill from the command line.').exitOverride()

  program
    .command('demo')
    .description('Walks one order from draft to provisioned over the HTTP API.')
    .option('--json', 'one JSON object a line', false)
    .option('--order <file>', 'an order as a customer would send it, as JSON')
    .action(async (options: { json: boolean; order?: string }) => {
      const isComplete = await demo({
        json: options.json,
        orderFile: options.order ?? null,
        startOwn: () => startOwnPlatform(),
        dataDir: config().dataDir,
        print,
      })
      if (!isComplete) process.exitCode = 1
    })

  program
    .command('verify')
    .description('Recomputes every law over the live database; finds nothing when the books are right.')
    .option('--json', 'one JSON object a line', false)
    .action(async (options: { json: boolean }) => {
      if (!(await verifyLaws(config(), { ...options, print }))) process.exitCode = 1
    })

  program
    .command('migrate')
    .description('Brings the schema, the queues and the reference rows of DATABASE_URL up to date.')
    .action(() => migrateDatabase(config(), print))

  addCourierCommands(program, { config, print })

  const keys = program.command('keys').description('API keys.')
  keys
    .command('create <name>')
    .description('Makes a key and prints it once.')
    .option('--scopes <list>', 'permissions separated by commas, * for all', '*')
    .option('--days <count>', 'how long it is valid')
    .option('--live', 'a key for production', false)
    .action((name: string, options: { scopes: string; days?: string; live: boolean }) =>
      createKey(config(), { name, ...options, print }),
    )
  keys
    .command('list')
    .description('Lists keys by their prefix.')
    .action(() => listKeys(config(), print))
  keys
    .command('revoke <id>')
    .description('Ends a key at once (within ten seconds on running APIs).')
    .action((id: string) => revokeKey(config(), id, print))

  try {
    await program.parseAsync(argv)
  } catch (error) {
    process.exitCode = failureOf(error)
  }
}

// Of files and folders that were named on the command line.
const fileFaults = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'EACCES'])

function failureOf(error: unknown): number {
  const { code, exitCode } = error as { code?: string; exitCode?: number }
  // Commander has said its sentence already.
  if (code?.startsWith('commander.')) return exitCode === 0 ? 0 : 2
  const isExpected =
    error instanceof UsageError ||
    error instanceof ConfigUnusable ||
    error instanceof DatabaseUnusable ||
    error instanceof OrderFileUnusable ||
    error instanceof Refusal ||
    error instanceof ApiRefused ||
    (code !== undefined && fileFaults.has(code))
  process.stderr.write(
    `${error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
  )
  return isExpected && !(error instanceof ApiRefused) ? 2 : 1
}

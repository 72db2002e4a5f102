/** Every generated file of the repository: `npm run generate` writes them, with `--check` it compares. */
import { drawErd } from './draw-erd.ts'
import { drawLifecycles } from './draw-lifecycles.ts'
import { dumpSchema } from './dump-schema.ts'
import { generateTypes } from './generate-types.ts'
import { type GeneratedFile, runGenerators } from './generated-file.ts'
import { withMigratedDatabase } from './migrated-database.ts'
import { parseContract } from './parse-contract.ts'

const generators: [name: string, make: () => Promise<GeneratedFile[]>][] = [
  ['generate-types', async () => [await generateTypes()]],
  ['parse-contract', () => Promise.resolve([parseContract()])],
  ['draw-lifecycles', async () => [await drawLifecycles()]],
  [
    'dump-schema and draw-erd',
    () =>
      withMigratedDatabase(async (databaseUrl) => [
        await dumpSchema(databaseUrl),
        await drawErd(databaseUrl),
      ]),
  ],
]

await runGenerators(async () => {
  const files: GeneratedFile[] = []
  for (const [name, make] of generators) {
    try {
      files.push(...(await make()))
    } catch (error) {
      // One that cannot run must not hide that another is stale.
      process.exitCode = 1
      console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return files
})

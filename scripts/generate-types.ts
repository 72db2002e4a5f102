/** openapi.yaml → the types that handlers, presenters and web apps compile against. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { type GeneratedFile, repositoryRoot, runGenerators } from './generated-file.ts'

export async function generateTypes(): Promise<GeneratedFile> {
  const contract = path.join(repositoryRoot, 'openapi.yaml')
  if (!existsSync(contract)) throw new Error('openapi.yaml is missing: the types are generated from it.')

  const types = astToString(await openapiTS(pathToFileURL(contract), { silent: true }))
  return {
    file: 'src/entrypoints/api/contract/operations.gen.ts',
    text: `// Generated from openapi.yaml by \`npm run generate\`. Do not edit.\n\n${types}`,
  }
}

if (import.meta.main) await runGenerators(async () => [await generateTypes()])

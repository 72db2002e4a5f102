/** openapi.yaml → the same as JSON, under the hash of its text: the server reads it in a hundredth of the time. */
import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { type GeneratedFile, repositoryRoot, runGenerators } from './generated-file.ts'

export function parseContract(): GeneratedFile {
  const contract = path.join(repositoryRoot, 'openapi.yaml')
  if (!existsSync(contract)) throw new Error('openapi.yaml is missing: there is nothing to parse.')
  const text = readFileSync(contract, 'utf8')
  return {
    file: 'src/entrypoints/api/contract/contract.gen.json',
    text: `${JSON.stringify({ sha256: hash('sha256', text), document: parse(text) as unknown })}\n`,
  }
}

if (import.meta.main) await runGenerators(() => Promise.resolve([parseContract()]))

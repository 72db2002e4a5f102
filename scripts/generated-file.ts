/** How a generated file is written, and how it is checked fresh. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const repositoryRoot = path.resolve(import.meta.dirname, '..')

export interface GeneratedFile {
  /** Relative to the repository. */
  file: string
  text: string
}

/** Writes the file, or with `check` only compares. Answers the sentence to print when it is stale. */
export function settleGeneratedFile(
  generated: GeneratedFile,
  options: { check: boolean; root?: string },
): string | undefined {
  const target = path.join(options.root ?? repositoryRoot, generated.file)
  const present = existsSync(target) ? readFileSync(target, 'utf8') : undefined
  if (present === generated.text) return undefined

  if (options.check) {
    const difference = present === undefined ? 'It is missing.' : firstDifference(present, generated.text)
    return `${generated.file} is stale: run \`npm run generate\` and commit the result. ${difference}`
  }
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, generated.text)
  return undefined
}

function firstDifference(present: string, wanted: string): string {
  const has = present.split('\n')
  const wants = wanted.split('\n')
  const line = wants.findIndex((text, index) => text !== has[index])
  const at = line === -1 ? wants.length : line
  const beginning = (line: string | undefined) => (line ?? '').slice(0, 200)
  return `Line ${at + 1} is "${beginning(has[at])}" and should be "${beginning(wants[at])}".`
}

/** The main part of every generator: `node scripts/<name>.ts [--check]`. */
export async function runGenerators(make: () => Promise<GeneratedFile[]>): Promise<void> {
  const check = process.argv.includes('--check')
  let stale = false
  for (const generated of await make()) {
    const sentence = settleGeneratedFile(generated, { check })
    if (sentence === undefined) {
      console.log(`${generated.file} ${check ? 'is fresh' : 'written'}`)
    } else {
      stale = true
      console.error(sentence)
    }
  }
  if (stale) process.exitCode = 1
}

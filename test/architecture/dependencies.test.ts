import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { repositoryRoot } from '../../scripts/generated-file.ts'

type Manifest = Partial<
  Record<'dependencies' | 'optionalDependencies' | 'devDependencies', Record<string, string>>
>

const read = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8')

/** Rows of the tables: | `name` | reason |. */
const reasons = new Map(
  [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| (.+?) \|$/gm)].map(([, name, reason]) => [
    name,
    reason,
  ]),
)

describe('dependencies', () => {
  const manifest = JSON.parse(read('package.json')) as Manifest
  const names = [manifest.dependencies, manifest.optionalDependencies, manifest.devDependencies].flatMap(
    (group) => Object.keys(group ?? {}),
  )

  it('each have their reason in docs/dependencies.md, and nothing else does', () => {
    expect([...reasons.keys()]).to.have.members(names)
  })

  it('have reasons that say something', () => {
    expect(
      [...reasons].filter(([, reason]) => (reason ?? '').length < 20).map(([name]) => name),
    ).to.deep.equal([])
  })

  it('are pinned to one version', () => {
    const versions = Object.values(manifest.dependencies ?? {}).concat(
      Object.values(manifest.devDependencies ?? {}),
    )
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).to.deep.equal([])
  })
})

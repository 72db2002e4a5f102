import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { repositoryRoot } from '../../scripts/generated-file.ts'

/** A key counts whether it is set or shown commented out with its default. */
function keysIn(example: string): string[] {
  return [...example.matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]*)=/gm)].map(([, key]) => String(key))
}

describe('the configuration', () => {
  it('shows every key in .env.example, and no other', async () => {
    const { configKeys } = await import('../../src/entrypoints/bootstrap/setting-rules.ts')
    const example = readFileSync(path.join(repositoryRoot, '.env.example'), 'utf8')
    expect(keysIn(example)).to.have.members(configKeys)
  })

  it('is read from the example as a person reads it', () => {
    expect(keysIn('# The port.\nPORT=3000\n# LOG_LEVEL=info\n#SMTP_URL=\n')).to.deep.equal([
      'PORT',
      'LOG_LEVEL',
      'SMTP_URL',
    ])
  })
})

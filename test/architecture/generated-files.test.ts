import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { drawLifecycles } from '../../scripts/draw-lifecycles.ts'
import { generateTypes } from '../../scripts/generate-types.ts'
import { settleGeneratedFile } from '../../scripts/generated-file.ts'

// sql/schema.sql and docs/erd.md need a database: `npm run fresh`, a step of the gate, looks at those.
describe('generated files', function () {
  this.timeout(30_000)

  it('docs/lifecycles.md shows the machines as they are', async () => {
    expect(settleGeneratedFile(await drawLifecycles(), { check: true })).to.equal(undefined)
  })

  it('operations.gen.ts says what openapi.yaml says', async () => {
    expect(settleGeneratedFile(await generateTypes(), { check: true })).to.equal(undefined)
  })

  it('that are missing or stale are named, with the command that refreshes them', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'waybill-generated-'))
    try {
      const wanted = { file: 'drawn.md', text: 'one\ntwo\n' }
      expect(settleGeneratedFile(wanted, { check: true, root })).to.match(
        /drawn\.md is stale: run `npm run generate`.*missing/,
      )
      writeFileSync(path.join(root, 'drawn.md'), 'one\n2\n')
      expect(settleGeneratedFile(wanted, { check: true, root })).to.match(/Line 2 is "2" and should be "two"/)
      expect(settleGeneratedFile(wanted, { check: false, root })).to.equal(undefined)
      expect(readFileSync(path.join(root, 'drawn.md'), 'utf8')).to.equal(wanted.text)
      expect(settleGeneratedFile(wanted, { check: true, root })).to.equal(undefined)
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  })
})

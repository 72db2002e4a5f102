import { globSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { repositoryRoot } from '../../scripts/generated-file.ts'

/** The closed list: one word a feature, spelled the same in every layer. */
const features = [
  'companies',
  'contacts',
  'addresses',
  'imports',
  'pricing',
  'agreements',
  'orders',
  'billing',
  'fulfillment',
  'shipments',
  'returns',
  'automation',
  'legacy',
  'timeline',
  'jobs',
  'retarget',
  'notifications',
]

/** Folders beside the features that each layer may have. */
const layers: Record<string, string[]> = {
  'src/domain': ['shared'],
  'src/application': ['ports'],
}

const entrypoints = [
  'bootstrap',
  'api',
  'workers',
  'scheduler',
  'cli',
  'simulators',
  'console',
  'portal',
  'platform',
]

const vagueNames = /(^|[-.])(utils?|helpers?|common|managers?|misc)([-.]|$)|^types\.tsx?$|^index\.tsx?$/

/** Words that say nothing about what is inside, and barrels. */
function vague(files: string[]): string[] {
  return files.filter((file) => file.split('/').some((part) => vagueNames.test(part)))
}

function notKebab(files: string[]): string[] {
  return files.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(ts|tsx)$/.test(path.basename(file)))
}

const sources = () => globSync('{src,test,scripts,bench}/**/*.{ts,tsx}', { cwd: repositoryRoot })

describe('names', () => {
  for (const [layer, beside] of Object.entries(layers)) {
    it(`of folders in ${layer} are features of the list`, () => {
      const folder = path.join(repositoryRoot, layer)
      const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
      expect([...features, ...beside]).to.include.members(folders.map(({ name }) => name))
    })
  }

  it('of entrypoints are the processes we have', () => {
    const folders = readdirSync(path.join(repositoryRoot, 'src/entrypoints'))
    expect(entrypoints).to.include.members(folders)
  })

  it('say what a file is about', () => {
    expect(vague(sources())).to.deep.equal([])
  })

  it('are kebab-case', () => {
    expect(notKebab(sources())).to.deep.equal([])
  })

  it('that are vague would be seen', () => {
    const planted = [
      'src/a/utils.ts',
      'src/utils/a.ts',
      'src/order-helpers.ts',
      'src/b/types.ts',
      'src/b/index.ts',
    ]
    expect(vague([...planted, 'src/order-manager.ts', 'src/common/a.ts'])).to.have.length(7)
    expect(vague(['src/domain/orders/order-events.ts', 'src/payment-types.ts'])).to.deep.equal([])
    expect(notKebab(['src/OrderStore.ts', 'src/order_store.ts', 'src/order-store.ts'])).to.have.length(2)
  })
})

import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect } from 'chai'
import { repositoryRoot } from '../../scripts/generated-file.ts'
import { aPlantedTree, type PlantedTree } from './planted-tree.ts'

const configFile = '.dependency-cruiser.cjs'
const config = createRequire(import.meta.url)(path.join(repositoryRoot, configFile)) as {
  forbidden: { name: string }[]
}

/** One file for every rule; what it imports is what the rule forbids. */
const violations: Record<string, [file: string, text: string]> = {
  'domain-is-pure': [
    'src/domain/orders/planted-node.ts',
    `import type { Stats } from 'node:fs'\nexport type A = Stats\n`,
  ],
  'domain-features-never-meet': [
    'src/domain/orders/planted-neighbour.ts',
    `import type { Invoice } from '../billing/invoice.ts'\nexport type A = Invoice\n`,
  ],
  'ports-speak-domain': [
    'src/application/ports/planted-client.ts',
    `import type Stripe from 'stripe'\nexport type A = Stripe\n`,
  ],
  'ports-hold-no-code': [
    'src/application/ports/planted-value.ts',
    `import { order } from '../../domain/orders/order.ts'\nexport const a = order\n`,
  ],
  'use-cases-see-domain-and-ports': [
    'src/application/orders/planted-sql.ts',
    `import { sql } from 'slonik'\nexport const a = sql\n`,
  ],
  'use-cases-never-meet': [
    'src/application/orders/planted-use-case.ts',
    `import { issueInvoice } from '../billing/issue-invoice.ts'\nexport const a = issueInvoice\n`,
  ],
  'application-tables-see-application': [
    'src/application/planted-table.ts',
    `import { Ajv } from 'ajv'\nexport const a = Ajv\n`,
  ],
  'only-tables-list-features': [
    'src/application/planted-bridge.ts',
    `import { issueInvoice } from './billing/issue-invoice.ts'\nexport const a = issueInvoice\n`,
  ],
  'adapters-serve-ports': [
    'src/adapters/stripe/planted-use-case.ts',
    `import { sendCheckout } from '../../application/orders/send-checkout.ts'\nexport const a = sendCheckout\n`,
  ],
  'adapters-never-meet': [
    'src/adapters/stripe/planted-sibling.ts',
    `import { orderStore } from '../postgres/order-store.ts'\nexport const a = orderStore\n`,
  ],
  'adapters-are-named': ['src/adapters/mystery/planted.ts', `import Koa from 'koa'\nexport const a = Koa\n`],
  'vendors-stay-in-adapters': [
    'src/entrypoints/api/planted-vendor.ts',
    `import type { PgBoss } from 'pg-boss'\nexport type A = PgBoss\n`,
  ],
  'only-bootstrap-sees-adapters': [
    'src/entrypoints/workers/planted-adapter.ts',
    `import type { orderStore } from '../../adapters/postgres/order-store.ts'\nexport type A = typeof orderStore\n`,
  ],
  'entrypoints-decode-call-encode': [
    'src/entrypoints/workers/planted-neighbour.ts',
    `import { start } from '../api/main.ts'\nexport const a = start\n`,
  ],
  'bootstrap-starts-nothing': [
    'src/entrypoints/bootstrap/planted.ts',
    `import { start } from '../api/main.ts'\nexport const a = start\n`,
  ],
  'simulators-are-outsiders': [
    'src/entrypoints/simulators/stripe/planted.ts',
    `import { order } from '../../../domain/orders/order.ts'\nexport const a = order\n`,
  ],
  'screens-stand-alone': [
    'src/entrypoints/console/planted.ts',
    `import { order } from '../../domain/orders/order.ts'\nexport const a = order\n`,
  ],
  'platform-only-starts': [
    'src/entrypoints/platform/planted.ts',
    `import { order } from '../../domain/orders/order.ts'\nexport const a = order\n`,
  ],
  'src-ships-without-tests': [
    'src/entrypoints/cli/planted-test.ts',
    `import { anOrder } from '../../../test/support/an-order.ts'\nexport const a = anOrder\n`,
  ],
  'no-development-packages-in-src': [
    'src/entrypoints/cli/planted-development.ts',
    `import { expect } from 'chai'\nexport const a = expect\n`,
  ],
  'no-unresolvable': [
    'src/entrypoints/cli/planted-nowhere.ts',
    `import { a } from './nowhere.ts'\nexport const b = a\n`,
  ],
  'no-cycles': [
    'src/domain/pricing/chicken.ts',
    `import type { Egg } from './egg.ts'\nexport type Chicken = Egg[]\n`,
  ],
  'no-orphans': ['src/domain/pricing/lonely.ts', 'export const lonely = true\n'],
  ...Object.fromEntries(
    config.forbidden
      .map(({ name }) => /^adapter-(.+)-uses-its-own-library$/.exec(name))
      .filter((match) => match !== null)
      .map(([rule, adapter]) => [
        rule,
        [`src/adapters/${adapter}/planted-library.ts`, `import Koa from 'koa'\nexport const a = Koa\n`],
      ]),
  ),
}

/** What each layer is there to do; none of it may be objected to. */
const allowed: Record<string, string> = {
  'src/domain/shared/refusal.ts': 'export class Refusal extends Error {}\n',
  'src/domain/orders/order.ts': `import { Refusal } from '../shared/refusal.ts'\nimport { setup } from 'xstate'\nexport const order = [Refusal, setup]\n`,
  'src/domain/billing/invoice.ts': `import type { Refusal } from '../shared/refusal.ts'\nexport type Invoice = Refusal\n`,
  'src/domain/pricing/egg.ts': `import type { Chicken } from './chicken.ts'\nexport type Egg = Chicken | undefined\n`,
  'src/application/ports/payment-gateway.ts': `import type { order } from '../../domain/orders/order.ts'\nexport type PaymentGateway = typeof order\n`,
  'src/application/jobs.ts': `import type { Invoice } from '../domain/billing/invoice.ts'\nexport type Jobs = Invoice\n`,
  'src/application/found.ts': `import { Refusal } from '../domain/shared/refusal.ts'\nexport const found = Refusal\n`,
  'src/application/orders/send-checkout.ts': `import { found } from '../found.ts'\nimport { order } from '../../domain/orders/order.ts'\nimport type { PaymentGateway } from '../ports/payment-gateway.ts'\nimport type { Jobs } from '../jobs.ts'\nexport const sendCheckout = (a: PaymentGateway, b: Jobs) => [a, b, order, found]\n`,
  'src/application/billing/issue-invoice.ts': `import { Refusal } from '../../domain/shared/refusal.ts'\nexport const issueInvoice = Refusal\n`,
  'src/application/app.ts': `import type { sendCheckout } from './orders/send-checkout.ts'\nexport type App = { sendCheckout: typeof sendCheckout }\n`,
  'src/adapters/postgres/order-store.ts': `import { sql } from 'slonik'\nimport { randomUUID } from 'node:crypto'\nimport { order } from '../../domain/orders/order.ts'\nexport const orderStore = [sql, order, randomUUID]\n`,
  'src/adapters/stripe/stripe-gateway.ts': `import Stripe from 'stripe'\nimport type { PaymentGateway } from '../../application/ports/payment-gateway.ts'\nexport const gateway = (a: PaymentGateway) => [a, Stripe]\n`,
  'src/entrypoints/bootstrap/build-app.ts': `import { orderStore } from '../../adapters/postgres/order-store.ts'\nimport { sendCheckout } from '../../application/orders/send-checkout.ts'\nexport const buildApp = [orderStore, sendCheckout]\n`,
  'src/entrypoints/api/main.ts': `import Koa from 'koa'\nimport type { App } from '../../application/app.ts'\nimport { buildApp } from '../bootstrap/build-app.ts'\nexport const start = (a: App) => [a, Koa, buildApp]\n`,
  'src/entrypoints/simulators/stripe/server.ts': `import { createServer } from 'node:http'\nimport Koa from 'koa'\nimport Router from '@koa/router'\nexport const server = [createServer, Koa, Router]\n`,
  'src/entrypoints/platform/main.ts': `import { start } from '../api/main.ts'\nimport { server } from '../simulators/stripe/server.ts'\nexport const all = [start, server]\n`,
  'test/support/an-order.ts': 'export const anOrder = 1\n',
}

interface Violation {
  from: string
  rule: { name: string }
}

async function violationsIn(root: string): Promise<Violation[]> {
  const output = await new Promise<string>((resolve, reject) => {
    execFile(
      path.join(repositoryRoot, 'node_modules/.bin/depcruise'),
      ['--config', configFile, '--output-type', 'json', 'src'],
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        // It exits with the number of violations, which is no failure here.
        if (stdout.startsWith('{')) resolve(stdout)
        else reject(new Error(stderr || stdout || error?.message))
      },
    )
  })
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations
}

describe('the import rules', function () {
  this.timeout(60_000)
  let tree: PlantedTree
  let found: Violation[]

  before(async () => {
    tree = aPlantedTree([configFile])
    for (const [file, text] of Object.entries(allowed)) tree.plant(file, text)
    for (const [file, text] of Object.values(violations)) tree.plant(file, text)
    found = await violationsIn(tree.root)
  })
  after(() => tree.remove())

  it('are each tried by a planted violation', () => {
    expect(Object.keys(violations)).to.have.members(config.forbidden.map(({ name }) => name))
  })

  for (const [rule, [file]] of Object.entries(violations)) {
    it(`object to ${file} by ${rule}`, () => {
      expect(found.filter(({ from }) => from === file).map((violation) => violation.rule.name)).to.include(
        rule,
      )
    })
  }

  it('let every layer do its own work', () => {
    const objections = found.filter(({ from, rule }) => from in allowed && rule.name !== 'no-cycles')
    expect(objections.map(({ from, rule }) => `${from}: ${rule.name}`)).to.deep.equal([])
  })

  it('hold in the repository', async () => {
    const here = await violationsIn(repositoryRoot)
    expect(here.map(({ from, rule }) => `${from}: ${rule.name}`)).to.deep.equal([])
  })
})

import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect } from 'chai'
import { repositoryRoot } from '../../scripts/generated-file.ts'
import { aPlantedTree, type PlantedTree } from './planted-tree.ts'

const contract = (
  operationId: string,
  mediaType: string,
  security: string,
  permission = 'x-permission: orders:write',
) => `openapi: 3.1.0
info:
  title: Planted
  version: 1.0.0
  license: { name: Proprietary, identifier: LicenseRef-Proprietary }
servers: [{ url: 'http://localhost:3000' }]
components:
  securitySchemes:
    key: { type: http, scheme: bearer }
paths:
  /orders:
    get:
      operationId: listOrders
      x-permission: orders:read
      summary: List orders
      ${security}
      responses:
        '200': { description: The orders. }
        '409':
          description: We said no.
          content:
            ${mediaType}:
              schema:
                type: object
                properties: { type: { type: string }, title: { type: string }, status: { type: integer }, detail: { type: string }, instance: { type: string } }
    post:
      operationId: ${operationId}
      ${permission}
      summary: Make an order
      ${security}
      responses:
        '201': { description: The order. }
        '401':
          description: Who are you?
          content:
            application/problem+json:
              schema:
                type: object
                properties: { type: { type: string }, title: { type: string }, status: { type: integer }, detail: { type: string }, instance: { type: string } }
`

const secured = 'security: [{ key: [] }]'

describe('the lint of contract and migrations', function () {
  this.timeout(60_000)
  let tree: PlantedTree

  before(() => {
    tree = aPlantedTree(['redocly.yaml', '.squawk.toml'])
    tree.plant('good.yaml', contract('makeOrder', 'application/problem+json', secured))
    tree.plant('bare-error.yaml', contract('makeOrder', 'application/json', secured))
    tree.plant('twice.yaml', contract('listOrders', 'application/problem+json', secured))
    tree.plant('open.yaml', contract('makeOrder', 'application/problem+json', 'deprecated: false'))
    tree.plant('anyone.yaml', contract('makeOrder', 'application/problem+json', secured, 'deprecated: false'))
    tree.plant('good.sql', 'create table plants (id text primary key, position bigint not null);\n')
    tree.plant(
      'unsafe.sql',
      'alter table orders add column plant text not null;\nalter table orders drop column notes;\n',
    )
  })
  after(() => tree.remove())

  function run(tool: string, ...given: string[]): { status: number | null; said: string } {
    const { status, stdout, stderr } = spawnSync(
      path.join(repositoryRoot, 'node_modules/.bin', tool),
      given,
      {
        cwd: tree.root,
        encoding: 'utf8',
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      },
    )
    return { status, said: stdout + stderr }
  }

  const lintContract = (file: string) => run('redocly', 'lint', '--config', 'redocly.yaml', file)

  it('lets a contract pass that keeps the rules', () => {
    const { status, said } = lintContract('good.yaml')
    expect(said).to.include('valid')
    expect(status).to.equal(0)
  })

  for (const [what, file, rule] of [
    ['a refusal that is no problem document', 'bare-error.yaml', 'operation-4xx-problem-details-rfc7807'],
    ['two operations of one name', 'twice.yaml', 'operation-operationId-unique'],
    ['an operation that names no permission', 'anyone.yaml', 'operation-names-its-permission'],
    ['an operation that says nothing about security', 'open.yaml', 'security-defined'],
  ] as const) {
    it(`refuses ${what}`, () => {
      const { status, said } = lintContract(file)
      expect(said).to.include(rule)
      expect(status).to.equal(1)
    })
  }

  it('lets a safe migration pass', () => {
    expect(run('squawk', 'good.sql').status).to.equal(0)
  })

  it('refuses a migration that breaks or locks a live table', () => {
    const { status, said } = run('squawk', 'unsafe.sql')
    expect(said).to.include('adding-required-field').and.to.include('ban-drop-column')
    expect(status).to.equal(1)
  })
})

import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { parse } from 'yaml'
import { repositoryRoot } from '../../scripts/generated-file.ts'
import { refusalCodes } from '../../src/domain/shared/refusal.ts'

interface Contract {
  paths: Record<string, Record<string, { operationId?: string }>>
  components: { schemas: { Problem: { properties: { code: { enum?: string[] } } } } }
}

/** What the API answers when it did not refuse: a counterparty is away, or we have a defect. */
const codesBeyondRefusals = ['unavailable', 'internal_error']

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options']

function operationIdsOf(contract: Contract): string[] {
  return Object.values(contract.paths).flatMap((item) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([, operation]) => operation.operationId ?? 'an operation without an id'),
  )
}

function textOf(pattern: string): string {
  return globSync(pattern, { cwd: repositoryRoot })
    .map((file) => readFileSync(path.join(repositoryRoot, file), 'utf8'))
    .join('\n')
}

/** A key of a handlers object: `sendCheckout: …`, `async sendCheckout(…)`, or the shorthand `sendCheckout,`. */
function withoutHandler(operationIds: string[], handlers: string): string[] {
  return operationIds.filter((id) => !new RegExp(`^\\s+(?:async )?${id}\\s*(?:[:(]|,$)`, 'm').test(handlers))
}

function withoutMention(operationIds: string[], tests: string): string[] {
  return operationIds.filter((id) => !new RegExp(`\\b${id}\\b`).test(tests))
}

describe('the contract', () => {
  let contract: Contract

  before(() => {
    contract = parse(readFileSync(path.join(repositoryRoot, 'openapi.yaml'), 'utf8')) as Contract
  })

  it('has a handler for every operation', () => {
    expect(
      withoutHandler(operationIdsOf(contract), textOf('src/entrypoints/api/handlers/*.ts')),
    ).to.deep.equal([])
  })

  it('has an API test for every operation', () => {
    expect(withoutMention(operationIdsOf(contract), textOf('test/api/**/*.ts'))).to.deep.equal([])
  })

  it('names an operation once', () => {
    const ids = operationIdsOf(contract)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).to.deep.equal([])
  })

  it('lists exactly the codes that we refuse with', () => {
    const listed = contract.components.schemas.Problem.properties.code.enum ?? []
    expect(listed.filter((code) => !codesBeyondRefusals.includes(code))).to.have.members(
      Object.keys(refusalCodes),
    )
  })

  it('would be seen to lack a handler or a test', () => {
    const handlers = `export const orders = {\n  async sendCheckout(input) {},\n  cancelOrder: cancel,\n  getOrder,\n}\n`
    expect(withoutHandler(['sendCheckout', 'cancelOrder', 'getOrder', 'order'], handlers)).to.deep.equal([
      'order',
    ])
    expect(withoutMention(['getOrder', 'getOrders'], `it('getOrder')`)).to.deep.equal(['getOrders'])
  })
})

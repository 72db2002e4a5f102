import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { type AnyStateMachine, assign, setup } from 'xstate'
import { repositoryRoot } from '../../scripts/generated-file.ts'
import { edgesOf, type Lifecycle, loadLifecycles, statesOf } from '../../scripts/load-lifecycles.ts'

/** What would make a machine do something instead of answering; nobody runs it, so it would silently not happen. */
const doing = new Set([
  'actions',
  'invoke',
  'after',
  'always',
  'entry',
  'exit',
  'onDone',
  'states of a state',
])

function impurities(machine: AnyStateMachine): string[] {
  const found: string[] = []
  const walk = (value: unknown, at: string, insideState: boolean) => {
    if (Array.isArray(value)) value.forEach((item, index) => walk(item, `${at}[${index}]`, insideState))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (doing.has(key) && at !== '.states' && !at.endsWith('.on')) found.push(`${at}.${key}`)
        if (key === 'guard' && typeof inner === 'function') found.push(`${at}.guard has no name`)
        if (key === 'states' && insideState) found.push(`${at}.states are nested`)
        if (key !== 'context') walk(inner, `${at}.${key}`, insideState || key === 'states')
      }
    }
  }
  walk(machine.config, '', false)
  const { actions, actors, delays } = machine.implementations
  for (const [kind, given] of Object.entries({ actions, actors, delays })) {
    for (const name of Object.keys(given)) found.push(`${kind}.${name}`)
  }
  return found
}

/** The values that a table's CHECK lets its status column have, as the catalogue spells them. */
function statusesAllowedIn(schema: string, table: string): string[] | undefined {
  const body = new RegExp(`^create table ${table} \\(\\n([\\s\\S]*?)^\\)`, 'm').exec(schema)?.[1]
  const check =
    body && /^ +constraint \w+ CHECK \(\(status = ANY \(ARRAY\[([^\]]*)\]\)\)\),?$/m.exec(body)?.[1]
  return check === undefined || check === ''
    ? undefined
    : [...check.matchAll(/'([^']*)'/g)].map(([, name]) => String(name))
}

const planted = setup({
  types: { context: {} as { n: number }, events: {} as { type: 'go' } },
  actions: { shout: () => undefined },
  delays: { soon: 10 },
}).createMachine({
  id: 'planted',
  context: { n: 0 },
  initial: 'a',
  states: {
    a: { entry: 'shout', on: { go: { target: 'b', actions: assign({ n: 1 }), guard: () => true } } },
    b: { exit: 'shout', after: { soon: 'c' }, always: 'c' },
    c: { initial: 'd', states: { d: {} } },
  },
})

describe('lifecycles', () => {
  let lifecycles: Lifecycle[]
  before(async () => {
    lifecycles = await loadLifecycles()
  })

  it('exist', () => {
    expect(lifecycles.map(({ machine }) => machine.id)).to.include.members(['order', 'invoice', 'shipment'])
  })

  it('only answer: no actions, timers, invocations or eventless moves', () => {
    expect(
      lifecycles.flatMap(({ file, machine }) => impurities(machine).map((what) => `${file} ${what}`)),
    ).to.deep.equal([])
  })

  it('that did something would be seen', () => {
    expect(impurities(planted)).to.include.members([
      '.states.a.entry',
      '.states.a.on.go.actions',
      '.states.a.on.go.guard has no name',
      '.states.b.exit',
      '.states.b.after',
      '.states.b.always',
      '.states.c.states are nested',
      'actions.shout',
      'delays.soon',
    ])
  })

  it('have moves in the imperative and states in snake_case', () => {
    const words = lifecycles.flatMap(({ machine }) => [
      ...statesOf(machine).map((state) => state.key),
      ...edgesOf(machine).map((edge) => edge.move),
    ])
    expect(words.filter((word) => !/^[a-z]+(_[a-z]+)*$/.test(word))).to.deep.equal([])
  })

  it('can reach every state', () => {
    const unreached = lifecycles.flatMap(({ machine }) => {
      const reached = new Set([
        machine.root.initial.target[0]?.key,
        ...edgesOf(machine).map((edge) => edge.to),
      ])
      return statesOf(machine)
        .filter((state) => !reached.has(state.key))
        .map((state) => `${machine.id}.${state.key}`)
    })
    expect(unreached).to.deep.equal([])
  })

  it('have exactly the states that their status column may hold', () => {
    const schema = readFileSync(path.join(repositoryRoot, 'sql/schema.sql'), 'utf8')
    const inCode = Object.fromEntries(
      lifecycles.map(({ machine }) => [
        `${machine.id}s`,
        statesOf(machine)
          .map((state) => state.key)
          .sort(),
      ]),
    )
    const inDatabase = Object.fromEntries(
      Object.keys(inCode).map((table) => [table, statusesAllowedIn(schema, table)?.sort()]),
    )
    expect(inDatabase).to.deep.equal(inCode)
  })

  it('are compared with the CHECK itself', () => {
    const schema = `create table plants (\n  status text not null,\n  constraint a CHECK (((status = ANY (ARRAY['seed'::text])) OR (leaves > 0))),\n  constraint c CHECK ((status = ANY (ARRAY['seed'::text, 'tree'::text])))\n);\n`
    expect(statusesAllowedIn(schema, 'plants')).to.deep.equal(['seed', 'tree'])
    expect(statusesAllowedIn(schema, 'animals')).to.equal(undefined)
  })
})

import path from 'node:path'
import { expect } from 'chai'
import { ESLint } from 'eslint'
import { aPlantedTree, type PlantedTree } from './planted-tree.ts'

/** What a file may not say, and the rule (and the word in its message) that must answer. */
const violations: [what: string, file: string, text: string, rule: string, message: RegExp][] = [
  ...['domain/orders', 'application/orders'].flatMap((folder): typeof violations => [
    ['process', `src/${folder}/p1.ts`, 'export const a = process.pid\n', 'no-restricted-globals', /Config/],
    [
      'fetch',
      `src/${folder}/p2.ts`,
      `export const a = () => fetch('http://a.test')\n`,
      'no-restricted-globals',
      /port/,
    ],
    [
      'setTimeout',
      `src/${folder}/p3.ts`,
      'export const a = setTimeout\n',
      'no-restricted-globals',
      /JobScheduler/,
    ],
    [
      'setInterval',
      `src/${folder}/p4.ts`,
      'export const a = setInterval\n',
      'no-restricted-globals',
      /JobScheduler/,
    ],
    [
      'setImmediate',
      `src/${folder}/p5.ts`,
      'export const a = setImmediate\n',
      'no-restricted-globals',
      /JobScheduler/,
    ],
    [
      'crypto',
      `src/${folder}/p6.ts`,
      'export const a = crypto.randomUUID()\n',
      'no-restricted-globals',
      /IdGenerator/,
    ],
    [
      'performance',
      `src/${folder}/p7.ts`,
      'export const a = performance.now()\n',
      'no-restricted-globals',
      /Clock/,
    ],
    [
      'Buffer',
      `src/${folder}/p8.ts`,
      `export const a = Buffer.from('a')\n`,
      'no-restricted-globals',
      /adapter/,
    ],
    ['console', `src/${folder}/p9.ts`, `console.log('a')\n`, 'no-restricted-globals', /logger/],
    [
      'queueMicrotask',
      `src/${folder}/p10.ts`,
      'export const a = queueMicrotask\n',
      'no-restricted-globals',
      /JobScheduler/,
    ],
    ['the present', `src/${folder}/p11.ts`, 'export const a = new Date()\n', 'no-restricted-syntax', /Clock/],
    [
      'the present as text',
      `src/${folder}/p12.ts`,
      'export const a = Date()\n',
      'no-restricted-syntax',
      /Clock/,
    ],
    ['Date.now', `src/${folder}/p13.ts`, 'export const a = Date.now()\n', 'no-restricted-syntax', /Clock/],
    [
      'Math.random',
      `src/${folder}/p14.ts`,
      'export const a = Math.random()\n',
      'no-restricted-syntax',
      /IdGenerator/,
    ],
    [
      'globalThis',
      `src/${folder}/p15.ts`,
      'export const a = globalThis.fetch\n',
      'no-restricted-syntax',
      /port/,
    ],
  ]),
  [
    'the environment outside config.ts',
    'src/entrypoints/api/environment.ts',
    `export const a = process.env['PORT']\n`,
    'no-restricted-syntax',
    /bootstrap\/config\.ts/,
  ],
  [
    'the environment by import',
    'src/adapters/postgres/environment.ts',
    `import { env } from 'node:process'\nexport const a = env\n`,
    'no-restricted-imports',
    /bootstrap\/config\.ts/,
  ],
  ['the console in a server', 'src/entrypoints/api/chatty.ts', `console.log('a')\n`, 'no-console', /console/],
  [
    'a promise that nobody awaits',
    'src/application/orders/floating.ts',
    'export function a(save: () => Promise<void>): void {\n  save()\n}\n',
    '@typescript-eslint/no-floating-promises',
    /Promise/,
  ],
  [
    'a switch that forgets a case',
    'src/domain/orders/forgetful.ts',
    `export function a(status: 'draft' | 'paid'): number {\n  switch (status) {\n    case 'draft':\n      return 1\n  }\n  return 0\n}\n`,
    '@typescript-eslint/switch-exhaustiveness-check',
    /paid/,
  ],
  [
    'an any that leaks',
    'src/adapters/stripe/leaky.ts',
    `export const a = (body: string): string => JSON.parse(body)\n`,
    '@typescript-eslint/no-unsafe-return',
    /any/,
  ],
  [
    'three hundred and one lines',
    'src/domain/orders/endless.ts',
    Array.from({ length: 301 }, (_, index) => `export const a${index} = ${index}\n`).join(''),
    'max-lines',
    /300/,
  ],
]

const allowed: [what: string, file: string, text: string][] = [
  [
    'a given moment',
    'src/domain/orders/fine.ts',
    'export const a = (at: Date) => new Date(at.getTime() + 1)\n',
  ],
  [
    'the environment in config.ts',
    'src/entrypoints/bootstrap/config.ts',
    `export const a = process.env['PORT']\n`,
  ],
  ['the console in the command line', 'src/entrypoints/cli/print.ts', `console.log('a')\n`],
  [
    'a number in a sentence',
    'src/domain/orders/sentence.ts',
    'export const a = (n: number) => `${n} units`\n',
  ],
]

describe('the lint rules', function () {
  this.timeout(120_000)
  let tree: PlantedTree
  const said = new Map<string, { rule: string | null; message: string }[]>()

  before(async () => {
    tree = aPlantedTree(['eslint.config.js'])
    for (const [, file, text] of [...violations, ...allowed]) tree.plant(file, text)
    for (const result of await new ESLint({ cwd: tree.root }).lintFiles(['src'])) {
      said.set(
        path.relative(tree.root, result.filePath),
        result.messages.map(({ ruleId, message }) => ({ rule: ruleId, message })),
      )
    }
  })
  after(() => tree.remove())

  for (const [what, file, , rule, message] of violations) {
    it(`refuse ${what} in ${path.dirname(file)}`, () => {
      const answers = said.get(file)?.filter((answer) => answer.rule === rule) ?? []
      expect(answers.map((answer) => answer.message).join('\n')).to.match(message)
    })
  }

  for (const [what, file] of allowed) {
    it(`let ${what} pass in ${path.dirname(file)}`, () => {
      expect(said.get(file)).to.deep.equal([])
    })
  }
})

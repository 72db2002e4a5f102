/** Every lifecycle of the domain → docs/lifecycles.md, as Mermaid state diagrams. */
import { type GeneratedFile, runGenerators } from './generated-file.ts'
import { edgesOf, type Lifecycle, loadLifecycles, statesOf } from './load-lifecycles.ts'

export async function drawLifecycles(root?: string): Promise<GeneratedFile> {
  const lifecycles = await loadLifecycles(root)
  if (lifecycles.length === 0) throw new Error('src/domain has no *-lifecycle.ts: there is nothing to draw.')

  const sections = lifecycles.map(section)
  return {
    file: 'docs/lifecycles.md',
    text: [
      '<!-- Generated from src/domain/*/*-lifecycle.ts by `npm run generate`. Do not edit. -->',
      '',
      '# Lifecycles',
      '',
      'An edge is a move that somebody may ask for; the name in brackets is the guard that must hold first.',
      '',
      ...sections,
    ].join('\n'),
  }
}

function section({ machine, feature, file }: Lifecycle): string {
  const first = String(machine.root.initial.target[0]?.key)
  const arrows = edgesOf(machine).map(
    ({ from, to, move, guard }) => `  ${from} --> ${to}: ${move}${guard === undefined ? '' : ` [${guard}]`}`,
  )
  const ends = statesOf(machine)
    .filter((state) => state.type === 'final')
    .map((state) => `  ${state.key} --> [*]`)
  const title = machine.id
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)

  return [
    `## ${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    '',
    `Feature ${feature}, \`${file}\`: ${statesOf(machine).length} states, ${arrows.length} moves.`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${first}`,
    ...arrows,
    ...ends,
    '```',
    '',
  ].join('\n')
}

if (import.meta.main) await runGenerators(async () => [await drawLifecycles()])

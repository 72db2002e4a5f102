/** Finds every lifecycle of the domain, and reads a machine without running it. */
import { globSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { repositoryRoot } from './generated-file.ts'

export interface Lifecycle {
  /** The feature folder, e.g. `orders`. */
  feature: string
  /** Relative to the repository. */
  file: string
  exportName: string
  machine: AnyStateMachine
}

export interface Edge {
  from: string
  to: string
  move: string
  guard: string | undefined
}

export async function loadLifecycles(root = repositoryRoot): Promise<Lifecycle[]> {
  const files = globSync('src/domain/*/*-lifecycle.ts', { cwd: root }).sort()
  const found = await Promise.all(
    files.map(async (file) => {
      const exported = (await import(pathToFileURL(path.join(root, file)).href)) as Record<string, unknown>
      const machines = Object.entries(exported).filter(([name]) => name.endsWith('Lifecycle'))
      if (machines.length === 0) throw new Error(`${file} exports no machine named …Lifecycle.`)
      return machines.map(([exportName, machine]) => ({
        feature: path.basename(path.dirname(file)),
        file,
        exportName,
        machine: machine as AnyStateMachine,
      }))
    }),
  )
  return found.flat()
}

export function statesOf(machine: AnyStateMachine): AnyStateNode[] {
  return Object.values(machine.root.states) as AnyStateNode[]
}

/** Every move of the machine; one without a target leads back to where it started. */
export function edgesOf(machine: AnyStateMachine): Edge[] {
  return [machine.root, ...statesOf(machine)].flatMap((state) =>
    [...state.transitions.values()].flat().flatMap((transition) =>
      (transition.target ?? [state]).map((target) => ({
        from: state === machine.root ? '*' : state.key,
        to: target.key,
        move: String(transition.eventType),
        guard: guardName(transition.guard),
      })),
    ),
  )
}

function guardName(guard: unknown): string | undefined {
  if (guard === undefined) return undefined
  if (typeof guard === 'string') return guard
  if (typeof guard === 'object' && guard !== null && 'type' in guard) return String(guard.type)
  if (typeof guard === 'function' && guard.name !== '') return guard.name
  return 'unnamed guard'
}

import {
  type AnyEventObject,
  type AnyStateMachine,
  type ContextFrom,
  type EventFrom,
  getNextTransitions,
  type StateValueFrom,
  transition,
} from 'xstate'
import { Refusal } from './refusal.ts'

/**
 * Where a move leads from a status, given the facts its guards read.
 * A move that is not possible refuses with the moves that are: XState itself would keep silent.
 */
export function nextStatus<M extends AnyStateMachine>(
  machine: M,
  status: StateValueFrom<M>,
  facts: ContextFrom<M>,
  move: EventFrom<M>,
): StateValueFrom<M> {
  const lifecycle: AnyStateMachine = machine
  const wanted: AnyEventObject = move
  const from = lifecycle.resolveState({ value: status, context: facts })
  if (!from.can(wanted)) {
    const guards = getNextTransitions(from)
      .filter((edge) => edge.eventType === wanted.type)
      .map((edge) => guardName(edge.guard))
    const state = String(status)
    throw new Refusal(
      'move_not_allowed',
      guards.length === 0
        ? `The ${lifecycle.id} is ${state} and cannot ${wanted.type}.`
        : `The ${lifecycle.id} is ${state} and cannot ${wanted.type} yet.`,
      {
        current: state,
        move: wanted.type,
        unmet: guards,
        allowed_moves: openMoves(machine, status, facts),
      },
    )
  }
  return transition(lifecycle, from, wanted)[0].value as StateValueFrom<M>
}

/** The moves that are possible now: what a screen may offer as buttons. */
export function openMoves<M extends AnyStateMachine>(
  machine: M,
  status: StateValueFrom<M>,
  facts: ContextFrom<M>,
): string[] {
  const lifecycle: AnyStateMachine = machine
  const from = lifecycle.resolveState({ value: status, context: facts })
  const types: string[] = getNextTransitions(from).map((edge) => String(edge.eventType))
  return [...new Set(types)].filter((type) => from.can({ type })).sort()
}

function guardName(guard: unknown): string {
  if (typeof guard === 'string') return guard
  if (typeof guard === 'object' && guard !== null && 'type' in guard) return String(guard.type)
  return 'condition'
}

import type { Actor } from '../../domain/shared/actor.ts'

/** What the layers of the server tell each other about one request. */
export interface RequestState {
  requestId: string
  /** The operation's name; null while no route has matched. */
  operation: string | null
  actor: Actor | null
  /** Code of the problem that was answered. */
  problem: string | null
}

import type { EventRelay } from '../ports/event-relay.ts'
import { reactionJobs } from '../reactions.ts'

const BATCH = 500

/** Moves everything in the outbox to the timeline, batch by batch; answers how many events were published. */
export function relayEvents(deps: { relay: EventRelay }) {
  return async (): Promise<number> => {
    let published = 0
    for (;;) {
      const moved = await deps.relay.moveBatch(BATCH, reactionJobs)
      published += moved
      if (moved < BATCH) return published
    }
  }
}

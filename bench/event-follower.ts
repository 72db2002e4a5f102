import type { BenchClient } from './client.ts'

const FOLLOW_MS = 25

interface Followed {
  seq: number
  event_type: string
  order_id: string | null
}

/** Follows the timeline as any consumer would, so that nobody has to ask about each order again and again. */
export interface EventFollower {
  /** Resolves once the order has had that many events of the type. */
  seen(orderId: string, type: string, count?: number): Promise<void>
  /** How often it has looked so far: each time is one statement that no order asked for. */
  looks(): number
  stop(): void
}

export async function followEvents(client: BenchClient, apiUrl: string): Promise<EventFollower> {
  const counts = new Map<string, number>()
  const waiting = new Map<string, { count: number; resolve: () => void }[]>()
  let after = 0
  const state = { isStopped: false, looks: 0 }

  async function read(): Promise<boolean> {
    state.looks += 1
    const page = await client.call<{ data: Followed[]; has_more: boolean }>(
      'listEvents',
      'GET',
      `${apiUrl}/v1/events?after_seq=${after}&limit=100`,
    )
    for (const { seq, event_type, order_id } of page.data) {
      after = seq
      if (order_id === null) continue
      const key = `${order_id} ${event_type}`
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      for (const waiter of waiting.get(key) ?? []) if (waiter.count <= count) waiter.resolve()
    }
    return page.has_more
  }

  while (await read());
  void (async () => {
    while (!state.isStopped) {
      const hasMore = await read().catch(() => false)
      if (!hasMore) await new Promise((resolve) => setTimeout(resolve, FOLLOW_MS))
    }
  })()

  return {
    seen(orderId, type, count = 1) {
      const key = `${orderId} ${type}`
      if ((counts.get(key) ?? 0) >= count) return Promise.resolve()
      return new Promise((resolve) => {
        waiting.set(key, [...(waiting.get(key) ?? []), { count, resolve }])
      })
    },
    looks: () => state.looks,
    stop() {
      state.isStopped = true
    },
  }
}

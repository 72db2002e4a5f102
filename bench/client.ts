import { randomUUID } from 'node:crypto'
import { Agent, request } from 'undici'

/** Milliseconds of every call, by operation. */
export class Timings {
  readonly #samples = new Map<string, number[]>()

  add(name: string, ms: number): void {
    const samples = this.#samples.get(name)
    if (samples === undefined) this.#samples.set(name, [ms])
    else samples.push(ms)
  }

  rows(): { name: string; count: number; p50: number; p95: number; p99: number }[] {
    return [...this.#samples].map(([name, samples]) => {
      const sorted = [...samples].sort((a, b) => a - b)
      const at = (share: number) =>
        sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
      return { name, count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
    })
  }
}

export interface BenchClient {
  call<T>(name: string, method: 'GET' | 'POST', url: string, body?: object): Promise<T>
  close(): Promise<void>
}

/** Keep-alive calls, timed; anything but a 2xx ends the run. */
export function createBenchClient(apiKey: string, timings: Timings, connections: number): BenchClient {
  const dispatcher = new Agent({ connections, pipelining: 1 })
  return {
    async call(name, method, url, body) {
      const startedAt = performance.now()
      const { statusCode, body: answer } = await request(url, {
        method,
        dispatcher,
        headers: {
          authorization: `Bearer ${apiKey}`,
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      timings.add(name, performance.now() - startedAt)
      if (statusCode >= 300) throw new Error(`${method} ${url} was answered ${statusCode}: ${text}`)
      return JSON.parse(text) as never
    },
    close: () => dispatcher.close(),
  }
}

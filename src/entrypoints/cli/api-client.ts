import { randomUUID } from 'node:crypto'

/** The API said no, or something else than expected. */
export class ApiRefused extends Error {
  readonly status: number
  readonly code: string

  constructor(method: string, path: string, status: number, body: unknown) {
    const problem = (body ?? {}) as {
      code?: string
      detail?: string
      errors?: { pointer: string; detail: string }[]
    }
    const faults = (problem.errors ?? []).map(({ pointer, detail }) => ` ${pointer} ${detail}.`).join('')
    super(`${method} ${path} was answered ${status} ${problem.code ?? ''}: ${problem.detail ?? ''}${faults}`)
    this.status = status
    this.code = problem.code ?? ''
  }
}

export interface ApiClient {
  get<T>(path: string): Promise<T>
  /** Posts under one idempotency key, again when the connection broke or the server was away. */
  post<T>(path: string, body: object): Promise<T>
  /** Changes the version that was read. */
  patch<T>(path: string, version: number, body: object): Promise<T>
}

const PATIENCE_MS = 30_000

/** A caller like any other: HTTP with an API key, patient with a server that is just coming back. */
export function createApiClient(options: { apiUrl: string; apiKey: string; patienceMs?: number }): ApiClient {
  const patienceMs = options.patienceMs ?? PATIENCE_MS

  async function call<T>(
    method: string,
    path: string,
    body: object | null,
    version: number | null = null,
  ): Promise<T> {
    const headers: Record<string, string> = { authorization: `Bearer ${options.apiKey}` }
    if (body !== null) {
      headers['content-type'] = 'application/json'
      headers['idempotency-key'] = randomUUID()
    }
    if (version !== null) headers['if-match'] = `"${version}"`
    const until = Date.now() + patienceMs
    for (;;) {
      try {
        const response = await fetch(`${options.apiUrl}${path}`, {
          method,
          headers,
          ...(body === null ? {} : { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(20_000),
        })
        const answer: unknown = await response.json()
        if (response.ok) return answer as T
        if (response.status !== 503 || Date.now() > until)
          throw new ApiRefused(method, path, response.status, answer)
      } catch (error) {
        if (error instanceof ApiRefused || Date.now() > until) throw error
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  return {
    get: (path) => call('GET', path, null),
    post: (path, body) => call('POST', path, body),
    patch: (path, version, body) => call('PATCH', path, body, version),
  }
}

/** Waits until a reading satisfies the condition; says what it waited for when it never does. */
export async function until<T>(
  what: string,
  read: () => Promise<T>,
  isDone: (value: T) => boolean,
  timeoutMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const value = await read()
    if (isDone(value)) return value
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs / 1000} s for ${what}, in vain.`)
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}

import { UsageError } from './usage-error.ts'

/** Calls a simulator's control; what it refuses is told in its own sentence. */
export async function askControl<T>(
  url: string,
  call: { method: 'GET' | 'POST' | 'PUT'; body?: object } = { method: 'GET' },
): Promise<T> {
  const response = await fetch(url, {
    method: call.method,
    headers: { 'content-type': 'application/json' },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    signal: AbortSignal.timeout(10_000),
  })
  const answer = (await response.json()) as T & { error?: string }
  if (!response.ok) throw new UsageError(answer.error ?? `${url} was answered ${response.status}.`)
  return answer
}

/** How a courier's simulator is asked about one parcel. */
export function parcelAt(simulatorUrl: string, trackingNumber: string): string {
  return `${simulatorUrl}/control/parcels/${encodeURIComponent(trackingNumber)}`
}

/** How often the courier's tracking API was asked about the parcel. */
export async function timesAsked(simulatorUrl: string, trackingNumber: string): Promise<number> {
  const { asked } = await askControl<{ asked: number }>(`${parcelAt(simulatorUrl, trackingNumber)}/answer`)
  return asked
}

import { randomUUID } from 'node:crypto'
import type { PlatformAccess } from './running-platform.ts'
import { UsageError } from './usage-error.ts'

/** Has the courier asked about a parcel; false where it is never asked. */
export async function askAboutParcel(
  { apiUrl, apiKey }: Pick<PlatformAccess, 'apiUrl' | 'apiKey'>,
  shipmentId: string,
): Promise<boolean> {
  const { ok, status } = await fetch(`${apiUrl}/v1/shipments/${shipmentId}/ask-courier`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'idempotency-key': randomUUID() },
    signal: AbortSignal.timeout(20_000),
  })
  if (ok) return true
  if (status === 409) return false
  throw new UsageError(`The courier cannot be asked about ${shipmentId}: the API answered ${status}.`)
}

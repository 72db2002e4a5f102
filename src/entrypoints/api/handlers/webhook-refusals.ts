import type { App } from '../../../application/app.ts'
import { Refusal } from '../../../domain/shared/refusal.ts'

/** Counts pushes that we refused: a rising count is a rotated secret, or somebody who tries. */
export async function countingRefusals<T>(app: App, provider: string, receive: () => Promise<T>): Promise<T> {
  try {
    return await receive()
  } catch (error) {
    // A path that names no courier of ours would make a label of the caller's choosing.
    if (error instanceof Refusal)
      app.telemetry.webhookRefused(error.code === 'not_found' ? 'unknown' : provider)
    throw error
  }
}

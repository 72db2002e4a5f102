import type { FaultBoard } from '../machinery/fault-board.ts'

/** Each `…Rate` is a probability per call or per attempt; each `…Next` strikes that many times, then stops. */
export const STRIPE_FAULTS = {
  apiLatencyMs: 'amount',
  apiServerErrorRate: 'rate',
  apiServerErrorNext: 'next',
  apiKeptServerErrorRate: 'rate',
  apiKeptServerErrorNext: 'next',
  apiTimeoutAfterWriteRate: 'rate',
  apiTimeoutAfterWriteNext: 'next',
  apiHangUpAfterWriteRate: 'rate',
  apiHangUpAfterWriteNext: 'next',
  apiTooManyRequestsRate: 'rate',
  apiTooManyRequestsNext: 'next',
  refundPendingRate: 'rate',
  refundPendingNext: 'next',
  webhookDuplicates: 'amount',
  webhookShuffleMs: 'amount',
  webhookDelayMs: 'amount',
  webhookDropRate: 'rate',
  webhookDropNext: 'next',
  webhookWrongSecretRate: 'rate',
  webhookWrongSecretNext: 'next',
  webhookChangedByteRate: 'rate',
  webhookChangedByteNext: 'next',
  webhookOldTimestampRate: 'rate',
  webhookOldTimestampNext: 'next',
  webhookFutureTimestampRate: 'rate',
  webhookFutureTimestampNext: 'next',
  webhookThinRate: 'rate',
  webhookThinNext: 'next',
  webhookApiVersion: 'text',
  webhookSecondSecret: 'text',
} as const

export type StripeFaults = FaultBoard<typeof STRIPE_FAULTS>

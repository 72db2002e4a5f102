import type { Table } from '../../machinery/table.ts'
import { API_FAULTS } from '../api-faults.ts'
import type { ParcelWorld } from '../parcel-world.ts'

export const DHL_FAULTS = {
  ...API_FAULTS,
  /** Milliseconds that must lie between two calls; the real key has 5,000. */
  ms_per_call: 'amount',
  daily_quota: 'amount',
  numeric_ids: 'flag',
  long_fractions: 'flag',
  no_zones: 'flag',
  several_shipments: 'flag',
  push_wrong_token_rate: 'rate',
  push_wrong_token_next: 'next',
  push_no_token_rate: 'rate',
  push_no_token_next: 'next',
  push_drop_rate: 'rate',
  push_drop_next: 'next',
  push_duplicates: 'amount',
  push_shuffle_ms: 'amount',
} as const

export interface DhlSubscription {
  id: string
  hook: { uri: string; authentication: { type: string; header: string; token: string } }
  shipmentIds: string[] | null
  secret: string
  expires: string
  status: 'validating' | 'ready'
}

export interface DhlWorld extends ParcelWorld<typeof DHL_FAULTS> {
  subscriptions: Table<DhlSubscription>
  apiKey: string
  lastCallAt: number
  day: { date: string; used: number }
}

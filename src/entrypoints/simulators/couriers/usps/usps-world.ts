import type { FaultBoard } from '../../machinery/fault-board.ts'
import type { Journal } from '../../machinery/journal.ts'
import type { PushQueue } from '../../machinery/push-queue.ts'
import type { Table } from '../../machinery/table.ts'
import { API_FAULTS } from '../api-faults.ts'
import type { NextAnswers } from '../next-answers.ts'
import type { Parcel, Scan } from './tracking-details.ts'

export const USPS_FAULTS = {
  ...API_FAULTS,
  hourly_quota: 'amount',
  token_life_s: 'amount',
  token_without_tracking_scope: 'flag',
  not_found_as_400: 'flag',
  null_times: 'flag',
  events_shuffled: 'flag',
  push_wrong_secret_rate: 'rate',
  push_wrong_secret_next: 'next',
  push_no_signature_rate: 'rate',
  push_no_signature_next: 'next',
  push_old_timestamp_rate: 'rate',
  push_old_timestamp_next: 'next',
  push_drop_rate: 'rate',
  push_drop_next: 'next',
  push_shuffle_ms: 'amount',
  push_duplicates: 'amount',
} as const

export interface Subscription {
  subscriptionId: string
  listenerURL: string
  secret: string
  adminNotification: { email: string }[]
  filterProperties: { MID?: string; trackingNumber?: string; trackingEventTypes: string[] }
  status: 'ENABLED' | 'DISABLED' | 'SUSPENDED'
  creationTimestamp: string
  statusChangeTimestamp: string
  revision: number
}

export interface PlannedScan {
  trackingNumber: string
  /** Without a time of its own it happens when it is told. */
  scan: Omit<Scan, 'id' | 'at'> & { at?: string }
  dueAt: number
}

export interface UspsWorld {
  journal: Journal
  faults: FaultBoard<typeof USPS_FAULTS>
  parcels: Table<Parcel>
  subscriptions: Table<Subscription>
  planned: Table<PlannedScan>
  pushes: PushQueue
  answers: NextAnswers
  credentials: { clientId: string; clientSecret: string }
  counts: { tokens: number; trackingCalls: number; numbersAsked: number; refused: number; scans: number }
  quota: { hour: number; used: number }
}

export const STANDING_SUBSCRIPTION = '10000001'

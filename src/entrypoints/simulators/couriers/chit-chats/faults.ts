import { API_FAULTS } from '../api-faults.ts'

/** What can go wrong here. */
export const CHIT_CHATS_FAULTS = {
  ...API_FAULTS,
  /** 2,000 at the real one. */
  calls_per_five_minutes: 'amount',
  bare_shipments: 'flag',
  no_carrier_code: 'flag',
} as const

import { API_FAULTS } from '../api-faults.ts'

/** What can go wrong here. */
export const CANADA_POST_FAULTS = {
  ...API_FAULTS,
  /** All calls are refused for so long after one too many. */
  throttled_ms: 'amount',
  calls_per_second: 'amount',
  messages_with_200: 'flag',
  prefixed_namespace: 'flag',
  old_namespace: 'flag',
  no_zones: 'flag',
  foreign_zones: 'flag',
  wrong_environment: 'flag',
} as const

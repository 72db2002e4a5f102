import { Refusal } from './refusal.ts'

/** Refuses a change based on an older version than the stored one (law C4). */
export function refuseStale(currentVersion: number, expectedVersion: number | null): void {
  if (expectedVersion !== null && currentVersion !== expectedVersion) {
    throw new Refusal(
      'version_stale',
      'This has changed since you read it. Read it again, then repeat your change.',
      {
        current_version: currentVersion,
        current_etag: `"${currentVersion}"`,
      },
    )
  }
}

import { Refusal } from '../domain/shared/refusal.ts'

/** The thing, or the refusal that there is none by that id. */
export function found<T>(thing: T | null, kind: string, id: string): T {
  if (thing === null) throw new Refusal('not_found', `There is no ${kind} ${id}.`)
  return thing
}

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

import { Refusal } from '../domain/shared/refusal.ts'

/** The thing, or the refusal that there is none by that id. */
export function found<T>(thing: T | null, kind: string, id: string): T {
  if (thing === null) throw new Refusal('not_found', `There is no ${kind} ${id}.`)
  return thing
}

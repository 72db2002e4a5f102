import { randomUUIDv7 } from 'node:crypto'
import type { IdGenerator } from '../../application/ports/id-generator.ts'
import { type Id, type IdKind, idPrefixes } from '../../domain/shared/ids.ts'
import { encodeUuid } from './base32.ts'

/** Ids made of the clock and chance: sortable by millisecond, never by event. */
export function createIdGenerator(): IdGenerator {
  return {
    make: <K extends IdKind>(kind: K) => `${idPrefixes[kind]}_${encodeUuid(randomUUIDv7())}` as Id<K>,
  }
}

import { randomUUIDv7 } from 'node:crypto'
import type { IdGenerator } from '../../application/ports/id-generator.ts'
import { type Id, type IdKind, idPrefixes } from '../../domain/shared/ids.ts'
import { encodeHex } from './crockford.ts'

/** Ids that sort by the millisecond in which they were made. */
export function createIdGenerator(): IdGenerator {
  return {
    make<K extends IdKind>(kind: K): Id<K> {
      return `${idPrefixes[kind]}_${encodeHex(randomUUIDv7().replaceAll('-', ''))}`
    },
  }
}

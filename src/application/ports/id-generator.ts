import type { Id, IdKind } from '../../domain/shared/ids.ts'

/** Makes ids: prefix and UUIDv7. Never sorts by time within a millisecond. */
export interface IdGenerator {
  make<K extends IdKind>(kind: K): Id<K>
}

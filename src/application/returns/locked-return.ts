import type { ReturnId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { LoadedReturn } from '../ports/return-store.ts'
import type { Store } from '../ports/unit-of-work.ts'

/** The return as it stands under the lock of its order, the first of the lock order. */
export async function lockedReturn(store: Store, returnId: ReturnId): Promise<LoadedReturn> {
  found(await store.returns.lockOrderOf(returnId), 'return', returnId)
  return found(await store.returns.get(returnId), 'return', returnId)
}

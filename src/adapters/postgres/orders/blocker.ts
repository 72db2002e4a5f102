import type { BlockerView } from '../../../application/ports/order-reader.ts'

/** Since when, about what, and the move that helps. */
export interface Circumstances {
  since: string | null
  related?: { type: string; id: string } | null
  help?: { move: string | null; operation_id: string; path: string }
}

/** One thing in the way, with what would help. */
export function blocker(
  code: BlockerView['code'],
  message: string,
  { since, related, help }: Circumstances,
): BlockerView {
  return {
    code,
    message,
    since,
    move: help?.move ?? null,
    operation_id: help?.operation_id ?? null,
    path: help?.path ?? null,
    related_type: related?.type ?? null,
    related_id: related?.id ?? null,
  }
}

import type { OrderStatus } from '../../../application/ports/order-reader.ts'
import { orderLifecycle } from '../../../domain/orders/order-lifecycle.ts'
import { openMoves } from '../../../domain/shared/lifecycle.ts'

export type MovesFor = (status: OrderStatus, hasShipped: boolean, isSettled: boolean) => string[]

/** Asking the machine costs more than reading the order; there are few answers. */
export function rememberedMoves(): MovesFor {
  const answers = new Map<string, string[]>()
  return (status, hasShippedUnits, hasEveryUnitSettled) => {
    const question = [status, hasShippedUnits, hasEveryUnitSettled].join()
    const known = answers.get(question)
    if (known !== undefined) return known
    const moves = openMoves(orderLifecycle, status, { hasShippedUnits, hasEveryUnitSettled })
    answers.set(question, moves)
    return moves
  }
}

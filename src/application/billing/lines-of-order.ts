import type { InvoiceLine } from '../../domain/billing/invoice-lines.ts'
import type { OrderItem } from '../../domain/orders/order.ts'
import type { IdGenerator } from '../ports/id-generator.ts'

/** The lines of an invoice that bills a whole order. */
export function linesOfOrder(items: readonly OrderItem[], ids: IdGenerator): InvoiceLine[] {
  return items.map((item) => ({
    id: ids.make('invoiceLine'),
    position: item.position,
    kind: 'item',
    orderItemId: item.id,
    description: item.description,
    quantity: item.quantity,
    unitAmountMinor: item.unitAmountMinor,
    amountMinor: item.amountMinor,
    taxName: null,
    taxRatePpm: null,
  }))
}

import type { BillingDocument } from '../../src/application/ports/document-renderer.ts'

/** An invoice of five lines to a company in Toronto; say what matters. */
export function aDocument(changes: Partial<BillingDocument> = {}): BillingDocument {
  const lines = changes.lines ?? someLines(5)
  const subtotalMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0)
  return {
    kind: 'invoice',
    language: 'en',
    number: 'INV-000123',
    correctsNumber: null,
    issuedOn: '2026-11-26',
    dueOn: '2026-12-26',
    orderNumber: 'ORD-000077',
    purchaseOrderRef: 'PO-7781',
    currency: 'CAD',
    billTo: {
      name: 'Northwind Cold Chain',
      contactName: 'Mira Okafor',
      email: 'mira@northwind.test',
      recipient: 'Northwind Cold Chain, Accounts payable',
      addressLines: ['120 Harbour Street', 'Toronto ON M5J 0A1'],
      country: 'CA',
    },
    lines,
    subtotalMinor,
    discounts: [],
    taxes: [],
    totalMinor: subtotalMinor,
    payments: [],
    creditedMinor: 0,
    ...changes,
  }
}

export function someLines(count: number, unitAmountMinor = 12_900): BillingDocument['lines'] {
  return Array.from({ length: count }, (_, index) => ({
    description: `Temperature sensor, batch ${index + 1}`,
    quantity: index + 1,
    unitAmountMinor,
    amountMinor: unitAmountMinor * (index + 1),
  }))
}

export const aSeller = {
  name: 'Waybill Sensors Inc.',
  addressLines: ['1 Example Street', 'Toronto ON M5J 0A1', 'Canada'],
  taxNumber: '12345 6789 RT0001',
}

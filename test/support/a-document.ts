import type { BillingDocument } from '../../src/application/ports/document-renderer.ts'

export const aSeller: BillingDocument['seller'] = {
  name: 'Waybill Sensors Inc.',
  addressLines: ['1 Example Street', 'Toronto ON M5J 0A1', 'Canada'],
  taxRegistrations: [{ name: null, number: '12345 6789 RT0001' }],
}

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
    reason: null,
    seller: aSeller,
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

/** A credit note over parts of the lines of an invoice. */
export function aCreditNote(changes: Partial<BillingDocument> = {}): BillingDocument {
  const parts = (changes.lines ?? someLines(3)).map((line) => ({
    ...line,
    quantity: null,
    unitAmountMinor: null,
  }))
  const totalMinor = parts.reduce((sum, part) => sum + part.amountMinor, 0)
  return aDocument({
    kind: 'credit_note',
    number: 'CN-000001',
    correctsNumber: 'INV-000123',
    dueOn: null,
    reason: 'Billed by mistake',
    subtotalMinor: totalMinor,
    totalMinor,
    ...changes,
    lines: parts,
  })
}

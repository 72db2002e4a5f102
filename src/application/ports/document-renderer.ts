export type DocumentKind = 'invoice' | 'credit_note' | 'receipt'

export type DocumentLanguage = 'en' | 'fr'

/** Amounts are minor units of the document's currency; dates are calendar days, `2026-11-26`. */
export interface DocumentLine {
  description: string
  /** Null on a credit note, which takes back parts of lines. */
  quantity: number | null
  unitAmountMinor: number | null
  amountMinor: number
}

export interface DocumentDiscount {
  description: string
  /** Negative. */
  amountMinor: number
}

export interface DocumentTax {
  /** As the tax office calls it. Null: just tax. */
  name: string | null
  /** In per cent, as it is to be read: `13`. */
  rate: string | null
  amountMinor: number
}

export interface DocumentPayment {
  receivedOn: string
  /** How it came: `stripe`, `bank_transfer`, `cheque`, or `manual` where nobody said. */
  method: string
  reference: string
  amountMinor: number
}

/** Who issues the document, in its language, as it was frozen with the invoice. */
export interface DocumentSeller {
  name: string
  addressLines: string[]
  /** Null name: just tax. */
  taxRegistrations: { name: string | null; number: string }[]
}

/** Whom the document is for, as it was frozen with the invoice. */
export interface DocumentParty {
  name: string
  contactName: string | null
  email: string | null
  recipient: string | null
  /** Street, then place; without the country. */
  addressLines: string[]
  /** ISO 3166-1, two letters. */
  country: string | null
}

/** All that a page says about money between us and a company. The renderer adds words. */
export interface BillingDocument {
  kind: DocumentKind
  language: DocumentLanguage
  number: string
  /** The invoice that a credit note corrects. */
  correctsNumber: string | null
  issuedOn: string
  dueOn: string | null
  orderNumber: string | null
  purchaseOrderRef: string | null
  currency: string
  /** Why a credit note was made; null for the others. */
  reason: string | null
  seller: DocumentSeller
  billTo: DocumentParty
  /** What the subtotal is the sum of: no discounts and no taxes. Of a credit note the total, with discount and tax. */
  lines: DocumentLine[]
  subtotalMinor: number
  discounts: DocumentDiscount[]
  /** Beside the subtotal; within the total of a credit note. */
  taxes: DocumentTax[]
  totalMinor: number
  payments: DocumentPayment[]
  /** What credit notes took off by the time of the document. */
  creditedMinor: number
}

export interface RenderedDocument {
  bytes: Uint8Array
  /** Of the bytes, in hexadecimal. */
  sha256: string
  templateVersion: number
}

/** Turns documents into PDF files. */
export interface DocumentRenderer {
  /**
   * A tagged PDF with its fonts inside. The same document gives the same bytes; another look is another template
   * version. Characters that the font lacks come out as empty boxes.
   */
  render(document: BillingDocument): Promise<RenderedDocument>
}

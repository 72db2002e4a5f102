/** Who sends parcels. */
export interface Sender {
  name: string
  /** Street, then place; without the country. */
  addressLines: readonly string[]
  /** ISO 3166-1, two letters. */
  country: string
}

export interface PackedItem {
  sku: string
  description: string
  quantity: number
  serials: string[]
  hsCode: string | null
  originCountry: string | null
}

/** All that a packing slip says besides who sends it. */
export interface PackingSlip {
  language: 'en' | 'fr'
  shipmentId: string
  orderNumber: string
  purchaseOrderRef: string | null
  /** The day on which the parcel was made, `2026-11-26`. */
  packedOn: string
  companyName: string
  recipient: string
  /** Street, then place; without the country. */
  addressLines: string[]
  country: string
  phone: string | null
  packageNumber: number
  packageCount: number
  courierName: string | null
  trackingNumber: string | null
  weightGrams: number | null
  lengthMm: number | null
  widthMm: number | null
  heightMm: number | null
  valueMinor: number | null
  valueCurrency: string | null
  contentsDescription: string | null
  contentsType: string | null
  incoterm: string | null
  items: PackedItem[]
}

/** Turns packing slips into PDF files. */
export interface PackingSlipRenderer {
  /** The same slip gives the same bytes. Customs see a summary when the parcel leaves the sender's country. */
  render(slip: PackingSlip): Promise<{ bytes: Uint8Array; sha256: string }>
}

/** Three-letter prefixes of every kind of id; the rest is a UUIDv7 in Crockford base32 (26 characters). */
export const idPrefixes = {
  address: 'adr',
  addressOverride: 'aov',
  apiKey: 'key',
  automationStep: 'stp',
  case: 'cas',
  checkoutSession: 'chk',
  company: 'com',
  companyMirror: 'cmr',
  contact: 'con',
  courierEvent: 'cev',
  creditNote: 'crn',
  creditNoteLine: 'cnl',
  device: 'dev',
  deviceAssignment: 'das',
  dispute: 'dsp',
  emailDelivery: 'eml',
  event: 'evt',
  fulfillmentHold: 'fhd',
  fulfillmentItem: 'fit',
  fulfillmentOrder: 'ful',
  import: 'imp',
  invoice: 'inv',
  invoiceLine: 'inl',
  job: 'job',
  legacyCall: 'lgc',
  manualTask: 'tsk',
  order: 'ord',
  orderItem: 'oit',
  paymentAllocation: 'pal',
  paymentAuditEntry: 'pae',
  paymentRecord: 'pay',
  priceAgreement: 'pag',
  priceAgreementChange: 'pah',
  priceAgreementLine: 'agl',
  priceBookEntry: 'pbe',
  priceDrift: 'drf',
  pricingResolution: 'prs',
  product: 'prd',
  reconciliation: 'rcn',
  reconciliationDifference: 'rcd',
  refund: 'rfn',
  replacement: 'rpl',
  return: 'ret',
  returnItem: 'rit',
  returnReceipt: 'rrc',
  returnShipment: 'rsh',
  shipment: 'shp',
  shipmentItem: 'sit',
  unappliedPayment: 'unp',
  webhookDelivery: 'whd',
  writeOff: 'wof',
} as const

export type IdKind = keyof typeof idPrefixes

/** An id that cannot be mistaken for another kind's. */
export type Id<K extends IdKind> = `${(typeof idPrefixes)[K]}_${string}`

export type AddressId = Id<'address'>
export type AddressOverrideId = Id<'addressOverride'>
export type AutomationStepId = Id<'automationStep'>
export type CaseId = Id<'case'>
export type CompanyId = Id<'company'>
export type CompanyMirrorId = Id<'companyMirror'>
export type ContactId = Id<'contact'>
export type CreditNoteId = Id<'creditNote'>
export type DeviceId = Id<'device'>
export type DisputeId = Id<'dispute'>
export type EmailDeliveryId = Id<'emailDelivery'>
export type FulfillmentHoldId = Id<'fulfillmentHold'>
export type FulfillmentItemId = Id<'fulfillmentItem'>
export type FulfillmentOrderId = Id<'fulfillmentOrder'>
export type ImportId = Id<'import'>
export type InvoiceId = Id<'invoice'>
export type InvoiceLineId = Id<'invoiceLine'>
export type OrderId = Id<'order'>
export type OrderItemId = Id<'orderItem'>
export type PaymentRecordId = Id<'paymentRecord'>
export type PriceAgreementId = Id<'priceAgreement'>
export type PriceAgreementLineId = Id<'priceAgreementLine'>
export type PriceBookEntryId = Id<'priceBookEntry'>
export type PriceDriftId = Id<'priceDrift'>
export type ProductId = Id<'product'>
export type RefundId = Id<'refund'>
export type ReconciliationId = Id<'reconciliation'>
export type ReplacementId = Id<'replacement'>
export type ReturnId = Id<'return'>
export type ReturnItemId = Id<'returnItem'>
export type ReturnShipmentId = Id<'returnShipment'>
export type ShipmentId = Id<'shipment'>
export type ShipmentItemId = Id<'shipmentItem'>
export type WebhookDeliveryId = Id<'webhookDelivery'>
export type WriteOffId = Id<'writeOff'>

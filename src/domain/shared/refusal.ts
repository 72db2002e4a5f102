/** Every way in which we say no, with the kind that decides how it is answered (docs/decisions/0003-failures.md). */
export const refusalCodes = {
  request_invalid: 'malformed',
  request_too_large: 'too_large',
  unauthenticated: 'unauthenticated',
  permission_missing: 'forbidden',
  not_found: 'not_found',
  route_not_found: 'not_found',
  method_not_allowed: 'not_allowed',
  media_type_not_supported: 'media_type',
  version_required: 'precondition_required',
  version_stale: 'stale',
  idempotency_key_missing: 'malformed',
  idempotency_key_reused: 'invalid',
  signature_invalid: 'malformed',
  webhook_signature_invalid: 'unauthenticated',
  move_not_allowed: 'conflict',
  already_exists: 'conflict',
  body_field_invalid: 'invalid',
  address_invalid: 'invalid',
  address_taken: 'conflict',
  company_archived: 'conflict',
  company_merged: 'conflict',
  company_merge_blocked: 'conflict',
  company_mirror_taken: 'conflict',
  contact_email_taken: 'conflict',
  contact_archived: 'conflict',
  contact_merged: 'conflict',
  import_header_wrong: 'invalid',
  import_malformed: 'invalid',
  import_too_long: 'invalid',
  import_running: 'conflict',
  currency_mismatch: 'conflict',
  price_not_found: 'invalid',
  price_not_synced: 'conflict',
  price_overlaps: 'conflict',
  price_changed: 'conflict',
  prices_expired: 'conflict',
  product_has_prices: 'conflict',
  sku_taken: 'conflict',
  sku_unknown: 'invalid',
  order_not_payable: 'conflict',
  checkout_refused: 'conflict',
  invoice_settled: 'conflict',
  invoice_frozen: 'conflict',
  document_not_available: 'conflict',
  billing_contact_missing: 'conflict',
  email_transport_missing: 'conflict',
  amount_exceeds_remaining: 'conflict',
  payment_of_other_company: 'conflict',
  payment_disputed: 'conflict',
  quantity_exceeds_remaining: 'conflict',
  fulfillment_on_hold: 'conflict',
  device_not_available: 'conflict',
  device_wrong_product: 'invalid',
  serials_missing: 'conflict',
  serials_exceed_quantity: 'invalid',
  tracking_missing: 'conflict',
  tracking_number_impossible: 'invalid',
  check_digit_mismatch: 'conflict',
  tracking_number_taken: 'conflict',
  courier_unknown: 'invalid',
  shipment_not_editable: 'conflict',
  destination_unknown: 'invalid',
  customs_missing: 'conflict',
} as const

export type RefusalCode = keyof typeof refusalCodes
export type RefusalKind = (typeof refusalCodes)[RefusalCode]

/** One fault of a request: a JSON pointer into the body (or `query/limit`, `header/if-match`) and what is wrong there. */
export interface Fault {
  pointer: string
  detail: string
}

/**
 * We said no. Logged at info, never retried, answered as a problem document.
 * `details` holds what the caller needs in order to act; `faults` point into the request.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: Readonly<Record<string, unknown>>
  readonly faults: readonly Fault[]

  constructor(
    code: RefusalCode,
    message: string,
    details: Record<string, unknown> = {},
    faults: readonly Fault[] = [],
  ) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.details = details
    this.faults = faults
  }

  get kind(): RefusalKind {
    return refusalCodes[this.code]
  }
}

import type { RefusalCode } from '../../domain/shared/refusal.ts'

/** A refusal's code, or what we answer when we did not refuse. */
export type ProblemCode = RefusalCode | 'unavailable' | 'internal_error'

export interface CatalogueEntry {
  title: string
  /** What it means and what the caller can do. */
  meaning: string
}

/** Every problem the API answers, as `/problems/<code>` explains it. A code without words does not compile. */
export const problemCatalogue: Readonly<Record<ProblemCode, CatalogueEntry>> = {
  request_invalid: {
    title: 'The request is invalid',
    meaning:
      'The request does not follow the contract. `errors` points to the place; correct it and send again.',
  },
  request_too_large: {
    title: 'Request too large',
    meaning: 'The body is larger than this operation accepts. Send fewer items per request.',
  },
  unauthenticated: {
    title: 'Not authenticated',
    meaning:
      'The API key is missing, mistyped, unknown, expired or revoked. Send `Authorization: Bearer <key>`.',
  },
  permission_missing: {
    title: 'Permission missing',
    meaning: 'The key is good but lacks the permission in `details.permission`. Use another key.',
  },
  not_found: {
    title: 'Not found',
    meaning: 'There is no such thing. The id may be mistyped or of another environment.',
  },
  route_not_found: {
    title: 'Route not found',
    meaning: 'No operation has this path. `/docs` lists them all.',
  },
  method_not_allowed: {
    title: 'Method not allowed',
    meaning: 'The path exists, the method does not. `Allow` names those that do.',
  },
  media_type_not_supported: {
    title: 'Media type not supported',
    meaning:
      'Bodies are `application/json`, files of imports `text/csv`; both in UTF-8 and without compression.',
  },
  version_required: {
    title: 'Version required',
    meaning: 'A change names the version it is based on. Send the `ETag` you read as `If-Match`.',
  },
  version_stale: {
    title: 'Version stale',
    meaning: 'Somebody changed it since you read it. Read it again, decide again, send the new `ETag`.',
  },
  idempotency_key_missing: {
    title: 'Idempotency key missing',
    meaning: 'This operation must not happen twice. Send an `Idempotency-Key` and repeat it on every retry.',
  },
  idempotency_key_reused: {
    title: 'Idempotency key reused',
    meaning: 'The key stands for another request of yours. Make a new one for every new intent.',
  },
  signature_invalid: {
    title: 'Signature invalid',
    meaning: 'The webhook signature does not match the body. Check the signing secret on both sides.',
  },
  webhook_signature_invalid: {
    title: 'Webhook signature invalid',
    meaning: 'The push is not signed with the secret we share with this courier, or it is too old.',
  },
  move_not_allowed: {
    title: 'Move not allowed',
    meaning:
      'The thing stands where this move is not possible. `details` names what is, and what is missing.',
  },
  already_exists: {
    title: 'Already exists',
    meaning: 'Something with this unique value is there already. Use it, or choose another value.',
  },
  body_field_invalid: {
    title: 'Body field invalid',
    meaning: 'The body is well formed, but a field cannot be meant. `errors` points to it.',
  },
  address_invalid: {
    title: 'Address invalid',
    meaning:
      'The rules of the country find faults; `errors` points to each. Correct them, or send `override` with a reason.',
  },
  address_taken: {
    title: 'Address taken',
    meaning: 'The company has a live address that says the same. Use that one.',
  },
  company_archived: {
    title: 'Company archived',
    meaning: 'The company takes nothing new. Restore it with `POST /v1/companies/{companyId}/restore` first.',
  },
  company_merged: {
    title: 'Company merged',
    meaning: 'The company was merged into another. Use the one in `details.merged_into_id`.',
  },
  company_merge_blocked: {
    title: 'Company merge blocked',
    meaning: 'The companies do not fit together yet. `details.blockers` says what to settle first.',
  },
  company_mirror_taken: {
    title: 'Company mirror taken',
    meaning: 'Another company wraps this legacy mirror already. Use that company.',
  },
  contact_email_taken: {
    title: 'Contact e-mail taken',
    meaning:
      'A contact of the company, in `details.contact_id`, has this e-mail address. Change or restore that one.',
  },
  contact_archived: {
    title: 'Contact archived',
    meaning: 'Who is archived is granted no role. Restore the contact first.',
  },
  contact_merged: {
    title: 'Contact merged',
    meaning: 'The contact was merged into the one in `details.merged_into_id`. Use that one.',
  },
  import_header_wrong: {
    title: 'Header of the file wrong',
    meaning:
      'The first line must name exactly the columns in `details.expected`, each once, in any order. Nothing was read.',
  },
  import_malformed: {
    title: 'File malformed',
    meaning: 'The file is no CSV in UTF-8; `details.line` says where. Nothing was kept.',
  },
  import_too_long: {
    title: 'File too long',
    meaning: 'The file has more rows than one import takes (`details.limit`). Divide it. Nothing was kept.',
  },
  import_running: {
    title: 'Another import runs',
    meaning: 'Files of one kind are taken one after another. Send this one again in some seconds.',
  },
  currency_mismatch: {
    title: 'Currency mismatch',
    meaning: 'The amounts are in different currencies and are never converted. `details` names both.',
  },
  price_not_found: {
    title: 'Price not found',
    meaning: 'The price book has no price for a line in this currency and region.',
  },
  price_not_synced: {
    title: 'Price not synced',
    meaning:
      'Stripe does not know a price yet. Syncing runs by itself; `details.lines` says which and since when.',
  },
  price_overlaps: {
    title: 'Price overlaps',
    meaning:
      'Another published price of the product, region, currency and tier is valid at the same time. Amend or close `details.price_book_entry_id`.',
  },
  price_changed: {
    title: 'Price changed',
    meaning:
      'A price is not what it was. `details.lines` has the old and the new side by side; `accept-prices` takes the new.',
  },
  prices_expired: {
    title: 'Prices expired',
    meaning: 'The prices of the draft no longer hold. Draft the order again.',
  },
  product_has_prices: {
    title: 'Product has prices',
    meaning:
      'Prices of the product are valid or to come. Close those in `details.price_book_entry_ids` first, and end or change the agreements in `details.price_agreement_ids`.',
  },
  sku_taken: {
    title: 'SKU taken',
    meaning: 'Another product has this SKU already. Archived products keep theirs.',
  },
  sku_unknown: {
    title: 'SKU unknown',
    meaning: 'No product has this SKU. `errors` names every line concerned.',
  },
  order_not_payable: {
    title: 'Order not payable',
    meaning: 'The order does not wait for money where it stands now.',
  },
  checkout_refused: {
    title: 'Checkout refused',
    meaning:
      'Stripe does not take the order as it is: its total is too small or too large, it has too many lines, and the like. `detail` has Stripe’s own sentence. A link that was out stays.',
  },
  payment_disputed: {
    title: 'Payment disputed',
    meaning:
      'The customer’s bank holds the money while it decides. Answer the dispute at Stripe; refund when it is closed.',
  },
  invoice_settled: {
    title: 'Invoice settled',
    meaning:
      'The invoice is paid or credited, wholly or in part, and cannot be voided. Correct it with a credit note; `details` says what settled it and what is left.',
  },
  invoice_frozen: {
    title: 'Invoice frozen',
    meaning: 'An issued invoice keeps its number, dates, lines and amounts. Void it, or write a credit note.',
  },
  document_not_available: {
    title: 'Document not available',
    meaning: 'A draft has no PDF until it is issued, and an invoice no receipt until something is paid.',
  },
  billing_contact_missing: {
    title: 'Billing contact missing',
    meaning:
      'The company has nobody to send bills to. Give a contact the role billing, or name an address in `to`.',
  },
  email_transport_missing: {
    title: 'E-mail transport missing',
    meaning: 'No mail server is configured. Whoever runs Waybill sets `SMTP_HOST` and `SMTP_FROM`.',
  },
  amount_exceeds_remaining: {
    title: 'Amount exceeds remaining',
    meaning:
      'More money was asked for than is left. `details` says what is left of the payment, and of each invoice concerned.',
  },
  payment_of_other_company: {
    title: 'Payment of another company',
    meaning: "A payment settles invoices of its own company only. `details` names the payment's company.",
  },
  quantity_exceeds_remaining: {
    title: 'Quantity exceeds remaining',
    meaning: 'More units were asked for than are left. `details.items` names what remains.',
  },
  fulfillment_on_hold: {
    title: 'Fulfilment order on hold',
    meaning:
      'Nothing may be packed, made ready, handed over or moved while a hold is open. Release those in `details.holds` first.',
  },
  device_not_available: {
    title: 'Device not available',
    meaning: 'A serial number is unknown, in another parcel, or with a company already.',
  },
  device_wrong_product: {
    title: 'Device of the wrong product',
    meaning: 'A serial number belongs to another product than the line asks for.',
  },
  serials_missing: {
    title: 'Serials missing',
    meaning: 'Every provisionable unit needs its device before the parcel may leave.',
  },
  serials_exceed_quantity: {
    title: 'Serials exceed quantity',
    meaning: 'More serial numbers were given than there are units.',
  },
  tracking_missing: {
    title: 'Tracking missing',
    meaning: 'The parcel needs a courier and a tracking number first.',
  },
  tracking_number_impossible: {
    title: 'Tracking number impossible',
    meaning: 'No format of the courier fits the number. `details.formats` says which were tried.',
  },
  check_digit_mismatch: {
    title: 'Check digit mismatch',
    meaning:
      'The number has a digit that does not fit the others, as a mistyped one does. Correct it, or say why it is right as `tracking_number_reason`.',
  },
  tracking_number_taken: {
    title: 'Tracking number taken',
    meaning:
      'Another draft or open parcel has this number, and what the courier tells of it reaches only one of the two. Correct it, or say why it is right as `tracking_number_reason`.',
  },
  courier_unknown: {
    title: 'Courier unknown',
    meaning: 'No enabled courier has this code. `GET /v1/couriers` lists them.',
  },
  shipment_not_editable: {
    title: 'Shipment not editable',
    meaning:
      'A parcel can be changed until hand-over, its courier, number and quantities in draft only. `details.current` says where it stands.',
  },
  destination_unknown: {
    title: 'Destination unknown',
    meaning:
      'The company has no such address in its book, or never had such a parcel. `errors` points to the one meant.',
  },
  customs_missing: {
    title: 'Customs declaration missing',
    meaning:
      'A parcel for another country needs weight, measures, value, description, type, incoterm, and a code and origin for each item. `details.missing` names what lacks.',
  },
  unavailable: {
    title: 'Unavailable',
    meaning:
      'Something we need did not answer. Nothing is lost: repeat the request after `Retry-After` seconds.',
  },
  internal_error: {
    title: 'Internal error',
    meaning: 'A defect on our side. Report the `request_id`; a retry with the same Idempotency-Key is safe.',
  },
}

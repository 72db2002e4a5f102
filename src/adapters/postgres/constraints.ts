import { IntegrityConstraintViolationError } from 'slonik'
import { companyArchived, companyMerged, timeZoneUnknown } from '../../domain/companies/company.ts'
import { Refusal } from '../../domain/shared/refusal.ts'

/** What a violated constraint means to the caller. A constraint that is not listed is a defect of ours. */
const meanings: Readonly<Record<string, (detail: string) => Refusal>> = {
  addresses_live: () => new Refusal('address_taken', "The company's book has this address already."),
  company_archived: companyArchived,
  company_merged: companyMerged,
  // A zone younger than the database's own list of them.
  companies_time_zone: timeZoneUnknown,
  companies_company_mirror_id_key: () =>
    new Refusal('company_mirror_taken', 'Another company wraps this mirror already.', {}, [
      { pointer: '/company_mirror_id', detail: 'is taken' },
    ]),
  contacts_email: () =>
    new Refusal('contact_email_taken', 'The company has a contact with this e-mail already.', {}, [
      { pointer: '/email', detail: 'is taken in this company' },
    ]),
  refunds_one_retry: () => new Refusal('already_exists', 'This refund has been tried again already.'),
  invoice_frozen: (invoiceId) =>
    new Refusal('invoice_frozen', 'The invoice is issued: what it says cannot change any more.', {
      invoice_id: invoiceId,
    }),
  invoices_one_of_order: () =>
    new Refusal('already_exists', 'The order is billed by another invoice already.'),
  products_sku_key: () =>
    new Refusal('sku_taken', 'Another product has this SKU already.', {}, [
      { pointer: '/sku', detail: 'is taken' },
    ]),
  price_book_entries_never_overlap: () =>
    new Refusal('price_overlaps', 'Another price of the same terms is valid at the same time.'),
  price_agreements_amends_id_key: () =>
    new Refusal('already_exists', 'This agreement has been amended already. Change the newer revision.'),
  couriers_pkey: () =>
    new Refusal('already_exists', 'Another courier has this code already.', {}, [
      { pointer: '/courier_code', detail: 'is taken' },
    ]),
  devices_serial_key: () =>
    new Refusal('already_exists', 'A device with one of these serials is registered already.'),
  shipment_items_within_fulfillment: () =>
    new Refusal('quantity_exceeds_remaining', 'Some items have fewer units left than were asked for.'),
  fulfillment_items_within_order: () =>
    new Refusal('quantity_exceeds_remaining', 'Some lines have fewer units left than were asked for.'),
  write_offs_within_shipment_item: () =>
    new Refusal('quantity_exceeds_remaining', 'The parcel has fewer units left than were written off.'),
  payment_allocations_one_currency: () =>
    new Refusal('currency_mismatch', 'The payment and the invoice are in different currencies.'),
  payment_allocations_within_invoice: () =>
    new Refusal('amount_exceeds_remaining', 'More was asked for than an invoice still owes.'),
  payment_allocations_within_payment: () =>
    new Refusal('amount_exceeds_remaining', 'More was asked for than is left of the payment.'),
  return_items_within_delivered: () =>
    new Refusal(
      'quantity_exceeds_remaining',
      'Some units have not arrived, are in returns already, or were written off.',
    ),
  return_devices_live: () => new Refusal('device_not_available', 'One of the devices is in another return.'),
  return_shipments_return_id_courier_code_tracking_number_key: () =>
    new Refusal('already_exists', 'The return has a parcel with this number already.'),
  case_links_pkey: () => new Refusal('already_exists', 'The record belongs to another case.'),
  shipment_devices_live: () =>
    new Refusal('device_not_available', 'One of the devices is in another parcel.'),
}

/** The refusal behind an integrity violation, or the error itself. */
export function refusalBehind(error: unknown): unknown {
  if (!(error instanceof IntegrityConstraintViolationError)) return error
  const constraint = constraintOf(error)
  const meaning = constraint === null ? undefined : meanings[constraint]
  return meaning === undefined ? error : meaning(detailOf(error))
}

/** What the database adds to a violation: our own triggers name there what the refusal must name. */
function detailOf(error: IntegrityConstraintViolationError): string {
  const { detail } = (error.cause ?? {}) as { detail?: unknown }
  return typeof detail === 'string' ? detail : ''
}

function constraintOf(error: IntegrityConstraintViolationError): string | null {
  if (typeof error.constraint === 'string') return error.constraint
  const cause = error.cause as { constraint?: unknown } | undefined
  return typeof cause?.constraint === 'string' ? cause.constraint : null
}

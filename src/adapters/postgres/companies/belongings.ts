/**
 * Every table whose `company_id` says to whom a row belongs, parents before their children: whoever adds a child
 * holds its parent, so a merge that has moved the parent finds the child. `outbox` and `domain_event` are not here:
 * they tell what happened, and to whom at the time. A test compares this with the schema.
 */
export const belongings: readonly { table: string; isVersioned: boolean }[] = [
  { table: 'contacts', isVersioned: true },
  { table: 'company_contact_roles', isVersioned: false },
  { table: 'addresses', isVersioned: true },
  { table: 'address_overrides', isVersioned: false },
  { table: 'price_agreements', isVersioned: true },
  { table: 'price_agreement_lines', isVersioned: false },
  { table: 'price_agreement_prices', isVersioned: false },
  { table: 'price_agreement_history', isVersioned: false },
  { table: 'orders', isVersioned: true },
  { table: 'order_items', isVersioned: false },
  { table: 'pricing_resolutions', isVersioned: false },
  { table: 'checkout_sessions', isVersioned: false },
  { table: 'fulfillment_orders', isVersioned: true },
  { table: 'fulfillment_items', isVersioned: false },
  { table: 'shipments', isVersioned: true },
  { table: 'shipment_items', isVersioned: false },
  { table: 'courier_events', isVersioned: false },
  { table: 'automation_steps', isVersioned: true },
  { table: 'device_assignments', isVersioned: false },
  { table: 'asset_mirrors', isVersioned: false },
  { table: 'invoices', isVersioned: true },
  { table: 'invoice_lines', isVersioned: false },
  { table: 'invoice_notices', isVersioned: false },
  { table: 'payment_records', isVersioned: false },
  { table: 'payment_allocations', isVersioned: false },
  { table: 'payment_audit_entries', isVersioned: false },
  { table: 'refunds', isVersioned: false },
  { table: 'disputes', isVersioned: false },
  { table: 'credit_notes', isVersioned: false },
  { table: 'credit_note_lines', isVersioned: false },
  { table: 'unapplied_payments', isVersioned: false },
  { table: 'manual_tasks', isVersioned: false },
]

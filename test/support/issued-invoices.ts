import pg from 'pg'
import { createIdGenerator } from '../../src/adapters/system/uuid-ids.ts'

const ids = createIdGenerator()

export interface WantedInvoice {
  companyId: string
  totalMinor: number
  currency?: string
  orderId?: string
}

/** An issued invoice of one line, numbered like any other, due in a month. */
export async function insertInvoice(databaseUrl: string, wanted: WantedInvoice): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await insertInvoiceBy(client, wanted)
  } finally {
    await client.end()
  }
}

/** The same over a connection that is there already. */
export async function insertInvoiceBy(client: pg.Client, wanted: WantedInvoice): Promise<string> {
  const id = ids.make('invoice')
  const { companyId, totalMinor, currency = 'USD', orderId = null } = wanted
  await client.query('begin')
  await client.query(
    `with numbered as (
       update invoice_series set last_number = last_number + 1 where series = 'INV' returning prefix, last_number
     )
     insert into invoices (id, series, number, sequence_number, company_id, order_id, kind, status, currency,
       subtotal_minor, total_minor, bill_to, seller, issued_on, due_on, issued_at, created_at, updated_at)
     select $1, 'INV', prefix || lpad(last_number::text, 6, '0'), last_number, $2, $3, 'manual', 'issued', $4,
       $5, $5, '{}', '{"name":"Waybill","name_fr":null,"address_lines":[],"tax_registrations":[]}',
       current_date, current_date + 30, now(), now(), now()
     from numbered`,
    [id, companyId, orderId, currency, totalMinor],
  )
  await client.query(
    `insert into invoice_lines
       (id, invoice_id, company_id, position, description, quantity, unit_amount_minor, amount_minor)
     values ($1, $2, $3, 1, 'Service', 1, $4, $4)`,
    [ids.make('invoiceLine'), id, companyId, totalMinor],
  )
  await client.query('commit')
  return id
}

/** Money, from Stripe where nobody says else, that waits in the inbox, of nobody unless a company is named. */
export async function insertInboxEntry(
  client: pg.Client,
  wanted: {
    companyId: string | null
    amountMinor: number
    currency?: string
    provider?: 'stripe' | 'manual'
  },
): Promise<{ entryId: string; paymentId: string }> {
  const [paymentId, entryId] = [ids.make('paymentRecord'), ids.make('unappliedPayment')]
  const { companyId, amountMinor, currency = 'USD', provider = 'stripe' } = wanted
  await client.query(
    `insert into payment_records
       (id, company_id, provider, provider_payment_id, amount_minor, currency, received_at, created_at)
     values ($1, $2, $6, $5, $3, $4, now(), now())`,
    [paymentId, companyId, amountMinor, currency, `pi_${paymentId}`, provider],
  )
  await client.query(
    `insert into unapplied_payments (id, payment_id, company_id, reason, suggestions, details, created_at)
     values ($1, $2, $3, 'order_unknown', '{link_to_order,hold_as_credit,refund}', '{}', now())`,
    [entryId, paymentId, companyId],
  )
  return { entryId, paymentId }
}

import { expect } from 'chai'
import pg from 'pg'
import { laws } from '../../../src/adapters/postgres/laws.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { builtInOrder } from '../../../src/entrypoints/cli/order-file.ts'
import { walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { prepareWorld, startTestPlatform } from '../../support/platform.ts'

const id = (kind: string) => `${kind}_7zzzzzzzzzzzzzzzzzzzzzzzzz`

/** A return of the parcel with two sensors, and what else is wrong about it. */
const aReturn = (n: number, status: string, quantity: number, received = 0) => `
  insert into returns
    (id, case_id, order_id, company_id, status, reason, return_address, approved_at, created_at, updated_at)
  select overlay('${id('ret')}' placing '${n}' from 29), '${id('cas')}', id, company_id, '${status}', 'other', '[]', now(),
    now(), now()
  from orders;
  insert into return_items
    (id, return_id, shipment_item_id, order_item_id, company_id, quantity, received_quantity)
  select overlay('${id('rit')}' placing '${n}' from 29), overlay('${id('ret')}' placing '${n}' from 29), i.id,
    i.order_item_id, i.company_id, ${quantity}, ${received}
  from shipment_items i
  join order_items o on o.id = i.order_item_id and o.is_provisionable
  where i.quantity = 2;`

interface Plant {
  law: string
  sentence: RegExp
  how: string
  sql: string
}

/** A credit note of one line over the order's invoice, with everything around it in order. */
function creditNote(
  wrong: { amount?: string; currency?: string; number?: string; tax?: number; sequence?: number } = {},
): string {
  const { amount = '1', tax = 0, sequence = 1 } = wrong
  const number = wrong.number ?? `CN-00000${String(sequence)}`
  const currency = wrong.currency === undefined ? 'currency' : `'${wrong.currency}'`
  return `
    insert into credit_notes (id, series, number, sequence_number, invoice_id, company_id, currency, tax_minor,
      total_minor, reason, bill_to, issued_on, issued_at)
    select '${id('crn')}', 'CN', '${number}', ${sequence}, id, company_id, ${currency}, ${tax}, ${amount}, 'x', '{}',
      now(), now()
    from invoices;
    insert into credit_note_lines
      (id, credit_note_id, company_id, position, invoice_line_id, description, amount_minor)
    select '${id('cnl')}', '${id('crn')}', company_id, 1, id, 'x', ${amount}
    from invoice_lines order by id limit 1;
    update payment_allocations set amount_minor = amount_minor - ${amount};
    update invoice_series set last_number = ${sequence} where series = 'CN'`
}

function refund(wanted: {
  suffix: string
  amount: number | string
  status: string
  origin?: string
  providerId?: string
  retryOf?: string
}): string {
  const quoted = (text: string | undefined) => (text === undefined ? 'null' : `'${text}'`)
  return `
    insert into refunds (id, payment_id, company_id, provider_refund_id, amount_minor, currency, status, origin,
      retry_of, created_at, updated_at)
    select '${id('rfn').slice(0, -1)}${wanted.suffix}', id, company_id, ${quoted(wanted.providerId)}, ${wanted.amount},
      currency, '${wanted.status}', '${wanted.origin ?? 'waybill'}', ${quoted(wanted.retryOf)}, now(), now()
    from payment_records`
}

function dispute(status: 'lost' | 'needs_response'): string {
  return `
    insert into disputes (id, payment_id, company_id, order_id, provider_dispute_id, amount_minor, currency, reason,
      status, created_at, updated_at, closed_at)
    select '${id('dsp')}', id, company_id, order_id, 'dp_planted', 1, currency, 'fraudulent', '${status}', now(), now(),
      ${status === 'lost' ? 'now()' : 'null'}
    from payment_records`
}

// One wrong each, on the books of one order that went all the way. What guards the tables is switched off.
const plants: readonly Plant[] = [
  {
    law: 'A1',
    sentence: /default addresses/,
    how: 'a default is archived behind the back of its company',
    sql: 'update addresses set archived_at = now() where id in (select default_shipping_address_id from companies)',
  },
  {
    law: 'A2',
    sentence: /override on record/,
    how: 'an address is overridden by nobody',
    sql: `update addresses set validation_status = 'overridden'`,
  },
  {
    law: 'D1',
    sentence: /wrapped by one company/,
    how: 'two companies wrap one mirror',
    sql: `
      alter table companies drop constraint companies_company_mirror_id_key;
      insert into companies (id, company_mirror_id, name, currency, created_at, updated_at)
      select '${id('com')}', company_mirror_id, 'Twin', currency, now(), now()
      from companies limit 1`,
  },
  {
    law: 'D2',
    sentence: /nothing belongs to a company that was merged/,
    how: 'a merged company keeps an address',
    sql: `
      insert into companies
        (id, company_mirror_id, name, currency, merged_at, merged_into_id, created_at, updated_at)
      select '${id('com')}', '${id('cmr')}', 'Trace', currency, now(), id, now(), now()
      from companies limit 1;
      update addresses set company_id = '${id('com')}' where id = 'adr_00000000000000000000000005'`,
  },
  {
    law: 'D3',
    sentence: /points to one that lives on/,
    how: 'a merged company points to another merged one',
    sql: `
      insert into companies
        (id, company_mirror_id, name, currency, merged_at, merged_into_id, created_at, updated_at)
      select '${id('com')}', '${id('cmr')}', 'Trace', currency, now(), id, now(), now()
      from companies limit 1;
      insert into companies
        (id, company_mirror_id, name, currency, merged_at, merged_into_id, created_at, updated_at)
      values ('${id('com').replace('7zz', '7zy')}', '${id('cmr').replace('7zz', '7zy')}', 'Trace of a trace', 'USD',
        now(), '${id('com')}', now(), now())`,
  },
  {
    law: 'Q1',
    sentence: /fulfilment items never exceed/,
    how: 'a second fulfilment order promises a unit again',
    sql: `
      insert into fulfillment_orders (id, order_id, company_id, status, created_at, updated_at)
      select '${id('ful')}', id, company_id, 'ready_to_prepare', now(), now() from orders;
      insert into fulfillment_items (id, fulfillment_order_id, order_item_id, company_id, quantity)
      select '${id('fit')}', '${id('ful')}', id, company_id, 1 from order_items limit 1`,
  },
  {
    law: 'Q1',
    sentence: /shipment items never exceed/,
    how: 'a third parcel holds a unit again',
    sql: `
      insert into shipments (id, fulfillment_order_id, order_id, company_id, status, address_snapshot, created_at, updated_at)
      select '${id('shp')}', id, order_id, company_id, 'draft', '{}', now(), now() from fulfillment_orders;
      insert into shipment_items (id, shipment_id, fulfillment_item_id, order_item_id, company_id, quantity)
      select '${id('sit')}', '${id('shp')}', id, order_item_id, company_id, 1 from fulfillment_items limit 1`,
  },
  {
    law: 'Q2',
    sentence: /belong to the order line/,
    how: 'a parcel row names another line',
    sql: `
      update shipment_items s set order_item_id = other.id
      from order_items mine, order_items other
      where s.id = (
          select min(i.id::text) from shipment_items i join order_items o on o.id = i.order_item_id and o.is_provisionable
        )
        and mine.id = s.order_item_id and other.order_id = mine.order_id and not other.is_provisionable`,
  },
  {
    law: 'Q2',
    sentence: /in one bucket/,
    how: 'an order is cancelled although its parcels arrived',
    sql: `update orders set status = 'cancelled', cancelled_at = now(), completed_at = null`,
  },
  {
    law: 'Q2',
    sentence: /only after they have left/,
    how: 'units of a cancelled parcel are written off',
    sql: `
      insert into shipments (id, fulfillment_order_id, order_id, company_id, status, address_snapshot, created_at, updated_at)
      select '${id('shp')}', id, order_id, company_id, 'cancelled', '{}', now(), now() from fulfillment_orders;
      insert into shipment_items (id, shipment_id, fulfillment_item_id, order_item_id, company_id, quantity)
      select '${id('sit')}', '${id('shp')}', i.id, i.order_item_id, i.company_id, 1
      from fulfillment_items i join order_items o on o.id = i.order_item_id and not o.is_provisionable limit 1;
      insert into write_offs
        (id, case_id, shipment_item_id, shipment_id, order_id, company_id, quantity, cause, written_off_by, written_off_at)
      select '${id('wof')}', '${id('cas')}', '${id('sit')}', '${id('shp')}', id, company_id, 1, 'lost', 'x', now()
      from orders`,
  },
  {
    law: 'Q2',
    sentence: /under way has units left/,
    how: 'a courier carries a parcel of which nothing is left',
    sql: `
      update shipments set status = 'in_transit' where id = (select min(id::text) from shipments);
      insert into write_offs
        (id, case_id, shipment_item_id, shipment_id, order_id, company_id, quantity, cause, written_off_by, written_off_at)
      select 'wof_' || substr(i.id, 5), '${id('cas')}', i.id, p.id, p.order_id, p.company_id, i.quantity, 'lost', 'x', now()
      from shipments p join shipment_items i on i.shipment_id = p.id where p.status = 'in_transit';
      insert into write_off_devices (write_off_id, device_id)
      select 'wof_' || substr(d.shipment_item_id, 5), d.device_id
      from shipment_devices d
      join shipment_items i on i.id = d.shipment_item_id
      join shipments p on p.id = i.shipment_id and p.status = 'in_transit'`,
  },
  {
    law: 'Q2',
    sentence: /its own fulfilment order/,
    how: 'a parcel holds units of a fulfilment order that was cancelled',
    sql: `
      insert into fulfillment_orders (id, order_id, company_id, status, cancelled_at, created_at, updated_at)
      select '${id('ful')}', id, company_id, 'cancelled', now(), now(), now() from orders;
      insert into fulfillment_items (id, fulfillment_order_id, order_item_id, company_id, quantity)
      select '${id('fit')}', '${id('ful')}', order_item_id, company_id, quantity from shipment_items limit 1;
      update shipment_items set fulfillment_item_id = '${id('fit')}'
      where id = (
        select min(s.id::text) from shipment_items s
        join fulfillment_items i on i.id = '${id('fit')}' and i.order_item_id = s.order_item_id
          and i.quantity >= s.quantity
      )`,
  },
  {
    law: 'Q6',
    sentence: /write-off of provisionable units/,
    how: 'a sensor was written off, and nobody said which',
    sql: `
      insert into write_offs
        (id, case_id, shipment_item_id, shipment_id, order_id, company_id, quantity, cause, written_off_by, written_off_at)
      select '${id('wof')}', '${id('cas')}', i.id, p.id, p.order_id, p.company_id, 1, 'lost', 'x', now()
      from shipments p
      join shipment_items i on i.shipment_id = p.id
      join order_items o on o.id = i.order_item_id and o.is_provisionable
      limit 1`,
  },
  {
    law: 'Q5',
    sentence: /never paid/,
    how: 'the payment time is gone',
    sql: 'update orders set paid_at = null',
  },
  {
    law: 'Q6',
    sentence: /device for every provisionable unit/,
    how: 'a delivered unit has no device',
    sql: `
      update shipment_devices set released_at = now()
      where device_id = (select min(device_id::text) from shipment_devices)`,
  },
  {
    law: 'Q6',
    sentence: /at most one open assignment/,
    how: 'a device is assigned twice',
    sql: `
      alter table device_assignments drop constraint device_assignments_never_overlap;
      insert into device_assignments (id, device_id, company_id, assigned_at)
      select '${id('das')}', device_id, company_id, now() from device_assignments limit 1`,
  },
  {
    law: 'S3',
    sentence: /fulfilment order's status/,
    how: 'a fulfilment order lags behind its parcels',
    sql: `update fulfillment_orders set status = 'in_transit'`,
  },
  {
    law: 'S3',
    sentence: /completed exactly when/,
    how: 'an order lags behind its parcels',
    sql: `update orders set status = 'in_fulfillment'`,
  },
  {
    law: 'U1',
    sentence: /never exceed those of their parcel/,
    how: 'three units of two come back',
    sql: aReturn(1, 'requested', 3),
  },
  {
    law: 'U1',
    sentence: /never exceed those of their parcel/,
    how: 'a unit that was written off comes back as well',
    sql: `
      insert into write_offs
        (id, case_id, shipment_item_id, shipment_id, order_id, company_id, quantity, cause, written_off_by, written_off_at)
      select '${id('wof')}', '${id('cas')}', i.id, p.id, p.order_id, p.company_id, 1, 'lost', 'x', now()
      from shipments p
      join shipment_items i on i.shipment_id = p.id and i.quantity = 2
      join order_items o on o.id = i.order_item_id and o.is_provisionable;
      insert into write_off_devices (write_off_id, device_id)
      select '${id('wof')}', min(device_id::text) from shipment_devices;
      ${aReturn(1, 'requested', 2)}`,
  },
  {
    law: 'U8',
    sentence: /back in stock only because/,
    how: 'a device that never came back is in stock',
    sql: 'update shipment_devices set restocked_at = now()',
  },
  {
    law: 'U7',
    sentence: /is of its company/,
    how: 'a write-off names a case that does not hold it',
    sql: `
      insert into cases (id, order_id, company_id, kind, status, created_at, updated_at)
      select '${id('cas')}', id, company_id, 'loss', 'open', now(), now() from orders;
      insert into write_offs
        (id, case_id, shipment_item_id, shipment_id, order_id, company_id, quantity, cause, written_off_by, written_off_at)
      select '${id('wof')}', '${id('cas')}', i.id, p.id, p.order_id, p.company_id, 1, 'lost', 'x', now()
      from shipments p
      join shipment_items i on i.shipment_id = p.id
      join order_items o on o.id = i.order_item_id and not o.is_provisionable
      limit 1`,
  },
  {
    law: 'U2',
    sentence: /its receipts say how much/,
    how: 'a unit came that no receipt knows',
    sql: aReturn(1, 'partially_received', 2, 1),
  },
  {
    law: 'U3',
    sentence: /in one live return/,
    how: 'two returns are for the same device',
    sql: `
      drop index return_devices_live;
      ${aReturn(1, 'approved', 1)}
      ${aReturn(2, 'approved', 1)}
      insert into return_devices (return_item_id, device_id, unit_number)
      select i.id, (select min(device_id::text) from shipment_devices), 1 from return_items i`,
  },
  {
    law: 'U4',
    sentence: /follows what came/,
    how: 'a return is called received and nothing came',
    sql: aReturn(1, 'received', 2),
  },
  {
    law: 'U5',
    sentence: /has left its company/,
    how: 'an un-assignment is done and the company has the device',
    sql: `
      insert into automation_steps
        (id, shipment_item_id, shipment_id, order_id, company_id, device_id, unit_number, scenario, payload, status,
          max_attempts, succeeded_at, created_at, updated_at)
      select '${id('stp')}', shipment_item_id, shipment_id, order_id, company_id, device_id, unit_number, 'sensor_return',
        '{}', 'succeeded', 3, now(), now(), now()
      from automation_steps limit 1`,
  },
  {
    law: 'U6',
    sentence: /shipped exactly when/,
    how: 'a replacement is called shipped and has no parcel',
    sql: `
      insert into replacements
        (id, case_id, order_id, company_id, return_id, status, shipment_item_id, product_id, is_advance, return_by,
          shipped_at, created_at, updated_at)
      select '${id('rpl')}', '${id('cas')}', p.order_id, p.company_id, '${id('ret')}', 'shipped', i.id, o.product_id,
        false, now(), now(), now(), now()
      from shipments p
      join shipment_items i on i.shipment_id = p.id
      join order_items o on o.id = i.order_item_id
      limit 1`,
  },
  {
    law: 'U7',
    sentence: /is of its company/,
    how: 'an invoice belongs to the case of another company',
    sql: `
      insert into cases (id, order_id, company_id, kind, status, created_at, updated_at)
      select '${id('cas')}', o.id, c.id, 'return', 'open', now(), now()
      from orders o
      join companies c on c.id <> o.company_id
      limit 1;
      insert into case_links (linked_type, linked_id, case_id, linked_at, linked_by)
      select 'invoice', id, '${id('cas')}', now(), 'key' from invoices`,
  },
  {
    law: 'M2',
    sentence: /sum of its lines/,
    how: 'an order is worth a cent more',
    sql: 'update orders set total_minor = total_minor + 1',
  },
  {
    law: 'M5',
    sentence: /sum of its lines, and its balance/,
    how: 'an invoice is worth a cent more than its lines',
    sql: 'update invoices set subtotal_minor = subtotal_minor + 1, discount_minor = 1',
  },
  {
    law: 'M6',
    sentence: /never exceeds what was received/,
    how: 'a refund gives back a cent more than came in',
    sql: `
      insert into refunds (id, payment_id, company_id, amount_minor, currency, status, origin, created_at, updated_at)
      select '${id('rfn')}', id, company_id, amount_minor + 1, currency, 'succeeded', 'waybill', now(), now()
      from payment_records`,
  },
  {
    law: 'M7',
    sentence: /own company and currency/,
    how: 'a payment in another currency settles the invoice',
    sql: `update payment_records set currency = 'CAD'`,
  },
  {
    law: 'M7',
    sentence: /own company and currency/,
    how: 'money of nobody settles an invoice',
    sql: 'update payment_records set company_id = null',
  },
  {
    law: 'M8',
    sentence: /money of a company/,
    how: 'money was held as the credit of nobody',
    sql: `
      insert into payment_records
        (id, company_id, provider, provider_payment_id, amount_minor, currency, received_at, created_at)
      values ('${id('pay')}', null, 'stripe', 'pi_of_nobody', 100, 'USD', now(), now());
      insert into unapplied_payments
        (id, payment_id, reason, suggestions, details, status, resolution, created_at, resolved_at)
      values ('${id('unp')}', '${id('pay')}', 'order_unknown', '{}', '{}', 'resolved', 'held_as_credit', now(), now())`,
  },
  {
    law: 'M5',
    sentence: /sum of its lines, and its balance/,
    how: 'more was allocated than an invoice is for',
    sql: `
      update payment_allocations set amount_minor = amount_minor + 1;
      update payment_records set amount_minor = amount_minor + 1;
      update invoices set status = 'partially_paid', paid_at = null`,
  },
  {
    law: 'M6',
    sentence: /never exceeds what was received/,
    how: 'a payment settles a cent more than it brought',
    sql: 'update payment_records set amount_minor = amount_minor - 1',
  },
  {
    law: 'M7',
    sentence: /currency of its payment/,
    how: 'a refund gives back another currency',
    sql: `
      insert into refunds (id, payment_id, company_id, amount_minor, currency, status, origin, created_at, updated_at)
      select '${id('rfn')}', id, company_id, 1, 'CAD', 'pending', 'waybill', now(), now()
      from payment_records`,
  },
  {
    law: 'I5',
    sentence: /exactly while it is/,
    how: 'nobody knows when an invoice was paid',
    sql: 'update invoices set paid_at = null',
  },
  {
    law: 'AG1',
    sentence: /one active revision/,
    how: 'two revisions of one number are active',
    sql: `
      drop index price_agreements_one_active;
      insert into price_agreements
        (id, number, revision, company_id, name, status, currency, valid_from, activated_at, created_at, updated_at)
      select '${id('pag')}', number, 2, company_id, name, status, currency, valid_from, activated_at, now(), now()
      from price_agreements where status = 'active';
      insert into price_agreement_lines
        (id, price_agreement_id, company_id, position, product_id, kind, amount_minor)
      select '${id('agl')}', '${id('pag')}', company_id, 1, product_id, 'amount', 1
      from price_agreement_lines limit 1`,
  },
  {
    law: 'AG2',
    sentence: /has lines/,
    how: 'an active agreement says nothing',
    sql: 'delete from price_agreement_lines',
  },
  {
    law: 'AG3',
    sentence: /come to its end/,
    how: 'an agreement expired before its time',
    sql: `update price_agreements set status = 'expired', ended_at = now() where status = 'active'`,
  },
  {
    law: 'W3',
    sentence: /waits in the inbox/,
    how: 'money belongs nowhere',
    sql: `
      insert into payment_records
        (id, company_id, provider, provider_payment_id, amount_minor, currency, received_at, created_at)
      values ('${id('pay')}', null, 'stripe', 'pi_lost', 100, 'USD', now() - interval '1 hour', now() - interval '1 hour')`,
  },
  {
    law: 'I2',
    sentence: /without a gap/,
    how: 'a number was taken and never used',
    sql: `update invoice_series set last_number = last_number + 1 where series = 'INV'`,
  },
  {
    law: 'C3',
    sentence: /beyond its share/,
    how: 'a cent more was credited of a line than it cost',
    sql: creditNote({ amount: '(select amount_minor + 1 from invoice_lines order by id limit 1)' }),
  },
  {
    law: 'C4',
    sentence: /refund for lines/,
    how: 'the lines of a refund come to less than the refund',
    sql: `${refund({ suffix: 'z', amount: 5, status: 'pending' })};
      insert into refund_lines (refund_id, invoice_line_id, amount_minor)
      select '${id('rfn')}', id, 4 from invoice_lines order by id limit 1`,
  },
  {
    law: 'C5',
    sentence: /in the currency of its invoice/,
    how: 'a credit note is in another currency',
    sql: creditNote({ currency: 'CAD' }),
  },
  {
    law: 'C5',
    sentence: /takes back no tax that it has not/,
    how: 'a credit note takes back tax of an invoice that has none',
    sql: creditNote({ tax: 1 }),
  },
  {
    law: 'I3',
    sentence: /series of credit notes/,
    how: 'a credit note has a number that somebody made up',
    sql: creditNote({ number: 'CN-X' }),
  },
  {
    law: 'I2',
    sentence: /without a gap/,
    how: 'the first credit note is gone',
    sql: creditNote({ sequence: 2 }),
  },
  {
    law: 'I6',
    sentence: /invoice of an order is for what its lines are worth/,
    how: 'an order is invoiced, and was paid, in another currency',
    sql: `update invoices set currency = 'CAD'; update payment_records set currency = 'CAD'`,
  },
  {
    law: 'M5',
    sentence: /sum of its lines, and its balance/,
    how: 'a line of an invoice costs a cent more than the invoice says',
    sql: `
      update invoice_lines set unit_amount_minor = unit_amount_minor + 1, amount_minor = amount_minor + quantity
      where id = (select min(id::text) from invoice_lines)`,
  },
  {
    law: 'M6',
    sentence: /never exceeds what was received/,
    how: 'more is on its way back than came in, in two refunds at once',
    sql: `${refund({ suffix: 'z', amount: 'amount_minor', status: 'requested' })};
      ${refund({ suffix: 'y', amount: 1, status: 'pending' })}`,
  },
  {
    law: 'M6',
    sentence: /is left of it/,
    how: 'money that has been sent back settles an invoice still',
    sql: refund({ suffix: 'z', amount: 1, status: 'succeeded' }),
  },
  {
    law: 'F1',
    sentence: /has had its task/,
    how: 'a refund failed and nobody was told',
    sql: refund({ suffix: 'z', amount: 1, status: 'failed' }),
  },
  {
    law: 'F2',
    sentence: /tries another again/,
    how: 'a refund that is under way was tried again',
    sql: `${refund({ suffix: 'z', amount: 1, status: 'pending' })};
      ${refund({ suffix: 'y', amount: 1, status: 'pending', retryOf: id('rfn') })}`,
  },
  {
    law: 'F3',
    sentence: /exactly when it was lost/,
    how: 'a dispute was lost and the money is still counted as ours',
    sql: dispute('lost'),
  },
  {
    law: 'F3',
    sentence: /exactly when it was lost/,
    how: 'a dispute counts as a refund before the bank has decided',
    sql: `${dispute('needs_response')};
      ${refund({ suffix: 'z', amount: 1, status: 'succeeded', origin: 'dispute', providerId: 'dp_planted' })};
      update payment_records set amount_minor = amount_minor + 1`,
  },
  {
    law: 'I6',
    sentence: /exactly one invoice/,
    how: 'the invoice of an order was voided before the order was paid, and no other was made',
    sql: `
      delete from payment_allocations;
      insert into unapplied_payments (id, payment_id, reason, suggestions, details, created_at)
      select '${id('unp')}', id, 'already_paid', '{}', '{}', now() from payment_records;
      update orders set paid_at = now() - interval '1 hour';
      update invoices set status = 'void', paid_at = null, voided_at = now() - interval '1 day'`,
  },
  {
    law: 'C1',
    sentence: /sum of its lines/,
    how: 'a credit note has no lines',
    sql: `
      insert into credit_notes (id, series, number, sequence_number, invoice_id, company_id, currency, tax_minor,
        total_minor, reason, bill_to, issued_on, issued_at)
      select '${id('crn')}', 'CN', 'CN-000001', 1, id, company_id, currency, 0, 1, 'x', '{}', now(), now()
      from invoices;
      update payment_allocations set amount_minor = amount_minor - 1;
      update invoice_series set last_number = 1 where series = 'CN'`,
  },
  {
    law: 'I5',
    sentence: /follows its balance/,
    how: 'an invoice is paid although it was credited less than its payments lost',
    sql: `
      insert into credit_notes (id, series, number, sequence_number, invoice_id, company_id, currency, tax_minor,
        total_minor, reason, bill_to, issued_on, issued_at)
      select '${id('crn')}', 'CN', 'CN-000001', 1, id, company_id, currency, 0, 1, 'x', '{}', now(), now()
      from invoices;
      insert into credit_note_lines
        (id, credit_note_id, company_id, position, invoice_line_id, description, amount_minor)
      select '${id('cnl')}', '${id('crn')}', company_id, 1, id, 'x', 1
      from invoice_lines limit 1;
      update payment_allocations set amount_minor = amount_minor - 2;
      update invoice_series set last_number = 1 where series = 'CN'`,
  },
  {
    law: 'C2',
    sentence: /refund took off invoices/,
    how: 'a refund says it was credited and has no credit note',
    sql: `
      insert into refunds (id, payment_id, company_id, amount_minor, currency, status, origin, credited_minor,
        created_at, updated_at)
      select '${id('rfn')}', id, company_id, 1, currency, 'pending', 'waybill', 1, now(), now()
      from payment_records`,
  },
  {
    law: 'I1',
    sentence: /number, dates and sequence/,
    how: 'an issued invoice lost its due date',
    sql: 'update invoices set due_on = null',
  },
  {
    law: 'I1',
    sentence: /has its seller/,
    how: 'an issued invoice does not say who issued it',
    sql: 'update invoices set seller = null',
  },
  {
    law: 'I3',
    sentence: /series of invoices/,
    how: 'an invoice has a number that somebody made up',
    sql: `delete from invoice_documents;
      update invoices set number = 'INV-X'`,
  },
  {
    law: 'I1',
    sentence: /legal entity of its series/,
    how: 'an invoice of our series says that others issued it',
    sql: `update invoices set seller = seller || '{"legal_entity": "EU"}'`,
  },
  {
    law: 'I3',
    sentence: /one series of invoices and one of credit notes/,
    how: 'a legal entity has nothing to number its credit notes by',
    sql: `
      insert into legal_entities (code, name) values ('EU', 'x');
      insert into invoice_series (series, prefix, legal_entity, document)
      values ('EU-INV', 'EU-', 'EU', 'invoice')`,
  },
  {
    law: 'I3',
    sentence: /by the legal entity that its invoice is by/,
    how: 'another legal entity credits our invoice',
    sql: `
      insert into legal_entities (code, name) values ('EU', 'x');
      insert into invoice_series (series, prefix, legal_entity, document)
      values ('EU-INV', 'EU-', 'EU', 'invoice'), ('EU-CN', 'EUC-', 'EU', 'credit_note');
      ${creditNote()};
      update credit_notes set series = 'EU-CN', number = 'EUC-000001';
      update invoice_series set last_number = case series when 'EU-CN' then 1 else 0 end
      where document = 'credit_note'`,
  },
  {
    law: 'I4',
    sentence: /draft or void/,
    how: 'an invoice was voided although a payment settles it',
    sql: `
      update invoices set status = 'void', voided_at = now(), paid_at = null, kind = 'manual';
      update orders set paid_at = now()`,
  },
  {
    law: 'I5',
    sentence: /that it is overdue/,
    how: 'an invoice is a month late and nobody was told',
    sql: `
      insert into invoices
        (id, series, company_id, kind, status, currency, subtotal_minor, total_minor, bill_to, number, sequence_number,
         issued_on, due_on, issued_at, created_at, updated_at)
      select '${id('inv')}', series, company_id, 'manual', 'issued', currency, 5, 5, '{}', 'INV-000002', 2,
        issued_on - 60, issued_on - 30, issued_at - interval '60 days', created_at, updated_at
      from invoices;
      insert into invoice_lines (id, invoice_id, company_id, position, description, quantity, unit_amount_minor, amount_minor)
      select '${id('inl')}', '${id('inv')}', company_id, 1, 'Late', 1, 5, 5 from invoices limit 1;
      update invoice_series set last_number = 2 where series = 'INV'`,
  },
  {
    law: 'I5',
    sentence: /invoice's status/,
    how: 'a settled invoice still waits for money',
    sql: `update invoices set status = 'issued', paid_at = null`,
  },
  {
    law: 'I6',
    sentence: /exactly one invoice, prepaid or on terms/,
    how: 'an order paid an hour ago has no prepaid invoice',
    sql: `
      update orders set paid_at = now() - interval '1 hour';
      update invoices set kind = 'manual'`,
  },
  {
    law: 'I7',
    sentence: /number of its invoice/,
    how: 'the file of another invoice',
    sql: `
      insert into invoice_documents (invoice_id, kind, number, template_version, sha256, bytes, rendered_at)
      select id, 'receipt', 'INV-999999', 1, encode(sha256('another'), 'hex'), 'another', now()
      from invoices limit 1`,
  },
  {
    law: 'I7',
    sentence: /one that its hash names/,
    how: 'the file of a credit note that nobody issued',
    sql: `
      insert into invoice_documents (invoice_id, kind, number, template_version, sha256, bytes, rendered_at)
      select id, 'credit_note', 'CN-999999', 1, encode(sha256('another'), 'hex'), 'another', now()
      from invoices limit 1`,
  },
  {
    law: 'I7',
    sentence: /one that its hash names/,
    how: 'the file of a credit note was written over',
    sql: `
      alter table invoice_documents drop constraint invoice_documents_check;
      insert into credit_notes (id, series, number, sequence_number, invoice_id, company_id, currency, tax_minor,
        total_minor, reason, bill_to, issued_on, issued_at)
      select '${id('crn')}', 'CN', 'CN-000001', 1, id, company_id, currency, 0, 1, 'x', '{}', now(), now()
      from invoices;
      insert into credit_note_lines
        (id, credit_note_id, company_id, position, invoice_line_id, description, amount_minor)
      select '${id('cnl')}', '${id('crn')}', company_id, 1, id, 'x', 1
      from invoice_lines limit 1;
      update payment_allocations set amount_minor = amount_minor - 1;
      update invoice_series set last_number = 1 where series = 'CN';
      insert into invoice_documents (invoice_id, kind, number, template_version, sha256, bytes, rendered_at)
      select invoice_id, 'credit_note', number, 1, encode(sha256('first'), 'hex'), 'second', now()
      from credit_notes`,
  },
  {
    law: 'M8',
    sentence: /refund that did not fail/,
    how: 'money left the inbox by a refund that failed',
    sql: `
      insert into refunds (id, payment_id, company_id, amount_minor, currency, status, origin, created_at, updated_at)
      select '${id('rfn')}', id, company_id, 1, currency, 'failed', 'waybill', now(), now()
      from payment_records;
      insert into manual_tasks (id, kind, title, related_type, related_id, details, status, created_at)
      values ('${id('tsk')}', 'refund_failed', 'A refund failed', 'refund', '${id('rfn')}', '{}', 'open', now());
      insert into unapplied_payments
        (id, payment_id, company_id, reason, suggestions, details, status, resolution, refund_id, created_at, resolved_at)
      select '${id('unp')}', id, company_id, 'order_unknown', '{}', '{}', 'resolved', 'refunded', '${id('rfn')}',
        now(), now()
      from payment_records`,
  },
  {
    law: 'W5',
    sentence: /at most one live checkout session/,
    how: 'the link of an order paid an hour ago is still open',
    sql: `
      update orders set paid_at = now() - interval '1 hour';
      update checkout_sessions set status = 'open'`,
  },
  {
    law: 'W5',
    sentence: /at most one live checkout session/,
    how: 'two links are open at once',
    sql: `
      drop index checkout_sessions_one_open;
      update checkout_sessions set status = 'open';
      insert into checkout_sessions
        (id, order_id, company_id, attempt, provider_session_id, status, url, amount_minor, currency, expires_at, created_at)
      select '${id('chk')}', order_id, company_id, 2, 'cs_other', 'open', url, amount_minor, currency, expires_at, created_at
      from checkout_sessions`,
  },
  {
    law: 'P1',
    sentence: /never overlap in time/,
    how: 'a second list price of the same terms is valid too',
    sql: `
      alter table price_book_entries drop constraint price_book_entries_never_overlap;
      insert into price_book_entries
        (id, product_id, region, currency, amount_minor, valid_from, published_at, sync_status_since, created_at,
         updated_at)
      select '${id('pbe')}', product_id, region, currency, 1, now(), now(), now(), now(), now()
      from price_book_entries where published_at is not null order by id limit 1`,
  },
  {
    law: 'P2',
    sentence: /twin at Stripe/,
    how: 'the product of a synced price is not at Stripe',
    sql: `update products set stripe_product_id = null where sku = 'MNT-KIT-1'`,
  },
  {
    law: 'R1',
    sentence: /stored price resolution/,
    how: "the evidence of a line's price is gone",
    sql: 'delete from pricing_resolutions where order_item_id = (select min(id::text) from order_items)',
  },
  {
    law: 'R1',
    sentence: /stored price resolution/,
    how: "the evidence of a line's price says another amount",
    sql: `update pricing_resolutions set resolution = jsonb_set(resolution, '{unitAmountMinor}', '1')`,
  },
  {
    law: 'K1',
    sentence: /at most one primary/,
    how: 'two people of a company are primary for bills',
    sql: `
      drop index company_contact_roles_primary;
      insert into company_contact_roles (company_id, contact_id, role, is_primary, created_at)
      values ('com_00000000000000000000000001', 'con_00000000000000000000000002', 'billing', true, now())`,
  },
  {
    law: 'K1',
    sentence: /at most one primary/,
    how: 'the primary contact for bills has left',
    sql: `update contacts set active = false where id = 'con_00000000000000000000000001'`,
  },
  {
    law: 'K1',
    sentence: /at most one primary/,
    how: 'somebody of another company holds the role',
    sql: `
      update contacts set company_id = 'com_00000000000000000000000003'
      where id = 'con_00000000000000000000000002'`,
  },
  {
    law: 'K2',
    sentence: /was merged names one/,
    how: 'a contact that was merged still holds its roles',
    sql: `
      update contacts set active = false, merged_into_id = 'con_00000000000000000000000001'
      where id = 'con_00000000000000000000000002'`,
  },
  {
    law: 'N1',
    sentence: /sent at most once/,
    how: 'one reminder was sent twice',
    sql: `
      drop index email_deliveries_once;
      insert into email_deliveries
        (id, kind, day, invoice_id, company_id, recipient, subject, status, attempts, message_id, created_at, updated_at,
         sent_at)
      select 'eml_7zzzzzzzzzzzzzzzzzzzzzzzz' || n, 'invoice_reminder', -3, id, company_id, 'a@b.example', 'Due', 'sent',
        1, '<' || n || '@b.example>', now(), now(), now()
      from (select id, company_id from invoices limit 1) v, generate_series(1, 2) n`,
  },
  {
    law: 'N2',
    sentence: /failed has a task/,
    how: 'a message was refused and nobody was told',
    sql: `
      insert into email_deliveries
        (id, kind, day, invoice_id, company_id, status, attempts, message_id, created_at, updated_at)
      select '${id('eml')}', 'invoice_copy', 0, id, company_id, 'failed', 1, '<a@b.example>', now(), now()
      from invoices limit 1`,
  },
  {
    law: 'R1',
    sentence: /stored price resolution/,
    how: "the newest evidence of a line's price is in another currency than the order",
    sql: `
      update pricing_resolutions set resolution = jsonb_set(resolution, '{currency}', '"JPY"')
      where id = (select max(id::text) from pricing_resolutions)`,
  },
  {
    law: 'J1',
    sentence: /has its automation step/,
    how: 'a delivered device was forgotten',
    sql: 'delete from automation_steps where id = (select min(id::text) from automation_steps)',
  },
  {
    law: 'J1',
    sentence: /planned for a delivered device/,
    how: 'a planned step was not queued',
    sql: `
      insert into planned_steps (shipment_item_id, unit_number, scenario, payload, is_skipped, created_at)
      select shipment_item_id, unit_number, 'sensor_return', '{}', false, now()
      from shipment_devices limit 1`,
  },
  {
    law: 'Q7',
    sentence: /a unit that a parcel does not have/,
    how: 'a plan is for a unit beyond the quantity',
    sql: `
      insert into planned_steps (shipment_item_id, unit_number, scenario, payload, is_skipped, created_at)
      select id, quantity + 1, 'sensor_return', '{}', false, now()
      from shipment_items limit 1`,
  },
  {
    law: 'J3',
    sentence: /mirror refreshed/,
    how: 'the mirror of a provisioned device is gone',
    sql: 'delete from device_mirrors where device_id = (select min(device_id::text) from device_mirrors)',
  },
  {
    law: 'J4',
    sentence: /has a task for a person/,
    how: 'a step failed and nobody was told',
    sql: `update automation_steps set status = 'failed' where id = (select min(id::text) from automation_steps)`,
  },
  {
    law: 'J5',
    sentence: /another story than its queue/,
    how: 'a run says completed, its queue says failed',
    sql: `
      update job_run set finished_at = now() - interval '1 hour' where status = 'completed';
      update pgboss.job set state = 'failed'
      where id = (select boss_id from job_run where status = 'completed' order by id limit 1)`,
  },
  {
    law: 'E1',
    sentence: /dense/,
    how: 'a position of the timeline is missing',
    sql: 'update relay_state set last_seq = last_seq + 1',
  },
  {
    law: 'E2',
    sentence: /on the timeline once/,
    how: 'one event stands there twice',
    sql: `
      update domain_event set event_id = (select event_id from domain_event where seq = 1)
      where seq = 2`,
  },
  {
    law: 'E2',
    sentence: /aggregate's order/,
    how: 'the last event of an order came first',
    sql: `
      update domain_event set aggregate_version = 1000
      where seq = (select min(seq) from domain_event where aggregate_type = 'order')`,
  },
  {
    law: 'E3',
    sentence: /waits in the outbox/,
    how: 'an event has been waiting for an hour',
    sql: `
      insert into outbox
        (event_id, event_type, source_module, aggregate_type, aggregate_id, aggregate_version, payload, actor,
         correlation_id, occurred_at)
      select '${id('evt')}', event_type, source_module, aggregate_type, aggregate_id, aggregate_version, payload, actor,
        correlation_id, now() - interval '1 hour'
      from domain_event where seq = 1`,
  },
]

describe('the laws over the books', () => {
  let database: TestDatabase
  let client: pg.Client

  before(async function () {
    this.timeout(60_000)
    database = await createTestDatabase(prepareWorld)
    const platform = await startTestPlatform({ databaseUrl: database.url })
    const order = await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: builtInOrder,
      upTo: 'completed',
      report: () => undefined,
    })
    await until(
      'the timeline to have it all',
      () => platform.api.get<{ data: { type: string }[] }>(`/v1/orders/${order.id}/timeline?limit=100`),
      ({ data }) => data.some(({ type }) => type === 'order.completed'),
    )
    await platform.close()
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
  })

  after(async () => {
    await client.end()
    await database.drop()
  })

  async function broken(): Promise<string[]> {
    const found: string[] = []
    for (const { law, sentence, violations } of laws) {
      const { rowCount } = await client.query(violations)
      if ((rowCount ?? 0) > 0) found.push(`${law} ${sentence}`)
    }
    return found
  }

  it('hold for an order that went all the way', async () => {
    expect(await broken()).to.deep.equal([])
  })

  for (const { law, sentence, how, sql } of plants) {
    it(`${law} finds, and it alone: ${how}`, async () => {
      await client.query('begin')
      try {
        await client.query('set local session_replication_role = replica')
        await client.query(sql)
        const found = await broken()
        expect(found).to.have.lengthOf(1, found.join('; '))
        expect(found[0])
          .to.match(new RegExp(`^${law} `))
          .and.match(sentence)
      } finally {
        await client.query('rollback')
      }
    })
  }

  it('each has a violation planted here', () => {
    const untried = laws.filter(
      ({ law, sentence }) => !plants.some((plant) => plant.law === law && plant.sentence.test(sentence)),
    )
    expect(untried.map(({ law, sentence }) => `${law} ${sentence}`)).to.deep.equal([])
  })
})

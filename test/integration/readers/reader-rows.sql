-- Rows of the readers' tests; reader-database.ts says what they tell. Times have milliseconds, as the application writes them.
create function pg_temp.x(kind text, n int default 1) returns text language sql as $$ select kind || '_01k6y3q8zvf4e9t2b7n5c0' || lpad(n::text, 4, '0') $$;

insert into company_mirrors (id, legacy_ref, name, snapshot, revision, refreshed_at)
values
  (pg_temp.x('cmr'), 'nw-1', 'Northwind', '{}', 1, '2026-10-06T12:00:00.500Z'::timestamptz);

insert into companies (id, company_mirror_id, name, currency, time_zone, created_at, updated_at)
values
  (pg_temp.x('com'), pg_temp.x('cmr'), 'Northwind', 'CAD', 'America/Toronto', '2026-10-01T09:00:00.123Z', '2026-10-06T12:00:00.500Z'::timestamptz);

insert into contacts (id, company_id, first_name, last_name, email, created_at, updated_at)
select pg_temp.x('con', n), pg_temp.x('com'), 'Mira', 'O' || n, 'm' || n || '@nw.test', '2026-10-01T09:00:00Z'::timestamptz + n * interval '1 s', '2026-10-06T12:00:00.500Z'::timestamptz from generate_series(1, 3) n;

insert into company_contact_roles
values
  (pg_temp.x('com'), pg_temp.x('con'), 'operations', '2026-10-06T12:00:00.500Z'::timestamptz),
  (pg_temp.x('com'), pg_temp.x('con'), 'billing', '2026-10-06T12:00:00.500Z'::timestamptz);

insert into addresses (id, company_id, recipient, line1, city, country, created_at, updated_at)
values
  (pg_temp.x('adr'), pg_temp.x('com'), 'NW', '1 St', 'Toronto', 'CA', '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz);

insert into products (id, sku, name, is_provisionable, device_kind, created_at, updated_at)
values
  (pg_temp.x('prd'), 'WB-TEMP-01', 'Temperature sensor', true, 'temperature', '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz),
  (pg_temp.x('prd', 2), 'WB-CABLE', 'Cable', false, null, '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz);

insert into price_book_entries (id, product_id, currency, amount_minor, valid_from, published_at, sync_status, sync_status_since, created_at, updated_at)
values
  (pg_temp.x('pbe'), pg_temp.x('prd'), 'CAD', 25900, '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz, 'unsynced', '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz);

insert into orders (id, company_id, status, currency, total_minor, prices_expire_at, paid_at, created_by, created_at, updated_at)
values
  (pg_temp.x('ord'), pg_temp.x('com'), 'in_fulfillment', 'CAD', 52800, '2026-10-05T00:00:00Z', '2026-10-06T12:00:00.500Z'::timestamptz, 'Dana', '2026-10-06T10:00:00Z', '2026-10-06T12:00:00.500Z'::timestamptz),
  (pg_temp.x('ord', 2), pg_temp.x('com'), 'draft', 'CAD', 25900, '2026-10-05T00:00:00Z', null, 'Dana', '2026-10-06T11:00:00Z', '2026-10-06T12:00:00.500Z'::timestamptz);

insert into order_items (id, order_id, company_id, position, product_id, sku, description, is_provisionable, quantity, unit_amount_minor, amount_minor, price_type_snap, price_label, price_book_entry_id, bespoke_notes) values
  (pg_temp.x('oit'), pg_temp.x('ord'), pg_temp.x('com'), 1, pg_temp.x('prd'), 'WB-TEMP-01', 'Temperature sensor', true, 2, 25900, 51800, 'PRICEBOOK_GLOBAL', 'List', pg_temp.x('pbe'), null),
  (pg_temp.x('oit', 2), pg_temp.x('ord'), pg_temp.x('com'), 2, pg_temp.x('prd', 2), 'WB-CABLE', 'Cable', false, 1, 1000, 1000, 'BESPOKE', 'Bespoke', null, 'phone'),
  (pg_temp.x('oit', 3), pg_temp.x('ord', 2), pg_temp.x('com'), 1, pg_temp.x('prd'), 'WB-TEMP-01', 'Temperature sensor', true, 1, 25900, 25900, 'PRICEBOOK_GLOBAL', 'List', pg_temp.x('pbe'), null);

insert into pricing_resolutions (id, order_item_id, company_id, purpose, resolution, resolved_at)
values
  (pg_temp.x('prs'), pg_temp.x('oit'), pg_temp.x('com'), 'draft',
   '{"source": "PRICEBOOK_GLOBAL", "unitAmountMinor": "25900", "currency": "CAD", "label": "List price", "priceBookEntryId": "pbe_01k6y3q8zvf4e9t2b7n5c00001", "priceAgreementId": null, "priceAgreementLineId": null, "stripeProductId": null, "stripePriceId": null, "syncStatus": "unsynced", "syncStatusSince": "2026-10-01T08:05:00.000Z", "candidates": [{"source": "PRICEBOOK_GLOBAL", "priceBookEntryId": "pbe_01k6y3q8zvf4e9t2b7n5c00001", "priceAgreementId": null, "priceAgreementLineId": null, "region": null, "currency": "CAD", "minQuantity": 1, "unitAmountMinor": "25900", "stripePriceId": null, "syncStatus": "unsynced", "syncStatusSince": "2026-10-01T08:05:00.000Z", "outcome": "won", "reason": "won"}]}', '2026-10-06T12:00:00.500Z'::timestamptz);

insert into checkout_sessions (id, order_id, company_id, attempt, provider_session_id, status, url, amount_minor, currency, expires_at, created_at)
values
  (pg_temp.x('chk'), pg_temp.x('ord'), pg_temp.x('com'), 1, 'cs_1', 'expired', 'https://x/1', 52800, 'CAD', '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz),
  (pg_temp.x('chk', 2), pg_temp.x('ord'), pg_temp.x('com'), 2, 'cs_2', 'complete', 'https://x/2', 52800, 'CAD', '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz);

insert into payment_records (id, company_id, order_id, provider, provider_payment_id, amount_minor, currency, received_at, created_at)
values
  (pg_temp.x('pay'), pg_temp.x('com'), pg_temp.x('ord'), 'stripe', 'pi_1', 52800, 'CAD', '2026-10-06T10:12:00Z', '2026-10-06T12:00:00.500Z'::timestamptz),
  (pg_temp.x('pay', 2), pg_temp.x('com'), pg_temp.x('ord'), 'stripe', 'pi_2', 100, 'USD', '2026-10-06T10:13:00Z', '2026-10-06T12:00:00.500Z'::timestamptz);

insert into unapplied_payments (id, payment_id, company_id, order_id, reason, suggestions, details, created_at)
values
  (pg_temp.x('unp'), pg_temp.x('pay', 2), pg_temp.x('com'), pg_temp.x('ord'), 'currency_mismatch', '{refund}', '{"a": 1}', '2026-10-06T12:00:00.500Z'::timestamptz);

insert into payment_audit_entries (id, order_id, company_id, provider, kind, outcome, amount_minor, currency, details, occurred_at)
values
  (pg_temp.x('pae'), pg_temp.x('ord'), pg_temp.x('com'), 'stripe', 'checkout.session.completed', 'applied', 52800, 'CAD', '{}', '2026-10-06T10:12:00Z');

insert into invoice_series
values
  ('INV', 'INV-', 1) on conflict do nothing;

insert into invoices (id, series, number, sequence_number, company_id, order_id, kind, status, currency, subtotal_minor, total_minor, bill_to, issued_on, due_on, issued_at, created_at, updated_at)
values
  (pg_temp.x('inv'), 'INV', 'INV-000001', 1, pg_temp.x('com'), pg_temp.x('ord'), 'prepaid', 'partially_paid', 'CAD', 52800, 52800, '{}', '2026-10-06', '2026-10-06', '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz);

insert into invoice_lines (id, invoice_id, company_id, position, order_item_id, description, quantity, unit_amount_minor, amount_minor)
values
  (pg_temp.x('inl'), pg_temp.x('inv'), pg_temp.x('com'), 1, pg_temp.x('oit'), 'Temperature sensor', 2, 25900, 51800),
  (pg_temp.x('inl', 2), pg_temp.x('inv'), pg_temp.x('com'), 2, pg_temp.x('oit', 2), 'Mounting kit', 1, 1000, 1000);

insert into payment_allocations (id, payment_id, invoice_id, company_id, amount_minor, created_at)
values
  (pg_temp.x('pal'), pg_temp.x('pay'), pg_temp.x('inv'), pg_temp.x('com'), 50000, '2026-10-06T12:00:00.500Z'::timestamptz);

insert into refunds (id, payment_id, company_id, amount_minor, currency, status, origin, created_at, updated_at)
values
  (pg_temp.x('rfn'), pg_temp.x('pay'), pg_temp.x('com'), 800, 'CAD', 'succeeded', 'waybill', '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz);

insert into fulfillment_orders (id, order_id, company_id, status, created_at, updated_at)
values
  (pg_temp.x('ful'), pg_temp.x('ord'), pg_temp.x('com'), 'awaiting_shipment', '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz);

insert into fulfillment_items
values
  (pg_temp.x('fit'), pg_temp.x('ful'), pg_temp.x('oit'), pg_temp.x('com'), 2),
  (pg_temp.x('fit', 2), pg_temp.x('ful'), pg_temp.x('oit', 2), pg_temp.x('com'), 1);

insert into couriers (courier_code, name, tracking_url_template, adapter)
values
  ('USPS', 'USPS', 'https://u/{number}', 'usps'), ('DHL', 'DHL', 'https://d/{number}', 'dhl') on conflict do nothing;

insert into devices (id, serial, product_id, created_at)
select pg_temp.x('dev', n), 'WBT-100' || n, pg_temp.x('prd'), '2026-10-06T12:00:00.500Z'::timestamptz from generate_series(1, 3) n;

insert into shipments (id, fulfillment_order_id, order_id, company_id, status, address_id, address_snapshot, courier_code, tracking_number, in_transit_at, created_at, updated_at) values
  (pg_temp.x('shp'), pg_temp.x('ful'), pg_temp.x('ord'), pg_temp.x('com'), 'in_transit', pg_temp.x('adr'), '{"label":null,"recipient":"NW","line1":"1 St","line2":null,"city":"Toronto","region":null,"postal_code":null,"country":"CA","phone":null}', 'USPS', '9400', '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz),
  (pg_temp.x('shp', 2), pg_temp.x('ful'), pg_temp.x('ord'), pg_temp.x('com'), 'draft', null, '{"label":null,"recipient":"NW","line1":"1 St","line2":null,"city":"Toronto","region":null,"postal_code":null,"country":"CA","phone":null}', null, null, null, '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz);

insert into shipment_items
values
  (pg_temp.x('sit'), pg_temp.x('shp'), pg_temp.x('fit'), pg_temp.x('oit'), pg_temp.x('com'), 1),
  (pg_temp.x('sit', 2), pg_temp.x('shp', 2), pg_temp.x('fit'), pg_temp.x('oit'), pg_temp.x('com'), 1);

insert into shipment_devices
values
  (pg_temp.x('sit'), 1, pg_temp.x('dev'), '2026-10-06T12:00:00.500Z'::timestamptz, null);

insert into device_assignments (id, device_id, company_id, assigned_at)
values
  (pg_temp.x('das'), pg_temp.x('dev', 2), pg_temp.x('com'), '2026-10-06T12:00:00.500Z'::timestamptz);

insert into device_mirrors
values
  (pg_temp.x('dev'), 'in_stock', '{}', 4, '2026-10-06T12:00:00.500Z'::timestamptz);

insert into courier_events (id, shipment_id, company_id, courier_code, tracking_number, event_key, code, description, occurred_at, place, canonical, sequence, source, raw, received_at)
values
  (pg_temp.x('cev'), pg_temp.x('shp'), pg_temp.x('com'), 'USPS', '9400', 'k1', 'GX', 'Label created', '2026-10-07T15:00:00Z', 'TORONTO, ON', 'pre_transit', 1, 'push', '{}', '2026-10-06T12:00:00.500Z'::timestamptz),
  (pg_temp.x('cev', 2), pg_temp.x('shp'), pg_temp.x('com'), 'USPS', '9400', 'k2', 'OA', 'Accepted', null, null, 'accepted', 2, 'push', '{}', '2026-10-06T12:00:00.500Z'::timestamptz);

insert into automation_scenario_configs
values
  ('sensor_vendor_first_time', 3, 600, 30, 'by hand') on conflict do nothing;

insert into automation_steps (id, shipment_item_id, shipment_id, order_id, company_id, device_id, unit_number, scenario, payload, status, attempts, max_attempts, last_error, created_at, updated_at)
values
  (pg_temp.x('stp'), pg_temp.x('sit'), pg_temp.x('shp'), pg_temp.x('ord'), pg_temp.x('com'), pg_temp.x('dev'), 1, 'sensor_vendor_first_time', '{}', 'failed', 3, 3, '503', '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz);

insert into legacy_calls (id, automation_step_id, method, path, correlation_id, status_code, duration_ms, called_at)
values
  (pg_temp.x('lgc'), pg_temp.x('stp'), 'POST', '/v1/devices', 'req-1', 503, 12, '2026-10-06T12:00:00.500Z'::timestamptz);

insert into manual_tasks (id, kind, title, related_type, related_id, order_id, company_id, details, created_at)
values
  (pg_temp.x('tsk'), 'automation_failed', 'Provision by hand', 'automation_step', pg_temp.x('stp'), pg_temp.x('ord'), pg_temp.x('com'), '{}', '2026-10-06T12:00:00.500Z'::timestamptz);

insert into domain_event (seq, event_id, event_type, source_module, aggregate_type, aggregate_id, aggregate_version, company_id, order_id, shipment_id, payload, actor, correlation_id, occurred_at, published_at)
 select n, pg_temp.x('evt', n), case n when 1 then 'order.created' when 2 then 'order.paid' else 'automation.step_failed' end, 'orders', 'order', pg_temp.x('ord'), n, pg_temp.x('com'), pg_temp.x('ord'), case when n = 3 then pg_temp.x('shp') end, case n when 3 then '{"error": "503"}'::jsonb else '{}'::jsonb end, '{"kind": "system", "id": "a", "name": "a"}', 'c', '2026-10-06T10:00:00Z', '2026-10-06T12:00:00.500Z'::timestamptz from generate_series(1, 3) n;

insert into job_run (id, boss_id, queue, name, status, max_attempts, related_id, correlation_id, created_at, next_retry_at)
values
  (pg_temp.x('job'), '0199f0c2-6f5b-7c1e-9a3d-5b8e2f4a6c70', 'automation', 'run-automation-step', 'queued', 3, pg_temp.x('stp'), 'c', '2026-10-06T12:00:00.500Z'::timestamptz, null),
  (pg_temp.x('job', 2), '0199f0c2-6f5b-7c1e-9a3d-5b8e2f4a6c71', 'automation', 'other', 'completed', 3, null, 'c', '2026-10-06T12:00:00.500Z'::timestamptz, null);

insert into pgboss.job (id, name, state, start_after)
values
  ('0199f0c2-6f5b-7c1e-9a3d-5b8e2f4a6c70', 'automation', 'retry', '2126-10-10T12:10:00Z');

insert into job_attempt
values
  (pg_temp.x('job'), 1, 'w', '2026-10-06T12:00:00.500Z'::timestamptz, '2026-10-06T12:00:00.500Z'::timestamptz, 'retry', '503');

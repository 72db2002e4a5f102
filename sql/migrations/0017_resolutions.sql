-- What a price was resolved from, so that it can be resolved again; prices of drafts that change when accepted.

-- The tables are small when this runs: locking them for the checks and indexes takes no time worth saving.
-- squawk-ignore-file require-concurrent-index-creation
-- squawk-ignore-file constraint-missing-not-valid
-- squawk-ignore-file adding-foreign-key-constraint

alter table pricing_resolutions add column inputs jsonb;
comment on column pricing_resolutions.inputs is 'The product with every price as it was, and what was asked: put through the resolver again they give the same answer. Null for a resolution older than this column.';
alter table pricing_resolutions drop constraint pricing_resolutions_purpose_check;
alter table pricing_resolutions
  add constraint pricing_resolutions_purpose
  check (purpose in ('draft', 'checkout', 'accepted')) not valid;
alter table pricing_resolutions validate constraint pricing_resolutions_purpose;

alter table order_items add column price_agreement_line_id entity_id;
alter table order_items drop constraint order_items_check2;
alter table order_items
  add constraint order_items_provenance check (
    (price_type_snap not in ('PRICEBOOK_GLOBAL', 'PRICEBOOK_REGIONAL') or price_book_entry_id is not null)
    and (price_type_snap <> 'BESPOKE' or price_book_entry_id is null)
    and (price_type_snap = 'PRICE_AGREEMENT') = (price_agreement_line_id is not null)
    and (price_agreement_line_id is null) = (price_agreement_id is null)
  ) not valid;
alter table order_items validate constraint order_items_provenance;
alter table order_items
  add constraint order_items_price_agreement_line_fkey
  foreign key (price_agreement_line_id) references price_agreement_lines (id) not valid;
alter table order_items validate constraint order_items_price_agreement_line_fkey;
create index order_items_price_agreement on order_items (price_agreement_id) where price_agreement_id is not null;
create index order_items_price_agreement_line on order_items (price_agreement_line_id) where price_agreement_line_id is not null;
comment on table order_items is 'Order lines with their price snapshot and its provenance. Both change only when new prices are accepted before anything is paid.';
comment on column order_items.price_book_entry_id is 'The list price, or the one that an agreed percentage was taken off.';
comment on column orders.prices_expire_at is 'Until when the prices of an unpaid order are held. Checkout resolves them again in any case.';

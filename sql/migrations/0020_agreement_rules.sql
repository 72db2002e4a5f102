-- One active revision per agreement, and the ways in which agreements are looked for.
-- A file runs in one transaction, where an index cannot be made concurrently.
-- squawk-ignore-file require-concurrent-index-creation

create unique index price_agreements_one_active on price_agreements (number) where status = 'active';
create index price_agreements_by_status on price_agreements (status, created_at desc, id desc);
create index price_agreements_ended on price_agreements (ended_at) where status in ('expired', 'terminated');
create index price_agreement_lines_of_product on price_agreement_lines (product_id);
create index order_items_under_agreement on order_items (price_agreement_id) where price_agreement_id is not null;

import type { Law } from './law.ts'

/** The address books of companies. */
export const addressLaws: readonly Law[] = [
  {
    law: 'A1',
    sentence: "a company's default addresses are live ones of its own book",
    violations: `
      select c.id as subject
      from companies c
      join addresses a on a.id in (c.default_shipping_address_id, c.default_billing_address_id)
      where a.company_id is distinct from c.id or a.archived_at is not null`,
  },
  {
    law: 'A2',
    sentence: 'an address that stands against the rules has its override on record',
    violations: `
      select a.id as subject
      from addresses a
      where a.validation_status = 'overridden'
        and not exists (select from address_overrides o where o.address_id = a.id)`,
  },
]

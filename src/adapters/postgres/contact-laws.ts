import type { Law } from './law.ts'

/** The people of companies. */
export const contactLaws: readonly Law[] = [
  {
    law: 'K1',
    sentence: 'a role of a company has at most one primary, an active contact of that company',
    violations: `
      select company_id || ' ' || role as subject
      from company_contact_roles
      where is_primary
      group by company_id, role
      having count(*) > 1
      union all
      select r.contact_id || ' ' || r.role
      from company_contact_roles r
      join contacts c on c.id = r.contact_id
      where c.company_id <> r.company_id or (r.is_primary and not c.active)`,
  },
  {
    law: 'K2',
    sentence: 'a contact that was merged names one of its company that was not, and holds no role',
    violations: `
      select c.id as subject
      from contacts c
      join contacts s on s.id = c.merged_into_id
      where s.merged_into_id is not null
        or s.company_id <> c.company_id
        or exists (select from company_contact_roles r where r.contact_id = c.id)`,
  },
]

import { belongings } from './companies/belongings.ts'
import type { Law } from './law.ts'

const strays = belongings.map(
  ({ table }) => `
      select distinct '${table} of ' || t.company_id as subject
      from ${table} t
      join companies c on c.id = t.company_id
      where c.merged_into_id is not null`,
)

/** Companies, their legacy mirrors, and what is left of those that were merged. */
export const companyLaws: readonly Law[] = [
  {
    law: 'D1',
    sentence: 'a legacy mirror is wrapped by one company at most',
    violations: `
      select company_mirror_id as subject
      from companies
      group by company_mirror_id
      having count(*) > 1`,
  },
  {
    law: 'D2',
    sentence: 'nothing belongs to a company that was merged into another',
    violations: strays.join(`
      union all`),
  },
  {
    law: 'D3',
    sentence: 'a merged company points to one that lives on',
    violations: `
      select c.id as subject
      from companies c
      join companies s on s.id = c.merged_into_id
      where s.merged_into_id is not null`,
  },
]

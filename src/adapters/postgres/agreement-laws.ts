import type { Law } from './law.ts'

/** Price agreements. */
export const agreementLaws: readonly Law[] = [
  {
    law: 'AG1',
    sentence: 'an agreement has at most one active revision',
    violations: `
      select number as subject
      from price_agreements
      where status = 'active'
      group by number
      having count(*) > 1`,
  },
  {
    law: 'AG2',
    sentence: 'an active agreement has lines',
    violations: `
      select a.id as subject
      from price_agreements a
      where a.status = 'active'
        and not exists (select from price_agreement_lines l where l.price_agreement_id = a.id)`,
  },
  {
    law: 'AG3',
    sentence: 'an expired agreement had come to its end',
    violations: `
      select id as subject
      from price_agreements
      where status = 'expired' and (valid_to is null or valid_to > ended_at)`,
  },
]

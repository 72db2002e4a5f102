import { sql } from '../sql.ts'

/** The legal entity `e` as documents keep it. */
export const sellerSnapshot = sql.fragment`
    json_build_object(
      'legal_entity', e.code,
      'name', e.name,
      'name_fr', e.name_fr,
      'address_lines', e.address_lines,
      'tax_registrations', e.tax_registrations)`

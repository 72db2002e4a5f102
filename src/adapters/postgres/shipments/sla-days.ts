import { sql } from '../sql.ts'

/** Days in which courier `k` delivers parcel `s`: those of its service, or else the courier's own. */
export const slaDays = sql.fragment`
  coalesce((k.delivery_sla_days_by_service ->> s.courier_service)::integer, k.delivery_sla_days)`

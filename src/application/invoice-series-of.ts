import { Refusal } from '../domain/shared/refusal.ts'
import type { Store } from './ports/unit-of-work.ts'

/** The series of invoices of a legal entity that the request names, or the refusal that there is none such. */
export async function invoiceSeriesOf(store: Store, legalEntityCode: string): Promise<string> {
  const series = await store.legalEntities.invoiceSeries(legalEntityCode)
  if (series !== null) return series
  throw new Refusal('not_found', `There is no legal entity ${legalEntityCode}.`, {}, [
    { pointer: '/legal_entity_code', detail: 'no such legal entity' },
  ])
}

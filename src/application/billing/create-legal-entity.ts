import { type LegalEntity, type SeriesPrefixes, seriesOf } from '../../domain/billing/legal-entity.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { LegalEntityView } from '../ports/legal-entity-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface CreateLegalEntityInput extends SeriesPrefixes {
  legalEntity: Omit<LegalEntity, 'version' | 'updatedAt'>
}

/** Adds a legal entity with its two series. Of two at once with one code, or with one prefix, one is refused. */
export function createLegalEntity(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    { legalEntity, ...prefixes }: CreateLegalEntityInput,
    context: ActionContext,
  ): Promise<LegalEntityView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { code } = legalEntity
      const series = seriesOf(code, prefixes)
      const isNew = await store.legalEntities.insert({
        ...legalEntity,
        version: 1,
        updatedAt: deps.clock.now(),
      })
      if (!isNew) refuseCode(code)
      const taken = await store.legalEntities.insertSeries(series)
      if (taken.length > 0) refusePrefixes(taken, prefixes)
      return found(await store.views.legalEntities.legalEntity(code), 'legal entity', code)
    })
}

function refuseCode(code: string): never {
  throw new Refusal('already_exists', `There is a legal entity ${code} already.`, { code }, [
    { pointer: '/code', detail: 'is taken' },
  ])
}

function refusePrefixes(taken: readonly string[], { invoicePrefix }: SeriesPrefixes): never {
  throw new Refusal(
    'already_exists',
    `Another series has the prefix ${taken.join(', and one ')} already.`,
    { taken_prefixes: taken },
    taken.map((prefix) => ({
      pointer: prefix === invoicePrefix ? '/invoice_prefix' : '/credit_note_prefix',
      detail: 'is taken',
    })),
  )
}

import { changeLegalEntity as changed, type LegalEntity } from '../../domain/billing/legal-entity.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { LegalEntityView } from '../ports/legal-entity-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface ChangeLegalEntityInput {
  code: string
  expectedVersion: number
  changes: Partial<Pick<LegalEntity, 'name' | 'nameFr' | 'addressLines' | 'taxRegistrations'>>
}

/** Changes what the next documents say of us. What was issued keeps its seller. */
export function changeLegalEntity(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: ChangeLegalEntityInput, context: ActionContext): Promise<LegalEntityView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { code, expectedVersion, changes } = input
      const entity = found(await store.legalEntities.getForUpdate(code), 'legal entity', code)
      refuseStale(entity.version, expectedVersion)
      await store.legalEntities.save(changed(entity, changes, deps.clock.now()))
      return found(await store.views.legalEntities.legalEntity(code), 'legal entity', code)
    })
}

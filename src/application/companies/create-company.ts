import { type Company, refuseUnknownTimeZone } from '../../domain/companies/company.ts'
import type { CompanyMirrorId } from '../../domain/shared/ids.ts'
import { exponentOf } from '../../domain/shared/money.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CompanyView } from '../ports/company-reader.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { LegacyBridge, LegacyCompany } from '../ports/legacy-bridge.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface CreateCompanyInput {
  name: string
  /** The mirror to wrap, or the legacy system's own reference, from which the mirror is made. */
  mirror: { companyMirrorId: CompanyMirrorId } | { legacyRef: string }
  domain: string | null
  region: string | null
  currency: string
  timeZone: string
  paymentTermsDays: number
  language: Company['language']
}

/** A company never exists without its legacy twin: an unknown reference is refused, a silent bridge is an outage. */
export function createCompany(deps: {
  unitOfWork: UnitOfWork
  bridge: LegacyBridge
  clock: Clock
  ids: IdGenerator
}) {
  return async (input: CreateCompanyInput, context: ActionContext): Promise<CompanyView> => {
    exponentOf(input.currency)
    refuseUnknownTimeZone(input.timeZone)
    const twin =
      'legacyRef' in input.mirror ? await findTwin(deps.bridge, input.mirror.legacyRef, context) : null
    return deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const mirror =
        twin === null
          ? await store.companies.findMirror({
              id: (input.mirror as { companyMirrorId: CompanyMirrorId }).companyMirrorId,
            })
          : await store.companies.saveMirror({
              id: deps.ids.make('companyMirror'),
              legacyRef: twin.ref,
              name: twin.name,
              snapshot: twin.snapshot,
              revision: twin.revision,
              refreshedAt: at,
            })
      if (mirror === null) refuseMirror('/company_mirror_id', 'there is no such company mirror')
      const companyId = deps.ids.make('company')
      await store.companies.insert({
        id: companyId,
        companyMirrorId: mirror.id,
        name: input.name,
        domain: input.domain,
        region: input.region,
        currency: input.currency,
        timeZone: input.timeZone,
        paymentTermsDays: input.paymentTermsDays,
        language: input.language,
        defaultShippingAddressId: null,
        defaultBillingAddressId: null,
        legalEntity: null,
        archivedAt: null,
        archiveReason: null,
        mergedAt: null,
        mergedIntoId: null,
        version: 1,
        createdAt: at,
        updatedAt: at,
      })
      return found(await store.views.companies.detail(companyId), 'company', companyId)
    })
  }
}

async function findTwin(
  bridge: LegacyBridge,
  legacyRef: string,
  context: ActionContext,
): Promise<LegacyCompany> {
  const twin = await bridge.findCompany(legacyRef, context.correlationId)
  if (twin === null) refuseMirror('/legacy_ref', 'the legacy system has no such company')
  return twin
}

function refuseMirror(pointer: string, detail: string): never {
  throw new Refusal('body_field_invalid', 'A company needs its legacy twin.', {}, [{ pointer, detail }])
}

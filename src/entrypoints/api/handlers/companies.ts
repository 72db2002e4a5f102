import type { App } from '../../../application/app.ts'
import type { ChangeCompanyInput } from '../../../application/companies/change-company.ts'
import { found } from '../../../application/found.ts'
import { camelCased } from './camel-case.ts'
import { checkedId, type Handlers } from './handler.ts'

const current = (app: App, { params }: { params: { companyId: string } }) =>
  app.views.companies.detail(params.companyId)

export const companies = {
  listCompanies: { list: (app, { query }, page) => app.views.companies.list(query, page) },

  createCompany: {
    run: (app, { body }, context) =>
      app.createCompany(
        {
          name: body.name,
          mirror:
            body.company_mirror_id === undefined
              ? { legacyRef: body.legacy_ref ?? '' }
              : { companyMirrorId: checkedId('companyMirror', body.company_mirror_id) },
          domain: body.domain ?? null,
          region: body.region ?? null,
          currency: body.currency,
          timeZone: body.time_zone ?? 'UTC',
          paymentTermsDays: body.payment_terms_days ?? 0,
          language: body.language ?? 'en',
        },
        context,
      ),
    location: ({ id }) => `/v1/companies/${id}`,
  },

  getCompany: async (app, { params: { companyId } }) =>
    found(await app.views.companies.detail(companyId), 'company', companyId),

  changeCompany: {
    run: (app, { params, body, expectedVersion }, context) =>
      app.changeCompany(
        {
          companyId: checkedId('company', params.companyId),
          expectedVersion,
          changes: camelCased(body) as ChangeCompanyInput['changes'],
        },
        context,
      ),
  },

  archiveCompany: {
    current,
    run: (app, { params, body }, context) =>
      app.archiveCompany({ companyId: checkedId('company', params.companyId), reason: body.reason }, context),
  },

  restoreCompany: {
    current,
    run: (app, { params }, context) =>
      app.restoreCompany({ companyId: checkedId('company', params.companyId) }, context),
  },

  assignLegalEntity: {
    current,
    run: (app, { params, body }, context) =>
      app.assignLegalEntity(
        { companyId: checkedId('company', params.companyId), legalEntityCode: body.legal_entity_code },
        context,
      ),
  },

  previewCompanyMerge: async (app, { params: { companyId }, query }) =>
    found(
      await app.views.companies.mergePreview(companyId, query.merge_company_id),
      'company',
      `${companyId} or no company ${query.merge_company_id}`,
    ),

  mergeCompanies: {
    current,
    run: (app, { params, body }, context) =>
      app.mergeCompanies(
        {
          survivorId: checkedId('company', params.companyId),
          mergedId: checkedId('company', body.merge_company_id),
        },
        context,
      ),
  },
} satisfies Pick<
  Handlers,
  | 'listCompanies'
  | 'createCompany'
  | 'getCompany'
  | 'changeCompany'
  | 'archiveCompany'
  | 'restoreCompany'
  | 'assignLegalEntity'
  | 'previewCompanyMerge'
  | 'mergeCompanies'
>

import type { ChangeCompanyInput } from '../../../application/companies/change-company.ts'
import { found } from '../../../application/found.ts'
import { camelCased } from './camel-case.ts'
import { checkedId, type Handlers } from './handler.ts'

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
} satisfies Pick<Handlers, 'listCompanies' | 'createCompany' | 'getCompany' | 'changeCompany'>

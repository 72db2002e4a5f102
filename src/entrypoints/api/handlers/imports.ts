import { found } from '../../../application/found.ts'
import { addressColumns } from '../../../domain/imports/address-row.ts'
import { contactColumns } from '../../../domain/imports/contact-row.ts'
import type { Handlers } from './handler.ts'

export const imports = {
  importContacts: {
    run: (app, { query, file }, context) =>
      app.importContacts({ file, isDryRun: query.dry_run ?? false }, context),
    location: ({ id }) => `/v1/imports/${id}`,
  },

  importAddresses: {
    run: (app, { query, file }, context) =>
      app.importAddresses({ file, isDryRun: query.dry_run ?? false }, context),
    location: ({ id }) => `/v1/imports/${id}`,
  },

  listImports: { list: (app, _request, page) => app.views.imports.list(page) },

  getImport: async (app, { params: { importId } }) =>
    found(await app.views.imports.detail(importId), 'import', importId),

  listImportRows: {
    list: async (app, { params: { importId } }, page) =>
      found(await app.views.imports.rows(importId, page), 'import', importId),
  },

  exportContacts: {
    async table(app, { query: { company_id: companyId } }) {
      if (companyId !== undefined) found(await app.views.companies.detail(companyId), 'company', companyId)
      return {
        name: 'contacts',
        columns: contactColumns,
        pages: app.views.exports.contacts(companyId ?? null),
      }
    },
  },

  exportAddresses: {
    async table(app, { query: { company_id: companyId } }) {
      if (companyId !== undefined) found(await app.views.companies.detail(companyId), 'company', companyId)
      return {
        name: 'addresses',
        columns: addressColumns,
        pages: app.views.exports.addresses(companyId ?? null),
      }
    },
  },
} satisfies Pick<
  Handlers,
  | 'importContacts'
  | 'importAddresses'
  | 'listImports'
  | 'getImport'
  | 'listImportRows'
  | 'exportContacts'
  | 'exportAddresses'
>

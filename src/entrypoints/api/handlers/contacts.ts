import type { App } from '../../../application/app.ts'
import { found } from '../../../application/found.ts'
import { camelCased } from './camel-case.ts'
import { checkedId, type Handlers } from './handler.ts'

const current = (app: App, { params: { contactId } }: { params: { contactId: string } }) =>
  app.views.contacts.detail(contactId)

export const contacts = {
  listContacts: {
    list: async (app, { params: { companyId }, query: { role, active, q } }, page) =>
      found(await app.views.contacts.list(companyId, { role, active, q }, page), 'company', companyId),
  },

  searchContacts: {
    list: (app, { query: { role, active, q } }, page) => app.views.contacts.search({ role, active, q }, page),
  },

  createContact: {
    run: (app, { params, body }, context) =>
      app.createContact(
        {
          companyId: checkedId('company', params.companyId),
          firstName: body.first_name,
          lastName: body.last_name,
          email: body.email,
          phone: body.phone ?? null,
          notes: body.notes ?? null,
          roles: body.roles,
        },
        context,
      ),
    location: ({ id }) => `/v1/contacts/${id}`,
  },

  getContact: async (app, { params: { contactId } }) =>
    found(await app.views.contacts.detail(contactId), 'contact', contactId),

  changeContact: {
    run: (app, { params, body, expectedVersion }, context) =>
      app.changeContact(
        { contactId: checkedId('contact', params.contactId), expectedVersion, changes: camelCased(body) },
        context,
      ),
  },

  archiveContact: {
    current,
    run: (app, { params }, context) =>
      app.archiveContact({ contactId: checkedId('contact', params.contactId) }, context),
  },

  restoreContact: {
    current,
    run: (app, { params }, context) =>
      app.restoreContact({ contactId: checkedId('contact', params.contactId) }, context),
  },

  changeContactRoles: {
    current,
    run: (app, { params, body: { grant = [], take = [] } }, context) =>
      app.changeContactRoles({ contactId: checkedId('contact', params.contactId), grant, take }, context),
  },

  previewContactMerge: async (app, { params, query }) =>
    app.previewContactMerge({
      contactId: checkedId('contact', params.contactId),
      mergedContactId: checkedId('contact', query.merged_contact_id),
    }),

  mergeContacts: {
    current,
    run: (app, { params, body }, context) =>
      app.mergeContacts(
        {
          contactId: checkedId('contact', params.contactId),
          mergedContactId: checkedId('contact', body.merged_contact_id),
        },
        context,
      ),
  },

  acknowledgeContactWarnings: {
    current,
    run: (app, { params, body }, context) =>
      app.acknowledgeContactWarnings(
        {
          contactId: checkedId('contact', params.contactId),
          otherIds: body.contact_ids.map((id) => checkedId('contact', id)),
        },
        context,
      ),
  },
} satisfies Pick<
  Handlers,
  | 'listContacts'
  | 'searchContacts'
  | 'createContact'
  | 'getContact'
  | 'changeContact'
  | 'archiveContact'
  | 'restoreContact'
  | 'changeContactRoles'
  | 'previewContactMerge'
  | 'mergeContacts'
  | 'acknowledgeContactWarnings'
>

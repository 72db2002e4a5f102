import { found } from '../../../application/found.ts'
import { camelCased } from './camel-case.ts'
import { checkedId, type Handlers } from './handler.ts'

export const contacts = {
  listContacts: {
    list: async (app, { params: { companyId } }, page) =>
      found(await app.views.contacts.list(companyId, page), 'company', companyId),
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
} satisfies Pick<Handlers, 'listContacts' | 'createContact' | 'getContact' | 'changeContact'>

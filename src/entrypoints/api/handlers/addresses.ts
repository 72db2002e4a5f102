import { found } from '../../../application/found.ts'
import { camelCased } from './camel-case.ts'
import { checkedId, type Handlers } from './handler.ts'
import { writtenAddress } from './written-address.ts'

export const addresses = {
  listAddresses: {
    list: async (app, { params: { companyId } }, page) =>
      found(await app.views.addresses.list(companyId, page), 'company', companyId),
  },

  createAddress: {
    run: (app, { params, body }, context) =>
      app.createAddress(
        { companyId: checkedId('company', params.companyId), ...camelCased(writtenAddress(body)) },
        context,
      ),
    location: ({ id }) => `/v1/addresses/${id}`,
  },

  getAddress: async (app, { params: { addressId } }) =>
    found(await app.views.addresses.detail(addressId), 'address', addressId),

  changeAddress: {
    run: (app, { params, body, expectedVersion }, context) =>
      app.changeAddress(
        { addressId: checkedId('address', params.addressId), expectedVersion, changes: camelCased(body) },
        context,
      ),
  },
} satisfies Pick<Handlers, 'listAddresses' | 'createAddress' | 'getAddress' | 'changeAddress'>

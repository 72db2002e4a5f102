import { found } from '../../../application/found.ts'
import { camelCased } from './camel-case.ts'
import { checkedId, type Handlers } from './handler.ts'
import { writtenAddress } from './written-address.ts'

export const addresses = {
  listAddresses: {
    list: async (app, { params: { companyId }, query }, page) =>
      found(await app.views.addresses.list(companyId, query, page), 'company', companyId),
  },

  createAddress: {
    run: (app, { params, body }, context) =>
      app.createAddress(
        {
          companyId: checkedId('company', params.companyId),
          address: camelCased(writtenAddress(body)),
          override: body.override ?? null,
        },
        context,
      ),
    location: ({ id }) => `/v1/addresses/${id}`,
    isRepeat: (address) => address.already_recorded === true,
  },

  getAddress: async (app, { params: { addressId } }) =>
    found(await app.views.addresses.detail(addressId), 'address', addressId),

  changeAddress: {
    run: (app, { params, body: { override = null, ...changes }, expectedVersion }, context) =>
      app.changeAddress(
        {
          addressId: checkedId('address', params.addressId),
          expectedVersion,
          changes: camelCased(changes),
          override,
        },
        context,
      ),
  },

  overrideAddress: {
    run: (app, { params, body: { reason }, expectedVersion }, context) =>
      app.overrideAddress(
        { addressId: checkedId('address', params.addressId), expectedVersion, reason },
        context,
      ),
  },

  archiveAddress: {
    run: (app, { params, expectedVersion }, context) =>
      app.archiveAddress({ addressId: checkedId('address', params.addressId), expectedVersion }, context),
  },

  restoreAddress: {
    run: (app, { params, expectedVersion }, context) =>
      app.restoreAddress({ addressId: checkedId('address', params.addressId), expectedVersion }, context),
  },

  saveShipmentAddress: {
    run: (app, { params, body }, context) =>
      app.saveShipmentAddress(
        {
          shipmentId: checkedId('shipment', params.shipmentId),
          label: body?.label ?? null,
          override: body?.override ?? null,
        },
        context,
      ),
    location: ({ id }) => `/v1/addresses/${id}`,
    isRepeat: (address) => address.already_recorded === true,
  },
} satisfies Pick<
  Handlers,
  | 'listAddresses'
  | 'createAddress'
  | 'getAddress'
  | 'changeAddress'
  | 'overrideAddress'
  | 'archiveAddress'
  | 'restoreAddress'
  | 'saveShipmentAddress'
>

import type { IncomingHttpHeaders } from 'node:http'
import { found } from '../../../application/found.ts'
import { Refusal } from '../../../domain/shared/refusal.ts'
import { checkedId, type Handlers } from './handler.ts'
import { countingRefusals } from './webhook-refusals.ts'
import { changedItem, destinationOf, parcelOf, parcelToDraft, scannedSerial } from './written-parcel.ts'

export const shipments = {
  createShipment: {
    run: (app, { params, body }, context) =>
      app.createShipment(
        {
          fulfillmentOrderId: checkedId('fulfillmentOrder', params.fulfillmentOrderId),
          ...parcelToDraft(body),
        },
        context,
      ),
    location: ({ id }) => `/v1/shipments/${id}`,
  },

  listShipments: { list: (app, { query }, page) => app.views.shipments.list(query, page) },

  getShipment: async (app, { params: { shipmentId } }) =>
    found(await app.views.shipments.detail(shipmentId), 'shipment', shipmentId),

  changeShipment: {
    run: (app, { params, body, expectedVersion }, context) => {
      const destination = destinationOf(body)
      return app.changeShipment(
        {
          shipmentId: checkedId('shipment', params.shipmentId),
          expectedVersion,
          ...(body.courier_code === undefined ? {} : { courierCode: body.courier_code }),
          ...(body.tracking_number === undefined ? {} : { trackingNumber: body.tracking_number }),
          ...(destination === null ? {} : { destination }),
          ...(body.parcel === undefined ? {} : { parcel: parcelOf(body.parcel) }),
          ...(body.items === undefined ? {} : { items: body.items.map(changedItem) }),
        },
        context,
      )
    },
  },

  changeShipmentStatus: {
    current: (app, { params }) => app.views.shipments.detail(params.shipmentId),
    run: (app, { params, body }, context) =>
      app.changeShipmentStatus(
        {
          shipmentId: checkedId('shipment', params.shipmentId),
          move: body.move,
          reason: body.reason ?? null,
          at: body.at === undefined ? null : instantOf(body.at),
        },
        context,
      ),
  },

  listCouriers: { list: (app, _request, page) => app.views.shipments.couriers(page) },

  listDevices: {
    list: (app, { query: { serial, ...query } }, page) =>
      app.views.shipments.devices(
        { ...query, ...(serial === undefined ? {} : { serial: scannedSerial(serial) }) },
        page,
      ),
  },

  registerDevices: { run: (app, { body }, context) => app.registerDevices(body, context) },

  receiveCourierWebhook: (app, { params: { courierCode }, bytes, headers }) =>
    countingRefusals(app, courierCode, () =>
      app.receiveCourierWebhook({ courierCode, body: bytes, headers: singleHeaders(headers) }),
    ),
} satisfies Pick<
  Handlers,
  | 'createShipment'
  | 'listShipments'
  | 'getShipment'
  | 'changeShipment'
  | 'changeShipmentStatus'
  | 'listCouriers'
  | 'listDevices'
  | 'registerDevices'
  | 'receiveCourierWebhook'
>

function singleHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const single: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) single[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return single
}

/** A leap second is a time by RFC 3339 and none to JavaScript. */
function instantOf(at: string): Date {
  const instant = new Date(at)
  if (!Number.isNaN(instant.getTime())) return instant
  throw new Refusal('request_invalid', 'The request does not follow the contract.', {}, [
    { pointer: '/at', detail: 'is no point in time' },
  ])
}

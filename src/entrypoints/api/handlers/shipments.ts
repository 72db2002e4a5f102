import type { IncomingHttpHeaders } from 'node:http'
import { found } from '../../../application/found.ts'
import { checkedId, type Handlers, optionalId } from './handler.ts'
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
          ...(body.tracking_number_reason === undefined
            ? {}
            : { trackingNumberReason: body.tracking_number_reason }),
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
          at: body.at === undefined ? null : new Date(body.at),
        },
        context,
      ),
  },

  correctDelivery: {
    current: (app, { params }) => app.views.shipments.detail(params.shipmentId),
    run: (app, { params, body }, context) =>
      app.correctDelivery({ shipmentId: checkedId('shipment', params.shipmentId), ...body }, context),
  },

  writeOffUnits: {
    run: (app, { params, body }, context) =>
      app.writeOffUnits(
        {
          shipmentId: checkedId('shipment', params.shipmentId),
          caseId: optionalId('case', body.case_id),
          items: body.items.map((item) => ({
            shipmentItemId: checkedId('shipmentItem', item.shipment_item_id),
            quantity: item.quantity,
            serialNumbers: item.serial_numbers ?? [],
            cause: item.cause,
            note: item.note ?? null,
          })),
        },
        context,
      ),
    location: ({ id }) => `/v1/shipments/${id}`,
  },

  reverseWriteOff: {
    run: (app, { params, body }, context) =>
      app.reverseWriteOff(
        {
          shipmentId: checkedId('shipment', params.shipmentId),
          writeOffId: checkedId('writeOff', params.writeOffId),
          reason: body.reason,
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
  | 'correctDelivery'
  | 'writeOffUnits'
  | 'reverseWriteOff'
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

import { found } from '../../../application/found.ts'
import type { AskedUnit } from '../../../domain/shipments/step-plan.ts'
import { checkedId, type Handlers } from './handler.ts'
import { parcelToDraft, scannedSerial } from './written-parcel.ts'

export const packing = {
  getShipmentOptions: (app, { params }) => app.getShipmentOptions(params),

  createShipments: {
    run: (app, { params, body }, context) =>
      app.createShipments(
        {
          fulfillmentOrderId: checkedId('fulfillmentOrder', params.fulfillmentOrderId),
          shipments: body.shipments.map((one, index) => parcelToDraft(one, `/shipments/${index}`)),
        },
        context,
      ),
  },

  listPastDestinations: {
    list: async (app, { params: { companyId } }, page) => {
      found(await app.views.companies.detail(companyId), 'company', companyId)
      return app.views.packing.pastDestinations(companyId, page)
    },
  },

  discardShipment: {
    run: (app, { params, expectedVersion }, context) =>
      app.discardShipment({ shipmentId: checkedId('shipment', params.shipmentId), expectedVersion }, context),
  },

  askAboutParcel: {
    run: (app, { params }, context) =>
      app.askAboutParcel({ shipmentId: checkedId('shipment', params.shipmentId) }, context),
  },

  getPackingSlip: { pdf: (app, { params }) => app.getPackingSlip(params) },

  getAutomationPlan: async (app, { params: { shipmentId } }) =>
    found(await app.views.packing.plan(shipmentId), 'shipment', shipmentId),

  planAutomationSteps: {
    run: (app, { params, body, expectedVersion }, context) =>
      app.planAutomationSteps(
        {
          shipmentId: checkedId('shipment', params.shipmentId),
          expectedVersion,
          steps: (body.steps ?? []).map((step) => ({
            ...askedUnit(step),
            scenario: step.scenario,
            payload: step.payload ?? {},
            isSkipped: step.skip ?? false,
            note: step.note ?? null,
          })),
          reset: (body.reset ?? []).map(askedUnit),
        },
        context,
      ),
  },
} satisfies Pick<
  Handlers,
  | 'getShipmentOptions'
  | 'createShipments'
  | 'listPastDestinations'
  | 'discardShipment'
  | 'askAboutParcel'
  | 'getPackingSlip'
  | 'getAutomationPlan'
  | 'planAutomationSteps'
>

function askedUnit({
  shipment_item_id,
  unit_number,
  serial,
}: {
  shipment_item_id: string
  unit_number?: number | undefined
  serial?: string | undefined
}): AskedUnit {
  return {
    shipmentItemId: checkedId('shipmentItem', shipment_item_id),
    unit: serial === undefined ? { unitNumber: unit_number ?? 1 } : { serial: scannedSerial(serial) },
  }
}

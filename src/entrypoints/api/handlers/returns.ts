import type { App } from '../../../application/app.ts'
import { found } from '../../../application/found.ts'
import { checkedId, type Handlers, optionalId } from './handler.ts'

const currentReturn = (app: App, { params }: { params: { returnId: string } }) =>
  app.views.returns.detail(params.returnId)

const currentCase = (app: App, { params }: { params: { caseId: string } }) =>
  app.views.returns.case(params.caseId)

const currentReplacement = (app: App, { params }: { params: { replacementId: string } }) =>
  app.views.returns.replacement(params.replacementId)

export const returns = {
  listCases: { list: (app, { query }, page) => app.views.returns.cases(query, page) },

  createCase: {
    run: (app, { body }, context) =>
      app.createCase(
        { orderId: checkedId('order', body.order_id), kind: body.kind, note: body.note ?? null },
        context,
      ),
    location: ({ id }) => `/v1/cases/${id}`,
  },

  getCase: async (app, { params: { caseId } }) => found(await app.views.returns.case(caseId), 'case', caseId),

  linkCase: {
    current: currentCase,
    run: (app, { params, body }, context) =>
      app.linkCase({ caseId: checkedId('case', params.caseId), type: body.type, id: body.id }, context),
  },

  closeCase: {
    current: currentCase,
    run: (app, { params, body }, context) =>
      app.closeCase({ caseId: checkedId('case', params.caseId), note: body.note ?? null }, context),
  },

  listReturns: { list: (app, { query }, page) => app.views.returns.list(query, page) },

  createReturn: {
    run: (app, { body }, context) =>
      app.createReturn(
        {
          orderId: checkedId('order', body.order_id),
          caseId: optionalId('case', body.case_id),
          items: body.items.map((item) => ({
            shipmentItemId: checkedId('shipmentItem', item.shipment_item_id),
            quantity: item.quantity,
            serialNumbers: item.serial_numbers ?? [],
          })),
          reason: body.reason,
          note: body.note ?? null,
        },
        context,
      ),
    location: ({ id }) => `/v1/returns/${id}`,
  },

  getReturn: async (app, { params: { returnId } }) =>
    found(await app.views.returns.detail(returnId), 'return', returnId),

  approveReturn: {
    current: currentReturn,
    run: (app, { params, body }, context) =>
      app.approveReturn(
        {
          returnId: checkedId('return', params.returnId),
          returnBy: body.return_by === undefined ? null : new Date(body.return_by),
        },
        context,
      ),
  },

  rejectReturn: {
    current: currentReturn,
    run: (app, { params, body }, context) =>
      app.rejectReturn({ returnId: checkedId('return', params.returnId), note: body.note ?? null }, context),
  },

  cancelReturn: {
    current: currentReturn,
    run: (app, { params, body }, context) =>
      app.cancelReturn({ returnId: checkedId('return', params.returnId), note: body.note ?? null }, context),
  },

  createReturnShipment: {
    current: currentReturn,
    run: (app, { params, body }, context) =>
      app.createReturnShipment(
        {
          returnId: checkedId('return', params.returnId),
          courierCode: body.courier_code,
          trackingNumber: body.tracking_number,
          trackingNumberReason: body.tracking_number_reason ?? null,
        },
        context,
      ),
  },

  receiveReturn: {
    current: currentReturn,
    run: (app, { params, body }, context) =>
      app.receiveReturn(
        {
          returnId: checkedId('return', params.returnId),
          returnShipmentId: optionalId('returnShipment', body.return_shipment_id),
          items: body.items.map((item) => ({
            returnItemId: checkedId('returnItem', item.return_item_id),
            quantity: item.quantity,
            serialNumbers: item.serial_numbers ?? [],
            condition: item.condition,
            note: item.note ?? null,
          })),
        },
        context,
      ),
  },

  closeReturn: {
    current: currentReturn,
    run: (app, { params, body }, context) =>
      app.closeReturn(
        {
          returnId: checkedId('return', params.returnId),
          resolution: body.resolution,
          missingUnits: body.missing_units ?? 'release',
        },
        context,
      ),
  },

  unassignReturnDevices: {
    current: currentReturn,
    run: (app, { params, body }, context) =>
      app.unassignReturnDevices(
        { returnId: checkedId('return', params.returnId), serialNumbers: body.serial_numbers ?? null },
        context,
      ),
  },

  restockReturnDevices: {
    current: currentReturn,
    run: (app, { params, body }, context) =>
      app.restockReturnDevices(
        { returnId: checkedId('return', params.returnId), serialNumbers: body.serial_numbers ?? null },
        context,
      ),
  },

  listReplacements: { list: (app, { query }, page) => app.views.returns.replacements(query, page) },

  createReplacement: {
    run: (app, { body }, context) =>
      app.createReplacement(
        {
          orderId: checkedId('order', body.order_id),
          caseId: optionalId('case', body.case_id),
          oldSerial: body.old_serial ?? null,
          shipmentItemId: optionalId('shipmentItem', body.shipment_item_id),
          sku: body.sku ?? null,
          newSerial: body.new_serial ?? null,
          reason: body.reason,
          note: body.note ?? null,
          isAdvance: body.advance,
          returnBy: body.return_by === undefined ? null : new Date(body.return_by),
          charge:
            body.charge_if_not_returned_minor === undefined || body.currency === undefined
              ? null
              : { minor: BigInt(body.charge_if_not_returned_minor), currency: body.currency },
        },
        context,
      ),
    location: ({ id }) => `/v1/replacements/${id}`,
  },

  getReplacement: async (app, { params: { replacementId } }) =>
    found(await app.views.returns.replacement(replacementId), 'replacement', replacementId),

  chargeReplacement: {
    current: currentReplacement,
    run: (app, { params }, context) =>
      app.chargeReplacement({ replacementId: checkedId('replacement', params.replacementId) }, context),
  },

  closeReplacement: {
    current: currentReplacement,
    run: (app, { params, body }, context) =>
      app.closeReplacement(
        { replacementId: checkedId('replacement', params.replacementId), note: body.note ?? null },
        context,
      ),
  },
} satisfies Pick<
  Handlers,
  | 'listCases'
  | 'createCase'
  | 'getCase'
  | 'linkCase'
  | 'closeCase'
  | 'listReturns'
  | 'createReturn'
  | 'getReturn'
  | 'approveReturn'
  | 'rejectReturn'
  | 'cancelReturn'
  | 'createReturnShipment'
  | 'receiveReturn'
  | 'closeReturn'
  | 'unassignReturnDevices'
  | 'restockReturnDevices'
  | 'listReplacements'
  | 'createReplacement'
  | 'getReplacement'
  | 'chargeReplacement'
  | 'closeReplacement'
>

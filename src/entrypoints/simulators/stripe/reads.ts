import type { StripeOperation } from './call.ts'
import { LIST_PARAMETERS, listRows } from './lists.ts'
import { noSuch } from './refusal.ts'

const EXPAND_ONLY = new Set(['expand'])

export const getIntent: StripeOperation = (world, call) => {
  call.parameters.only(EXPAND_ONLY)
  const intent = world.state.intents.get(call.pathId)
  if (intent === undefined) throw noSuch('payment_intent', call.pathId, 'intent')
  return intent
}

export const listIntents: StripeOperation = (world, call) => {
  call.parameters.only(new Set([...LIST_PARAMETERS, 'customer']))
  const customer = call.parameters.text('customer')
  return listRows(call.parameters, world.state.intents, {
    url: '/v1/payment_intents',
    shown: (intent) => intent,
    createdOf: (intent) => intent.created,
    matches: (intent) => customer === null || intent['customer'] === customer,
  })
}

export const getCharge: StripeOperation = (world, call) => {
  call.parameters.only(EXPAND_ONLY)
  const charge = world.state.charges.get(call.pathId)
  if (charge === undefined) throw noSuch('charge', call.pathId, 'charge')
  return charge
}

export const listCharges: StripeOperation = (world, call) => {
  call.parameters.only(new Set([...LIST_PARAMETERS, 'payment_intent', 'customer']))
  const intentId = call.parameters.text('payment_intent')
  return listRows(call.parameters, world.state.charges, {
    url: '/v1/charges',
    shown: (charge) => charge,
    createdOf: (charge) => charge.created,
    ...(intentId !== null && { ids: world.state.chargeIdsByIntent.get(intentId) ?? [] }),
  })
}

export const getDispute: StripeOperation = (world, call) => {
  call.parameters.only(EXPAND_ONLY)
  const dispute = world.state.disputes.get(call.pathId)
  if (dispute === undefined) throw noSuch('dispute', call.pathId, 'dispute')
  return dispute
}

export const listDisputes: StripeOperation = (world, call) => {
  call.parameters.only(new Set([...LIST_PARAMETERS, 'charge', 'payment_intent']))
  const chargeId = call.parameters.text('charge')
  const intentId = call.parameters.text('payment_intent')
  return listRows(call.parameters, world.state.disputes, {
    url: '/v1/disputes',
    shown: (dispute) => dispute,
    createdOf: (dispute) => dispute.created,
    matches: (dispute) =>
      (chargeId === null || dispute.charge === chargeId) &&
      (intentId === null || dispute.payment_intent === intentId),
  })
}

export const getEvent: StripeOperation = (world, call) => {
  call.parameters.only(EXPAND_ONLY)
  const event = world.state.events.get(call.pathId)
  if (event === undefined) throw noSuch('event', call.pathId, 'id')
  return event
}

export const listEvents: StripeOperation = (world, call) => {
  const { parameters } = call
  parameters.only(new Set([...LIST_PARAMETERS, 'type', 'types', 'delivery_success']))
  const type = parameters.text('type')
  const types = parameters.texts('types')
  const isDelivered = parameters.boolean('delivery_success')
  return listRows(parameters, world.state.events, {
    url: '/v1/events',
    shown: (event) => event,
    createdOf: (event) => event.created,
    matches: (event) =>
      (type === null || matchesType(event.type, type)) &&
      (types.length === 0 || types.some((each) => matchesType(event.type, each))) &&
      (isDelivered === null || isDelivered === !world.webhooks.isUndelivered(event.id)),
  })
}

/** `charge.*` names a whole group. */
function matchesType(type: string, wanted: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted
}

export const listInvoicePayments: StripeOperation = (world, call) => {
  const { parameters } = call
  parameters.only(new Set([...LIST_PARAMETERS, 'invoice', 'payment', 'status']))
  const invoiceId = parameters.text('invoice')
  const intentId = parameters.nested('payment')?.text('payment_intent') ?? null
  return listRows(parameters, world.state.invoicePayments, {
    url: '/v1/invoice_payments',
    shown: (payment) => payment,
    createdOf: (payment) => payment.created,
    matches: (payment) =>
      (invoiceId === null || payment.invoice === invoiceId) &&
      (intentId === null || payment.payment.payment_intent === intentId),
  })
}

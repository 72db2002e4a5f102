import { randomId } from '../machinery/random-id.ts'
import { refuseTooSmall } from './amounts.ts'
import { nowSeconds, type StripeCall, type StripeOperation, type StripeWorld } from './call.ts'
import { readLineItems } from './line-items.ts'
import { LIST_PARAMETERS, limitOf, listRows } from './lists.ts'
import type { LineItem, Session, SessionRow } from './objects.ts'
import { knownParameters, type Parameters } from './parameters.ts'
import { expireSession } from './payments.ts'
import { noSuch, StripeRefusal } from './refusal.ts'
import { newSession } from './session-shape.ts'

const CREATE = knownParameters(`
  adaptive_pricing after_expiration allow_promotion_codes allowed_payment_method_types automatic_tax
  billing_address_collection branding_settings cancel_url client_reference_id consent_collection
  currency custom_fields custom_text customer customer_account customer_creation customer_email
  customer_update discounts excluded_payment_method_types expand expires_at integration_identifier
  invoice_creation line_items locale managed_payments metadata mode name_collection optional_items
  origin_context payment_intent_data payment_method_collection payment_method_configuration
  payment_method_data payment_method_options payment_method_types permissions phone_number_collection
  redirect_on_completion return_url saved_payment_method_options setup_intent_data
  shipping_address_collection shipping_options submit_type subscription_data success_url
  tax_id_collection ui_mode wallet_options
`)
const INTENT_DATA = knownParameters(`
  application_fee_amount capture_method description metadata on_behalf_of receipt_email
  setup_future_usage shipping statement_descriptor statement_descriptor_suffix transfer_data
  transfer_group
`)
const LIST = knownParameters(
  ...LIST_PARAMETERS,
  `
  payment_intent status customer customer_details payment_link
`,
)
const HALF_AN_HOUR = 30 * 60
const A_DAY = 24 * 60 * 60
// The caller's clock and ours may differ by a few seconds, and its request took time to arrive.
const CLOCK_SLACK = 60

export const createSession: StripeOperation = (world, call) => {
  const { parameters } = call
  parameters.only(CREATE)
  refuseUnsupported(parameters)
  const lines = readLineItems(world, parameters)
  const currency = lines[0]?.currency ?? 'usd'
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0)
  refuseTooSmall(total, currency)
  const intentData = parameters.nested('payment_intent_data')
  intentData?.only(INTENT_DATA)
  const id = randomId('cs_test_a1', 56)
  const row: SessionRow = {
    session: newSession(id, {
      baseUrl: world.baseUrl(),
      cancelUrl: parameters.text('cancel_url'),
      clientReferenceId: parameters.text('client_reference_id', 200),
      currency,
      customer: parameters.text('customer'),
      customerEmail: parameters.text('customer_email', 800),
      expiresAt: readExpiry(parameters),
      locale: parameters.text('locale'),
      metadata: parameters.metadata(),
      paymentMethodTypes: parameters.texts('payment_method_types'),
      successUrl: readSuccessUrl(parameters),
      total,
      wantsInvoice: parameters.nested('invoice_creation')?.boolean('enabled') ?? false,
    }),
    lines,
    intentMetadata: intentData?.metadata() ?? {},
    intentDescription: intentData?.text('description') ?? null,
    wantsInvoice: parameters.nested('invoice_creation')?.boolean('enabled') ?? false,
  }
  world.state.sessions.put(id, row)
  world.state.count('sessionsCreated')
  return row.session
}

export const getSession: StripeOperation = (world, call) => {
  call.parameters.only(new Set(['expand']))
  return requireSession(world, call).session
}

export const updateSession: StripeOperation = (world, call) => {
  const row = requireSession(world, call)
  call.parameters.only(new Set(['metadata', 'expand', 'collected_information', 'shipping_options']))
  const session: Session = { ...row.session, metadata: call.parameters.metadata(row.session.metadata) }
  world.state.sessions.put(session.id, { ...row, session })
  return session
}

export const listSessions: StripeOperation = (world, call) => {
  const { parameters } = call
  parameters.only(LIST)
  const intentId = parameters.text('payment_intent')
  const status = parameters.oneOf('status', ['open', 'complete', 'expired'])
  const customer = parameters.text('customer')
  const sessionId = intentId === null ? undefined : world.state.sessionIdByIntent.get(intentId)
  return listRows(parameters, world.state.sessions, {
    url: '/v1/checkout/sessions',
    shown: (row) => row.session,
    createdOf: (row) => row.session.created,
    matches: ({ session }) =>
      (status === null || session.status === status) &&
      (customer === null || session['customer'] === customer),
    ...(intentId !== null && { ids: sessionId === undefined ? [] : [sessionId] }),
  })
}

export const expireOpenSession: StripeOperation = (world, call) => {
  call.parameters.only(new Set(['expand']))
  const row = requireSession(world, call)
  if (row.session.status !== 'open') {
    throw new StripeRefusal(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${row.session.status}.`,
    )
  }
  return expireSession(world, row, call.source)
}

export const listSessionLines: StripeOperation = (world, call) => {
  const { parameters } = call
  parameters.only(new Set(LIST_PARAMETERS))
  const { lines, session } = requireSession(world, call)
  const limit = limitOf(parameters)
  const after = parameters.text('starting_after')
  const from = after === null ? 0 : lines.findIndex((line: LineItem) => line.id === after) + 1
  const data = lines.slice(from, from + limit)
  const url = `/v1/checkout/sessions/${session.id}/line_items`
  return { object: 'list', url, has_more: from + limit < lines.length, data }
}

function refuseUnsupported(parameters: Parameters): void {
  const mode = parameters.oneOf('mode', ['payment', 'setup', 'subscription'])
  if (mode === null) throw parameters.missing('mode')
  if (mode !== 'payment') {
    throw new StripeRefusal('This simulator plays payment mode only.', { param: 'mode' })
  }
  const uiMode = parameters.oneOf('ui_mode', ['hosted_page', 'embedded_page', 'elements', 'form'])
  if (uiMode !== null && uiMode !== 'hosted_page') {
    throw new StripeRefusal('This simulator plays the hosted page only.', { param: 'ui_mode' })
  }
  if (parameters.has('customer') && parameters.has('customer_email')) {
    throw new StripeRefusal('You may only specify one of these parameters: customer, customer_email.', {
      param: 'customer',
    })
  }
  const email = parameters.text('customer_email')
  if (email !== null && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
    throw new StripeRefusal(`Invalid email address: ${email}`, {
      code: 'email_invalid',
      param: 'customer_email',
    })
  }
}

function readSuccessUrl(parameters: Parameters): string {
  const url = parameters.requiredText('success_url')
  if (!/^https?:\/\/./.test(url))
    throw new StripeRefusal('Not a valid URL', { code: 'url_invalid', param: 'success_url' })
  return url
}

function readExpiry(parameters: Parameters): number {
  const now = nowSeconds()
  const expiresAt = parameters.integer('expires_at')
  if (expiresAt === null) return now + A_DAY
  if (expiresAt < now + HALF_AN_HOUR - CLOCK_SLACK || expiresAt > now + A_DAY + CLOCK_SLACK) {
    throw new StripeRefusal(
      'The `expires_at` timestamp must be between 30 minutes and 24 hours after Checkout Session creation.',
      { param: 'expires_at' },
    )
  }
  return expiresAt
}

function requireSession(world: StripeWorld, call: StripeCall): SessionRow {
  const row = world.state.sessions.get(call.pathId)
  if (row === undefined) {
    throw new StripeRefusal(`No such checkout.session: ${call.pathId}`, {
      status: noSuch('checkout.session', call.pathId, 'session').status,
      code: 'resource_missing',
      param: 'session',
    })
  }
  return row
}

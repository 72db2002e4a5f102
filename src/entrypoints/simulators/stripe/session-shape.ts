import { nowSeconds } from './call.ts'
import type { Metadata, Session } from './objects.ts'

export function newSession(
  id: string,
  about: {
    baseUrl: string
    cancelUrl: string | null
    clientReferenceId: string | null
    currency: string
    customer: string | null
    customerEmail: string | null
    expiresAt: number
    locale: string | null
    metadata: Metadata
    paymentMethodTypes: string[]
    successUrl: string
    total: number
    wantsInvoice: boolean
  },
): Session {
  const methods =
    about.paymentMethodTypes.length === 0 ? ['card', 'us_bank_account'] : about.paymentMethodTypes
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: about.total,
    amount_total: about.total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: about.cancelUrl,
    client_reference_id: about.clientReferenceId,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: nowSeconds(),
    currency: about.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: about.customer,
    customer_account: null,
    customer_creation: about.customer === null ? 'if_required' : null,
    customer_details: null,
    customer_email: about.customerEmail,
    discounts: [],
    expires_at: about.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: { enabled: about.wantsInvoice, invoice_data: null },
    livemode: false,
    locale: about.locale,
    managed_payments: null,
    metadata: about.metadata,
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: methods,
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: null,
    subscription: null,
    success_url: about.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${about.baseUrl}/c/pay/${id}`,
    wallet_options: null,
  }
}

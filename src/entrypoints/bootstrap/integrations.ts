import { createGenericGateway } from '../../adapters/couriers/generic/generic-gateway.ts'
import { createLegacyBridge } from '../../adapters/legacy-bridge/legacy-bridge.ts'
import { createSlackNotifier } from '../../adapters/slack/slack-notifier.ts'
import { createSmtpMailer } from '../../adapters/smtp/smtp-mailer.ts'
import { createStripeGateway } from '../../adapters/stripe/stripe-gateway.ts'
import { createWebhookForwarder, type ForwardingTarget } from '../../adapters/stripe/webhook-forwarder.ts'
import type { Clock } from '../../application/ports/clock.ts'
import type { CourierGateways, GenericCouriers } from '../../application/ports/courier-gateway.ts'
import type { LegacyBridge } from '../../application/ports/legacy-bridge.ts'
import type { Mailer } from '../../application/ports/mailer.ts'
import type { Notifier } from '../../application/ports/notifier.ts'
import type { PaymentGateway } from '../../application/ports/payment-gateway.ts'
import type { WebhookForwarder } from '../../application/ports/webhook-forwarder.ts'
import type { Config } from './config.ts'
import { type CourierParts, couriersOf } from './couriers.ts'
import { type SimulatorAddresses, simulatorKeys } from './simulator-keys.ts'

export interface Integrations {
  gateway: PaymentGateway
  forwarder: WebhookForwarder
  bridge: LegacyBridge
  notifier: Notifier
  mailer: Mailer
  couriers: CourierGateways
  genericCouriers: GenericCouriers
}

/** What tests put in the place of the real thing. */
export interface Overrides {
  clock?: Clock
  gateway?: PaymentGateway
  forwarder?: WebhookForwarder
  bridge?: LegacyBridge
  notifier?: Notifier
  mailer?: Mailer
  couriers?: CourierGateways
}

/** Every outsider: the real one where its key is set, its simulator otherwise. */
export function integrationsOf(
  { config, simulators }: { config: Config; simulators: SimulatorAddresses | null },
  clock: Clock,
  overrides: Overrides,
  accounts: CourierParts,
): Integrations {
  const { stripe, legacyBridge, slackWebhookUrl } = config
  const stripeBase = stripe.apiBase ?? (stripe.secretKey === null ? simulators?.stripe : undefined)
  const slackUrl =
    slackWebhookUrl ??
    (simulators === null || config.environment === 'production'
      ? null
      : `${simulators.slack}/services/T000/B000/waybill`)
  return {
    gateway:
      overrides.gateway ??
      createStripeGateway({
        apiKey: stripe.secretKey ?? simulatorKeys.stripe.apiKey,
        webhookSecret: stripe.webhookSecret ?? simulatorKeys.stripe.webhookSecret,
        ...(stripeBase === undefined ? {} : { apiBase: stripeBase }),
        clock,
      }),
    forwarder: overrides.forwarder ?? createWebhookForwarder({ targets: forwardingTargets(config), clock }),
    bridge:
      overrides.bridge ??
      createLegacyBridge({
        url: legacyBridge.url ?? simulators?.legacy ?? 'http://127.0.0.1:4012',
        token: legacyBridge.token ?? simulatorKeys.legacy.token,
        clock,
      }),
    notifier: overrides.notifier ?? createSlackNotifier({ url: slackUrl }),
    mailer: overrides.mailer ?? createSmtpMailer(config.smtp ?? simulatedSmtp(config, simulators)),
    couriers: overrides.couriers ?? couriersOf({ config, simulators }, clock, accounts),
    genericCouriers: new Map(
      Object.entries(config.genericCourierSecrets).map(([name, secret]) => [
        name,
        createGenericGateway({ secret }),
      ]),
    ),
  }
}

/** The simulator's mail server. In production, where mail may be left out, nothing is to be queued for it. */
function simulatedSmtp({ environment }: Config, simulators: SimulatorAddresses | null): Config['smtp'] {
  if (simulators === null || environment === 'production') return null
  const { hostname, port } = new URL(simulators.smtp)
  const from = { name: 'Waybill', address: 'billing@waybill.example' }
  return {
    host: hostname,
    port: Number(port),
    user: null,
    password: null,
    from,
    tls: 'off',
    certificates: null,
  }
}

/** Those who get Stripe's events from us. Without secrets of their own they verify with Stripe's first. */
function forwardingTargets({ stripe, legacyStripe }: Config): ForwardingTarget[] {
  const shared = (stripe.webhookSecret ?? simulatorKeys.stripe.webhookSecret).split(',')[0] ?? ''
  return legacyStripe.urls.map((url, index) => ({
    url,
    secret: legacyStripe.secrets[index] ?? legacyStripe.secrets[0] ?? shared,
  }))
}

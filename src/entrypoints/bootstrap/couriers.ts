import { setTimeout } from 'node:timers/promises'
import { createCanadaPostGateway } from '../../adapters/couriers/canada-post/canada-post-gateway.ts'
import { createChitChatsGateway } from '../../adapters/couriers/chit-chats/chit-chats-gateway.ts'
import { type CourierHttp, createCourierHttp } from '../../adapters/couriers/courier-http.ts'
import { createDhlGateway } from '../../adapters/couriers/dhl/dhl-gateway.ts'
import { createUspsApi } from '../../adapters/couriers/usps/usps-api.ts'
import { createUspsGateway } from '../../adapters/couriers/usps/usps-gateway.ts'
import { createUspsSubscriptions } from '../../adapters/couriers/usps/usps-subscriptions.ts'
import type { Clock } from '../../application/ports/clock.ts'
import type { CourierBudget, CourierTokens } from '../../application/ports/courier-accounts.ts'
import type { CourierGateway, CourierGateways } from '../../application/ports/courier-gateway.ts'
import type { Logger } from '../../application/ports/logger.ts'
import type { Config } from './config.ts'
import { type SimulatorAddresses, simulatorKeys } from './simulator-keys.ts'

/** What the couriers need besides their keys: what all processes share about our accounts with them. */
export interface CourierParts {
  tokens: CourierTokens
  budget: CourierBudget
  logger: Logger
}

// As long as the platform waits before it tries a failed poll again.
const LEFT_ALONE_MS = 300_000

interface Setting {
  config: Config
  simulators: SimulatorAddresses | null
}

const productionHosts = {
  usps: 'https://apis.usps.com',
  dhl: 'https://api-eu.dhl.com',
  canadaPost: 'https://soa-gw.canadapost.ca',
  chitChats: 'https://chitchats.com',
} as const

/** Every courier by its code: the real one where we have a key, its simulator otherwise, and nobody in production. */
export function couriersOf(setting: Setting, clock: Clock, parts: CourierParts): CourierGateways {
  return new Map([
    ['USPS', uspsOf(setting, clock, parts)],
    ['DHL', dhlOf(setting, clock, parts)],
    ['CanadaPost', canadaPostOf(setting, clock, parts)],
    ['ChitChat', chitChatsOf(setting, clock, parts)],
  ])
}

function dhlOf({ config, simulators }: Setting, clock: Clock, parts: CourierParts): CourierGateway {
  const { apiBase, apiKey: ownKey, hookToken } = config.dhl
  const simulated = ownKey === null ? simulatorFor(config, simulators) : null
  const apiKey = simulated === null ? ownKey : simulatorKeys.dhl.apiKey
  const baseUrl = apiBase ?? simulated?.dhl ?? productionHosts.dhl
  return createDhlGateway({
    // Without a token of ours nothing is a push of DHL's.
    hookToken: hookToken ?? (simulated === null ? null : simulatorKeys.dhl.hookToken),
    api:
      apiKey === null
        ? null
        : {
            apiKey,
            http: httpOf('DHL', { baseUrl, secrets: [apiKey] }, clock, parts),
          },
  })
}

function canadaPostOf({ config, simulators }: Setting, clock: Clock, parts: CourierParts): CourierGateway {
  const { canadaPost } = config
  const simulated = canadaPost.user === null ? simulatorFor(config, simulators) : null
  const { user, password } = simulated === null ? canadaPost : simulatorKeys.canadaPost
  if (user === null || password === null) return createCanadaPostGateway(null)
  const baseUrl = canadaPost.apiBase ?? simulated?.canadaPost ?? productionHosts.canadaPost
  const secrets = [password, Buffer.from(`${user}:${password}`).toString('base64')]
  return createCanadaPostGateway({
    user,
    password,
    http: httpOf('CanadaPost', { baseUrl, secrets }, clock, parts),
  })
}

function chitChatsOf({ config, simulators }: Setting, clock: Clock, parts: CourierParts): CourierGateway {
  const { chitChats } = config
  const simulated = chitChats.clientId === null ? simulatorFor(config, simulators) : null
  const { clientId, accessToken } = simulated === null ? chitChats : simulatorKeys.chitChats
  if (clientId === null || accessToken === null) return createChitChatsGateway(null)
  const baseUrl = chitChats.apiBase ?? simulated?.chitChats ?? productionHosts.chitChats
  return createChitChatsGateway({
    clientId,
    accessToken,
    http: httpOf('ChitChat', { baseUrl, secrets: [accessToken] }, clock, parts),
  })
}

/** Connections whose failures in a row pause the account for all processes, not only the one that saw them. */
function httpOf(
  courierCode: string,
  { baseUrl, secrets }: { baseUrl: string; secrets: readonly string[] },
  clock: Clock,
  { budget, logger }: CourierParts,
): CourierHttp {
  return createCourierHttp({
    courierCode,
    baseUrl,
    clock,
    logger,
    secrets,
    onLeftAlone: (reason) =>
      budget.pause(courierCode, new Date(clock.now().getTime() + LEFT_ALONE_MS), reason, 'failing'),
  })
}

function simulatorFor(config: Config, simulators: SimulatorAddresses | null): SimulatorAddresses | null {
  return config.environment === 'production' ? null : simulators
}

function uspsOf({ config, simulators }: Setting, clock: Clock, parts: CourierParts): CourierGateway {
  const { tokens, budget } = parts
  const { usps } = config
  const isSimulated = usps.clientId === null && simulators !== null && config.environment !== 'production'
  const clientId = isSimulated ? simulatorKeys.usps.clientId : usps.clientId
  const clientSecret = isSimulated ? simulatorKeys.usps.clientSecret : usps.clientSecret
  const baseUrl = usps.apiBase ?? (isSimulated ? simulators.usps : productionHosts.usps)
  const secret = usps.subscriptionSecret ?? simulatorKeys.usps.subscriptionSecret
  const api =
    clientId === null || clientSecret === null
      ? null
      : createUspsApi({
          http: httpOf('USPS', { baseUrl, secrets: [clientSecret, secret] }, clock, parts),
          clientId,
          clientSecret,
          tokens,
          budget,
          clock,
          sleep: (milliseconds) => setTimeout(milliseconds),
        })
  const { adminEmails, mailerIds } = usps
  const simulated = isSimulated ? simulatorKeys.usps : null
  const emails = adminEmails.length > 0 ? adminEmails : (simulated?.adminEmails ?? [])
  const mailers = mailerIds.length > 0 ? mailerIds : (simulated?.mailerIds ?? [])
  return createUspsGateway({
    subscriptionSecret: secret,
    api,
    subscriptions:
      api === null || emails.length === 0
        ? null
        : createUspsSubscriptions(api, { secret, adminEmails: emails, mailers }),
  })
}

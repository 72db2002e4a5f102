import type { PushSubscriptions } from '../../../application/ports/courier-gateway.ts'
import { Unavailable } from '../../../domain/shared/unavailable.ts'
import type { PushSubscription } from '../../../domain/shipments/push-subscriptions.ts'
import { readJson } from '../courier-answer.ts'
import { instantOf } from '../zoned-time.ts'
import type { UspsApi } from './usps-api.ts'
import { isJsonObject, type JsonObject } from './usps-scans.ts'
import { textOf } from './usps-texts.ts'

const base = '/subscriptions-tracking/v3r2/subscriptions'
const scope = 'subscriptions-tracking'
const pageSize = 100
// What all updates leave out.
const eventTypes = ['ALL_UPDATES', 'PACKAGE_DELAYED']

export interface UspsSubscriptionOptions {
  /** Signs the pushes; exactly 32 characters. */
  secret: string
  /** Whom USPS writes to before it gives a subscription up; one to three. */
  adminEmails: readonly string[]
  /** Mailer ids, of 6 or 9 digits. */
  mailers: readonly string[]
}

/** Subscriptions-Tracking v3r2: of a mailer's parcels, and of parcels that are no mailer's of ours. */
export function createUspsSubscriptions(
  api: UspsApi,
  { secret, adminEmails, mailers }: UspsSubscriptionOptions,
): PushSubscriptions {
  return {
    mailers,
    isCovered: (number) =>
      /^9[1-5]\d{3}/.test(number) && mailers.some((mailer) => number.startsWith(mailer, 5)),

    async list(page, { correlationId }) {
      const path = `${base}?offset=${page * pageSize}&limit=${pageSize}`
      const reply = await api.call({ method: 'GET', path }, { correlationId, scope })
      const body = readJson(reply.text)
      const listed = isJsonObject(body) ? body['subscriptions'] : body
      if (reply.status !== 200 || !Array.isArray(listed)) {
        throw new Unavailable('USPS', `USPS answered ${reply.status} without subscriptions.`, {
          retryAfterSeconds: 300,
        })
      }
      return {
        subscriptions: listed.filter(isJsonObject).flatMap((one) => subscriptionOf(one) ?? []),
        next: listed.length < pageSize ? null : page + 1,
      }
    },

    async create({ subject, listenerUrl }, { correlationId }) {
      const wanted = {
        listenerURL: listenerUrl,
        secret,
        adminNotification: adminEmails.map((email) => ({ email })),
        filterProperties: {
          ...(mailers.includes(subject) ? { MID: subject } : { trackingNumber: subject }),
          trackingEventTypes: eventTypes,
        },
      }
      const reply = await api.call(
        { method: 'POST', path: base, body: JSON.stringify(wanted) },
        { correlationId, scope },
      )
      // A duplicate is refused by the id of the one there is.
      if (reply.status < 300 || /\bexists?\b|already|duplicate/i.test(messageOf(reply.text)))
        return { outcome: 'done' }
      return { outcome: 'refused', reason: `USPS (${reply.status}): ${messageOf(reply.text)}` }
    },

    async drop(id, { correlationId }) {
      const path = `${base}/${encodeURIComponent(id)}`
      const read = await api.call({ method: 'GET', path }, { correlationId, scope })
      if (read.status === 404) return
      const headers = { 'if-match': read.headers['etag'] ?? '*' }
      const { status } = await api.call({ method: 'DELETE', path, headers }, { correlationId, scope })
      if (status >= 300 && status !== 404) {
        throw new Unavailable('USPS', `USPS answered ${status} when a subscription was taken back.`, {
          retryAfterSeconds: 300,
        })
      }
    },
  }
}

function subscriptionOf(one: JsonObject): PushSubscription | null {
  const filter = isJsonObject(one['filterProperties']) ? one['filterProperties'] : {}
  const id = idOf(one['subscriptionId'])
  const subject = textOf(filter, 'MID', 'trackingNumber')
  const listenerUrl = textOf(one, 'listenerURL')
  if (id === null || subject === null || listenerUrl === null) return null
  return {
    id,
    subject,
    listenerUrl,
    isLive: (textOf(one, 'status') ?? 'ENABLED').toUpperCase() === 'ENABLED',
    expiresAt: instantOf(textOf(one, 'expirationTimestamp')),
  }
}

function idOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

function messageOf(text: string): string {
  const body = readJson(text)
  const error = isJsonObject(body) ? body['error'] : null
  return (isJsonObject(error) ? textOf(error, 'message') : null) ?? 'no reason given'
}

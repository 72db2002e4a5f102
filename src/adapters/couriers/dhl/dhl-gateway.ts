import { hash, timingSafeEqual } from 'node:crypto'
import type { CourierGateway, CourierPush } from '../../../application/ports/courier-gateway.ts'
import { CourierMisconfigured } from '../../../domain/shipments/courier-failures.ts'
import { readJson, trackingAnswerOf } from '../courier-answer.ts'
import type { CourierHttp } from '../courier-http.ts'
import { isJsonObject, type JsonObject } from '../usps/usps-scans.ts'
import { textOf } from '../usps/usps-texts.ts'
import { readDhlAnswer } from './dhl-answer.ts'
import { scanOf } from './dhl-scans.ts'

// DHL names no time to wait; a day's budget that is spent is met again by the next answer.
const PAUSE_SECONDS = 300
const mostNumbers = 20

/**
 * DHL Unified Tracking v1.5 and Unified Push v1.2. DHL signs nothing: a push that has our token is a hint, and the
 * parcel is asked about before anything moves (law T4). Without a key it cannot be asked.
 */
export function createDhlGateway(options: {
  /** Null: nothing is taken for a push. */
  hookToken: string | null
  api: { http: CourierHttp; apiKey: string } | null
}): CourierGateway {
  const { hookToken, api } = options
  const ask = (): { http: CourierHttp; apiKey: string } => {
    if (api === null) throw new CourierMisconfigured('DHL', 'DHL cannot be asked without an API key.')
    return api
  }
  return {
    batchSize: api === null ? 0 : 1,

    async track(queries, { correlationId }) {
      const { http, apiKey } = ask()
      const answers = []
      for (const query of queries) {
        const parameters = new URLSearchParams({ trackingNumber: query.trackingNumber, language: 'en' })
        if (query.service !== null) parameters.set('service', query.service)
        if (query.postalCode !== null) parameters.set('recipientPostalCode', query.postalCode)
        const reply = await http.send({
          method: 'GET',
          path: `/track/shipments?${parameters.toString()}`,
          headers: { accept: 'application/json', 'dhl-api-key': apiKey },
          correlationId,
        })
        answers.push(
          trackingAnswerOf('DHL', query.trackingNumber, readDhlAnswer(reply, query), PAUSE_SECONDS),
        )
      }
      return answers
    },

    async confirmSubscription({ subscriptionId, secret }, { correlationId }) {
      const { http, apiKey } = ask()
      const reply = await http.send({
        method: 'POST',
        path: `/tracking/push/v1/subscription/${encodeURIComponent(subscriptionId)}`,
        headers: { 'dhl-api-key': apiKey, 'dhl-api-hook-secret': secret },
        correlationId,
      })
      if (reply.status >= 300) {
        throw new CourierMisconfigured('DHL', `DHL did not take our confirmation (${reply.status}).`)
      }
    },

    readScan: (raw) => scanOf(isJsonObject(raw) ? raw : {}),

    readPush(body, headers) {
      if (!isOurs(headers['x-hook-token'], hookToken)) return null
      const parsed = readJson(body.toString('utf8'))
      const push = isJsonObject(parsed) ? parsed : {}
      const numbers = numbersOf(push)
      return {
        eventId: hash('sha256', body, 'base64url').slice(0, 32),
        trackingNumber: numbers[0] ?? '',
        furtherNumbers: numbers.slice(1),
        scans: [],
        isHint: true,
        ...handshakeOf(push),
      }
    },
  }
}

function isOurs(given: string | undefined, expected: string | null): boolean {
  if (given === undefined || expected === null) return false
  const [one, other] = [hash('sha256', given, 'buffer'), hash('sha256', expected, 'buffer')]
  return timingSafeEqual(one, other)
}

function numbersOf(push: JsonObject): string[] {
  const shipments = Array.isArray(push['shipments']) ? push['shipments'] : []
  return shipments
    .filter(isJsonObject)
    .slice(0, mostNumbers)
    .map((shipment) => (textOf(shipment, 'id') ?? '').replaceAll(/\s/g, '').toUpperCase())
    .filter((number) => number !== '')
}

/** DHL asks whether its pushes are wanted here, and is answered over its API. */
function handshakeOf(push: JsonObject): Pick<CourierPush, 'handshake'> {
  if (textOf(push, 'scope') !== 'subscription.validate') return {}
  const subscriptionId = (textOf(push, 'self') ?? '').split('/').at(-1) ?? ''
  const secret = textOf(push, 'secret') ?? ''
  const isWhole = subscriptionId !== '' && secret !== ''
  return { handshake: { reply: null, confirmation: isWhole ? { subscriptionId, secret } : null } }
}

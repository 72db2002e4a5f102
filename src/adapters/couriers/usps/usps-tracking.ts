import type { TrackingAnswer, TrackingQuery } from '../../../application/ports/courier-gateway.ts'
import { Unavailable } from '../../../domain/shared/unavailable.ts'
import { CourierMisconfigured } from '../../../domain/shipments/courier-failures.ts'
import type { ParcelFacts } from '../../../domain/shipments/parcel-facts.ts'
import { factsOf } from '../courier-answer.ts'
import type { CourierReply } from '../courier-http.ts'
import { isJsonObject, type JsonObject, scansOf, statusText } from './usps-scans.ts'
import { textOf } from './usps-texts.ts'

export const mostNumbers = 35

/** Neither found nor lost: USPS has nothing to say yet. */
const notYet: ReadonlySet<string> = new Set(['150001', '150002', '150003', '150004', '150009'])
/** Data of this number will never be ours to see. */
const never: ReadonlySet<string> = new Set(['150008', '150010', '150012'])

/** The body of one batch; what tells reused numbers apart goes along where it is known. */
export function trackingBody(queries: readonly TrackingQuery[]): string {
  return JSON.stringify(
    queries.map(({ trackingNumber, mailedOn, postalCode }) => {
      const zip = /^\d{5}/.exec(postalCode ?? '')?.[0]
      return {
        trackingNumber,
        ...(mailedOn !== null && { mailingDate: mailedOn }),
        ...(zip !== undefined && { destinationZIPCode: zip }),
      }
    }),
  )
}

/**
 * One answer for each number asked, matched by number and never by place. Throws `CourierMisconfigured` when the batch
 * was refused whole for another reason than a number.
 */
export function answersOf(queries: readonly TrackingQuery[], reply: CourierReply): TrackingAnswer[] {
  const body = parsed(reply.text)
  if (reply.status === 400 || reply.status === 404) return refusedBatch(queries, reply, body)
  const elements = (Array.isArray(body) ? body : [body]).filter(isJsonObject)
  if (reply.status >= 300 || (elements.length === 0 && queries.length > 0)) {
    throw new Unavailable(
      'USPS',
      `USPS answered ${reply.status} with something else than tracking details.`,
      {
        retryAfterSeconds: 300,
      },
    )
  }
  return queries.map(({ trackingNumber }) => {
    const element = elements.find((one) => one['trackingNumber'] === trackingNumber)
    return element === undefined
      ? { trackingNumber, outcome: 'not_found', reason: 'left out of the answer' }
      : answerOf(trackingNumber, element)
  })
}

function answerOf(trackingNumber: string, element: JsonObject): TrackingAnswer {
  const status = element['statusCode']
  const isFound = (status === undefined || textual(status) === '200') && !isJsonObject(element['error'])
  return isFound
    ? {
        trackingNumber,
        outcome: 'found',
        scans: scansOf(element),
        summary: statusText(element),
        facts: factsOfDetail(element),
      }
    : unfound(trackingNumber, element, textual(status))
}

/** Version 3 said 400 of an unknown number: the sub-code tells, and only then the status. */
function refusedBatch(
  queries: readonly TrackingQuery[],
  reply: CourierReply,
  body: unknown,
): TrackingAnswer[] {
  const isAboutNumber = subCodes(body).some((code) => notYet.has(code) || never.has(code))
  if (reply.status === 400 && !isAboutNumber) {
    throw new CourierMisconfigured('USPS', `USPS does not understand what we ask: ${messageOf(body)}`)
  }
  if (queries.length > 1) {
    throw new Unavailable('USPS', 'USPS refused a batch for one of its numbers without saying which.', {
      retryAfterSeconds: 300,
    })
  }
  return queries.map(({ trackingNumber }) =>
    unfound(trackingNumber, isJsonObject(body) ? body : {}, String(reply.status)),
  )
}

/** The mail class by its code: its name comes with markup. */
export function factsOfDetail(detail: JsonObject): ParcelFacts {
  return factsOf({ service: textOf(detail, 'mailClassCode', 'mailClass') })
}

function unfound(trackingNumber: string, element: JsonObject, status: string): TrackingAnswer {
  const codes = subCodes(element)
  const reason = `${codes[0] ?? status}: ${messageOf(element)}`
  const outcome = codes.some((code) => never.has(code)) ? 'refused' : 'not_found'
  return { trackingNumber, outcome, reason }
}

function subCodes(body: unknown): string[] {
  const error = isJsonObject(body) ? body['error'] : null
  const errors = isJsonObject(error) ? error['errors'] : null
  return Array.isArray(errors)
    ? errors.filter(isJsonObject).map((one) => textual(one['code'] ?? one['errorCode']))
    : []
}

/** A code that is written as a number or as a text. */
function textual(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function messageOf(body: unknown): string {
  const error = isJsonObject(body) ? body['error'] : null
  const message = isJsonObject(error) ? error['message'] : null
  return typeof message === 'string' && message !== '' ? message.slice(0, 300) : 'no reason given'
}

function parsed(text: string): unknown {
  try {
    // No database keeps a NUL or half a character.
    return JSON.parse(
      text
        .toWellFormed()
        .replaceAll(/\\(?:\\|u(?:0000|d[89a-f][\da-f]{2}))/gi, (escape) => (escape === '\\\\' ? escape : '')),
    )
  } catch {
    return null
  }
}

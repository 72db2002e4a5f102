import { answerByStatus, type CourierAnswer, factsOf, type HttpAnswer, readJson } from '../courier-answer.ts'
import { isJsonObject, type JsonObject } from '../usps/usps-scans.ts'
import { textOf } from '../usps/usps-texts.ts'
import { chooseShipment, scansOf } from './dhl-scans.ts'

/** Reads an answer of Unified Tracking about one number. Never throws for what DHL sends. */
export function readDhlAnswer(
  answer: HttpAnswer,
  asked: { trackingNumber: string; service: string | null },
): CourierAnswer {
  if (answer.status !== 200) return answerByStatus('DHL', answer)
  const parsed = readJson(answer.text)
  const listed = isJsonObject(parsed) ? parsed['shipments'] : null
  if (!Array.isArray(listed)) return { outcome: 'unavailable', reason: 'DHL answered without shipments.' }
  const shipment = chooseShipment(listed.filter(isJsonObject), asked)
  return shipment === null
    ? { outcome: 'not_found', reason: 'DHL lists no shipment under this number.' }
    : { outcome: 'found', scans: scansOf(shipment), facts: factsOf({ service: serviceOf(shipment) }) }
}

/** The product, or the division where none is named. */
function serviceOf(shipment: JsonObject): string | null {
  const { details } = shipment
  const product = isJsonObject(details) ? details['product'] : null
  return (isJsonObject(product) ? textOf(product, 'productName') : null) ?? textOf(shipment, 'service')
}

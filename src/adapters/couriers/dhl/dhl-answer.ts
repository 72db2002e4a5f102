import { answerByStatus, type CourierAnswer, type HttpAnswer, readJson } from '../courier-answer.ts'
import { isJsonObject } from '../usps/usps-scans.ts'
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
    : { outcome: 'found', scans: scansOf(shipment) }
}

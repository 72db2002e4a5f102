import { normaliseTrackingNumber } from '../../../domain/shipments/tracking-number.ts'
import { answerByStatus, type CourierAnswer, factsOf, type HttpAnswer, readJson } from '../courier-answer.ts'
import { isJsonObject } from '../usps/usps-scans.ts'
import { textOf } from '../usps/usps-texts.ts'
import { scansOf } from './chit-chats-scans.ts'

/** Reads a shipment, wrapped or bare. Never throws for what Chit Chats sends. */
export function readChitChatsAnswer(answer: HttpAnswer): CourierAnswer {
  if (answer.status !== 200) return answerByStatus('Chit Chats', answer)
  const parsed = readJson(answer.text)
  const wrapped = isJsonObject(parsed) ? parsed['shipment'] : undefined
  const shipment = isJsonObject(wrapped) ? wrapped : parsed
  if (
    !isJsonObject(shipment) ||
    (shipment['status'] === undefined && shipment['tracking_events'] === undefined)
  ) {
    return { outcome: 'unavailable', reason: 'Chit Chats answered without a shipment.' }
  }
  return {
    outcome: 'found',
    scans: scansOf(shipment),
    facts: factsOf({
      service: textOf(shipment, 'postage_type'),
      carrierCode: textOf(shipment, 'carrier'),
      // As it is searched for. There is none until postage is bought.
      carrierTrackingNumber: normaliseTrackingNumber(textOf(shipment, 'carrier_tracking_code') ?? '') || null,
    }),
  }
}

import { answerByStatus, type CourierAnswer, type HttpAnswer, readJson } from '../courier-answer.ts'
import { isJsonObject } from '../usps/usps-scans.ts'
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
  return { outcome: 'found', scans: scansOf(shipment) }
}

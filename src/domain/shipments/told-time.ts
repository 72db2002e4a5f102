import { Refusal } from '../shared/refusal.ts'
import type { Shipment } from './shipment.ts'

// How far the clock of whoever tells us may be ahead of ours.
const CLOCK_SKEW_MS = 300_000

/** Refuses the time that a person gives for a move when it lies in the future, or before the parcel's last move. */
export function refuseUntrueTime(
  { readyAt, inTransitAt }: Pick<Shipment, 'readyAt' | 'inTransitAt'>,
  told: Date,
  now: Date,
): void {
  if (told.getTime() > now.getTime() + CLOCK_SKEW_MS) refuse(`is in the future: it is ${now.toISOString()}`)
  const last = inTransitAt ?? readyAt
  if (last !== null && told < last) refuse(`is before the parcel's last move at ${last.toISOString()}`)
}

function refuse(detail: string): never {
  throw new Refusal('body_field_invalid', `The time of a move ${detail}.`, {}, [{ pointer: '/at', detail }])
}

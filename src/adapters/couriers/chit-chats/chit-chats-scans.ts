import type { CourierScan } from '../../../domain/shipments/tracking.ts'
import { type Meaning, unknownCode } from '../meaning.ts'
import { isJsonObject, type JsonObject } from '../usps/usps-scans.ts'
import { textOf } from '../usps/usps-texts.ts'
import { instantOf } from '../zoned-time.ts'
import { eventTypes, otherEvent, resolutions, statuses, titles } from './chit-chats-statuses.ts'

// Of the tables. A change of what a code means makes a new one.
const MAPPING_VERSION = 1
const mostScans = 200

/**
 * The events of a shipment, newest first, under its status as the newest of all: the status decides, and has the
 * time of the last event, since Chit Chats gives it none of its own.
 */
export function scansOf(shipment: JsonObject): CourierScan[] {
  const listed = Array.isArray(shipment['tracking_events']) ? shipment['tracking_events'] : []
  const events = listed.filter(isJsonObject).slice(0, mostScans).map(scanOf)
  const status = textOf(shipment, 'status')
  if (status === null) return events
  const newest = newestOf(events)
  if (newest?.canonical === 'out_for_delivery' && statuses.get(status)?.canonical === 'in_transit')
    return events
  return [statusScan(shipment, status, newest), ...events]
}

/** The event with the latest instant, whatever zones they are told in; the first one where they tell none. */
function newestOf([first, ...others]: readonly CourierScan[]): CourierScan | undefined {
  const time = (scan: CourierScan | undefined) => scan?.occurredAt?.getTime() ?? Number.NEGATIVE_INFINITY
  return others.reduce<CourierScan | undefined>(
    (newest, scan) => (time(scan) > time(newest) ? scan : newest),
    first,
  )
}

/** One tracking event, or a shipment's status as it was stored: either kind of raw scan is read again. */
export function scanOf(event: JsonObject): CourierScan {
  const storedStatus = textOf(event, 'shipment_status')
  if (storedStatus !== null) return readStatus(event, storedStatus)
  const type = textOf(event, 'type') ?? 'tracking'
  const title = textOf(event, 'title') ?? ''
  const told = titles.get(title.toLowerCase())
  const meaning = told ?? eventTypes.get(type) ?? otherEvent
  const localTime = textOf(event, 'created_at')
  return {
    code: told === undefined ? type : title.toLowerCase().replaceAll(' ', '_'),
    description: [title, textOf(event, 'subtitle') ?? ''].filter((text) => text !== '').join(': '),
    ...meaning,
    mappingVersion: MAPPING_VERSION,
    rule: ruleOf(told, type),
    occurredAt: instantOf(localTime),
    localTime,
    place: textOf(event, 'location_description'),
    raw: event,
  }
}

function statusScan(shipment: JsonObject, status: string, newest: CourierScan | undefined): CourierScan {
  return readStatus(
    {
      shipment_status: status,
      resolution: textOf(shipment, 'resolution'),
      created_at: newest?.localTime ?? null,
    },
    status,
  )
}

function readStatus(stored: JsonObject, status: string): CourierScan {
  const resolution = textOf(stored, 'resolution') ?? ''
  const code = status === 'resolved' ? `status:resolved:${resolution}` : `status:${status}`
  const meaning: Meaning | undefined =
    status === 'resolved' ? resolutions.get(resolution) : statuses.get(status)
  const localTime = textOf(stored, 'created_at')
  return {
    code,
    description: `Chit Chats says ${status === 'resolved' ? `resolved: ${resolution}` : status}`,
    ...(meaning ?? unknownCode(code)),
    mappingVersion: MAPPING_VERSION,
    rule: meaning === undefined ? 'chit_chats.unknown' : `chit_chats.${code.replaceAll(':', '.')}`,
    occurredAt: instantOf(localTime),
    localTime,
    place: null,
    raw: stored,
  }
}

function ruleOf(told: Meaning | undefined, type: string): string {
  if (told !== undefined) return 'chit_chats.title'
  return eventTypes.has(type) ? `chit_chats.event.${type}` : 'chit_chats.event.other'
}

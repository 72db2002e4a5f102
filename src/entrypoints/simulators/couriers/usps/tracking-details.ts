import { localMoment, offsetText } from './local-time.ts'
import { hasDateOnly, isReturn, meaningOf } from './scan-codes.ts'

export interface Scan {
  id: string
  code: string
  at: string
  city: string
  state: string
  zip: string
  /** Told by somebody else than USPS, who knows nothing of it. */
  isForged?: boolean
}

export interface Parcel {
  trackingNumber: string
  createdAt: string
  scans: Scan[]
}

const MOST_EVENTS = 99

/** The answer for one parcel; `only` narrows its events to the new ones, as a push does. */
export function trackingDetail(parcel: Parcel, only?: ReadonlySet<string>): Record<string, unknown> {
  const inOrder = parcel.scans
    .filter((scan) => scan.isForged !== true || only?.has(scan.id) === true)
    .toSorted((one, other) => one.at.localeCompare(other.at))
  const newest = inOrder.at(-1)
  const meaning = meaningOf(newest?.code ?? 'GX')
  const isBackAtSender = newest !== undefined && returnedBefore(inOrder, newest)
  const status = isBackAtSender ? 'Delivered, To Original Sender' : meaning.text
  const events = inOrder
    .map((scan) => ({ scan, shown: trackingEvent(scan, returnedBefore(inOrder, scan)) }))
    .filter(({ scan }) => only === undefined || only.has(scan.id))
    .map(({ shown }) => shown)
    .reverse()
    .slice(0, MOST_EVENTS)
  return {
    trackingNumber: parcel.trackingNumber,
    uniqueTrackingID: `${parcel.createdAt.replaceAll(/\D/g, '').slice(0, 14)}${parcel.trackingNumber}`.slice(
      0,
      37,
    ),
    destinationCity: 'NEW YORK',
    destinationState: 'NY',
    destinationZIPCode: '10001',
    destinationCountry: 'US',
    originCity: 'PLATTSBURGH',
    originState: 'NY',
    originZIPCode: '12901',
    originCountry: 'US',
    kahalaIndicator: false,
    mailClass: 'USPS Ground Advantage<SUP>&#8482;</SUP>',
    mailClassCode: 'GA',
    mailType: 'DM',
    mailingDate: parcel.createdAt.slice(0, 10),
    services: ['USPS Tracking<SUP>&#174;</SUP>', 'Up to $100 insurance included'],
    serviceTypeCode: '001',
    status,
    statusCategory: isBackAtSender ? 'Delivered' : meaning.category,
    statusSummary: `Your item: ${status}${newest === undefined ? '' : ` in ${newest.city}, ${newest.state} ${newest.zip}`}.`,
    servicesEligibility: {
      RREEnabled: false,
      proofOfDeliveryEnabled: true,
      trackingProofOfDeliveryEnabled: true,
    },
    trackingEvents: events,
  }
}

/** "Delivered" after a return scan is said about the handover to the sender. */
function returnedBefore(inOrder: readonly Scan[], scan: Scan): boolean {
  if (scan.code !== '01') return false
  return inOrder.slice(0, inOrder.indexOf(scan)).some((earlier) => isReturn(earlier.code))
}

export function trackingEvent(scan: Scan, isBackAtSender: boolean): Record<string, unknown> {
  const at = new Date(scan.at)
  const local = localMoment(at, scan.state)
  const place = {
    eventCity: scan.city,
    eventState: scan.state,
    eventZIPCode: scan.zip,
    eventCountry: '',
    firm: '',
    recipientName: '',
  }
  const head = {
    eventType: isBackAtSender ? 'Delivered, To Original Sender' : meaningOf(scan.code).text,
    eventCode: scan.code,
    actionCode: '',
    reasonCode: '',
  }
  // The carrier's own defect: the local date beside the UTC clock, a day early in the evening.
  const gmt = `${local.date}T${at.toISOString().slice(11)}`
  if (hasDateOnly(scan.code)) return { ...head, eventTimestamp: local.date, GMTTimestamp: gmt, ...place }
  return {
    ...head,
    eventTimestamp: `${local.date}T${local.clock.slice(0, 5)}:00${offsetText(local.offsetMinutes)}`,
    GMTTimestamp: gmt,
    GMTOffset: String(local.offsetMinutes),
    ...place,
  }
}

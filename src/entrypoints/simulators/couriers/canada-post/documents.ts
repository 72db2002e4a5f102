import type { FaultBoard } from '../../machinery/fault-board.ts'
import type { Parcel, Scan } from '../parcel-world.ts'
import type { CANADA_POST_FAULTS } from './faults.ts'

type Faults = FaultBoard<typeof CANADA_POST_FAULTS>

const FRENCH: ReadonlyMap<string, string> = new Map([
  ['1421', 'Article livré'],
  ['0174', 'Article en cours de livraison'],
  ['0100', 'Article traité'],
])

// Toronto in winter and summer is near enough for a simulator: the offset is fixed, the abbreviation says which.
const EST_HOURS = 5

/** The detail document of a parcel, newest occurrence first. */
export function trackingDetail(parcel: Parcel, faults: Faults, isFrench: boolean): string {
  const prefix = faults.isOn('prefixed_namespace') ? 'trk:' : ''
  const version = faults.isOn('old_namespace') ? 'track' : 'track-v2'
  const binding = prefix === '' ? 'xmlns' : 'xmlns:trk'
  const newestFirst = parcel.scans.toSorted((one, other) => other.at.localeCompare(one.at))
  const element = (name: string, text: string): string =>
    text === '' ? `<${prefix}${name}/>` : `<${prefix}${name}>${escaped(text)}</${prefix}${name}>`
  const occurrences = newestFirst.map((scan) => {
    const local = localTime(scan)
    const [site = '', province = ''] = scan.place.split(', ')
    return `<${prefix}occurrence>${[
      element('event-identifier', scan.code),
      element('event-date', local.date),
      element('event-time', local.time),
      element('event-time-zone', zoneOf(faults)),
      element('event-description', (isFrench ? FRENCH.get(scan.code) : undefined) ?? scan.text ?? ''),
      element('signatory-name', ''),
      element('event-site', site),
      element('event-province', province),
      element('event-retail-location-id', ''),
      element('event-retail-name', ''),
    ].join('')}</${prefix}occurrence>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<${prefix}tracking-detail ${binding}="http://www.canadapost.ca/ws/${version}">${[
    element('pin', parcel.trackingNumber),
    element('active-exists', '1'),
    element('archive-exists', ''),
    element('changed-expected-date', ''),
    element('destination-postal-id', 'V6B1A1'),
    element('expected-delivery-date', parcel.createdAt.slice(0, 10)),
    element('mailed-by-customer-number', '0001234567'),
    element('service-name', 'Expedited Parcels'),
    element('service-name-2', 'Colis accélérés'),
    element('return-pin', ''),
    element('signature-image-exists', 'false'),
  ].join(
    '',
  )}<${prefix}significant-events>${occurrences.join('')}</${prefix}significant-events></${prefix}tracking-detail>`
}

export function messages(code: string, description: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<messages xmlns="http://www.canadapost.ca/ws/messages"><message><code>${escaped(code)}</code><description>${escaped(description)}</description></message></messages>`
}

function localTime(scan: Scan): { date: string; time: string } {
  const local = new Date(Date.parse(scan.at) - EST_HOURS * 3_600_000).toISOString()
  return { date: local.slice(0, 10), time: local.slice(11, 19) }
}

function zoneOf(faults: Faults): string {
  if (faults.isOn('no_zones')) return ''
  return faults.isOn('foreign_zones') ? 'CHINA' : 'EST'
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

import type { Parcel, Scan } from '../parcel-world.ts'
import type { DhlWorld } from './dhl-world.ts'

/** One shipment as Unified Tracking shows it, newest event first; `only` narrows its events to the new ones. */
export function shipmentOf(
  world: DhlWorld,
  parcel: Parcel,
  only?: ReadonlySet<string>,
): Record<string, unknown> {
  const inOrder = parcel.scans.toSorted((one, other) => one.at.localeCompare(other.at))
  const newest = inOrder.at(-1)
  const events = inOrder
    .filter((scan) => only === undefined || only.has(scan.id))
    .map((scan) => eventOf(world, scan))
    .reverse()
  return {
    id: parcel.trackingNumber,
    service: 'express',
    origin: { address: { countryCode: 'CA', addressLocality: 'VANCOUVER - CANADA' } },
    destination: { address: { countryCode: 'US', addressLocality: 'AUSTIN - USA' } },
    ...(newest === undefined ? {} : { status: { ...eventOf(world, newest), status: codesOf(newest)[0] } }),
    details: {
      product: { productName: 'EXPRESS WORLDWIDE' },
      totalNumberOfPieces: 1,
      references: { number: parcel.trackingNumber, type: 'customer-reference' },
    },
    events,
  }
}

/** Another division's shipment under the same number, as the gateway lists them when no service is asked for. */
export function namesake(parcel: Parcel): Record<string, unknown> {
  return {
    id: `${parcel.trackingNumber}0`,
    service: 'parcel-de',
    status: {
      timestamp: '2024-01-02T10:00:00+01:00',
      statusCode: 'delivered',
      status: 'delivered',
      description: 'DELIVERED',
    },
    events: [
      {
        timestamp: '2024-01-02T10:00:00+01:00',
        statusCode: 'delivered',
        status: 'DELIVERED',
        description: 'Zugestellt',
      },
    ],
  }
}

function eventOf(world: DhlWorld, scan: Scan): Record<string, unknown> {
  const [statusCode, checkpoint] = codesOf(scan)
  return {
    timestamp: timeOf(world, scan.at),
    location: { address: { addressLocality: scan.place } },
    statusCode,
    status: checkpoint ?? scan.text ?? statusCode,
    description: scan.text ?? '',
  }
}

function codesOf(scan: Scan): [string, string | undefined] {
  const [statusCode = '', checkpoint] = scan.code.split('/')
  return [statusCode, checkpoint]
}

/** Divisions write times with a zone, without one, and with nine digits of fraction. */
function timeOf(world: DhlWorld, at: string): string {
  if (world.faults.isOn('long_fractions')) return at.replace(/\.(\d{3})Z$/, '.$1986369+00:00')
  const seconds = at.slice(0, 19)
  return world.faults.isOn('no_zones') ? seconds : `${seconds}+00:00`
}

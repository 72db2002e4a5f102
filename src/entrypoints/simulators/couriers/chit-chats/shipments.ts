import type { FaultBoard } from '../../machinery/fault-board.ts'
import type { Parcel, Scan } from '../parcel-world.ts'
import type { CHIT_CHATS_FAULTS } from './faults.ts'

const TYPES: ReadonlyMap<string, string> = new Map([
  ['ready', 'create_shipment'],
  ['received', 'receive_shipment'],
])

/** The status of the latest scan by time, and what became of a resolved shipment. */
export function statusOf(parcel: Parcel): { status: string; resolution: string | null } {
  const newest = parcel.scans.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1)
  const [status = 'ready', resolution = null] = newest?.code.split(':') ?? []
  return { status, resolution }
}

export function shipmentOf(
  parcel: Parcel,
  faults: FaultBoard<typeof CHIT_CHATS_FAULTS>,
): Record<string, unknown> {
  const id = parcel.trackingNumber
  const { status, resolution } = statusOf(parcel)
  const newestFirst = parcel.scans.toSorted((one, other) => other.at.localeCompare(one.at))
  return {
    id,
    status,
    resolution,
    batch_id: 41,
    to_name: 'A Example',
    to_city: 'Austin',
    to_province_code: 'TX',
    to_postal_code: '78701',
    to_country_code: 'US',
    package_contents: 'merchandise',
    description: 'Sensor kit',
    value: '120.00',
    value_currency: 'usd',
    order_id: null,
    order_store: null,
    package_type: 'parcel',
    size_unit: 'cm',
    size_x: 20,
    size_y: 15,
    size_z: 8,
    weight_unit: 'g',
    weight: 640,
    is_insured: false,
    is_signature_requested: false,
    postage_type: 'usps_ground_advantage',
    carrier: 'usps',
    carrier_tracking_code: faults.isOn('no_carrier_code') ? null : '9400190000042001234098',
    tracking_url: `https://chitchats.com/tracking/${id.toLowerCase()}`,
    ship_date: parcel.createdAt.slice(0, 10),
    purchase_amount: '9.87',
    postage_fee: '9.87',
    delivery_fee: '1.00',
    insurance_fee: null,
    created_at: parcel.createdAt,
    rates: [],
    tracking_events: newestFirst.map(eventOf),
  }
}

function eventOf(scan: Scan): Record<string, unknown> {
  return {
    type: TYPES.get(scan.code) ?? 'tracking',
    title: scan.text ?? 'Update',
    subtitle: null,
    location_description: scan.place === '' ? null : scan.place,
    created_at: scan.at.replace('Z', '+00:00'),
    status: null,
  }
}

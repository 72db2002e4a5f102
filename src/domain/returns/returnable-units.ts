import type { DeviceId, OrderItemId, ShipmentItemId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'

export interface ReturnableDevice {
  deviceId: DeviceId
  serial: string
  unitNumber: number
  /** In a return that is not over, back with us through one, or written off. */
  isTaken: boolean
}

/** Units of one parcel with what is left to return of them. */
export interface ReturnableUnits {
  shipmentItemId: ShipmentItemId
  orderItemId: OrderItemId
  sku: string
  isProvisionable: boolean
  /** Delivered, or on its way back because it could not be. */
  hasArrived: boolean
  quantity: number
  /** Units that returns are for or have brought back, and units that were written off. */
  taken: number
  devices: ReturnableDevice[]
}

export interface AskedReturn {
  shipmentItemId: ShipmentItemId
  quantity: number
  serialNumbers: readonly string[]
}

export interface ChosenUnits {
  units: ReturnableUnits
  quantity: number
  devices: ReturnableDevice[]
}

/** What a return may be for: rows of one item are added up first, as in law Q3. Serials are optional until receipt. */
export function chooseReturnUnits(
  returnable: readonly ReturnableUnits[],
  asked: readonly AskedReturn[],
): ChosenUnits[] {
  const wanted = new Map<ShipmentItemId, { quantity: number; serialNumbers: string[] }>()
  for (const row of asked) {
    const sum = wanted.get(row.shipmentItemId) ?? { quantity: 0, serialNumbers: [] }
    sum.quantity += row.quantity
    sum.serialNumbers.push(...row.serialNumbers)
    wanted.set(row.shipmentItemId, sum)
  }
  refuseShort(returnable, wanted)
  return [...wanted].flatMap(([id, { quantity, serialNumbers }]) => {
    const units = returnable.find((one) => one.shipmentItemId === id)
    if (units === undefined) return []
    refuseExcess(units.isProvisionable ? quantity : 0, serialNumbers, units.sku)
    return [{ units, quantity, devices: devicesNamed(units.devices, serialNumbers) }]
  })
}

/** The devices behind serial numbers, each of which must be among these and free. */
export function devicesNamed<D extends ReturnableDevice>(
  devices: readonly D[],
  serialNumbers: readonly string[],
): D[] {
  const rows = serialNumbers.map((serial) => ({
    serial,
    device: devices.find((one) => one.serial === serial),
  }))
  const unusable = rows.filter(({ device }) => device === undefined || device.isTaken)
  if (unusable.length > 0) {
    throw new Refusal('device_not_available', 'Some devices cannot be returned here.', {
      devices: unusable.map(({ serial, device }) => ({
        serial,
        reason:
          device === undefined ? 'not among the units of this parcel' : 'in a return already, or written off',
      })),
    })
  }
  return rows.flatMap(({ device }) => (device === undefined ? [] : [device]))
}

/** At most one distinct serial per provisionable unit. */
export function refuseExcess(units: number, serialNumbers: readonly string[], sku: string): void {
  if (serialNumbers.length <= units && new Set(serialNumbers).size === serialNumbers.length) return
  throw new Refusal(
    'serials_exceed_quantity',
    `${sku} takes at most ${units} distinct serial numbers here.`,
    { sku, units, serial_numbers: [...serialNumbers] },
  )
}

function refuseShort(
  returnable: readonly ReturnableUnits[],
  wanted: ReadonlyMap<ShipmentItemId, { quantity: number }>,
): void {
  const short = [...wanted].flatMap(([id, { quantity }]) => {
    const units = returnable.find((one) => one.shipmentItemId === id)
    const remaining = units === undefined || !units.hasArrived ? 0 : units.quantity - units.taken
    return quantity > remaining ? [{ shipment_item_id: id, requested: quantity, remaining }] : []
  })
  if (short.length === 0) return
  throw new Refusal(
    'quantity_exceeds_remaining',
    'Some units have not arrived, are in returns already, or were written off.',
    {
      items: short,
    },
  )
}

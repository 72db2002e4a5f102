import type { App } from '../../../application/app.ts'
import { Refusal } from '../../../domain/shared/refusal.ts'
import type { Parcel } from '../../../domain/shipments/parcel.ts'
import type { components } from '../contract/operations.gen.ts'
import { camelCased } from './camel-case.ts'
import { checkedId } from './handler.ts'
import { writtenAddress } from './written-address.ts'

type Schemas = components['schemas']
type DraftInput = Parameters<App['createShipments']>[0]['shipments'][number]
type Destination = DraftInput['destination']
type ChangedItem = NonNullable<Parameters<App['changeShipment']>[0]['items']>[number]

/** A serial number as we write it, however it was scanned. */
export function scannedSerial(text: string): string {
  return text.trim().toUpperCase()
}

/** A label that is scanned twice is one device. */
function scannedSerials(texts: readonly string[]): string[] {
  return [...new Set(texts.map(scannedSerial))]
}

/** A parcel to draft, as somebody asked for it. */
export function parcelToDraft(body: Schemas['CreateShipment'], pointer = ''): DraftInput {
  return {
    items: body.items.map((item) => ({
      fulfillmentItemId: checkedId('fulfillmentItem', item.fulfillment_item_id),
      quantity: item.quantity,
      serialNumbers: scannedSerials(item.serial_numbers ?? []),
      ...customsOf(item),
    })),
    destination: destinationOf(body) ?? refuseNowhere(pointer),
    courierCode: body.courier_code ?? null,
    trackingNumber: body.tracking_number ?? null,
    trackingNumberReason: body.tracking_number_reason ?? null,
    parcel: body.parcel === undefined ? null : parcelOf(body.parcel),
  }
}

export function destinationOf(body: {
  address_id?: string | undefined
  address?: Schemas['AddressInput'] | undefined
  destination?: Schemas['Destination'] | undefined
}): Destination | null {
  const { destination } = body
  if (destination === undefined) {
    if (body.address_id !== undefined) return { addressId: checkedId('address', body.address_id) }
    return body.address === undefined ? null : { address: writtenAddress(body.address) }
  }
  const pointer = '/destination'
  const { address_id, from_shipment_id, address } = destination
  if (address_id !== undefined || from_shipment_id !== undefined) {
    if (destination.save_to_book === true) refuseBook()
    return address_id === undefined
      ? { pointer, fromShipmentId: checkedId('shipment', from_shipment_id ?? '') }
      : { pointer, addressId: checkedId('address', address_id) }
  }
  if (address === undefined) return null
  return { pointer, address: writtenAddress(address), isForBook: destination.save_to_book ?? false }
}

/** What was said of a package; what was not said is absent. */
export function parcelOf({ value, ...rest }: Schemas['ParcelInput']): Partial<Parcel> {
  const worth =
    value === undefined
      ? {}
      : {
          valueMinor: value === null ? null : BigInt(value.amount_minor),
          valueCurrency: value === null ? null : value.currency,
        }
  return { ...camelCased(rest), ...worth }
}

/** What becomes of an item of a parcel. */
export function changedItem(item: Schemas['ChangeShipmentItem']): ChangedItem {
  const { shipment_item_id, fulfillment_item_id, quantity, serial_numbers } = item
  return {
    target:
      shipment_item_id === undefined
        ? { fulfillmentItemId: checkedId('fulfillmentItem', fulfillment_item_id ?? '') }
        : { shipmentItemId: checkedId('shipmentItem', shipment_item_id) },
    quantity: quantity ?? null,
    serialNumbers: serial_numbers === undefined ? null : scannedSerials(serial_numbers),
    ...customsOf(item),
  }
}

function customsOf({
  hs_code,
  origin_country,
}: {
  hs_code?: string | null | undefined
  origin_country?: string | null | undefined
}) {
  return {
    ...(hs_code === undefined ? {} : { hsCode: hs_code }),
    ...(origin_country === undefined ? {} : { originCountry: origin_country }),
  }
}

/** The contract asks for one of them; its type cannot say so. */
function refuseNowhere(pointer: string): never {
  throw new Refusal('request_invalid', 'A parcel needs its destination.', {}, [
    { pointer, detail: 'needs exactly one of address_id, address, destination' },
  ])
}

function refuseBook(): never {
  throw new Refusal('body_field_invalid', 'Only a place that is written down joins the book.', {}, [
    { pointer: '/destination/save_to_book', detail: 'needs address' },
  ])
}

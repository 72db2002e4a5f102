import type { PackingSlip, Sender } from '../../src/application/ports/packing-slip-renderer.ts'

export const aSender: Sender = {
  name: 'Waybill Sensors Inc.',
  addressLines: ['40 Warehouse Road', 'Buffalo NY 14203'],
  country: 'US',
}

/** A package of two items from Buffalo to Toronto; say what matters. */
export function aPackingSlip(changes: Partial<PackingSlip> = {}): PackingSlip {
  return {
    language: 'en',
    shipmentId: 'shp_01k6y3q8zvf4e9t2b7n5c0hwh1',
    orderNumber: 'ORD-000042',
    purchaseOrderRef: 'PO-7781',
    packedOn: '2026-11-26',
    companyName: 'Northwind Cold Chain',
    recipient: 'Northwind Cold Chain, Receiving',
    addressLines: ['120 Harbour Street', 'Dock 4', 'Toronto ON M5J 0A1'],
    country: 'CA',
    phone: '+14165550100',
    packageNumber: 1,
    packageCount: 2,
    courierName: 'USPS',
    trackingNumber: '9400111899223197428490',
    weightGrams: 1240,
    lengthMm: 300,
    widthMm: 200,
    heightMm: 100,
    valueMinor: 35_000,
    valueCurrency: 'CAD',
    contentsDescription: 'Temperature sensors',
    contentsType: 'merchandise',
    incoterm: 'DAP',
    items: [
      {
        sku: 'SNS-TEMP-1',
        description: 'Temperature sensor',
        quantity: 2,
        serials: ['WBT-1001', 'WBT-1002'],
        hsCode: '902519',
        originCountry: 'CA',
      },
      {
        sku: 'MNT-KIT-1',
        description: 'Mounting kit',
        quantity: 12,
        serials: [],
        hsCode: '830250',
        originCountry: 'CN',
      },
    ],
    ...changes,
  }
}

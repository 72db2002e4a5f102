import type { CheckoutSession } from '../../../src/domain/orders/checkout-session.ts'
import type { Order } from '../../../src/domain/orders/order.ts'
import { Refusal } from '../../../src/domain/shared/refusal.ts'
import type { Shipment } from '../../../src/domain/shipments/shipment.ts'
import type { CourierScan } from '../../../src/domain/shipments/tracking.ts'

export const noon = new Date('2026-03-02T12:00:00Z')

export function minutesAfterNoon(minutes: number): Date {
  return new Date(noon.getTime() + minutes * 60_000)
}

/** The refusal that an act ends in; an act that is let through fails the test. */
export function refusalFrom(act: () => unknown): Refusal {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('expected a refusal')
}

export function anOrder(given: Partial<Order> = {}): Order {
  return {
    id: 'ord_1',
    number: 'ORD-000001',
    companyId: 'com_1',
    status: 'awaiting_payment',
    currency: 'USD',
    totalMinor: 10_000n,
    billingContactId: null,
    billingAddressId: null,
    purchaseOrderRef: null,
    notes: null,
    checkoutAttempts: 1,
    pricesExpireAt: minutesAfterNoon(1440),
    paidAt: null,
    completedAt: null,
    cancelledAt: null,
    cancelReason: null,
    createdBy: 'key_1',
    version: 3,
    createdAt: noon,
    updatedAt: noon,
    ...given,
  }
}

export function aSession(given: Partial<CheckoutSession> = {}): CheckoutSession {
  return {
    id: 'chk_1',
    orderId: 'ord_1',
    companyId: 'com_1',
    attempt: 1,
    providerSessionId: 'cs_1',
    status: 'open',
    url: 'https://pay.example/cs_1',
    amountMinor: 10_000n,
    currency: 'USD',
    paymentIntentId: null,
    expiresAt: minutesAfterNoon(1440),
    createdAt: noon,
    closedAt: null,
    ...given,
  }
}

export function aShipment(given: Partial<Shipment> = {}): Shipment {
  return {
    id: 'shp_1',
    fulfillmentOrderId: 'ful_1',
    orderId: 'ord_1',
    companyId: 'com_1',
    status: 'ready',
    trackingStatus: 'unknown',
    trackingDetail: null,
    addressId: null,
    addressSnapshot: {
      label: null,
      recipient: 'Pier 4',
      line1: '4 Pier St',
      line2: null,
      city: 'Brooklyn',
      region: 'NY',
      postal_code: '11231',
      country: 'US',
      phone: null,
    },
    courierCode: 'USPS',
    trackingNumber: '9400190000042001234098',
    trackingUrl: null,
    trackingNumberReason: null,
    courierService: null,
    carrierCode: null,
    carrierTrackingNumber: null,
    readyAt: noon,
    inTransitAt: null,
    deliveredAt: null,
    cancelledAt: null,
    deliveryCorrectedAt: null,
    writtenOffAt: null,
    version: 2,
    createdAt: noon,
    updatedAt: noon,
    ...given,
  }
}

export function aScan(given: Partial<CourierScan> = {}): CourierScan {
  return {
    code: '03',
    description: 'accepted',
    canonical: 'accepted',
    detail: null,
    isInformational: false,
    occurredAt: noon,
    localTime: null,
    place: null,
    raw: {},
    rule: 'usps.code.03',
    mappingVersion: 1,
    ...given,
  }
}

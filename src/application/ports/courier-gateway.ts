import type { CourierScan } from '../../domain/shipments/tracking.ts'

/** A verified push of a courier, translated. */
export interface CourierPush {
  eventId: string
  trackingNumber: string
  scans: CourierScan[]
}

/** One courier's wire format. */
export interface CourierGateway {
  /**
   * Verifies and reads a push; null when its signature does not hold. A verified push that cannot be understood
   * has no scans. Never throws for what a courier sends.
   */
  readPush(body: Buffer, headers: Readonly<Record<string, string>>, receivedAt: Date): CourierPush | null
}

/** The couriers by adapter name, as the courier table spells it. */
export type CourierGateways = ReadonlyMap<string, CourierGateway>

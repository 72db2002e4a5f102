import type { ParcelFacts } from '../../domain/shipments/parcel-facts.ts'
import type { PushSubscription } from '../../domain/shipments/push-subscriptions.ts'
import type { CourierScan } from '../../domain/shipments/tracking.ts'

/** A courier sets up its pushes by asking us something first. */
export interface CourierHandshake {
  /** What the courier wants to read in our answer; null where 200 is enough. */
  reply: { challenge: string } | null
  /** What `confirmSubscription` has to send back; null where nothing is to be confirmed. */
  confirmation: { subscriptionId: string; secret: string } | null
}

/** A push of a courier that was found genuine, translated. */
export interface CourierPush {
  eventId: string
  /** Empty where it names none. */
  trackingNumber: string
  /** Numbers it speaks of besides. Only a hint may have them. */
  furtherNumbers?: readonly string[]
  scans: CourierScan[]
  facts?: ParcelFacts
  /** True where the courier signs nothing: the parcel is asked about at once, and nothing moves before (law T4). */
  isHint: boolean
  /** Set where the push is no news of a parcel at all. */
  handshake?: CourierHandshake
}

/** What is asked about one parcel. What else is known tells reused numbers apart. */
export interface TrackingQuery {
  trackingNumber: string
  postalCode: string | null
  countryCode: string | null
  /** `2026-10-05` */
  mailedOn: string | null
  /** The courier's own word for the service, where it has several. */
  service: string | null
}

export type TrackingAnswer =
  /** Scans newest first, as couriers list them; `summary` is the courier's own word for where the parcel is. */
  | {
      trackingNumber: string
      outcome: 'found'
      scans: CourierScan[]
      summary: string | null
      facts?: ParcelFacts
    }
  /** Normal before the first scan: asked again. */
  | { trackingNumber: string; outcome: 'not_found'; reason: string }
  /** For good: the courier will never tell us of this number. */
  | { trackingNumber: string; outcome: 'refused'; reason: string }

/** How a courier is asked to push. Its methods throw as `track` does; asking for the same again changes nothing. */
export interface PushSubscriptions {
  /** Whose parcels are pushed without asking for each. */
  mailers: readonly string[]
  /** Whether a parcel is one of those mailers'. */
  isCovered(trackingNumber: string): boolean
  /** One call. Subscriptions of one page; `next` is null after the last. */
  list(
    page: number,
    about: { correlationId: string },
  ): Promise<{ subscriptions: PushSubscription[]; next: number | null }>
  /** One call. `refused` where the courier will not push of this. */
  create(
    wanted: { subject: string; listenerUrl: string },
    about: { correlationId: string },
  ): Promise<{ outcome: 'done' } | { outcome: 'refused'; reason: string }>
  /** Two calls. */
  drop(id: string, about: { correlationId: string }): Promise<void>
}

/** One courier's wire format. */
export interface CourierGateway {
  /** How many numbers one call asks about; 0 for a courier that cannot be asked. */
  batchSize: number
  /**
   * Verifies and reads a push; null when its signature does not hold. A verified push that cannot be understood
   * has no scans. Never throws for what a courier sends.
   */
  readPush(body: Buffer, headers: Readonly<Record<string, string>>, receivedAt: Date): CourierPush | null
  /**
   * Asks about at most `batchSize` numbers in one call and answers for each, in any order. Throws `CourierThrottled`
   * when the courier wants to be left alone, `Unavailable` when it is not well, `CourierMisconfigured` when it does
   * not know us. Asking twice changes nothing.
   */
  track(queries: readonly TrackingQuery[], about: { correlationId: string }): Promise<TrackingAnswer[]>
  /** Maps a stored scan's original again by today's rules. Never throws. */
  readScan(raw: object): CourierScan
  /** Null or absent where pushes are set up at the courier by hand. */
  subscriptions?: PushSubscriptions | null
  /** Finishes a handshake over the wire. Throws as `track` does. */
  confirmSubscription?(
    confirmation: { subscriptionId: string; secret: string },
    about: { correlationId: string },
  ): Promise<void>
}

/** The couriers by code. */
export type CourierGateways = ReadonlyMap<string, CourierGateway>

/** Couriers of the generic adapter, by the name of their secret among the settings. */
export type GenericCouriers = ReadonlyMap<string, CourierGateway>

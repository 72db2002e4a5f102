import type { PauseKind } from '../../../application/ports/courier-accounts.ts'
import type { BlockerView } from '../../../application/ports/order-reader.ts'
import { blocker } from './blocker.ts'

/** A parcel under way for longer than its service takes. */
export interface OverdueParcel {
  shipment_id: string
  courier_code: string
  courier_service: string | null
  sla_days: number
  /** Whether the courier has spoken of it within those days. */
  is_heard: boolean
  /** Since the courier's last word. */
  days: number
  since: string
  days_under_way: number
  in_transit_at: string
}

/** A courier that nobody asks about parcels for now. */
export interface PausedCourier {
  courier_code: string
  kind: PauseKind | null
  reason: string
  until: string
  since: string | null
}

interface CourierFacts {
  overdue: readonly OverdueParcel[]
  paused: readonly PausedCourier[]
}

/** What is not asked stands still here, whatever becomes of it on the way. */
export function courierBlockers({ paused }: CourierFacts): BlockerView[] {
  return paused.map(({ courier_code, kind, reason, until, since }) =>
    blocker(
      'courier_paused',
      kind === 'misconfigured'
        ? `${courier_code} is not asked until somebody sets it up again: ${reason}`
        : `${courier_code} is not asked until ${until}: ${reason}`,
      {
        since,
        related: { type: 'courier', id: courier_code },
        help: { move: null, operation_id: 'changeCourier', path: `/v1/couriers/${courier_code}` },
      },
    ),
  )
}

export function latenessBlockers({ overdue }: CourierFacts): BlockerView[] {
  return overdue
    .filter(({ is_heard }) => is_heard)
    .map((parcel) =>
      blocker(
        'parcel_late',
        `The parcel has been under way for ${parcel.days_under_way} days; ${serviceOf(parcel)} takes ${parcel.sla_days}.`,
        {
          since: parcel.in_transit_at,
          related: { type: 'shipment', id: parcel.shipment_id },
          help: {
            move: 'write_off',
            operation_id: 'writeOffUnits',
            path: `/v1/shipments/${parcel.shipment_id}/write-offs`,
          },
        },
      ),
    )
}

function serviceOf({ courier_code, courier_service }: OverdueParcel): string {
  return courier_service === null ? courier_code : `${courier_code} ${courier_service}`
}

export function silenceBlockers({ overdue }: CourierFacts): BlockerView[] {
  const silent = overdue.filter(({ is_heard }) => !is_heard)
  return silent.map(({ shipment_id, courier_code, days, since }) =>
    blocker('courier_silent', `${courier_code} has said nothing of the parcel for ${days} days.`, {
      since,
      related: { type: 'shipment', id: shipment_id },
      help: {
        move: 'write_off',
        operation_id: 'writeOffUnits',
        path: `/v1/shipments/${shipment_id}/write-offs`,
      },
    }),
  )
}

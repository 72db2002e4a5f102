/** The canonical vocabulary into which every courier's codes are translated. */
export type TrackingStatus =
  | 'pre_transit'
  | 'accepted'
  | 'in_transit'
  | 'out_for_delivery'
  | 'delivered'
  | 'failed_attempt'
  | 'exception'
  | 'returned'
  | 'cancelled'
  | 'unknown'

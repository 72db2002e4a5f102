import type { Page, PageRequest } from './page.ts'

/** Who asked for an action. */
export interface ActorView {
  kind: 'api_key' | 'webhook' | 'job' | 'system'
  id: string
  name: string
}

/** An event of the timeline. */
export interface DomainEventView {
  seq: number
  event_id: string
  event_type: string
  source_module: string
  aggregate_type: string
  aggregate_id: string
  aggregate_version: number
  company_id: string | null
  order_id: string | null
  shipment_id: string | null
  payload: Record<string, unknown>
  actor: ActorView
  correlation_id: string
  causation_id: string | null
  occurred_at: string
  published_at: string
}

/** One line of a timeline. */
export interface TimelineEntryView {
  source: 'domain' | 'courier' | 'payment' | 'automation' | 'legacy'
  id: string
  type: string
  at: string
  title: string
  actor: ActorView | null
  correlation_id: string | null
  seq: number | null
  data: Record<string, unknown>
}

export interface EventFilter {
  /** Only events behind this position. */
  after_seq?: number | undefined
  type?: string | undefined
}

export interface EventPage {
  data: DomainEventView[]
  /** The position behind which the next page begins; null on the last one. */
  next: number | null
}

/** What happened, as the contract shows it. A page key of a timeline is opaque: hand back what came. */
export interface TimelineReader {
  /** Newest first. Null when there is no such order. */
  ofOrder(orderId: string, page: PageRequest): Promise<Page<TimelineEntryView> | null>
  /** Newest first. Null when there is no such shipment. */
  ofShipment(shipmentId: string, page: PageRequest): Promise<Page<TimelineEntryView> | null>
  /** Oldest first, without holes. */
  events(filter: EventFilter, limit: number): Promise<EventPage>
}

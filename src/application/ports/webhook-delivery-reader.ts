import type { DeliveryStatus } from '../../domain/legacy/webhook-delivery.ts'
import type { Page, PageRequest } from './page.ts'

/** An event of the provider's on its way to a target. */
export interface WebhookDeliverySummaryView {
  id: string
  event_id: string
  event_type: string
  target: string
  status: DeliveryStatus
  attempts: number
  received_at: string
  delivered_at: string | null
}

export interface WebhookDeliveryView extends WebhookDeliverySummaryView {
  /** Oldest first. */
  tries: {
    attempt: number
    signature: 'original' | 'anew'
    status_code: number | null
    error: string | null
    duration_ms: number
    attempted_at: string
  }[]
}

/** An event that ended on one side only. */
export interface WebhookDivergenceView extends WebhookDeliverySummaryView {
  /** What we did with it. */
  our_status: 'received' | 'ignored' | 'processed' | 'failed'
  ended_here: boolean
}

export interface WebhookDeliveryReader {
  /** Newest first. */
  deliveries(
    filter: { status?: DeliveryStatus | undefined; event_id?: string | undefined },
    page: PageRequest,
  ): Promise<Page<WebhookDeliverySummaryView>>
  delivery(deliveryId: string): Promise<WebhookDeliveryView | null>
  /** Events received before an instant that only one side has ended, newest first. */
  divergence(before: Date, page: PageRequest): Promise<Page<WebhookDivergenceView>>
}

import type { EmailKind, EmailStatus } from '../../domain/billing/email-delivery.ts'
import type { Page, PageRequest } from './page.ts'

/** A message to a billing contact. */
export interface EmailDeliveryView {
  id: string
  kind: EmailKind
  day: number
  invoice_id: string
  invoice_number: string
  company_id: string
  to: string | null
  subject: string | null
  status: EmailStatus
  skip_reason: 'paid' | 'void' | 'superseded' | null
  attempts: number
  provider_answer: string | null
  message_id: string
  created_at: string
  sent_at: string | null
}

export interface EmailReader {
  /** Newest first. */
  list(
    filter: {
      invoice_id?: string | undefined
      company_id?: string | undefined
      status?: EmailStatus | undefined
    },
    page: PageRequest,
  ): Promise<Page<EmailDeliveryView>>
  /** Null when there is no such message. */
  delivery(deliveryId: string): Promise<EmailDeliveryView | null>
}

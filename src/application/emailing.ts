import { type EmailDelivery, queueDelivery } from '../domain/billing/email-delivery.ts'
import type { Invoice } from '../domain/billing/invoice.ts'
import type { EmailDeliveryId } from '../domain/shared/ids.ts'
import { job } from './jobs.ts'
import type { IdGenerator } from './ports/id-generator.ts'
import type { EnqueuedJob } from './ports/job-scheduler.ts'
import type { Mailer } from './ports/mailer.ts'
import type { Store } from './ports/unit-of-work.ts'

export interface EmailParts {
  mailer: Mailer
  ids: IdGenerator
}

/** Queues a message about an invoice that the caller holds. Null without a transport: then nothing is queued. */
export async function queueEmail(
  { mailer, ids }: EmailParts,
  store: Store,
  { id, companyId }: Pick<Invoice, 'id' | 'companyId'>,
  wish: Pick<EmailDelivery, 'kind'> & Partial<Pick<EmailDelivery, 'day' | 'askedRecipient'>>,
  at: Date,
): Promise<EmailDeliveryId | null> {
  if (mailer.sender === null) return null
  const delivery = queueDelivery(
    {
      id: ids.make('emailDelivery'),
      invoiceId: id,
      companyId,
      kind: wish.kind,
      day: wish.day ?? 0,
      askedRecipient: wish.askedRecipient ?? null,
    },
    mailer.sender,
    at,
  )
  await store.emails.insert(delivery)
  store.enqueue(sendEmailJob(delivery.id, 'first'))
  return delivery.id
}

/** One job a message and occasion. */
export function sendEmailJob(deliveryId: EmailDeliveryId, occasion: string): EnqueuedJob {
  return job(
    'send-email',
    { deliveryId },
    { key: `email:${deliveryId}:${occasion}`, related: { type: 'email_delivery', id: deliveryId } },
  )
}

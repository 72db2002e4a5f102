import { requeueDelivery } from '../../domain/billing/email-delivery.ts'
import type { EmailDeliveryId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { sendEmailJob } from '../emailing.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { EmailDeliveryView } from '../ports/email-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/**
 * Sends a failed message again, under its own Message-ID, to the billing contact of today or to the address that was
 * asked for. What was sent is not repeated: a copy of the invoice is a message of its own.
 */
export function resendEmailDelivery(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    { deliveryId }: { deliveryId: EmailDeliveryId },
    context: ActionContext,
  ): Promise<EmailDeliveryView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { delivery } = found(await store.emails.getForUpdate(deliveryId), 'email delivery', deliveryId)
      if (delivery.status !== 'failed') {
        throw new Refusal('move_not_allowed', `A message that is ${delivery.status} is not sent again.`, {
          current: delivery.status,
          allowed_from: ['failed'],
          send_a_copy: `/v1/invoices/${delivery.invoiceId}/send`,
        })
      }
      const at = deps.clock.now()
      await store.emails.save(requeueDelivery(delivery, at))
      await store.tasks.settle('email_failed', deliveryId, context.actor.name, at)
      store.enqueue(sendEmailJob(deliveryId, `resend:${delivery.attempts}`))
      return found(await store.views.emails.delivery(deliveryId), 'email delivery', deliveryId)
    })
}

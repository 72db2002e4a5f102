import { isMailbox } from '../../domain/billing/email-delivery.ts'
import type { Invoice } from '../../domain/billing/invoice.ts'
import type { InvoiceId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { type EmailParts, queueEmail } from '../emailing.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { EmailDeliveryView } from '../ports/email-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

type Dependencies = EmailParts & { unitOfWork: UnitOfWork; clock: Clock }

/** Sends a copy of an issued invoice with its PDF, to the billing contact or to an address. Each call is a message. */
export function sendInvoice(deps: Dependencies) {
  return (
    { invoiceId, recipient }: { invoiceId: InvoiceId; recipient: string | null },
    context: ActionContext,
  ): Promise<EmailDeliveryView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { invoice } = found(await store.invoices.getForUpdate(invoiceId), 'invoice', invoiceId)
      refuseUnsendable(invoice)
      if (recipient !== null && !isMailbox(recipient)) refuseAddress()
      if (recipient === null && (await store.invoices.billingEmail(invoice.companyId)) === null) {
        refuseNobody(invoice)
      }
      const wish = { kind: 'invoice_copy', askedRecipient: recipient } as const
      const deliveryId = await queueEmail(deps, store, invoice, wish, deps.clock.now())
      if (deliveryId === null) {
        throw new Refusal('email_transport_missing', 'No mail server is configured to send with.')
      }
      return found(await store.views.emails.delivery(deliveryId), 'email delivery', deliveryId)
    })
}

function refuseUnsendable({ status }: Invoice): void {
  if (status !== 'draft' && status !== 'void') return
  throw new Refusal('move_not_allowed', `An invoice that is ${status} is not sent.`, {
    current: status,
    allowed_from: ['issued', 'partially_paid', 'paid'],
  })
}

function refuseAddress(): never {
  const detail = 'must be one e-mail address'
  throw new Refusal('body_field_invalid', 'This is not one e-mail address.', {}, [{ pointer: '/to', detail }])
}

function refuseNobody({ companyId }: Invoice): never {
  throw new Refusal('billing_contact_missing', 'The company has no billing contact to send it to.', {
    company_id: companyId,
    move: { operation: 'changeContactRoles', path: '/v1/contacts/{contactId}/roles' },
  })
}

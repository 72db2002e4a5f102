import { invoiceEvent } from '../../domain/billing/billing-events.ts'
import { dateIn } from '../../domain/billing/calendar.ts'
import {
  answered,
  claimDelivery,
  type EmailDelivery,
  type MailAnswer,
  nextStep,
  skipDelivery,
} from '../../domain/billing/email-delivery.ts'
import { type Letter, writeLetter } from '../../domain/billing/invoice-letter.ts'
import type { EmailDeliveryId } from '../../domain/shared/ids.ts'
import type { EmailParts } from '../emailing.ts'
import { found } from '../found.ts'
import type { LoadedEmail } from '../ports/email-store.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { OutgoingMail } from '../ports/mailer.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { type DocumentParts, invoiceDocument } from './invoice-document.ts'

type Dependencies = DocumentParts & EmailParts & { unitOfWork: UnitOfWork; sellerName: string }

interface Claimed {
  delivery: EmailDelivery
  recipient: string
  letter: Letter
  number: string
}

/**
 * Sends one queued message: claimed first, so two jobs about it send it once. A payment that came before the claim
 * stops a notice. A crash after the server took it and before we wrote so repeats it under the same Message-ID.
 */
export function sendEmail(deps: Dependencies) {
  return async (input: { deliveryId: string }, context: ActionContext): Promise<JobOutcome> => {
    const deliveryId = input.deliveryId as EmailDeliveryId
    const claimed = await deps.unitOfWork.run(context, (store) => claim(deps, store, deliveryId))
    if ('outcome' in claimed) return claimed

    const answer = await deps.mailer.send(await mailOf(deps, claimed))
    if (answer.outcome === 'deferred') {
      const isOver = await deps.unitOfWork.run(context, (store) => record(deps, store, claimed, answer))
      return isOver ? { outcome: 'done' } : { outcome: 'retry', reason: answer.answer }
    }
    await deps.unitOfWork.conclude(context, (store) => record(deps, store, claimed, answer))
    return { outcome: 'done' }
  }
}

async function claim(
  deps: Dependencies,
  store: Store,
  deliveryId: EmailDeliveryId,
): Promise<Claimed | JobOutcome> {
  const loaded = found(await store.emails.getForUpdate(deliveryId), 'email delivery', deliveryId)
  const { delivery, facts } = loaded
  const at = deps.clock.now()
  const next = nextStep(delivery, facts, at)
  switch (next.step) {
    case 'none':
      return { outcome: 'done' }
    case 'await_other':
      return {
        outcome: 'retry',
        reason: 'another job is sending it',
        afterSeconds: Math.ceil((next.until.getTime() - at.getTime()) / 1000),
      }
    case 'skip':
      await store.emails.save(skipDelivery(delivery, next.reason, at))
      return { outcome: 'done' }
    case 'await_contact':
      await askForContact(deps, store, delivery, at)
      return { outcome: 'done' }
    case 'send': {
      const letter = letterOf(deps, loaded, at)
      const { recipient } = next
      const ours = claimDelivery(delivery, { recipient, subject: letter.subject }, at)
      await store.emails.save(ours)
      return { delivery: ours, recipient, letter, number: loaded.letter.number }
    }
  }
}

function letterOf(deps: Dependencies, { delivery, letter }: LoadedEmail, at: Date): Letter {
  const { timeZone, ...facts } = letter
  const isPastDue = dateIn(timeZone, at) > facts.dueOn
  return writeLetter({ ...facts, kind: delivery.kind, isPastDue, seller: deps.sellerName })
}

async function mailOf(deps: Dependencies, claimed: Claimed): Promise<OutgoingMail> {
  const { delivery, recipient, letter, number } = claimed
  const isNotice = delivery.kind === 'invoice_reminder' || delivery.kind === 'invoice_overdue'
  const document = isNotice ? null : await invoiceDocument(deps, delivery.invoiceId)
  return {
    ...letter,
    recipient,
    messageId: delivery.messageId,
    attachment:
      document === null
        ? null
        : { name: `${number}.pdf`, contentType: 'application/pdf', bytes: document.bytes },
  }
}

/** True when nothing more is to be tried. The invoice is locked first, and so its event has its version's place. */
async function record(
  deps: Dependencies,
  store: Store,
  { delivery: ours, recipient, number }: Claimed,
  answer: MailAnswer,
): Promise<boolean> {
  const { invoice } = found(await store.invoices.getForUpdate(ours.invoiceId), 'invoice', ours.invoiceId)
  const { delivery } = found(await store.emails.getForUpdate(ours.id), 'email delivery', ours.id)
  const isOurs = delivery.attempts === ours.attempts
  // What the server took is sent, even if another try has begun since.
  if (delivery.status !== 'queued' || (!isOurs && answer.outcome !== 'accepted')) return true
  const at = deps.clock.now()
  const after = answered({ ...delivery, recipient, subject: ours.subject }, answer, at)
  await store.emails.save(after)
  const data = { delivery_id: ours.id, kind: ours.kind, number, recipient }
  if (after.status === 'sent') {
    store.publish([invoiceEvent(invoice, 'invoice.emailed', at, data)])
    if (ours.askedRecipient === null) {
      await store.tasks.settle('billing_contact_missing', invoice.companyId, 'email', at)
    }
  }
  if (after.status === 'failed') {
    store.publish([invoiceEvent(invoice, 'invoice.email_failed', at, { ...data, answer: answer.answer })])
    await openFailedTask(deps, store, after, number, at)
  }
  return after.status !== 'queued'
}

async function askForContact(
  deps: Dependencies,
  store: Store,
  { companyId, invoiceId }: EmailDelivery,
  at: Date,
): Promise<void> {
  await store.tasks.open({
    id: deps.ids.make('manualTask'),
    kind: 'billing_contact_missing',
    title: 'Nobody gets the bills of this company: give a contact the role billing, and they are sent',
    relatedType: 'company',
    relatedId: companyId,
    orderId: null,
    companyId,
    details: {
      invoice_id: invoiceId,
      move: {
        operation: 'changeContactRoles',
        path: '/v1/contacts/{contactId}/roles',
        body: { grant: [{ role: 'billing', primary: true }] },
      },
    },
    createdAt: at,
  })
}

async function openFailedTask(
  deps: Dependencies,
  store: Store,
  { id, companyId, invoiceId, recipient, providerAnswer }: EmailDelivery,
  number: string,
  at: Date,
): Promise<void> {
  await store.tasks.open({
    id: deps.ids.make('manualTask'),
    kind: 'email_failed',
    title: `The e-mail about invoice ${number} did not arrive: correct the address and resend it`,
    relatedType: 'email_delivery',
    relatedId: id,
    orderId: null,
    companyId,
    details: {
      invoice_id: invoiceId,
      recipient,
      answer: providerAnswer,
      move: { operation: 'resendEmailDelivery', path: `/v1/email-deliveries/${id}/resend` },
    },
    createdAt: at,
  })
}

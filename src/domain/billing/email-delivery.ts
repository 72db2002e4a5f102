import type { CompanyId, EmailDeliveryId, InvoiceId } from '../shared/ids.ts'
import type { InvoiceStatus } from './invoice-lifecycle.ts'

export type EmailKind =
  | 'invoice_issued'
  | 'invoice_receipt'
  | 'invoice_reminder'
  | 'invoice_overdue'
  | 'invoice_copy'

export type EmailStatus = 'queued' | 'sent' | 'failed' | 'skipped'

/** A message to a billing contact, from the moment it is due. */
export interface EmailDelivery {
  id: EmailDeliveryId
  kind: EmailKind
  /** Of a reminder or an overdue notice: for which day after the due date; 0 otherwise. */
  day: number
  invoiceId: InvoiceId
  companyId: CompanyId
  /** Null: whoever is the company's billing contact when it is sent. */
  askedRecipient: string | null
  recipient: string | null
  subject: string | null
  status: EmailStatus
  skipReason: 'paid' | 'void' | 'superseded' | null
  attempts: number
  providerAnswer: string | null
  messageId: string
  tryingSince: Date | null
  claimedUntil: Date | null
  createdAt: Date
  updatedAt: Date
  sentAt: Date | null
}

/** What a mail server said. `deferred` is worth another try: it was away, or asked us to come back. */
export interface MailAnswer {
  outcome: 'accepted' | 'deferred' | 'refused'
  answer: string
}

/** What is known of the invoice and its company when a message is about to be sent. */
export interface EmailFacts {
  invoiceStatus: InvoiceStatus
  /** A later notice of the same invoice is on its way or was sent. */
  isSuperseded: boolean
  /** The company's billing contact. */
  billingEmail: string | null
}

export type EmailStep =
  | { step: 'send'; recipient: string }
  | { step: 'skip'; reason: NonNullable<EmailDelivery['skipReason']> }
  | { step: 'await_contact' }
  | { step: 'await_other'; until: Date }
  | { step: 'none' }

// Longer than a mail server may take to answer; a sender that died gives up its claim by it.
const CLAIM_MS = 180_000
// As long as mail servers themselves keep on trying.
const PATIENCE_MS = 48 * 3_600_000

export function queueDelivery(
  wish: Pick<EmailDelivery, 'id' | 'kind' | 'day' | 'invoiceId' | 'companyId' | 'askedRecipient'>,
  sender: string,
  at: Date,
): EmailDelivery {
  return {
    ...wish,
    recipient: null,
    subject: null,
    status: 'queued',
    skipReason: null,
    attempts: 0,
    providerAnswer: null,
    messageId: `<${wish.id}@${sender.slice(sender.lastIndexOf('@') + 1)}>`,
    tryingSince: null,
    claimedUntil: null,
    createdAt: at,
    updatedAt: at,
    sentAt: null,
  }
}

export function noticeKind(day: number): EmailKind {
  return day > 0 ? 'invoice_overdue' : 'invoice_reminder'
}

/** What is to be done with a message now. Notices of an invoice that is settled meanwhile are never sent. */
export function nextStep(delivery: EmailDelivery, facts: EmailFacts, at: Date): EmailStep {
  if (delivery.status !== 'queued') return { step: 'none' }
  if (delivery.claimedUntil !== null && delivery.claimedUntil > at) {
    return { step: 'await_other', until: delivery.claimedUntil }
  }
  const isNotice = delivery.kind === 'invoice_reminder' || delivery.kind === 'invoice_overdue'
  if (facts.invoiceStatus === 'void') return { step: 'skip', reason: 'void' }
  if (isNotice && facts.invoiceStatus === 'paid') return { step: 'skip', reason: 'paid' }
  if (isNotice && facts.isSuperseded) return { step: 'skip', reason: 'superseded' }
  const recipient = delivery.askedRecipient ?? facts.billingEmail
  return recipient === null ? { step: 'await_contact' } : { step: 'send', recipient }
}

export function skipDelivery(
  delivery: EmailDelivery,
  reason: NonNullable<EmailDelivery['skipReason']>,
  at: Date,
): EmailDelivery {
  return { ...delivery, status: 'skipped', skipReason: reason, updatedAt: at }
}

/** The message is ours to send for a while; each claim is a try. */
export function claimDelivery(
  delivery: EmailDelivery,
  letter: { recipient: string; subject: string },
  at: Date,
): EmailDelivery {
  return {
    ...delivery,
    ...letter,
    attempts: delivery.attempts + 1,
    tryingSince: delivery.tryingSince ?? at,
    claimedUntil: new Date(at.getTime() + CLAIM_MS),
    updatedAt: at,
  }
}

/** What the server's answer makes of a message: what was put off for two days has failed. */
export function answered(delivery: EmailDelivery, { outcome, answer }: MailAnswer, at: Date): EmailDelivery {
  const known = { ...delivery, providerAnswer: answer, claimedUntil: null, updatedAt: at }
  if (outcome === 'accepted') return { ...known, status: 'sent', sentAt: at }
  const since = delivery.tryingSince ?? at
  const isOver = outcome === 'refused' || at.getTime() - since.getTime() >= PATIENCE_MS
  return isOver ? { ...known, status: 'failed' } : known
}

/** A failed message, queued again under its own Message-ID. */
export function requeueDelivery(delivery: EmailDelivery, at: Date): EmailDelivery {
  return { ...delivery, status: 'queued', tryingSince: null, claimedUntil: null, updatedAt: at }
}

/** Exactly one mailbox, so that no list and no header can hide in it. */
export function isMailbox(text: string): boolean {
  return /^[^\p{C}\s@<>(),;:"[\]\\]+@[^\p{C}\s@<>(),;:"[\]\\]+$/u.test(text)
}

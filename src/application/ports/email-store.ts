import type { EmailDelivery, EmailFacts } from '../../domain/billing/email-delivery.ts'
import type { LetterFacts } from '../../domain/billing/invoice-letter.ts'
import type { EmailDeliveryId } from '../../domain/shared/ids.ts'

/** A message with what its next step and its letter read. */
export interface LoadedEmail {
  delivery: EmailDelivery
  facts: EmailFacts
  letter: Omit<LetterFacts, 'kind' | 'isPastDue' | 'seller'> & { timeZone: string }
}

/** Messages on their way. Whoever locks one and its invoice locks the invoice first. */
export interface EmailStore {
  /** A notice that is there already stays as it is: each is queued once. */
  insert(delivery: EmailDelivery): Promise<void>
  /** Locks the message and reads it afterwards; without its invoice's lock, which a payment may hold. */
  getForUpdate(deliveryId: EmailDeliveryId): Promise<LoadedEmail | null>
  /** Writes what may change. */
  save(delivery: EmailDelivery): Promise<void>
  /** Queued, untouched since then, and with somebody to send to; the longest untouched first. */
  waiting(before: Date, limit: number): Promise<EmailDeliveryId[]>
}

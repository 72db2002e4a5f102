import type { MailAnswer } from '../../domain/billing/email-delivery.ts'

export interface OutgoingMail {
  recipient: string
  subject: string
  text: string
  html: string
  /** With its angle brackets; the same again when a message is repeated. */
  messageId: string
  attachment: { name: string; contentType: string; bytes: Uint8Array } | null
}

/** E-mail to people outside. */
export interface Mailer {
  /** The address that mail comes from. Null: no transport is configured, and nothing should be queued for it. */
  sender: string | null
  /**
   * Hands one message to the mail server. Never throws: silence, and whatever is not about this message, is
   * `deferred`. After a crash, or when an answer was lost, the server may have taken it: the repeat has its Message-ID.
   */
  send(mail: OutgoingMail): Promise<MailAnswer>
}

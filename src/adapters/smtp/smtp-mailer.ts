import { rootCertificates } from 'node:tls'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Mailer, OutgoingMail } from '../../application/ports/mailer.ts'
import { isMailbox, type MailAnswer } from '../../domain/billing/email-delivery.ts'

export interface SmtpSettings {
  host: string
  port: number
  user: string | null
  password: string | null
  from: { name: string | null; address: string }
  /** `starttls` insists on it; `off` is for servers on this machine. */
  tls: 'starttls' | 'implicit' | 'off'
  /** In PEM: who may vouch for the server besides those whom everybody trusts. */
  certificates: string | null
}

// Well within the claim of the message.
const DEADLINE_MS = 60_000
const PATIENCE_MS = 20_000

/** Sends over SMTP, one connection a message. Without settings nothing can be sent. */
export function createSmtpMailer(settings: SmtpSettings | null): Mailer {
  if (settings === null) {
    return {
      sender: null,
      send: () => Promise.resolve({ outcome: 'deferred', answer: 'no mail server is configured' }),
    }
  }
  const { host, port, tls, user, password, from, certificates } = settings
  const transport = createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'off',
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    ...(certificates === null ? {} : { tls: { ca: [...rootCertificates, certificates] } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    sender: from.address,
    async send(mail) {
      if (!isMailbox(mail.recipient)) {
        return { outcome: 'refused', answer: `${JSON.stringify(mail.recipient)} is not an e-mail address` }
      }
      const sending = transport
        .sendMail(messageOf(mail, from))
        .then(({ response }): MailAnswer => ({ outcome: 'accepted', answer: tidy(response) }), meaningOf)
      return withinDeadline(sending)
    },
  }
}

function messageOf(mail: OutgoingMail, from: SmtpSettings['from']): SendMailOptions {
  const { recipient, subject, text, html, messageId, attachment } = mail
  return {
    from: { name: from.name ?? '', address: from.address },
    // As an object: a text would be read as a list of addresses.
    to: { name: '', address: recipient },
    envelope: { from: from.address, to: [recipient] },
    subject,
    text,
    html,
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments:
      attachment === null
        ? []
        : [
            {
              filename: attachment.name,
              contentType: attachment.contentType,
              content: Buffer.from(attachment.bytes),
            },
          ],
  }
}

interface SmtpFailure {
  code?: string
  responseCode?: number
  response?: string
  message?: string
}

/** Final is only what a server says for good of this envelope or this content; a wrong password is ours to mend. */
function meaningOf(error: unknown): MailAnswer {
  const { code, responseCode = 0, response, message } = error as SmtpFailure
  const isAboutMessage = code === 'EENVELOPE' || code === 'EMESSAGE'
  const isFinal = isAboutMessage && responseCode >= 500 && responseCode < 600
  return {
    outcome: isFinal ? 'refused' : 'deferred',
    answer: tidy(`${obstacleOf(code, message)}${response ?? message ?? 'no answer'}`),
  }
}

/** What stands between us and the server, where it is not the message: a person has to see which setting to mend. */
function obstacleOf(code: string | undefined, message = ''): string {
  if (code === 'EAUTH') return 'the mail server refused our login: '
  return /certificate|altname/i.test(message) ? "the mail server's certificate is not trusted: " : ''
}

/** One line of at most 500 characters. */
function tidy(answer: string): string {
  return answer
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 500)
}

/** A server that keeps the line alive without ever answering must not keep the job. */
async function withinDeadline(sending: Promise<MailAnswer>): Promise<MailAnswer> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<MailAnswer>((resolve) => {
    timer = setTimeout(() => {
      resolve({ outcome: 'deferred', answer: 'the mail server did not answer in time' })
    }, DEADLINE_MS)
  })
  try {
    return await Promise.race([sending, deadline])
  } finally {
    clearTimeout(timer)
  }
}

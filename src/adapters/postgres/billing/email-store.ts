import { Type } from 'typebox'
import type { EmailStore } from '../../../application/ports/email-store.ts'
import type { EmailDelivery, EmailFacts } from '../../../domain/billing/email-delivery.ts'
import type { LetterLanguage } from '../../../domain/billing/letter-words.ts'
import type { CompanyId, EmailDeliveryId, InvoiceId } from '../../../domain/shared/ids.ts'
import { big, flag, instant, maybeInstant, maybeOneOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertTogether, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'
import { settledMinor } from './payment-views.ts'

const emailRow = sql.rowsOf(
  Type.Object({
    id: oneOf<EmailDeliveryId>(),
    kind: oneOf<EmailDelivery['kind']>(),
    day: whole,
    invoiceId: oneOf<InvoiceId>(),
    companyId: oneOf<CompanyId>(),
    askedRecipient: maybeText,
    recipient: maybeText,
    subject: maybeText,
    status: oneOf<EmailDelivery['status']>(),
    skipReason: maybeOneOf<NonNullable<EmailDelivery['skipReason']>>(),
    attempts: whole,
    providerAnswer: maybeText,
    messageId: text,
    tryingSince: maybeInstant,
    claimedUntil: maybeInstant,
    createdAt: instant,
    updatedAt: instant,
    sentAt: maybeInstant,
    invoiceStatus: oneOf<EmailFacts['invoiceStatus']>(),
    isSuperseded: flag,
    billingEmail: maybeText,
    language: oneOf<LetterLanguage>(),
    number: text,
    totalMinor: big,
    settledMinor: big,
    currency: text,
    dueOn: text,
    timeZone: text,
  }),
)
const idRow = sql.rowsOf(Type.Object({ id: oneOf<EmailDeliveryId>() }))

/** The primary billing contact of a company, or another active one. */
const billingEmail = sql.fragment`
  (
    select n.email
    from company_contact_roles r
    join contacts n on n.id = r.contact_id
    where r.company_id = d.company_id and r.role = 'billing' and n.active
    order by r.is_primary desc, r.created_at, n.id
    limit 1
  )`

export function createEmailStore(db: Db): EmailStore {
  return {
    insert: (delivery) =>
      insertTogether(db, [
        {
          table: 'email_deliveries',
          rows: [columnsOf(delivery)],
          onConflict: sql.fragment`on conflict (invoice_id, kind, day) where kind <> 'invoice_copy' do nothing`,
        },
      ]),

    async getForUpdate(deliveryId) {
      await db.query(sql.command`
        select from email_deliveries
        where id = ${deliveryId}
        for no key update`)
      const row = await db.maybeOne(emailRow`
        select
          d.id,
          d.kind,
          d.day,
          d.invoice_id as "invoiceId",
          d.company_id as "companyId",
          d.asked_recipient as "askedRecipient",
          d.recipient,
          d.subject,
          d.status,
          d.skip_reason as "skipReason",
          d.attempts,
          d.provider_answer as "providerAnswer",
          d.message_id as "messageId",
          d.trying_since as "tryingSince",
          d.claimed_until as "claimedUntil",
          d.created_at as "createdAt",
          d.updated_at as "updatedAt",
          d.sent_at as "sentAt",
          v.status as "invoiceStatus",
          exists (
            select from email_deliveries l
            where l.invoice_id = d.invoice_id
              and l.kind in ('invoice_reminder', 'invoice_overdue')
              and l.day > d.day
              and l.status in ('queued', 'sent')
          ) as "isSuperseded",
          ${billingEmail} as "billingEmail",
          coalesce(v.bill_to ->> 'language', 'en') as language,
          v.number,
          v.total_minor as "totalMinor",
          ${settledMinor(sql.fragment`v.id`)} as "settledMinor",
          v.currency,
          v.due_on::text as "dueOn",
          c.time_zone as "timeZone"
        from email_deliveries d
        join invoices v on v.id = d.invoice_id
        join companies c on c.id = d.company_id
        where d.id = ${deliveryId}`)
      if (row === null) return null
      const {
        invoiceStatus,
        isSuperseded,
        billingEmail: contactEmail,
        language,
        number,
        totalMinor,
        settledMinor: settled,
        currency,
        dueOn,
        timeZone,
        ...delivery
      } = row
      return {
        delivery,
        facts: { invoiceStatus, isSuperseded, billingEmail: contactEmail },
        letter: { language, number, totalMinor, openMinor: totalMinor - settled, currency, dueOn, timeZone },
      }
    },

    async save(delivery) {
      const time = (value: Date | null) => (value === null ? null : at(value))
      await update(
        db,
        'email_deliveries',
        sql.fragment`
        update email_deliveries
        set status = ${delivery.status},
          recipient = ${delivery.recipient},
          subject = ${delivery.subject},
          skip_reason = ${delivery.skipReason},
          attempts = ${delivery.attempts},
          provider_answer = ${delivery.providerAnswer},
          trying_since = ${time(delivery.tryingSince)},
          claimed_until = ${time(delivery.claimedUntil)},
          updated_at = ${at(delivery.updatedAt)},
          sent_at = ${time(delivery.sentAt)}
        where id = ${delivery.id}`,
      )
    },

    async waiting(before, limit) {
      const rows = await db.any(idRow`
        select d.id
        from email_deliveries d
        where d.status = 'queued'
          and d.updated_at < ${at(before)}
          and (d.claimed_until is null or d.claimed_until < ${at(before)})
          and (d.asked_recipient is not null or ${billingEmail} is not null)
        order by d.updated_at, d.id
        limit ${limit}`)
      return rows.map(({ id }) => id)
    },
  }
}

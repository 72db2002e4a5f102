import type {
  BillingDocument,
  DocumentKind,
  DocumentLanguage,
} from '../../application/ports/document-renderer.ts'
import { exponentOf } from '../../domain/shared/money.ts'

/** The words of a document, in its language. */
interface Words {
  titles: Readonly<Record<DocumentKind, string>>
  addressedTo: Readonly<Record<DocumentKind, string>>
  number: string
  dates: Readonly<Record<DocumentKind, string>>
  dueOn: string
  order: string
  purchaseOrder: string
  corrects: string
  reason: string
  included: (tax: string) => string
  currency: string
  description: string
  quantity: string
  unitPrice: string
  amount: string
  subtotal: string
  discount: string
  tax: string
  total: string
  paidOn: (day: string) => string
  methods: Readonly<Record<string, string> & { manual: string }>
  credited: string
  balance: string
  taxNumber: string
  page: (number: number, count: number) => string
}

const words: Readonly<Record<DocumentLanguage, Words>> = {
  en: {
    titles: { invoice: 'Invoice', credit_note: 'Credit note', receipt: 'Receipt' },
    addressedTo: { invoice: 'Billed to', credit_note: 'Credited to', receipt: 'Billed to' },
    number: 'Number',
    dates: { invoice: 'Date of issue', credit_note: 'Date of issue', receipt: 'Paid on' },
    dueOn: 'Due date',
    order: 'Order',
    purchaseOrder: 'Your reference',
    corrects: 'Corrects invoice',
    reason: 'Reason',
    included: (tax) => `${tax} included`,
    currency: 'Currency',
    description: 'Description',
    quantity: 'Quantity',
    unitPrice: 'Unit price',
    amount: 'Amount',
    subtotal: 'Subtotal',
    discount: 'Discount',
    tax: 'Tax',
    total: 'Total',
    paidOn: (day) => `Payment of ${day}`,
    methods: {
      stripe: 'Stripe',
      bank_transfer: 'Bank transfer',
      cheque: 'Cheque',
      manual: 'Recorded by hand',
    },
    credited: 'Credit notes',
    balance: 'Balance due',
    taxNumber: 'Tax number',
    page: (number, count) => `Page ${number} of ${count}`,
  },
  fr: {
    titles: { invoice: 'Facture', credit_note: 'Note de crédit', receipt: 'Reçu' },
    addressedTo: { invoice: 'Facturé à', credit_note: 'Crédité à', receipt: 'Facturé à' },
    number: 'Numéro',
    dates: { invoice: 'Date d’émission', credit_note: 'Date d’émission', receipt: 'Payé le' },
    dueOn: 'Échéance',
    order: 'Commande',
    purchaseOrder: 'Votre référence',
    corrects: 'Corrige la facture',
    reason: 'Motif',
    included: (tax) => `${tax} comprise`,
    currency: 'Devise',
    description: 'Description',
    quantity: 'Quantité',
    unitPrice: 'Prix unitaire',
    amount: 'Montant',
    subtotal: 'Sous-total',
    discount: 'Rabais',
    tax: 'Taxe',
    total: 'Total',
    paidOn: (day) => `Paiement du ${day}`,
    methods: {
      stripe: 'Stripe',
      bank_transfer: 'Virement bancaire',
      cheque: 'Chèque',
      manual: 'Saisi à la main',
    },
    credited: 'Notes de crédit',
    balance: 'Solde à payer',
    taxNumber: 'Numéro de taxe',
    page: (number, count) => `Page ${number} de ${count}`,
  },
}

const locales: Readonly<Record<DocumentLanguage, string>> = { en: 'en-CA', fr: 'fr-CA' }

/** How a document says things: its words, and amounts, dates and countries as its readers write them. */
export interface Wording {
  locale: string
  words: Words
  amount: (minor: number) => string
  count: (quantity: number) => string
  rate: (percent: string) => string
  day: (date: string) => string
  country: (code: string) => string
}

const wordings = new Map<string, Wording>()

/** The wording of a language and a currency, made once: building formats takes longer than using them. */
export function wordingOf({ language, currency }: Pick<BillingDocument, 'language' | 'currency'>): Wording {
  const key = `${language} ${currency}`
  const wording = wordings.get(key) ?? makeWording(language, currency)
  wordings.set(key, wording)
  return wording
}

function makeWording(language: DocumentLanguage, currency: string): Wording {
  const locale = locales[language]
  const digits = exponentOf(currency)
  const amounts = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  const counts = new Intl.NumberFormat(locale)
  const rates = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  return {
    locale,
    words: words[language],
    amount: (minor) => amounts.format(decimalOf(minor, digits)),
    count: (quantity) => counts.format(quantity),
    rate: (percent) => rates.format(`${percent}e-2` as `${number}`),
    day: (date) => firstOfMonth(language, days.format(new Date(`${date}T00:00:00Z`))),
    country: (code) => countries.of(code) ?? code,
  }
}

/** The first of a month is an ordinal in French, which Intl leaves out. */
function firstOfMonth(language: DocumentLanguage, day: string): string {
  return language === 'fr' ? day.replace(/^1 /, '1er ') : day
}

/** A decimal number as text, which Intl formats without going through a float. */
function decimalOf(minor: number, digits: number): `${number}` {
  return `${minor}e-${digits}` as `${number}`
}

import { exponentOf } from '../shared/money.ts'

export type LetterLanguage = 'en' | 'fr'

/** What a letter speaks of, as its reader writes it. */
interface Said {
  number: string
  total: string
  open: string
  dueOn: string
  seller: string
}

interface LetterWords {
  subject: (said: Said) => string
  lines: (said: Said) => string[]
}

interface Words {
  greeting: string
  closing: string
  number: string
  total: string
  open: string
  dueOn: string
  issued: LetterWords
  receipt: LetterWords
  due: LetterWords
  overdue: LetterWords
  copy: LetterWords
}

export const letterWords: Readonly<Record<LetterLanguage, Words>> = {
  en: {
    greeting: 'Hello,',
    closing: 'Kind regards,',
    number: 'Invoice',
    total: 'Total',
    open: 'Balance due',
    dueOn: 'Due date',
    issued: {
      subject: ({ number, seller }) => `Invoice ${number} from ${seller}`,
      lines: ({ number, total, dueOn }) => [
        `Invoice ${number} for ${total} is attached. It is due on ${dueOn}.`,
      ],
    },
    receipt: {
      subject: ({ number, seller }) => `Payment received: invoice ${number} from ${seller}`,
      lines: ({ number, total }) => [
        `Thank you for your payment. Invoice ${number} for ${total} is attached for your records; nothing is left to pay.`,
      ],
    },
    due: {
      subject: ({ number, dueOn }) => `Reminder: invoice ${number} is due on ${dueOn}`,
      lines: ({ number, open, dueOn }) => [
        `Invoice ${number} is due on ${dueOn}. ${open} are open.`,
        'If you have paid in the meantime, please disregard this message.',
      ],
    },
    overdue: {
      subject: ({ number, dueOn }) => `Overdue: invoice ${number} was due on ${dueOn}`,
      lines: ({ number, open, dueOn }) => [
        `Invoice ${number} was due on ${dueOn}. ${open} are still open.`,
        'If you have paid in the meantime, please disregard this message.',
      ],
    },
    copy: {
      subject: ({ number, seller }) => `Invoice ${number} from ${seller}`,
      lines: ({ number, total }) => [`Invoice ${number} for ${total} is attached.`],
    },
  },
  fr: {
    greeting: 'Bonjour,',
    closing: 'Cordialement,',
    number: 'Facture',
    total: 'Total',
    open: 'Solde à payer',
    dueOn: 'Échéance',
    issued: {
      subject: ({ number, seller }) => `Facture ${number} de ${seller}`,
      lines: ({ number, total, dueOn }) => [
        `Vous trouverez ci-joint la facture ${number} de ${total}, payable au plus tard le ${dueOn}.`,
      ],
    },
    receipt: {
      subject: ({ number, seller }) => `Paiement reçu : facture ${number} de ${seller}`,
      lines: ({ number, total }) => [
        `Nous vous remercions de votre paiement. La facture ${number} de ${total} est jointe pour vos dossiers ; il ne reste rien à payer.`,
      ],
    },
    due: {
      subject: ({ number, dueOn }) => `Rappel : la facture ${number} est payable le ${dueOn}`,
      lines: ({ number, open, dueOn }) => [
        `La facture ${number} est payable le ${dueOn}. Le solde est de ${open}.`,
        'Si vous avez payé entre-temps, veuillez ne pas tenir compte de ce message.',
      ],
    },
    overdue: {
      subject: ({ number, dueOn }) => `En retard : la facture ${number} était payable le ${dueOn}`,
      lines: ({ number, open, dueOn }) => [
        `La facture ${number} était payable le ${dueOn}. Le solde est toujours de ${open}.`,
        'Si vous avez payé entre-temps, veuillez ne pas tenir compte de ce message.',
      ],
    },
    copy: {
      subject: ({ number, seller }) => `Facture ${number} de ${seller}`,
      lines: ({ number, total }) => [`Vous trouverez ci-joint la facture ${number} de ${total}.`],
    },
  },
}

const locales: Readonly<Record<LetterLanguage, string>> = { en: 'en-CA', fr: 'fr-CA' }

/** `USD 1,234.50` or `1 234,50 USD`, without going through a float. */
export function amountIn(language: LetterLanguage, minor: bigint, currency: string): string {
  const digits = exponentOf(currency)
  const number = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(`${minor}e-${digits}` as `${number}`)
  return language === 'fr' ? `${number} ${currency}` : `${currency} ${number}`
}

export function dayIn(language: LetterLanguage, date: string): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
}

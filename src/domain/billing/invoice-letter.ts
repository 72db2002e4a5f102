import type { EmailKind } from './email-delivery.ts'
import { amountIn, dayIn, type LetterLanguage, letterWords } from './letter-words.ts'

/** What a letter about an invoice says, read when it is sent. */
export interface LetterFacts {
  kind: EmailKind
  language: LetterLanguage
  number: string
  totalMinor: bigint
  openMinor: bigint
  currency: string
  dueOn: string
  isPastDue: boolean
  seller: string
}

export interface Letter {
  subject: string
  text: string
  html: string
}

/**
 * A letter in its reader's language, as text and as the same in HTML. A notice speaks of how things stand now: one
 * that had to wait until after the due date says that it has passed.
 */
export function writeLetter(facts: LetterFacts): Letter {
  const { language, currency, seller, number } = facts
  const words = letterWords[language]
  const said = {
    number,
    seller,
    total: amountIn(language, facts.totalMinor, currency),
    open: amountIn(language, facts.openMinor, currency),
    dueOn: dayIn(language, facts.dueOn),
  }
  const chosen = words[styleOf(facts)]
  const lines = chosen.lines(said)
  const table = [
    [words.number, number],
    [words.total, said.total],
    [words.open, said.open],
    [words.dueOn, said.dueOn],
  ] as const
  return {
    subject: oneLine(chosen.subject(said)),
    text: [
      words.greeting,
      ...lines,
      table.map(([name, value]) => `${name}: ${value}`).join('\n'),
      `${words.closing}\n${seller}`,
      '',
    ].join('\n\n'),
    html: htmlOf(language, [words.greeting, ...lines], table, [words.closing, seller]),
  }
}

function styleOf({ kind, isPastDue }: LetterFacts): 'issued' | 'receipt' | 'due' | 'overdue' | 'copy' {
  if (kind === 'invoice_issued') return 'issued'
  if (kind === 'invoice_receipt') return 'receipt'
  if (kind === 'invoice_copy') return 'copy'
  return isPastDue ? 'overdue' : 'due'
}

function htmlOf(
  language: LetterLanguage,
  lines: readonly string[],
  table: readonly (readonly [string, string])[],
  closing: readonly string[],
): string {
  const rows = table.map(
    ([name, value]) =>
      `<tr><th align="left" scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`,
  )
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`)
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body>${paragraphs.join('')}<table cellpadding="4">${rows.join('')}</table><p>${closing.map(escaped).join('<br>')}</p></body></html>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

/** A header is one line, whatever a name brings along. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

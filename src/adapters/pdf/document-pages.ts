import type PDFDocument from 'pdfkit'
import type { StructureElement } from 'pdfkit'
import type { BillingDocument, DocumentLine, DocumentTax } from '../../application/ports/document-renderer.ts'
import type { Wording } from './document-words.ts'
import { BOTTOM, DARK, drawPairs, FOOTER, GAP, LEFT, LIGHT, RIGHT, TOP } from './layout.ts'
import { type Pen, penOf, type Style, styles } from './pen.ts'

interface Column {
  heading: string
  x: number
  right: number
  textOf: (line: DocumentLine) => string
}

interface Sheet {
  pdf: PDFDocument
  pen: Pen
  root: StructureElement
  document: BillingDocument
  wording: Wording
}

/** Draws all pages: who and whom, the lines under a heading that every page repeats, the sums. */
export function drawPages(pdf: PDFDocument, document: BillingDocument, wording: Wording): void {
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  pdf.addPage()
  const sheet = { pdf, pen: penOf(pdf), root, document, wording }
  const below = drawParties(sheet, drawLetterhead(sheet))
  drawSums(sheet, drawLines(sheet, below + 24) + 10)
  root.end()
  drawFooters(sheet)
}

/** `Invoice INV-000123`. */
export function titleOf({ kind, number }: BillingDocument, { words }: Wording): string {
  return `${words.titles[kind]} ${number}`
}

function drawLetterhead({ pen, root, document, wording }: Sheet): number {
  const { seller } = document
  const half = (RIGHT - LEFT - GAP) / 2
  let left = TOP
  pen.element(root, 'P', () => {
    left += pen.write(seller.name, LEFT, left, half, styles.name) + 2
    for (const line of seller.addressLines) left += pen.write(line, LEFT, left, half, styles.text)
    for (const { name, number } of seller.taxRegistrations) {
      left += pen.write(`${name ?? wording.words.taxNumber} ${number}`, LEFT, left, half, styles.text)
    }
  })
  let right = TOP
  pen.element(root, 'H1', () => {
    right += pen.writeTo(wording.words.titles[document.kind], RIGHT, right - 5, styles.title)
    right += pen.writeTo(document.number, RIGHT, right - 5, styles.name)
  })
  return Math.max(left, right) + 24
}

function drawParties(sheet: Sheet, top: number): number {
  const { pen, root, document, wording } = sheet
  const { billTo } = document
  const width = 250
  let left = top
  pen.element(root, 'P', () => {
    left += pen.write(wording.words.addressedTo[document.kind], LEFT, left, width, styles.label)
    left += pen.write(billTo.name, LEFT, left, width, styles.strong)
    const rest = [
      billTo.contactName,
      billTo.recipient === billTo.name ? null : billTo.recipient,
      ...billTo.addressLines,
      billTo.country === null ? null : wording.country(billTo.country),
      billTo.email,
    ]
    for (const line of rest) {
      if (line !== null && line !== '') left += pen.write(line, LEFT, left, width, styles.text)
    }
  })
  return Math.max(left, drawFacts(sheet, top))
}

/** Number, dates and references, each as a label and what it is. */
function drawFacts({ pen, root, document, wording }: Sheet, top: number): number {
  const { words, day } = wording
  const { kind, dueOn, correctsNumber, reason } = document
  return drawPairs({ pen, root }, { x: 330, y: top, labelWidth: 100 }, [
    [words.number, document.number],
    [words.dates[kind], day(document.issuedOn)],
    [words.dueOn, dueOn === null || kind !== 'invoice' ? null : day(dueOn)],
    [words.corrects, correctsNumber],
    [words.order, document.orderNumber],
    [words.purchaseOrder, document.purchaseOrderRef],
    [words.currency, document.currency],
    [words.reason, reason],
  ])
}

function drawLines(sheet: Sheet, top: number): number {
  const { pdf, pen, root, document } = sheet
  const [first, ...numbers] = columnsOf(sheet)
  const columns = [first, ...numbers]
  const table = pen.element(root, 'Table')
  const cell = (text: string, column: Column, y: number, style: Style) =>
    column === first
      ? pen.write(text, column.x, y, column.right - column.x, style)
      : pen.writeTo(text, column.right, y, style)
  const ruled = (y: number) => {
    pen.rule(LEFT, RIGHT, y, DARK)
    return y + 5
  }

  const headings = pen.element(table, 'TR')
  for (const column of columns) {
    pen.element(headings, 'TH', () => cell(column.heading, column, top, styles.strong), 'Column')
  }
  let y = ruled(top + 16)
  for (const line of document.lines) {
    const height = pen.heightOf(line.description, first.right - first.x, styles.text)
    if (y + height > BOTTOM) {
      pdf.addPage()
      pen.repeated(() => {
        for (const column of columns) cell(column.heading, column, TOP, styles.strong)
      })
      y = ruled(TOP + 16)
    }
    const row = pen.element(table, 'TR')
    for (const column of columns) {
      pen.element(row, 'TD', () => cell(column.textOf(line), column, y, styles.text))
    }
    y += height + 4
    pen.rule(LEFT, RIGHT, y, LIGHT)
    y += 4
  }
  table.end()
  return y
}

/** Numbers get the room they need, the description the rest. Parts of lines have an amount alone. */
function columnsOf({ pen, document, wording }: Sheet): [Column, ...Column[]] {
  const { words, amount, count } = wording
  const pieces: Pick<Column, 'heading' | 'textOf'>[] = [
    { heading: words.quantity, textOf: ({ quantity }) => (quantity === null ? '' : count(quantity)) },
    {
      heading: words.unitPrice,
      textOf: ({ unitAmountMinor }) => (unitAmountMinor === null ? '' : amount(unitAmountMinor)),
    },
  ]
  const numbers = [
    ...(document.kind === 'credit_note' ? [] : pieces),
    { heading: words.amount, textOf: (line: DocumentLine) => amount(line.amountMinor) },
  ]
  let right = RIGHT
  const placed = numbers.toReversed().map((column): Column => {
    const widths = document.lines.map((line) => pen.widthOf(column.textOf(line), styles.text))
    const width = widths.reduce((a, b) => Math.max(a, b), pen.widthOf(column.heading, styles.strong))
    const at = { ...column, x: right - width, right }
    right -= width + GAP
    return at
  })
  const description = {
    heading: words.description,
    textOf: (line: DocumentLine) => line.description,
    x: LEFT,
    right,
  }
  return [description, ...placed.toReversed()]
}

interface Sum {
  label: string
  minor: number
  style: Style
}

function sumsOf({ document, wording }: Sheet): Sum[] {
  const { words, day } = wording
  const { kind, currency, subtotalMinor, discounts, taxes, totalMinor, payments, creditedMinor } = document
  const total: Sum = { label: `${words.total} ${currency}`, minor: totalMinor, style: styles.total }
  if (kind === 'credit_note') {
    return [total, ...taxes.map((tax) => plain(words.included(taxLabel(tax, wording)), tax.amountMinor))]
  }
  const settled = payments.map(({ receivedOn, method, reference, amountMinor }) => {
    const label = [words.paidOn(day(receivedOn)), words.methods[method] ?? words.methods.manual, reference]
    return plain(label.join(' · '), -amountMinor)
  })
  const paidMinor = payments.reduce((sum, payment) => sum + payment.amountMinor, 0)
  return [
    plain(words.subtotal, subtotalMinor),
    ...discounts.map(({ description, amountMinor }) =>
      plain(`${words.discount} (${description})`, amountMinor),
    ),
    ...taxes.map((tax) => plain(taxLabel(tax, wording), tax.amountMinor)),
    total,
    ...settled,
    ...(creditedMinor === 0 ? [] : [plain(words.credited, -creditedMinor)]),
    {
      label: `${words.balance} ${currency}`,
      minor: totalMinor - paidMinor - creditedMinor,
      style: styles.total,
    },
  ]
}

function plain(label: string, minor: number): Sum {
  return { label, minor, style: styles.text }
}

function taxLabel(tax: DocumentTax, { words, rate }: Wording): string {
  const name = tax.name ?? words.tax
  return tax.rate === null ? name : `${name} (${rate(tax.rate)})`
}

/** What it comes to; on one page where that is possible. */
function drawSums(sheet: Sheet, top: number): void {
  const { pdf, pen, root, wording } = sheet
  const x = 260
  const sums = sumsOf(sheet).map((sum) => {
    const text = wording.amount(sum.minor)
    const width = RIGHT - x - GAP - pen.widthOf(text, sum.style)
    return { ...sum, text, width, height: pen.heightOf(sum.label, width, sum.style) + 4 }
  })
  const height = sums.reduce((all, sum) => all + sum.height, 0)
  const table = pen.element(root, 'Table')
  let y = top
  const turn = () => {
    pdf.addPage()
    y = TOP
  }
  if (y + height > BOTTOM && height < BOTTOM - TOP) turn()
  for (const sum of sums) {
    if (y + sum.height > BOTTOM) turn()
    const row = pen.element(table, 'TR')
    pen.element(row, 'TH', () => pen.write(sum.label, x, y, sum.width, sum.style), 'Row')
    pen.element(row, 'TD', () => pen.writeTo(sum.text, RIGHT, y, sum.style))
    y += sum.height
  }
  table.end()
}

function drawFooters({ pdf, pen, document, wording }: Sheet): void {
  const { count } = pdf.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index)
    pen.repeated(() => {
      const page = wording.words.page(index + 1, count)
      pen.writeTo(page, RIGHT, FOOTER, styles.footer)
      const room = RIGHT - LEFT - GAP - pen.widthOf(page, styles.footer)
      pen.write(`${document.seller.name} · ${titleOf(document, wording)}`, LEFT, FOOTER, room, styles.footer)
    })
  }
}

import type PDFDocument from 'pdfkit'
import type { StructureElement } from 'pdfkit'
import type { PackedItem, PackingSlip, Sender } from '../../application/ports/packing-slip-renderer.ts'
import { BOTTOM, DARK, drawPairs, FOOTER, GAP, LEFT, LIGHT, RIGHT, TOP } from './layout.ts'
import type { SlipWording } from './packing-slip-words.ts'
import { type Pen, penOf, type Style, styles } from './pen.ts'

/** So many serial numbers fit on a page with certainty, however long they are. */
const SERIALS_OF_ROW = 30

interface Sheet {
  pdf: PDFDocument
  pen: Pen
  root: StructureElement
  slip: PackingSlip
  sender: Sender
  wording: SlipWording
}

interface Column {
  heading: string
  x: number
  right: number
  isNumber: boolean
}

/** A row of a table: a text for each column. */
type Row = readonly string[]

/** Draws all pages: from and to, what is inside under a heading that every page repeats, what customs ask. */
export function drawSlip(pdf: PDFDocument, slip: PackingSlip, sender: Sender, wording: SlipWording): void {
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  pdf.addPage()
  const sheet = { pdf, pen: penOf(pdf), root, slip, sender, wording }
  const below = drawFacts(sheet, drawPlaces(sheet, drawTitle(sheet)) + 18)
  const end = drawTable(sheet, below + 18, contentColumns(wording), slip.items.flatMap(contentRows(wording)))
  if (slip.country !== sender.country) drawCustoms(sheet, end + 24)
  root.end()
  drawFooters(sheet)
}

function drawTitle({ pen, root, slip, wording }: Sheet): number {
  let y = TOP
  pen.element(root, 'H1', () => {
    y += pen.write(wording.slip.title, LEFT, y - 5, 300, styles.title)
  })
  pen.element(root, 'P', () => {
    pen.writeTo(wording.slip.package(slip.packageNumber, slip.packageCount), RIGHT, TOP, styles.total)
    pen.writeTo(slip.orderNumber, RIGHT, TOP + 15, styles.name)
  })
  return y + 18
}

function drawPlaces({ pen, root, slip, sender, wording }: Sheet, top: number): number {
  const places = [
    {
      x: LEFT,
      label: wording.slip.from,
      name: sender.name,
      lines: [...sender.addressLines, wording.country(sender.country)],
    },
    {
      x: 312,
      label: wording.slip.to,
      name: slip.recipient,
      lines: [
        ...slip.addressLines,
        wording.country(slip.country),
        ...(slip.phone === null ? [] : [slip.phone]),
      ],
    },
  ]
  const ends = places.map(({ x, label, name, lines }) => {
    let y = top
    pen.element(root, 'P', () => {
      y += pen.write(label, x, y, 240, styles.label)
      y += pen.write(name, x, y, 240, styles.name) + 1
      for (const line of lines) y += pen.write(line, x, y, 240, styles.text)
    })
    return y
  })
  return Math.max(...ends)
}

function drawFacts(sheet: Sheet, top: number): number {
  const { slip, wording } = sheet
  const sides = [slip.lengthMm, slip.widthMm, slip.heightMm].filter((side) => side !== null)
  const courier = [slip.courierName, slip.trackingNumber].filter((part) => part !== null).join(' ')
  return drawPairs(sheet, pairsAt(top), [
    [wording.slip.order, slip.orderNumber],
    [wording.slip.reference, slip.purchaseOrderRef],
    [wording.slip.company, slip.companyName],
    [wording.slip.packedOn, wording.day(slip.packedOn)],
    [wording.slip.courier, courier === '' ? null : courier],
    [wording.slip.weight, slip.weightGrams === null ? null : wording.weight(slip.weightGrams)],
    [wording.slip.size, sides.length < 3 ? null : wording.size(sides)],
  ])
}

function pairsAt(y: number) {
  return { x: LEFT, y, labelWidth: 110 }
}

function contentColumns({ slip }: SlipWording): Column[] {
  return [
    { heading: slip.sku, x: LEFT, right: 170, isNumber: false },
    { heading: slip.description, x: 170 + GAP, right: 490, isNumber: false },
    { heading: slip.quantity, x: 490 + GAP, right: RIGHT, isNumber: true },
  ]
}

/** An item, and below it the serial numbers of its devices, in rows that fit on a page. */
function contentRows({ slip, count }: SlipWording) {
  return ({ sku, description, quantity, serials }: PackedItem): Row[] => {
    const rows: Row[] = [[sku, description, count(quantity)]]
    for (let from = 0; from < serials.length; from += SERIALS_OF_ROW) {
      rows.push(['', `${slip.serials}: ${serials.slice(from, from + SERIALS_OF_ROW).join(', ')}`, ''])
    }
    return rows
  }
}

function drawTable(sheet: Sheet, top: number, columns: readonly Column[], rows: readonly Row[]): number {
  const { pdf, pen, root } = sheet
  const cell = (text: string, { x, right, isNumber }: Column, y: number, style: Style) =>
    isNumber ? pen.writeTo(text, right, y, style) : pen.write(text, x, y, right - x, style)
  const table = pen.element(root, 'Table')
  let y = top
  const ruled = () => {
    y += 16
    pen.rule(LEFT, RIGHT, y, DARK)
    y += 5
  }
  const headings = pen.element(table, 'TR')
  for (const column of columns) {
    pen.element(headings, 'TH', () => cell(column.heading, column, top, styles.strong), 'Column')
  }
  ruled()
  for (const row of rows) {
    const heights = columns.map(({ x, right }, index) =>
      pen.heightOf(row[index] ?? '', right - x, styles.text),
    )
    const height = Math.max(...heights)
    if (y + height > BOTTOM) {
      pdf.addPage()
      y = TOP
      pen.repeated(() => {
        for (const column of columns) cell(column.heading, column, TOP, styles.strong)
      })
      ruled()
    }
    const line = pen.element(table, 'TR')
    columns.forEach((column, index) => {
      pen.element(line, 'TD', () => {
        const text = row[index] ?? ''
        if (text !== '') cell(text, column, y, styles.text)
      })
    })
    y += height + 4
    pen.rule(LEFT, RIGHT, y, LIGHT)
    y += 4
  }
  table.end()
  return y
}

function drawCustoms(sheet: Sheet, top: number): void {
  const { pdf, pen, root, slip, wording } = sheet
  let y = top
  if (y > BOTTOM - 160) {
    pdf.addPage()
    y = TOP
  }
  pen.element(root, 'H2', () => {
    y += pen.write(wording.slip.customs, LEFT, y, 300, styles.name) + 6
  })
  const value =
    slip.valueMinor === null || slip.valueCurrency === null
      ? null
      : `${wording.amount(slip.valueMinor)} ${slip.valueCurrency}`
  const type = slip.contentsType
  y = drawPairs(sheet, pairsAt(y), [
    [wording.slip.contents, slip.contentsDescription],
    [wording.slip.contentsType, type === null ? null : (wording.slip.contentsTypes[type] ?? type)],
    [wording.slip.incoterm, slip.incoterm],
    [wording.slip.value, value],
  ])
  const columns: Column[] = [
    { heading: wording.slip.sku, x: LEFT, right: 220, isNumber: false },
    { heading: wording.slip.hsCode, x: 220 + GAP, right: 320, isNumber: false },
    { heading: wording.slip.origin, x: 320 + GAP, right: 490, isNumber: false },
    { heading: wording.slip.quantity, x: 490 + GAP, right: RIGHT, isNumber: true },
  ]
  drawTable(
    sheet,
    y + 12,
    columns,
    slip.items.map(({ sku, hsCode, originCountry, quantity }) => [
      sku,
      hsCode ?? '',
      originCountry === null ? '' : wording.country(originCountry),
      wording.count(quantity),
    ]),
  )
}

function drawFooters({ pdf, pen, slip, sender, wording }: Sheet): void {
  const { count } = pdf.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index)
    pen.repeated(() => {
      const page = wording.slip.page(index + 1, count)
      pen.writeTo(page, RIGHT, FOOTER, styles.footer)
      const room = RIGHT - LEFT - GAP - pen.widthOf(page, styles.footer)
      const about = `${sender.name} · ${wording.slip.title} ${slip.orderNumber} · ${wording.slip.package(slip.packageNumber, slip.packageCount)}`
      pen.write(about, LEFT, FOOTER, room, styles.footer)
    })
  }
}

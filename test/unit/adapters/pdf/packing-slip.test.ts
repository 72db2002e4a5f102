import { expect } from 'chai'
import { createPackingSlipRenderer } from '../../../../src/adapters/pdf/packing-slip-renderer.ts'
import type { PackingSlip } from '../../../../src/application/ports/packing-slip-renderer.ts'
import { aPackingSlip, aSender } from '../../../support/a-packing-slip.ts'
import { readPdf } from '../../../support/pdf-text.ts'

describe('packing slips as PDF files', function () {
  this.timeout(30_000)

  const renderer = createPackingSlipRenderer({ sender: aSender })
  const pagesOf = async (changes: Partial<PackingSlip> = {}) => {
    const { pages } = readPdf((await renderer.render(aPackingSlip(changes))).bytes)
    return pages.map((page) => page.map((text) => text.replaceAll(/\s/g, ' ')))
  }

  it('say from, to, what is inside and what customs ask', async () => {
    const [page] = await pagesOf()
    expect(page).to.include.members([
      'Packing slip',
      'Package 1 of 2',
      'ORD-000042',
      'Waybill Sensors Inc.',
      'Buffalo NY 14203',
      'United States',
      'Northwind Cold Chain, Receiving',
      'Toronto ON M5J 0A1',
      'Canada',
      'PO-7781',
      'November 26, 2026',
      'USPS 9400111899223197428490',
      '1.24 kg',
      '300 × 200 × 100 mm',
      'SNS-TEMP-1',
      'Temperature sensor',
      'Serial numbers: WBT-1001, WBT-1002',
      '12',
      'Customs summary',
      'Merchandise',
      'DAP',
      '350.00 CAD',
      '902519',
      'China',
      'Page 1 of 1',
    ])
  })

  it('name no money and no customs within the country', async () => {
    const [page = []] = await pagesOf({ country: 'US' })
    expect(page).not.to.include('Customs summary')
    expect(page.join(' ')).not.to.match(/350|CAD|902519/)
  })

  it('speak French', async () => {
    const [page] = await pagesOf({ language: 'fr' })
    expect(page).to.include.members([
      'Bordereau d’expédition',
      'Colis 1 de 2',
      'Sommaire douanier',
      'Marchandises',
      '26 novembre 2026',
      'Numéros de série : WBT-1001, WBT-1002',
    ])
  })

  it('are the same bytes for the same slip', async () => {
    const [one, other] = [await renderer.render(aPackingSlip()), await renderer.render(aPackingSlip())]
    expect(one.sha256).to.equal(other.sha256)
    expect((await renderer.render(aPackingSlip({ packageCount: 3 }))).sha256).not.to.equal(one.sha256)
  })

  it('turn pages for a thousand serial numbers, and lose none', async () => {
    const serials = Array.from({ length: 1000 }, (_one, index) => `WBT-${String(index).padStart(6, '0')}`)
    const [first] = aPackingSlip().items
    const pages = await pagesOf({ items: [{ ...first!, quantity: 1000, serials }] })
    expect(pages.length).to.be.greaterThan(3)
    const all = pages.flat().join(' ')
    for (const serial of serials) expect(all).to.include(serial)
    for (const page of pages) expect(page.at(-2)).to.match(/^Page \d+ of \d+$/)
  })

  it('leave out what is not known', async () => {
    const [page] = await pagesOf({
      courierName: null,
      trackingNumber: null,
      weightGrams: null,
      heightMm: null,
      purchaseOrderRef: null,
    })
    for (const label of ['Courier', 'Weight', 'Size', 'Your reference']) expect(page).not.to.include(label)
  })
})

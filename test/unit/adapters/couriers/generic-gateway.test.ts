import { createHmac } from 'node:crypto'
import { expect } from 'chai'
import fc from 'fast-check'
import { createGenericGateway } from '../../../../src/adapters/couriers/generic/generic-gateway.ts'

const secret = '0123456789abcdef'
const gateway = createGenericGateway({ secret })
const at = new Date('2026-10-05T12:00:00Z')
const seconds = String(at.getTime() / 1000)
const sign = (body: string, time = seconds, key = secret) =>
  `t=${time},v1=${createHmac('sha256', key).update(`${time}.${body}`).digest('hex')}`
const read = (body: string, header = sign(body)) =>
  gateway.readPush(Buffer.from(body), { 'x-waybill-signature': header }, at)

const body = JSON.stringify({
  tracking_number: 'ac-me 42',
  events: [
    {
      code: 'D1',
      description: 'Handed over',
      status: 'delivered',
      occurred_at: '2026-10-05T11:00:00-04:00',
      place: 'ALBANY',
    },
    { code: 'X9', description: 'Delivered', status: 'arrived', occurred_at: '2026-10-05T10:00:00' },
  ],
})

describe('a push in our own format', () => {
  it('is read when it is signed', () => {
    const push = read(body)
    expect(push).to.include({ trackingNumber: 'ACME42', isHint: false })
    expect(push?.scans[0]).to.include({
      code: 'D1',
      canonical: 'delivered',
      rule: 'generic.status.delivered',
      place: 'ALBANY',
    })
    expect(push?.scans[0]?.occurredAt).to.deep.equal(new Date('2026-10-05T15:00:00Z'))
    expect(push?.scans[1]).to.include({ canonical: 'unknown', rule: 'generic.unknown', occurredAt: null })
  })

  it('is refused unsigned, wrongly signed, changed or old', () => {
    const old = String(at.getTime() / 1000 - 301)
    for (const header of [
      '',
      'v1=00',
      sign(body, seconds, 'another-secret-0'),
      sign(body, old),
      sign(`${body} `),
    ]) {
      expect(read(body, header), header).to.equal(null)
    }
    expect(gateway.readPush(Buffer.from(body), {}, at)).to.equal(null)
    expect(read(body, `t=${seconds},v1=00,v1=${sign(body).split('v1=')[1] ?? ''}`)).to.not.equal(null)
  })

  it('never throws, and is a delivery by its status alone', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const scan of read(text)?.scans ?? []) {
          if (scan.canonical === 'delivered')
            expect((scan.raw as { status?: string }).status?.trim()).to.equal('delivered')
        }
      }),
    )
  })
})

import { expect } from 'chai'
import fc from 'fast-check'
import {
  detectCouriers,
  normaliseTrackingNumber,
  readTrackingNumber,
  trackingPageOf,
} from '../../../src/domain/shipments/tracking-number.ts'

const passing: Record<string, string[]> = {
  usps: `9400190000042001234098 9205590000042000077042 9361212345600000041805 9400112345600012345671
    9505512345662710001237 94001900000420000123450000 92748900000420098765432108
    420100019400190000042001234098 4201000112349205590000042000077042 9101234567890000000427 71234567890000000426
    71234567890000000424 EA100000017US CP200000023US LZ300000030US CX500000052US UA120034006US`.split(/\s+/),
  dhl: '1234567891 2000000004 7766554434 9001002006 1000000035 5550001111 12345678903'.split(' '),
  canada_post:
    `7338000123456707 2001234000000019 4012345000004201 1000000123456781 EE100000017CA CX200000023CA
    LM300000030CA RN400000046CA PG765432106CA`.split(/\s+/),
}

describe('a tracking number', () => {
  for (const [adapter, numbers] of Object.entries(passing)) {
    for (const number of numbers) {
      it(`${number} passes for ${adapter}`, () => {
        expect(readTrackingNumber(adapter, number)).to.include({ check: 'passed', expectedCheckDigit: null })
        expect(detectCouriers(number).map(({ owner }) => owner)).to.include(adapter)
      })
    }
  }

  it('of Chit Chats has no check', () => {
    for (const number of ['K7Q2M4X9RA', 'D3F8H1T6ZB', 'k7q2m4x9ra']) {
      expect(readTrackingNumber('chitchats', number)).to.include({ check: 'none', kind: 'chit_chats_id' })
    }
    expect(readTrackingNumber('chitchats', 'ABCDEFGHIJ')).to.equal(null)
  })

  it('with a wrong check digit names the right one', () => {
    const wrong = [
      ['usps', '9400190000042001234097', '8'],
      ['usps', '9205590000042000077043', '2'],
      ['dhl', '1234567892', '1'],
      ['canada_post', '7338000123456708', '7'],
      ['usps', 'EA100000018US', '7'],
      ['canada_post', 'CX200000022CA', '3'],
    ] as const
    for (const [adapter, number, digit] of wrong) {
      expect(readTrackingNumber(adapter, number), number).to.include({
        check: 'failed',
        expectedCheckDigit: digit,
      })
      expect(detectCouriers(number).filter(({ check }) => check === 'passed')).to.deep.equal([])
    }
  })

  it('that no format fits is impossible', () => {
    for (const number of [
      '940019000004200123409',
      '94001900000420O1234098',
      '',
      '---',
      '123',
      'X'.repeat(50),
    ]) {
      for (const adapter of ['usps', 'dhl', 'canada_post', 'chitchats']) {
        expect(readTrackingNumber(adapter, number), `${adapter} ${number}`).to.equal(null)
      }
    }
  })

  it('loses spaces, dashes and the ZIP code that a scanner puts in front', () => {
    const core = '9400190000042001234098'
    for (const text of [
      core,
      '9400 1900 0004 2001 2340 98',
      '9400-1900-0004-2001-2340-98',
      '9400\u00a01900\u202f0004\u20112001234098',
    ]) {
      expect(readTrackingNumber('usps', text)?.number).to.equal(core)
      expect(readTrackingNumber('usps', `42010001${text}`)?.number).to.equal(core)
    }
    expect(readTrackingNumber('usps', '4201000112349205590000042000077042')?.number).to.equal(
      '9205590000042000077042',
    )
    expect(readTrackingNumber('usps', '4201000194001900000420000123450000')?.number).to.equal(
      '94001900000420000123450000',
    )
    expect(normaliseTrackingNumber(' ea 100-000 017us')).to.equal('EA100000017US')
  })

  it('may be of several couriers, and the ones it passes for come first', () => {
    const owners = detectCouriers('71234567890000000424').map(({ owner, check }) => `${owner} ${check}`)
    expect(owners[0]).to.equal('usps passed')
    expect(detectCouriers('GM60511234500000001').map(({ owner }) => owner)).to.include('dhl')
    expect(detectCouriers('JJD0099999999').map(({ kind }) => kind)).to.deep.equal(['dhl_piece'])
  })

  it('stands wherever its page wants it', () => {
    const courier = { adapter: 'chitchats', trackingUrlTemplate: 'https://x.example/{number}?of={number}' }
    expect(trackingPageOf(courier, 'AB 1')).to.equal('https://x.example/ab%201?of=ab%201')
  })

  it('of a courier that nobody knows is 4 to 40 letters and digits', () => {
    expect(readTrackingNumber('generic', 'ab-12 34')).to.include({ number: 'AB1234', check: 'none' })
    for (const number of ['abc', 'x'.repeat(41), 'número1'])
      expect(readTrackingNumber('generic', number)).to.equal(null)
  })

  it('is read whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('usps', 'dhl', 'canada_post', 'chitchats', 'generic'),
        (text, adapter) => {
          const reading = readTrackingNumber(adapter, text)
          if (reading === null) return
          expect(readTrackingNumber(adapter, reading.number)).to.deep.equal(reading)
        },
      ),
    )
  })
})

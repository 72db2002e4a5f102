import { expect } from 'chai'
import fc from 'fast-check'
import { addressRules } from '../../../src/domain/addresses/address-rules.gen.ts'
import { countryOf } from '../../../src/domain/addresses/country-rules.ts'
import { type AddressInput, validateAddress } from '../../../src/domain/addresses/validate-address.ts'

const place = (more: Partial<AddressInput>): AddressInput => ({
  label: null,
  recipient: 'Receiving',
  line1: '1 Main Street',
  line2: null,
  city: 'Town',
  region: null,
  postalCode: null,
  country: 'CA',
  phone: null,
  ...more,
})

/** Country, region and postal code as written; then as kept, or the faults. */
type Row = [country: string, region: string | null, postalCode: string | null, expected: string]

const rows: readonly Row[] = [
  ['CA', 'QC', 'G1R 4P5', 'valid QC G1R 4P5'],
  ['CA', 'Québec', 'g1r4p5', 'corrected QC G1R 4P5'],
  ['CA', 'colombie-britannique', 'V6B-1A1', 'corrected BC V6B 1A1'],
  ['CA', 'ON', 'K1A 0B', 'invalid postalCode postal_code_malformed'],
  ['CA', 'QC', 'M5V 1A1', 'invalid postalCode postal_code_elsewhere'],
  ['CA', 'Bavaria', 'K1A 0B1', 'invalid region region_unknown'],
  ['CA', null, null, 'invalid region required, postalCode required'],
  ['US', 'NY', '10001', 'valid NY 10001'],
  ['US', 'new york', '100011234', 'corrected NY 10001-1234'],
  ['US', 'NY', '1000', 'invalid postalCode postal_code_malformed'],
  ['GB', null, 'EC1A 1HQ', 'valid - EC1A 1HQ'],
  ['GB', 'Greater London', 'ec1a1hq', 'corrected Greater London EC1A 1HQ'],
  ['GB', null, 'BFPO61', 'corrected - BFPO 61'],
  ['GB', null, '12345', 'invalid postalCode postal_code_malformed'],
  ['DE', null, '10115', 'valid - 10115'],
  ['DE', null, '1011', 'invalid postalCode postal_code_malformed'],
  ['FR', null, '75 001', 'corrected - 75001'],
  ['JP', 'Tokyo', '100-0001', 'valid Tokyo 100-0001'],
  ['JP', '東京都', '1000001', 'corrected Tokyo 100-0001'],
  ['JP', null, '100-0001', 'invalid region required'],
  ['BR', 'São Paulo', '01310100', 'corrected SP 01310-100'],
  ['BR', 'RJ', '01310-100', 'invalid postalCode postal_code_elsewhere'],
  ['IE', 'Co. Dublin', 'D02 AF30', 'valid Co. Dublin D02 AF30'],
  ['IE', 'Dublin', 'd02af30', 'corrected Co. Dublin D02 AF30'],
  ['IE', null, null, 'valid - -'],
  ['HK', 'Kowloon', null, 'valid Kowloon -'],
  ['HK', '九龍', '999077', 'corrected Kowloon -'],
  ['AU', 'New South Wales', '2000', 'corrected NSW 2000'],
  ['AU', 'WA', '2000', 'invalid postalCode postal_code_elsewhere'],
  ['NL', null, '1012ab', 'corrected - 1012 AB'],
  ['CH', null, 'CH-8001', 'corrected - 8001'],
  ['MX', 'Ciudad de México', '06000', 'corrected CMX 06000'],
  ['IN', 'Maharashtra', '400 001', 'corrected MH 400001'],
  ['SG', null, '546080', 'valid - 546080'],
  ['SG', null, null, 'invalid postalCode required'],
  ['ca', 'ON', 'K1A 0B1', 'corrected ON K1A 0B1'],
  ['United States', 'NY', '10001', 'corrected NY 10001'],
  ['XX', null, null, 'invalid country country_unknown'],
]

const told = (input: AddressInput): string => {
  const { status, faults, address } = validateAddress(input)
  if (status === 'invalid') return `invalid ${faults.map(({ field, code }) => `${field} ${code}`).join(', ')}`
  return `${status} ${address.region ?? '-'} ${address.postalCode ?? '-'}`
}

describe('a verdict on an address', () => {
  for (const [country, region, postalCode, expected] of rows) {
    it(`${country}, ${region ?? 'no region'}, ${postalCode ?? 'no postal code'}: ${expected}`, () => {
      expect(told(place({ country, region, postalCode }))).to.equal(expected)
    })
  }

  it('lists what was changed, from what and by which rule', () => {
    const written = place({ city: '  Québec  City ', region: 'quebec', postalCode: 'g1r4p5' })
    expect(validateAddress(written)).to.deep.include({
      status: 'corrected',
      corrections: [
        { field: 'city', from: '  Québec  City ', to: 'Québec City', rule: 'spaces' },
        { field: 'region', from: 'quebec', to: 'QC', rule: 'region_code' },
        { field: 'postalCode', from: 'g1r4p5', to: 'G1R 4P5', rule: 'postal_code_form' },
      ],
    })
  })

  it('wants something in every required part, and nothing too long', () => {
    const written = place({
      recipient: ' ',
      city: '',
      line1: 'x'.repeat(201),
      country: 'DE',
      postalCode: '10115',
    })
    expect(told(written)).to.equal('invalid line1 too_long, recipient required, city required')
    expect(validateAddress(place({ line2: ' ', region: 'ON', postalCode: 'K1A 0B1' }))).to.deep.include({
      status: 'valid',
      address: place({ region: 'ON', postalCode: 'K1A 0B1' }),
    })
  })

  it('is never another for the corrected address', () => {
    const text = fc.oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[A-Za-z0-9 -]{0,9}$/))
    const countries = fc.constantFrom(...Object.keys(addressRules))
    const shapes = countries.chain((country) => {
      const regions = (addressRules[country]?.regions ?? []).flatMap(([code = '', names = '']) => [
        code,
        ...names.split('~'),
      ])
      return fc.record({
        country: fc.constantFrom(country, country.toLowerCase(), ` ${country} `),
        region: fc.option(regions.length === 0 ? text : fc.constantFrom(...regions)),
        postalCode: fc.option(text),
        city: text,
      })
    })
    fc.assert(
      fc.property(shapes, (shape) => {
        const once = validateAddress(place(shape))
        const twice = validateAddress(once.address)
        expect(twice.corrections).to.deep.equal([])
        expect(twice.address).to.deep.equal(once.address)
        expect(twice.faults).to.deep.equal(once.faults)
      }),
      { numRuns: 1000 },
    )
  })

  it('is possible in every country: each pattern and every region of the rules can be used', () => {
    for (const [code, { regions = [] }] of Object.entries(addressRules)) {
      const country = countryOf(code)
      expect(country?.postalCode('1') === undefined, code).to.equal(false)
      for (const [region = '', names = ''] of regions) {
        for (const name of [region, ...names.split('~').filter((one) => one !== '')]) {
          expect(country?.region(name)?.code, `${code} ${name}`).to.be.a('string')
        }
        expect(country?.region(region)?.code, `${code} ${region}`).to.equal(region)
      }
    }
  })
})

import { expect } from 'chai'
import { type Company, merge } from '../../../../src/domain/companies/company.ts'
import { mergeBlockers } from '../../../../src/domain/companies/merge-blockers.ts'

const at = new Date('2026-10-01T09:00:00.000Z')
const aCompany = (id: string, more: Partial<Company> = {}): Company => ({
  id: `com_${id}`,
  companyMirrorId: `cmr_${id}`,
  name: id,
  domain: null,
  region: null,
  currency: 'USD',
  timeZone: 'UTC',
  paymentTermsDays: 0,
  language: 'en',
  defaultShippingAddressId: null,
  defaultBillingAddressId: null,
  legalEntity: null,
  archivedAt: null,
  archiveReason: null,
  mergedAt: null,
  mergedIntoId: null,
  version: 1,
  createdAt: at,
  updatedAt: at,
  ...more,
})

describe('a merge of companies', () => {
  it('leaves the survivor its own defaults and fills only those that it lacks', () => {
    const { survivor, merged } = merge(
      aCompany('one', { defaultShippingAddressId: 'adr_mine' }),
      aCompany('two', { defaultShippingAddressId: 'adr_theirs', defaultBillingAddressId: 'adr_theirs' }),
      at,
    )
    expect(survivor).to.include({
      name: 'one',
      defaultShippingAddressId: 'adr_mine',
      defaultBillingAddressId: 'adr_theirs',
      version: 2,
    })
    expect(merged).to.include({
      name: 'two',
      companyMirrorId: 'cmr_two',
      defaultShippingAddressId: null,
      defaultBillingAddressId: null,
      mergedAt: at,
      mergedIntoId: 'com_one',
    })
  })

  it('names everything that stands in its way at once, and nothing else', () => {
    const side = { id: 'com_one', currency: 'USD', isArchived: false }
    expect(mergeBlockers(side, { ...side, isArchived: true }, [])).to.deep.equal([])
    const overlap = { sku: 'SNS-1', agreement: 'PAG-1', otherAgreement: 'PAG-2' }
    const blockers = mergeBlockers({ ...side, isArchived: true }, { ...side, currency: 'CAD' }, [overlap])
    expect(blockers.map(({ code }) => code)).to.deep.equal([
      'survivor_archived',
      'currency_differs',
      'agreements_overlap',
    ])
  })
})

import { expect } from 'chai'
import fc from 'fast-check'
import { digest } from '../../../../src/adapters/system/digest.ts'
import { jobIdForKey, jobIdToUuid, uuidToJobId } from '../../../../src/adapters/system/job-ids.ts'
import { createSystemClock } from '../../../../src/adapters/system/system-clock.ts'
import { createIdGenerator } from '../../../../src/adapters/system/uuid-ids.ts'
import { type IdKind, idPrefixes } from '../../../../src/domain/shared/ids.ts'

describe('ids', () => {
  const ids = createIdGenerator()

  it('have the prefix of their kind and the pattern of the contract', () => {
    for (const kind of Object.keys(idPrefixes) as IdKind[]) {
      expect(ids.make(kind)).to.match(new RegExp(`^${idPrefixes[kind]}_[0-9a-hjkmnp-tv-z]{26}$`))
    }
  })

  it('never repeat', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => ids.make('order')))).to.have.length(10_000)
  })

  it('sort by the time at which they were made', async () => {
    const earlier = ids.make('order')
    await new Promise((resolve) => setTimeout(resolve, 3))
    expect(ids.make('order') > earlier).to.be.true
  })
})

describe('ids of jobs', () => {
  it('are the UUID of the queue in our own spelling', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(jobIdToUuid(uuidToJobId(uuid))).to.equal(uuid)
      }),
    )
  })

  it('sort as their UUIDs do', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        expect(uuidToJobId(one) < uuidToJobId(other)).to.equal(one < other)
      }),
    )
  })

  it('come from a key always the same', () => {
    expect(jobIdForKey('stripe:evt_1Example')).to.equal(jobIdForKey('stripe:evt_1Example'))
    expect(jobIdForKey('stripe:evt_1Example')).to.not.equal(jobIdForKey('stripe:evt_2Example'))
    expect(jobIdToUuid(jobIdForKey('stripe:evt_1Example'))).to.match(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  it('refuse what is not one', () => {
    const foreign = [
      'ord_01234567890123456789012345',
      'job_short',
      'job_z1234567890123456789012345',
      'job_',
      '',
    ]
    for (const text of foreign) expect(() => jobIdToUuid(text)).to.throw('is not the id of a job')
    expect(() => uuidToJobId('not-a-uuid')).to.throw('is not a UUID')
  })
})

describe('the digest', () => {
  it('is 32 characters that need no escaping', () => {
    expect(digest('some text')).to.match(/^[\w-]{32}$/)
    expect(digest('some text')).to.equal(digest('some text')).and.not.equal(digest('another text'))
  })
})

describe('the system clock', () => {
  it('tells the time of this machine', () => {
    expect(createSystemClock().now().getTime()).to.be.closeTo(Date.now(), 1000)
  })
})

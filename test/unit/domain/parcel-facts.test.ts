import { expect } from 'chai'
import { readCanadaPostAnswer } from '../../../src/adapters/couriers/canada-post/canada-post-answer.ts'
import { readChitChatsAnswer } from '../../../src/adapters/couriers/chit-chats/chit-chats-answer.ts'
import type { CourierAnswer } from '../../../src/adapters/couriers/courier-answer.ts'
import { readDhlAnswer } from '../../../src/adapters/couriers/dhl/dhl-answer.ts'
import { learnFacts } from '../../../src/domain/shipments/parcel-facts.ts'
import { trackingPageOf } from '../../../src/domain/shipments/tracking-number.ts'
import { aShipment, noon } from './builders.ts'

const untold = { service: null, carrierCode: null, carrierTrackingNumber: null }
const answered = (body: unknown) => ({
  status: 200,
  retryAfterSeconds: null,
  text: typeof body === 'string' ? body : JSON.stringify(body),
})
const factsIn = (answer: CourierAnswer) => (answer.outcome === 'found' ? answer.facts : answer.outcome)

describe('what couriers tell of a parcel beside its scans', () => {
  it('is written down and told once', () => {
    const facts = { service: 'GA', carrierCode: 'usps', carrierTrackingNumber: '9400' }
    const first = learnFacts(aShipment(), facts, noon)
    expect(first.shipment).to.include({
      courierService: 'GA',
      carrierCode: 'usps',
      carrierTrackingNumber: '9400',
    })
    expect(first.events.map(({ type }) => type)).to.deep.equal(['shipment.courier_told'])
    expect(learnFacts(first.shipment, facts, noon)).to.deep.equal({ shipment: first.shipment, events: [] })
  })

  it('stays when the courier no longer says it, and follows when it says something else', () => {
    const known = aShipment({ courierService: 'GA', carrierCode: 'usps', carrierTrackingNumber: '9400' })
    expect(learnFacts(known, untold, noon)).to.deep.equal({ shipment: known, events: [] })
    const changed = learnFacts(known, { ...untold, carrierTrackingNumber: '9505' }, noon).shipment
    expect(changed).to.include({ courierService: 'GA', carrierTrackingNumber: '9505' })
  })

  it('is read from each courier’s answer', () => {
    const chitChats = { status: 'ready', postage_type: 'usps_ground_advantage', carrier: 'usps' }
    expect(
      factsIn(
        readChitChatsAnswer(
          answered({ shipment: { ...chitChats, carrier_tracking_code: '9400 1900-0042' } }),
        ),
      ),
    ).to.deep.equal({
      service: 'usps_ground_advantage',
      carrierCode: 'usps',
      carrierTrackingNumber: '940019000042',
    })
    const unpaid = { ...chitChats, carrier: null, carrier_tracking_code: null }
    expect(factsIn(readChitChatsAnswer(answered(unpaid)))).to.deep.equal({
      ...untold,
      service: 'usps_ground_advantage',
    })
    const asked = { trackingNumber: '7766554434', service: null }
    const dhl = { id: '7766554434', service: 'express', events: [] }
    expect(factsIn(readDhlAnswer(answered({ shipments: [dhl] }), asked))).to.deep.equal({
      ...untold,
      service: 'express',
    })
    const details = { product: { productName: 'EXPRESS WORLDWIDE' } }
    expect(factsIn(readDhlAnswer(answered({ shipments: [{ ...dhl, details }] }), asked))).to.deep.equal({
      ...untold,
      service: 'EXPRESS WORLDWIDE',
    })
    const canadaPost =
      '<tracking-detail><service-name>Expedited Parcels</service-name><significant-events/></tracking-detail>'
    expect(factsIn(readCanadaPostAnswer(answered(canadaPost)))).to.deep.equal({
      ...untold,
      service: 'Expedited Parcels',
    })
  })

  it('has the page of a parcel in the spelling of its courier', () => {
    const trackingUrlTemplate = 'https://pages.example/{number}'
    expect(trackingPageOf({ adapter: 'chitchats', trackingUrlTemplate }, 'K7Q2M4X9RA')).to.equal(
      'https://pages.example/k7q2m4x9ra',
    )
    expect(trackingPageOf({ adapter: 'usps', trackingUrlTemplate }, 'EA100000017US')).to.equal(
      'https://pages.example/EA100000017US',
    )
  })
})

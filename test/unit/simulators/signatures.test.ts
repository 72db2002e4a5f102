import { expect } from 'chai'
import { signPush } from '../../../src/entrypoints/simulators/couriers/usps/push-signature.ts'
import { signatureHeader, signWebhook } from '../../../src/entrypoints/simulators/stripe/webhook-signature.ts'

describe('the signatures of the simulators', () => {
  const body = '{"id":"evt_1Example","object":"event","type":"checkout.session.completed"}'
  const secret = 'whsec_example_0123456789abcdef'
  const expected = '5622ab9625cb2fcd7654d3dfb8f715a5981b4858fbae400486ec32e250fdb577'

  it('sign a Stripe webhook like the worked example of the wire reference', () => {
    expect(signWebhook(body, 1790000000, secret)).to.equal(expected)
  })

  it('put one signature per secret into the Stripe header', () => {
    const header = signatureHeader(Buffer.from(body), 1790000000, ['whsec_other', secret])
    expect(header).to.match(/^t=1790000000,v1=[0-9a-f]{64},v1=[0-9a-f]{64}$/)
    expect(header.endsWith(`v1=${expected}`)).to.equal(true)
  })

  it('sign a USPS push like the worked example of the wire reference', () => {
    const payload =
      '{"trackingNumber":"9400190000042001234098","status":"Delivered, Front Door/Porch","statusCategory":"Delivered"}'
    const signature = signPush('2026-10-05T21:20:18.417Z', payload, '0123456789abcdef0123456789abcdef')
    expect(signature).to.equal('T1a3tS6cn12fZIuE17QoBvMgC8qcKLZpDVbZCEIAwqg=')
  })
})

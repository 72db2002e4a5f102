import { createHmac } from 'node:crypto'
import { expect } from 'chai'
import { createStripeGateway } from '../../../../src/adapters/stripe/stripe-gateway.ts'

const example = {
  secret: 'whsec_example_0123456789abcdef',
  t: 1_790_000_000,
  body: '{"id":"evt_1Example","object":"event","type":"checkout.session.completed"}',
  v1: '5622ab9625cb2fcd7654d3dfb8f715a5981b4858fbae400486ec32e250fdb577',
}

function verify(
  about: { body?: string | Buffer; header?: string; secret?: string; secondsLater?: number } = {},
): ReturnType<ReturnType<typeof createStripeGateway>['verifyWebhook']> {
  const { secret = example.secret, secondsLater = 0 } = about
  const now = new Date((example.t + secondsLater) * 1000)
  const gateway = createStripeGateway({
    apiKey: 'sk_test_x',
    webhookSecret: secret,
    clock: { now: () => now },
  })
  return gateway.verifyWebhook(
    Buffer.from(about.body ?? example.body),
    about.header ?? `t=${example.t},v1=${example.v1}`,
  )
}

function sign(body: string, secret = example.secret, t = example.t): string {
  return createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')
}

describe('verifying a Stripe webhook', () => {
  const accepted = {
    eventId: 'evt_1Example',
    type: 'checkout.session.completed',
    apiVersion: null,
    object: null,
  }

  it('accepts the worked example', () => {
    expect(verify()).to.deep.equal(accepted)
  })

  it('answers the version in which the event was rendered', () => {
    const body = JSON.stringify({ ...JSON.parse(example.body), api_version: '2026-10-28.endive' }, null, 2)
    const header = `t=${example.t},v1=${sign(body)}`
    expect(verify({ body, header })).to.deep.equal({ ...accepted, apiVersion: '2026-10-28.endive' })
  })

  it('refuses a body that was parsed and written again', () => {
    expect(verify({ body: JSON.stringify(JSON.parse(example.body), null, 2) })).to.equal(null)
  })

  it('accepts several signatures of which one fits, and either of two secrets', () => {
    expect(verify({ header: `t=${example.t},v1=${'0'.repeat(64)},v1=${example.v1}` })).to.deep.equal(accepted)
    expect(verify({ secret: `whsec_new, ${example.secret}` })).to.deep.equal(accepted)
  })

  it('refuses another secret, a test scheme alone, and a header that is none', () => {
    expect(verify({ secret: 'whsec_other' })).to.equal(null)
    expect(verify({ header: `t=${example.t},v0=${example.v1}` })).to.equal(null)
    for (const header of ['', 'nonsense', `v1=${example.v1}`, `t=,v1=${example.v1}`, `t=${example.t}`]) {
      expect(verify({ header }), header).to.equal(null)
    }
  })

  it('refuses what is more than five minutes old, and accepts what is from the future', () => {
    expect(verify({ secondsLater: 300 })).to.deep.equal(accepted)
    expect(verify({ secondsLater: 301 })).to.equal(null)
    expect(verify({ secondsLater: -3600 })).to.deep.equal(accepted)
  })

  it('refuses thin events and bodies that are no event, however well signed', () => {
    const bodies = [
      '{"id":"evt_1","object":"v2.core.event","type":"v1.checkout.session.completed"}',
      '{"id":"evt_1","type":"x"}',
      '{"object":"event","type":"x"}',
      '{"id":"evt_1\\u0000","object":"event","type":"x"}',
      '{"id":"evt_1","object":"event","type":"x\\u0000"}',
      `{"id":"evt_${'1'.repeat(300)}","object":"event","type":"x"}`,
      'null',
      '[]',
      'no json',
      '',
    ]
    for (const body of bodies) {
      expect(verify({ body, header: `t=${example.t},v1=${sign(body)}` }), body).to.equal(null)
    }
  })

  it('names what the event is about, and nothing where it is about nothing of Stripe', () => {
    const objectOf = (data: unknown) => {
      const body = JSON.stringify({ id: 'evt_1', object: 'event', type: 'x', data })
      return verify({ body, header: `t=${example.t},v1=${sign(body)}` })?.object
    }
    const intent = (payment_intent: unknown) => ({ object: { id: 'ch_1', payment_intent } })
    expect(objectOf(intent('pi_1'))).to.deep.equal({ id: 'ch_1', paymentIntentId: 'pi_1' })
    for (const other of [null, undefined, { id: 'pi_1' }])
      expect(objectOf(intent(other))).to.deep.equal({ id: 'ch_1', paymentIntentId: null })
    expect(objectOf({ object: { object: 'balance' } })).to.deep.equal({ id: null, paymentIntentId: null })
    const nothing = [undefined, null, 'x', {}, { object: null }, { object: [] }, { object: { id: 7 } }]
    for (const data of [...nothing, { object: { id: 'ch_\0' } }, intent('pi_\0')])
      expect(objectOf(data), JSON.stringify(data)).to.equal(null)
  })

  it('needs a secret', () => {
    expect(() => verify({ secret: ' , ' })).to.throw('signing secret')
  })
})

import { expect } from 'chai'
import {
  answered,
  claimDelivery,
  type EmailFacts,
  isMailbox,
  nextStep,
  noticeKind,
  queueDelivery,
  requeueDelivery,
} from '../../../../src/domain/billing/email-delivery.ts'

const at = new Date('2026-11-26T12:00:00Z')
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
const queued = (changes: object = {}) =>
  queueDelivery(
    {
      id: 'eml_1',
      kind: 'invoice_reminder',
      day: -3,
      invoiceId: 'inv_1',
      companyId: 'com_1',
      askedRecipient: null,
      ...changes,
    },
    'billing@waybill.example',
    at,
  )
const facts = (changes: Partial<EmailFacts> = {}): EmailFacts => ({
  invoiceStatus: 'issued',
  isSuperseded: false,
  billingEmail: 'delia@harbourcold.example',
  ...changes,
})
const claimed = () => claimDelivery(queued(), { recipient: 'a@b.example', subject: 'Due' }, at)

describe('a message to a billing contact', () => {
  it('has its Message-ID from its id and the domain of the sender', () => {
    expect(queued().messageId).to.equal('<eml_1@waybill.example>')
  })

  it('is an overdue notice from the day after the due date on', () => {
    expect([-3, 0, 1].map(noticeKind)).to.deep.equal([
      'invoice_reminder',
      'invoice_reminder',
      'invoice_overdue',
    ])
  })

  it('goes to the billing contact, or to the address that was asked for', () => {
    expect(nextStep(queued(), facts(), at)).to.deep.equal({
      step: 'send',
      recipient: 'delia@harbourcold.example',
    })
    const copy = queued({ kind: 'invoice_copy', day: 0, askedRecipient: 'x@y.example' })
    expect(nextStep(copy, facts({ billingEmail: null }), at)).to.deep.include({ recipient: 'x@y.example' })
    expect(nextStep(queued(), facts({ billingEmail: null }), at)).to.deep.equal({ step: 'await_contact' })
  })

  it('is skipped when the invoice is settled, void, or spoken of by a later notice', () => {
    const reasonOf = (changes: Partial<EmailFacts>, delivery = queued()) =>
      nextStep(delivery, facts(changes), at)
    expect(reasonOf({ invoiceStatus: 'paid' })).to.deep.equal({ step: 'skip', reason: 'paid' })
    expect(reasonOf({ invoiceStatus: 'void' })).to.deep.equal({ step: 'skip', reason: 'void' })
    expect(reasonOf({ isSuperseded: true })).to.deep.equal({ step: 'skip', reason: 'superseded' })
    const issued = queued({ kind: 'invoice_issued', day: 0 })
    expect(reasonOf({ invoiceStatus: 'paid', isSuperseded: true }, issued)).to.deep.include({ step: 'send' })
    expect(reasonOf({ invoiceStatus: 'void' }, issued)).to.deep.include({ step: 'skip' })
  })

  it('is one sender’s at a time, until the claim ends', () => {
    expect(nextStep(claimed(), facts(), at)).to.deep.include({ step: 'await_other' })
    expect(nextStep(claimed(), facts(), later(1))).to.deep.include({ step: 'send' })
    expect(nextStep({ ...claimed(), status: 'sent' }, facts(), later(1))).to.deep.equal({ step: 'none' })
  })

  it('ends by what the server says, and after two days of being put off', () => {
    const deferred = { outcome: 'deferred', answer: '451 later' } as const
    expect(answered(claimed(), { outcome: 'accepted', answer: '250' }, later(1))).to.include({
      status: 'sent',
      claimedUntil: null,
    })
    expect(answered(claimed(), { outcome: 'refused', answer: '550' }, at).status).to.equal('failed')
    expect(answered(claimed(), deferred, later(47))).to.include({
      status: 'queued',
      providerAnswer: '451 later',
    })
    const failed = answered(claimed(), deferred, later(48))
    expect(failed.status).to.equal('failed')
    const again = requeueDelivery(failed, later(50))
    expect(again).to.include({ status: 'queued', tryingSince: null, messageId: failed.messageId })
  })

  it('knows one mailbox from a list, a header and nonsense', () => {
    expect(['a@b', 'éloïse@saguenay.example', "o'neil+x@b.example"].every(isMailbox)).to.equal(true)
    const wrong = ['', 'a', 'a@b@c', 'a@b, c@d', 'a@b;c@d', 'A <a@b>', 'a@b\r\nBcc: c@d', 'a @b', '"x"@b']
    expect(wrong.filter(isMailbox)).to.deep.equal([])
  })
})

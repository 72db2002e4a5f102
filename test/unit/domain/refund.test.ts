import { expect } from 'chai'
import fc from 'fast-check'
import {
  type CreditableInvoice,
  creditableLines,
  creditInvoice,
  partsToCredit,
} from '../../../src/domain/billing/credit-note.ts'
import { followDispute } from '../../../src/domain/billing/dispute.ts'
import type { Invoice, PaymentAllocation } from '../../../src/domain/billing/invoice.ts'
import { dueBack, type RefundablePayment, sourcesOf } from '../../../src/domain/billing/refund.ts'
import type { OrderId } from '../../../src/domain/shared/ids.ts'
import { noon, refusalFrom } from './builders.ts'

const amounts = fc.array(fc.bigInt(1n, 1_000_000n), { minLength: 1, maxLength: 8 })

describe('money sent back', () => {
  it('comes out of what is unapplied first, and never out of more than there is', () => {
    fc.assert(
      fc.property(amounts, fc.bigInt(0n, 1_000_000n), fc.nat(100), (allocated, unappliedMinor, percent) => {
        const allocations = allocated.map(
          (amountMinor, index) =>
            ({ id: `pal_${index}`, invoiceId: `inv_${index}`, amountMinor }) as PaymentAllocation,
        )
        const received = allocated.reduce((sum, one) => sum + one, unappliedMinor)
        const amountMinor = (received * BigInt(percent)) / 100n
        const payment = { allocations, unappliedMinor } as unknown as RefundablePayment
        for (const preferred of [[], ['inv_0'], ['inv_1', 'inv_2']]) {
          const sources = sourcesOf(payment, amountMinor, preferred)
          const taken = sources.reduce((sum, one) => sum + one.amountMinor, 0n)
          for (const source of sources) {
            expect(source.amountMinor > 0n && source.amountMinor <= source.allocation.amountMinor).to.equal(
              true,
            )
          }
          expect(amountMinor - taken <= unappliedMinor).to.equal(true)
          if (preferred.length === 0 && amountMinor <= unappliedMinor) expect(taken).to.equal(0n)
        }
      }),
    )
  })
})

describe('what of a payment goes back as an order is cancelled', () => {
  const order = 'ord_1' as OrderId
  /** A payment of 100 of which 60 settle invoices. */
  const payment = (orderId: string | null, leftMinor: bigint) =>
    ({ payment: { orderId }, leftMinor, allocations: [{ amountMinor: 60n }] }) as unknown as RefundablePayment

  it('is all that is left of its own, without what settles other invoices', () => {
    expect(dueBack(payment(order, 100n), order, 0n)).to.equal(100n)
    expect(dueBack(payment(order, 100n), order, 25n)).to.equal(75n)
    expect(dueBack(payment(order, 20n), order, 25n)).to.equal(0n)
  })

  it('is what settles its invoices of any other, as far as no refund has taken it', () => {
    expect(dueBack(payment(null, 100n), order, 0n)).to.equal(60n)
    expect(dueBack(payment('ord_2', 100n), order, 25n)).to.equal(35n)
    expect(dueBack(payment(null, 10n), order, 0n)).to.equal(10n)
    expect(dueBack(payment(null, 100n), order, 60n)).to.equal(0n)
  })
})

describe('a credit note', () => {
  it('spreads any amount over lines so that they sum to it, whatever was credited before', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.bigInt(0n, 500_000n),
        fc.array(fc.integer({ min: 1, max: 99 })),
        (worth, tax, parts) => {
          const subtotal = worth.reduce((sum, one) => sum + one, 0n)
          let state = anInvoice(worth, subtotal + tax)
          let left = subtotal + tax
          for (const percent of [...parts, 100]) {
            const amountMinor = (left * BigInt(percent)) / 100n
            if (amountMinor === 0n) continue
            const noted = partsToCredit(state, aWish(amountMinor))
            expect(noted.reduce((sum, one) => sum + one.amountMinor, 0n)).to.equal(amountMinor)
            left -= amountMinor
            state = {
              ...state,
              creditedMinor: state.creditedMinor + amountMinor,
              lines: state.lines.map((line) => ({
                ...line,
                creditedMinor:
                  line.creditedMinor +
                  (noted.find((one) => one.invoiceLineId === line.id)?.amountMinor ?? 0n),
              })),
            }
            expect(() => partsToCredit(state, aWish(left + 1n))).to.throw(/less left/)
          }
          expect(left).to.equal(0n)
        },
      ),
    )
  })
})

describe('a credit note over lines', () => {
  /** 100.00 and 50.00, 15.00 off, and 13 % of the rest: 152.55, of which 17.55 are tax. */
  const taxed = (): CreditableInvoice => {
    const invoice = { status: 'issued', totalMinor: 15_255n, taxMinor: 1755n, currency: 'USD' } as Invoice
    const [first, second, off, tax] = anInvoice([10_000n, 5000n, -1500n, 1755n], 15_255n).lines
    return {
      ...anInvoice([], 15_255n),
      invoice,
      lines: [first!, second!, { ...off!, kind: 'discount' }, { ...tax!, kind: 'tax' }],
    }
  }
  const noted = (state: CreditableInvoice, ...amounts: bigint[]) => {
    const lines = amounts.flatMap((amountMinor, index) =>
      amountMinor === 0n ? [] : [{ invoiceLineId: `inl_${index}` as const, amountMinor }],
    )
    const wish = { ...aWish(0n), amountMinor: null, lines }
    const numbered = { series: 'CN', prefix: 'CN-', sequenceNumber: 1n, issuedOn: '2026-01-01' }
    return creditInvoice(state, wish, partsToCredit(state, wish), 0n, numbered, noon).note
  }

  it('takes back of each line what was billed for it, with its tax and less its discount', () => {
    expect(creditableLines(taxed()).map(({ amountMinor }) => amountMinor)).to.deep.equal([
      10_170n,
      5085n,
      0n,
      0n,
    ])
    expect(noted(taxed(), 10_170n)).to.include({ totalMinor: 10_170n, taxMinor: 1170n })
    expect(noted(taxed(), 10_170n, 5085n)).to.include({ totalMinor: 15_255n, taxMinor: 1755n })
  })

  it('takes back no tax without what it was charged on', () => {
    const refusal = refusalFrom(() => noted(taxed(), 0n, 0n, 0n, 1755n))
    expect(refusal.code).to.equal('amount_exceeds_remaining')
    expect(refusal.details['lines']).to.deep.include({ invoice_line_id: 'inl_3', remaining_minor: 0 })
  })

  it('leaves out a tax that an earlier note took back by itself', () => {
    const state = taxed()
    const lines = state.lines.map((line) => (line.kind === 'tax' ? { ...line, creditedMinor: 255n } : line))
    const rest = partsToCredit({ ...state, lines, creditedMinor: 255n }, aWish(15_000n))
    expect(rest.map(({ invoiceLineId }) => invoiceLineId)).to.deep.equal(['inl_0', 'inl_1'])
    expect(rest.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).to.equal(15_000n)
  })
})

describe('news of a dispute', () => {
  const reported = { id: 'dsp_1', status: 'needs_response', amountMinor: 100n } as unknown as Parameters<
    typeof followDispute
  >[1]

  it('counts once, and what is decided stays decided', () => {
    const opened = followDispute(null, reported, noon)
    expect(opened?.events.map(({ type }) => type)).to.deep.equal(['payment.disputed'])
    expect(followDispute(opened?.dispute ?? null, reported, noon)).to.equal(null)
    const lost = followDispute(opened?.dispute ?? null, { ...reported, status: 'lost' }, noon)
    expect(lost?.dispute.closedAt).to.equal(noon)
    expect(lost?.events.map(({ type }) => type)).to.deep.equal(['payment.dispute_closed'])
    expect(followDispute(lost?.dispute ?? null, reported, noon)).to.equal(null)
  })
})

function aWish(amountMinor: bigint) {
  return { id: 'crn_1' as const, refundId: null, reason: 'x', amountMinor, lines: null }
}

function anInvoice(worth: readonly bigint[], totalMinor: bigint): CreditableInvoice {
  return {
    invoice: { status: 'issued', totalMinor, currency: 'USD' } as Invoice,
    lines: worth.map((amountMinor, index) => ({
      id: `inl_${index}` as const,
      kind: 'item',
      description: 'x',
      amountMinor,
      creditedMinor: 0n,
    })),
    creditedMinor: 0n,
    creditedTaxMinor: 0n,
    allocations: [],
  }
}

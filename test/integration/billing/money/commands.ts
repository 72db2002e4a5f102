import fc from 'fast-check'

/** How often it is said, or how it dies: after Stripe has acted, or while we record it. */
const fate = fc.constantFrom('once', 'once', 'once', 'twice', 'at once', 'answer lost', 'not recorded')
const index = fc.nat({ max: 1000 })
const amount = fc.integer({ min: 1, max: 150 }).map(BigInt)
const currency = fc.constantFrom('USD', 'USD', 'USD', 'USD', 'USD', 'EUR')
const shares = fc.array(fc.record({ bill: index, amount }), { minLength: 1, maxLength: 3 })
const amounts = fc.array(amount, { minLength: 1, maxLength: 3 })
const again = fc.boolean()

const as = <K extends string, T extends object>(kind: K, parts: { [P in keyof T]: fc.Arbitrary<T[P]> }) =>
  fc.record({ kind: fc.constant(kind), ...parts }) as unknown as fc.Arbitrary<{ kind: K } & T>

/** Of an invoice or payment: all that is left, an amount, or so much of some of the lines. */
const portion = fc.oneof(
  fc.constant({ of: 'all' as const }),
  fc.record({ of: fc.constant('amount' as const), amount }),
  fc.record({ of: fc.constant('lines' as const), bill: index, amounts }),
)
type Portion = typeof portion extends fc.Arbitrary<infer P> ? P : never
export type Fate = typeof fate extends fc.Arbitrary<infer F> ? F : never

const drafted = {
  amounts,
  discount: fc.nat({ max: 40 }),
  taxPpm: fc.constantFrom(0, 0, 99_750, 333_333),
  currency,
}

/** What is said to the system. Numbers choose among what is there by then. */
export const command = fc.oneof(
  {
    weight: 4,
    arbitrary: as<
      'bill',
      { amounts: bigint[]; discount: number; taxPpm: number; currency: string; isIssued: boolean }
    >('bill', { ...drafted, isIssued: fc.constantFrom(true, true, true, false) }),
  },
  { weight: 2, arbitrary: as<'issue', { bill: number; fate: Fate }>('issue', { bill: index, fate }) },
  { weight: 1, arbitrary: as<'discard', { bill: number }>('discard', { bill: index }) },
  {
    weight: 3,
    arbitrary: as<'order', { amounts: bigint[]; isOnTerms: boolean; fate: Fate }>('order', {
      amounts,
      isOnTerms: fc.boolean(),
      fate,
    }),
  },
  { weight: 1, arbitrary: as<'terms', { order: number; again: boolean }>('terms', { order: index, again }) },
  {
    weight: 4,
    arbitrary: as<'pay', { session: number; isHeard: boolean; fate: Fate }>('pay', {
      session: index,
      isHeard: fc.constantFrom(true, true, false),
      fate,
    }),
  },
  { weight: 4, arbitrary: as<'react', { order: number; fate: Fate }>('react', { order: index, fate }) },
  { weight: 1, arbitrary: as<'stray', { amount: bigint; currency: string }>('stray', { amount, currency }) },
  {
    weight: 3,
    arbitrary: as<'transfer', { amount: bigint; currency: string; again: boolean }>('transfer', {
      amount,
      currency,
      again,
    }),
  },
  {
    weight: 6,
    arbitrary: as<'allocate', { payment: number; shares: { bill: number; amount: bigint }[] }>('allocate', {
      payment: index,
      shares,
    }),
  },
  {
    weight: 1,
    arbitrary: as<'apply', { entry: number; shares: { bill: number; amount: bigint }[] }>('apply', {
      entry: index,
      shares,
    }),
  },
  { weight: 1, arbitrary: as<'hold', { entry: number; again: boolean }>('hold', { entry: index, again }) },
  {
    weight: 3,
    arbitrary: as<'reverse', { share: number; again: boolean }>('reverse', { share: index, again }),
  },
  { weight: 2, arbitrary: as<'void', { bill: number; again: boolean }>('void', { bill: index, again }) },
  {
    weight: 3,
    arbitrary: as<'credit', { bill: number; portion: Portion; dies: boolean }>('credit', {
      bill: index,
      portion,
      dies: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 6,
    arbitrary: as<'refund', { payment: number; portion: Portion; fate: Fate }>('refund', {
      payment: index,
      portion,
      fate,
    }),
  },
  {
    weight: 5,
    arbitrary: as<'send', { refund: number; isSlow: boolean; fate: Fate }>('send', {
      refund: index,
      isSlow: fc.boolean(),
      fate,
    }),
  },
  {
    weight: 3,
    arbitrary: as<'settle', { refund: number; status: 'succeeded' | 'failed'; isHeard: boolean }>('settle', {
      refund: index,
      status: fc.constantFrom('succeeded' as const, 'succeeded' as const, 'failed' as const),
      isHeard: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: as<'retry', { refund: number; again: boolean }>('retry', { refund: index, again }),
  },
  {
    weight: 2,
    arbitrary: as<'dashboard', { intent: number; amount: bigint; isSlow: boolean; isHeard: boolean }>(
      'dashboard',
      { intent: index, amount, isSlow: fc.boolean(), isHeard: fc.boolean() },
    ),
  },
  {
    weight: 1,
    arbitrary: as<'dispute', { intent: number; amount: bigint; isHeard: boolean }>('dispute', {
      intent: index,
      amount,
      isHeard: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: as<'decide', { dispute: number; status: 'won' | 'lost'; isHeard: boolean }>('decide', {
      dispute: index,
      status: fc.constantFrom('won' as const, 'lost' as const),
      isHeard: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: as<'hear', { news: number; fate: Fate }>('hear', { news: index, fate }) },
)

export type Command = typeof command extends fc.Arbitrary<infer C> ? C : never
export type { Portion }

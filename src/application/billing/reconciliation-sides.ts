import {
  compareCharge,
  compareDispute,
  comparePayment,
  compareRefund,
  compareSession,
  type Difference,
  FRESH_MS,
  type OurDispute,
  type OurPayment,
  type OurRefund,
  type OurRefunded,
  type OurSession,
  type TheirCharge,
  type TheirDispute,
  type TheirPayment,
  type TheirRefund,
  type TheirSession,
} from '../../domain/billing/reconciliation.ts'
import type {
  ListedCharge,
  ListedCheckout,
  ListedDispute,
  ListedPayment,
  ListedRefund,
  PaymentGateway,
  Span,
} from '../ports/payment-gateway.ts'
import type { Compared, FoundDifference, ReconciliationStore } from '../ports/reconciliation-store.ts'

/** How many objects were looked at, and where the sides disagree about them. */
export interface ComparedPage {
  count: number
  found: Omit<FoundDifference, 'id'>[]
}

/** One kind of object: a walk through a span of time, and one through what was made before a time and is unfinished. */
export interface Walks {
  within: (span: Span) => AsyncGenerator<ComparedPage>
  unfinished: ((before: Date) => AsyncGenerator<ComparedPage & { ids: string[] }>) | null
}

/** One kind of object on both sides. */
interface Side<Ours extends { id: string }, Theirs, Listed extends Theirs & { createdAt: Date }> {
  listed(span: Span): AsyncIterable<readonly Listed[]>
  /** Under which of our ids it would be on record; null when under none. */
  keyOf(listed: Listed): string | null
  ours(ids: readonly string[]): Promise<readonly Ours[]>
  compare(ours: Ours | null, theirs: Theirs | null, madeAt: Date): Difference[]
  /** The other direction; null where ours has no objects of its own. */
  back: {
    within(span: Span, after: string, limit: number): Promise<readonly (Ours & { createdAt: Date })[]>
    find(id: string): Promise<Theirs | null>
    unfinished(before: Date): Promise<readonly { id: string; createdAt: Date }[]>
  } | null
}

const PAGE = 500

/** The kinds that are compared; one page of each is in memory at a time. */
export function reconciliationSides(
  { gateway, reconciliations: ours }: { gateway: PaymentGateway; reconciliations: ReconciliationStore },
  begunAt: Date,
): Readonly<Record<keyof Compared, Walks>> {
  return {
    sessions: walking<OurSession, TheirSession, ListedCheckout>({
      listed: (span) => gateway.checkoutsWithin(span),
      keyOf: ({ sessionId }) => sessionId,
      ours: (ids) => ours.sessions(ids),
      compare: (one, other, madeAt) =>
        compareSession(one, other, begunAt.getTime() - madeAt.getTime() < FRESH_MS),
      back: {
        within: (...page) => ours.sessionsWithin(...page),
        find: (id) => gateway.findCheckout(id),
        unfinished: (before) => ours.unfinished('sessions', before),
      },
    }),
    payments: walking<OurPayment, TheirPayment, ListedPayment>({
      listed: (span) => gateway.paymentsWithin(span),
      keyOf: ({ id }) => id,
      ours: (ids) => ours.payments(ids),
      compare: comparePayment,
      back: {
        within: (...page) => ours.paymentsWithin(...page),
        find: (id) => gateway.findPayment(id),
        unfinished: (before) => ours.unfinished('payments', before),
      },
    }),
    charges: walking<OurRefunded, TheirCharge, ListedCharge>({
      listed: (span) => gateway.chargesWithin(span),
      keyOf: ({ paymentIntentId }) => paymentIntentId,
      ours: (ids) => ours.refunded(ids),
      compare: (one, other) => (other === null ? [] : compareCharge(one, other)),
      back: null,
    }),
    refunds: walking<OurRefund, TheirRefund, ListedRefund>({
      listed: (span) => gateway.refundsWithin(span),
      keyOf: ({ id }) => id,
      ours: (ids) => ours.refunds(ids),
      compare: compareRefund,
      back: {
        within: (...page) => ours.refundsWithin(...page),
        find: (id) => gateway.findRefund(id),
        unfinished: (before) => ours.unfinished('refunds', before),
      },
    }),
    disputes: walking<OurDispute, TheirDispute, ListedDispute>({
      listed: (span) => gateway.disputesWithin(span),
      keyOf: ({ id }) => id,
      ours: (ids) => ours.disputes(ids),
      compare: compareDispute,
      back: {
        within: (...page) => ours.disputesWithin(...page),
        find: (id) => gateway.findDispute(id),
        unfinished: (before) => ours.unfinished('disputes', before),
      },
    }),
  }
}

/**
 * Theirs first, beside ours; then ours that theirs did not mention, each asked for by itself: it may have been made
 * there at another time than we heard of it.
 */
function walking<Ours extends { id: string }, Theirs, Listed extends Theirs & { createdAt: Date }>(
  side: Side<Ours, Theirs, Listed>,
): Walks {
  const { back } = side
  const differencesOf = (ours: Ours | null, theirs: Theirs | null, madeAt: Date) =>
    side.compare(ours, theirs, madeAt).map((one) => ({ ...one, objectCreatedAt: madeAt }))
  const known = async (ids: readonly string[]) => new Map((await side.ours(ids)).map((one) => [one.id, one]))

  async function* within(span: Span): AsyncGenerator<ComparedPage> {
    const seen = new Set<string>()
    for await (const listed of side.listed(span)) {
      const keys = listed.map((one) => side.keyOf(one)).filter((key) => key !== null)
      const ours = await known(keys)
      for (const key of keys) seen.add(key)
      const found = listed.flatMap((one) =>
        differencesOf(ours.get(side.keyOf(one) ?? '') ?? null, one, one.createdAt),
      )
      yield { count: listed.length, found }
    }
    if (back === null) return
    let after = ''
    for (;;) {
      const page: readonly (Ours & { createdAt: Date })[] = await back.within(span, after, PAGE)
      const unseen = page.filter(({ id }) => !seen.has(id))
      const found: ComparedPage['found'] = []
      for (const one of unseen) found.push(...differencesOf(one, await back.find(one.id), one.createdAt))
      yield { count: unseen.length, found }
      const last = page.at(-1)
      if (last === undefined || page.length < PAGE) return
      after = last.id
    }
  }
  if (back === null) return { within, unfinished: null }

  return {
    within,
    async *unfinished(before) {
      const all = await back.unfinished(before)
      for (let start = 0; start < all.length; start += PAGE) {
        const page = all.slice(start, start + PAGE)
        const ids = page.map(({ id }) => id)
        const theirs: (Theirs | null)[] = []
        for (const id of ids) theirs.push(await back.find(id))
        const ours = await known(ids)
        const found = page.flatMap(({ id, createdAt }, index) =>
          differencesOf(ours.get(id) ?? null, theirs[index] ?? null, createdAt),
        )
        yield { ids, count: page.length, found }
      }
    },
  }
}

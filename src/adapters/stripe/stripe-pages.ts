import { askStripe } from './stripe-failures.ts'

const pageSize = 100

/** Walks one of Stripe's lists, newest first; one page is in memory at a time. */
export async function* pagesOf<Found extends { id: string }, Shown>(
  list: (page: { limit: number; starting_after?: string }) => Promise<{ data: Found[]; has_more: boolean }>,
  shown: (found: Found) => Shown,
): AsyncGenerator<Shown[]> {
  let after: string | undefined
  do {
    const start = after === undefined ? {} : { starting_after: after }
    const page = await askStripe(() => list({ limit: pageSize, ...start }))
    yield page.data.map(shown)
    after = page.has_more ? page.data.at(-1)?.id : undefined
  } while (after !== undefined)
}

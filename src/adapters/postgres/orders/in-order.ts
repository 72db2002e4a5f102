/** What was made first comes first: ids grow with time. */
export function byId(one: { id: string }, other: { id: string }): number {
  return compare(one.id, other.id)
}

export function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** One view of each thing that rows name again and again. */
export function eachOnce<Row, View extends { id: string }>(
  rows: readonly Row[],
  viewOf: (row: Row) => View,
): View[] {
  const views = new Map(rows.map(viewOf).map((view) => [view.id, view]))
  return [...views.values()].toSorted(byId)
}

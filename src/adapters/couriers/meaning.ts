import type { TrackingStatus } from '../../domain/shipments/tracking-status.ts'

/** What a courier's code says of a parcel, and the rule that says so. */
export interface Meaning {
  canonical: TrackingStatus
  detail: string | null
  /** Says nothing about where the parcel is; kept out of every decision. */
  isInformational: boolean
}

export function means(canonical: TrackingStatus, detail: string | null = null): Meaning {
  return { canonical, detail, isInformational: false }
}

export function informational(canonical: TrackingStatus): Meaning {
  return { canonical, detail: null, isInformational: true }
}

/** A code that no table has. It never moves a parcel; somebody is asked to map it. */
export function unknownCode(code: string): Meaning {
  return { canonical: 'unknown', detail: `carrier_code:${code}`, isInformational: false }
}

/** A table of codes out of groups: `100 104-107` names 100 and 104, 105, 106, 107. */
export function codeTable(groups: readonly (readonly [Meaning, string])[]): ReadonlyMap<string, Meaning> {
  return new Map(
    groups.flatMap(([meaning, codes]) =>
      codes
        .split(' ')
        .flatMap(codesOf)
        .map((code) => [code, meaning] as const),
    ),
  )
}

function codesOf(text: string): string[] {
  const range = /^(\d+)-(\d+)$/.exec(text)
  if (range === null) return [text]
  const [first, last] = [Number(range[1]), Number(range[2])]
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
}

/** What can happen to a parcel, in no courier's words; each simulator has a code for each. */
export const STEPS = [
  'label',
  'accepted',
  'transit',
  'arrived',
  'customs',
  'delayed',
  'out',
  'attempt',
  'delivered',
  'refused',
  'returned',
  'lost',
  'unheard_of',
] as const
export type Step = (typeof STEPS)[number]

export interface StoryScan {
  step: Step
  /** Hours after the label; scans are told in the order of the list, whatever their hours say. */
  hour: number
  /** Told with a wrong token or secret, where the courier pushes. */
  isForged?: boolean
  /** Told twice. */
  isRepeated?: boolean
}

const ON_THE_WAY: readonly StoryScan[] = [
  { step: 'label', hour: 0 },
  { step: 'accepted', hour: 6 },
  { step: 'transit', hour: 20 },
  { step: 'arrived', hour: 44 },
]
const OUT: StoryScan = { step: 'out', hour: 68 }
const DELIVERED: StoryScan = { step: 'delivered', hour: 74 }

/** The lives of parcels that every courier can play, and that tests are made of. */
export const STORIES = {
  delivered: [...ON_THE_WAY, OUT, DELIVERED],
  failed_then_delivered: [
    ...ON_THE_WAY,
    OUT,
    { step: 'attempt', hour: 70 },
    { step: 'out', hour: 92 },
    { step: 'delivered', hour: 97 },
  ],
  returned: [...ON_THE_WAY, OUT, { step: 'refused', hour: 71 }, { step: 'returned', hour: 120 }],
  lost: [...ON_THE_WAY, { step: 'lost', hour: 400 }],
  customs_hold: [
    ...ON_THE_WAY,
    { step: 'customs', hour: 60 },
    { step: 'customs', hour: 100 },
    { step: 'transit', hour: 130 },
    { step: 'out', hour: 150 },
    { step: 'delivered', hour: 156 },
  ],
  duplicates: [...ON_THE_WAY, OUT, DELIVERED].map((scan) => ({ ...scan, isRepeated: true })),
  out_of_order: [
    { step: 'transit', hour: 20 },
    { step: 'label', hour: 0 },
    { step: 'delivered', hour: 74 },
    { step: 'arrived', hour: 44 },
    { step: 'accepted', hour: 6 },
    { step: 'out', hour: 68 },
  ],
  late_three_days: [
    { step: 'label', hour: 0 },
    { step: 'accepted', hour: 6 },
    { step: 'out', hour: 68 },
    { step: 'delivered', hour: 74 },
    { step: 'transit', hour: 2 },
  ],
  regressing: [...ON_THE_WAY, OUT, DELIVERED, { step: 'transit', hour: 80 }],
  forged: [...ON_THE_WAY, { step: 'delivered', hour: 50, isForged: true }],
  unknown_codes: [
    { step: 'label', hour: 0 },
    { step: 'accepted', hour: 6 },
    { step: 'unheard_of', hour: 20 },
    { step: 'out', hour: 68 },
  ],
  not_found_first: [OUT, DELIVERED],
} as const satisfies Record<string, readonly StoryScan[]>

export type StoryName = keyof typeof STORIES
export const STORY_NAMES = Object.keys(STORIES) as StoryName[]

/** Each in one sentence, for people who choose one. */
export const STORY_SENTENCES: Readonly<Record<StoryName, string>> = {
  delivered: 'It goes straight to the door.',
  failed_then_delivered: 'Nobody is at home the first time.',
  returned: 'It is refused at the door and goes back to the sender.',
  lost: 'The courier cannot find it any more.',
  customs_hold: 'Customs keep it for two days.',
  duplicates: 'Every scan is told twice.',
  out_of_order: 'Scans are told in another order than they happened.',
  late_three_days: 'A scan is told three days late, after the delivery.',
  regressing: 'After the delivery it seems to be on its way again.',
  forged: 'Somebody else tells of a delivery that never happened.',
  unknown_codes: 'A scan has a code that nobody knows.',
  not_found_first: 'The courier knows nothing of it until it is out for delivery.',
}

const AN_HOUR_MS = 3_600_000

/** The story's scans with times: the latest hour is now. */
export function timesOf<Told extends { hour: number }>(
  story: readonly Told[],
  now: number,
): (Told & { at: string })[] {
  const last = Math.max(...story.map(({ hour }) => hour))
  return story.map((scan) => ({ ...scan, at: new Date(now - (last - scan.hour) * AN_HOUR_MS).toISOString() }))
}

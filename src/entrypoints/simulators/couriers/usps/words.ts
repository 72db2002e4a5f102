import type { StepWords } from '../parcel-world.ts'

const PLATTSBURGH = 'PLATTSBURGH, NY 12901'
const ALBANY = 'ALBANY, NY 12288'
const NEW_YORK = 'NEW YORK, NY 10001'

/** USPS has a text for each code; a text of somebody's own has no place in its answers. */
export const USPS_WORDS: StepWords = {
  label: { code: 'GX', place: PLATTSBURGH },
  accepted: { code: '03', place: PLATTSBURGH },
  transit: { code: 'A1', place: ALBANY },
  arrived: { code: '07', place: NEW_YORK },
  customs: { code: 'H0', place: NEW_YORK },
  delayed: { code: 'NT', place: ALBANY },
  out: { code: 'OF', place: NEW_YORK },
  attempt: { code: '02', place: NEW_YORK },
  delivered: { code: '01', place: NEW_YORK },
  refused: { code: '04', place: NEW_YORK },
  // The last scan says "delivered" about the handover to the sender.
  returned: { code: '01', place: PLATTSBURGH, before: { code: '09', place: NEW_YORK } },
  lost: { code: '11', place: ALBANY },
  unheard_of: { code: 'Q9', place: ALBANY },
}

/** `NEW YORK, NY 10001` in its parts; what is missing is where most parcels go. */
export function placeOf(text: string): { city: string; state: string; zip: string } {
  const [, city, state, zip] = /^(.+?)(?:, ([A-Z]{2})(?: (\d{5}))?)?$/.exec(text) ?? []
  return { city: city ?? 'NEW YORK', state: state ?? 'NY', zip: zip ?? '10001' }
}

import type { StepWords } from '../parcel-world.ts'

export const CANADA_POST_WORDS: StepWords = {
  label: { code: '3000', place: 'TORONTO, ON', text: 'Electronic information submitted by shipper' },
  accepted: { code: '2300', place: 'TORONTO, ON', text: 'Item picked up by Canada Post' },
  transit: { code: '0100', place: 'MISSISSAUGA, ON', text: 'Item processed' },
  arrived: { code: '0170', place: 'VANCOUVER, BC', text: 'Item processed at local delivery facility' },
  customs: { code: '0810', place: 'MISSISSAUGA, ON', text: 'Item sent to customs for review' },
  delayed: { code: '0159', place: 'MISSISSAUGA, ON', text: 'Item delayed' },
  out: { code: '0174', place: 'VANCOUVER, BC', text: 'Item out for delivery' },
  attempt: {
    code: '1479',
    place: 'VANCOUVER, BC',
    text: 'Notice card left indicating where and when to pick up item',
  },
  delivered: { code: '1421', place: 'VANCOUVER, BC', text: 'Item successfully delivered' },
  refused: { code: '1412', place: 'VANCOUVER, BC', text: 'Item refused by recipient' },
  returned: { code: '1415', place: 'VANCOUVER, BC', text: 'Item refused. Being returned to sender' },
  lost: { code: '0118', place: 'MISSISSAUGA, ON', text: 'Item cannot be located' },
  unheard_of: { code: '7777', place: 'MISSISSAUGA, ON', text: 'Item successfully delivered' },
}

/** Why two companies cannot be merged yet; each can be settled and the merge asked for again. */
export interface MergeBlocker {
  code: 'survivor_archived' | 'currency_differs' | 'agreements_overlap'
  detail: string
}

export interface MergeSide {
  id: string
  currency: string
  isArchived: boolean
}

/** Two running agreements, one of each company, that price the same product at the same time. */
export interface AgreementOverlap {
  sku: string
  agreement: string
  otherAgreement: string
}

/** All that stands in the way, so that it can be settled at once; empty when nothing does. */
export function mergeBlockers(
  survivor: MergeSide,
  merged: MergeSide,
  overlaps: readonly AgreementOverlap[],
): MergeBlocker[] {
  const blockers: MergeBlocker[] = []
  if (survivor.isArchived) {
    blockers.push({
      code: 'survivor_archived',
      detail: `${survivor.id} is archived. Restore it first, or merge the other way round.`,
    })
  }
  if (survivor.currency !== merged.currency) {
    blockers.push({
      code: 'currency_differs',
      detail: `One buys in ${survivor.currency}, the other in ${merged.currency}. Change the currency of one.`,
    })
  }
  for (const { sku, agreement, otherAgreement } of overlaps) {
    blockers.push({
      code: 'agreements_overlap',
      detail: `${agreement} and ${otherAgreement} both price ${sku}. Terminate one.`,
    })
  }
  return blockers
}

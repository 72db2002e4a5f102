import type { Case, LinkedType } from '../../domain/returns/case.ts'
import type { CaseFacts } from '../../domain/returns/case-lifecycle.ts'
import type { CaseId, CompanyId, OrderId } from '../../domain/shared/ids.ts'

/** Cases change under the lock of their order. */
export interface CaseStore {
  /** Takes the lock of the order that the case is about, and answers which it is. */
  lockOrderOf(caseId: CaseId): Promise<OrderId | null>
  /** The order's lock must be held. */
  get(caseId: CaseId): Promise<{ case: Case; facts: CaseFacts } | null>
  insert(opened: Case): Promise<void>
  save(changed: Case): Promise<void>
  /** Whose record it is; an order may be unknown. Null when there is none of this type. */
  ownerOf(
    type: LinkedType,
    id: string,
  ): Promise<{ companyId: CompanyId | null; orderId: OrderId | null } | null>
  /** The case that a record belongs to already. */
  caseOf(type: LinkedType, id: string): Promise<CaseId | null>
  /** Refuses `already_exists` when another case was faster. */
  link(
    links: readonly {
      caseId: CaseId
      linkedType: LinkedType
      linkedId: string
      linkedAt: Date
      linkedBy: string
    }[],
  ): Promise<void>
}

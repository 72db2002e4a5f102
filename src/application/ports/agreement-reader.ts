import type { PriceAgreementStatus } from '../../domain/agreements/price-agreement-lifecycle.ts'
import type { AgreementChange } from './agreement-store.ts'
import type { Page, PageRequest } from './page.ts'
import type { PriceSyncStatus } from './pricing-reader.ts'
import type { ActorView } from './timeline-reader.ts'

/** The price of a line at Stripe. */
export interface PriceAgreementPriceView {
  price_book_entry_id: string | null
  unit_amount_minor: number
  currency: string
  stripe_price_id: string | null
  sync_status: PriceSyncStatus
  sync_status_since: string
  sync_error: string | null
  archived_at: string | null
}

export interface PriceAgreementLineView {
  id: string
  position: number
  product_id: string
  sku: string
  kind: 'amount' | 'percentage'
  amount_minor: number | null
  percent_off_bp: number | null
  min_quantity: number
  prices: PriceAgreementPriceView[]
}

export interface PriceAgreementSummaryView {
  id: string
  number: string
  revision: number
  amends_id: string | null
  amended_by_id: string | null
  company_id: string
  company_name: string
  name: string
  status: PriceAgreementStatus
  currency: string
  valid_from: string
  valid_to: string | null
  notes: string | null
  activated_at: string | null
  ended_at: string | null
  end_reason: string | null
  line_count: number
  unsynced_line_count: number
  version: number
  created_at: string
  updated_at: string
}

export interface PriceAgreementView extends PriceAgreementSummaryView {
  lines: PriceAgreementLineView[]
  allowed_moves: string[]
}

/** One change of an agreement. */
export interface PriceAgreementChangeView {
  id: string
  price_agreement_id: string
  version: number
  action: AgreementChange['action']
  actor: ActorView
  correlation_id: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  occurred_at: string
}

export interface PriceAgreementFiguresView {
  by_status: Record<PriceAgreementStatus, number>
  revenue: { currency: string; amount_minor: number; orders: number; order_lines: number }[]
  unsynced_lines: number
  expiring_in_30_days: number
}

export interface PriceAgreementFilter {
  company_id?: string | undefined
  status?: PriceAgreementStatus | undefined
  /** Only active ones that end within so many days from now. */
  expiring_within_days?: number | undefined
  /** Part of the number, the name or the company's name, whatever its case. */
  q?: string | undefined
}

/** Price agreements as the contract shows them. */
export interface AgreementReader {
  /** Newest first. */
  list(filter: PriceAgreementFilter, at: Date, page: PageRequest): Promise<Page<PriceAgreementSummaryView>>
  /** Null when there is no such agreement. */
  detail(priceAgreementId: string, at: Date): Promise<PriceAgreementView | null>
  /** Newest first, also of a discarded draft. Null when there never was such an agreement. */
  history(priceAgreementId: string, page: PageRequest): Promise<Page<PriceAgreementChangeView> | null>
  figures(at: Date): Promise<PriceAgreementFiguresView>
}

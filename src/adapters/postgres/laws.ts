import { addressLaws } from './address-laws.ts'
import { agreementLaws } from './agreement-laws.ts'
import { companyLaws } from './company-laws.ts'
import { contactLaws } from './contact-laws.ts'
import { documentLaws } from './document-laws.ts'
import { emailLaws } from './email-laws.ts'
import type { Law } from './law.ts'
import { moneyLaws } from './money-laws.ts'
import { quantityLaws } from './quantity-laws.ts'
import { refundLaws } from './refund-laws.ts'
import { returnLaws } from './return-laws.ts'
import { workLaws } from './work-laws.ts'

/** Recomputed over live data; every one of them must find nothing. */
export const laws: readonly Law[] = [
  ...addressLaws,
  ...quantityLaws,
  ...returnLaws,
  ...moneyLaws,
  ...documentLaws,
  ...refundLaws,
  ...workLaws,
  ...companyLaws,
  ...contactLaws,
  ...agreementLaws,
  ...emailLaws,
]

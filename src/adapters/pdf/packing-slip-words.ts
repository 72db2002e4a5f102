import type { PackingSlip } from '../../application/ports/packing-slip-renderer.ts'
import { type Wording, wordingOf } from './document-words.ts'

interface SlipWords {
  title: string
  from: string
  to: string
  order: string
  reference: string
  company: string
  packedOn: string
  courier: string
  tracking: string
  weight: string
  size: string
  package: (number: number, count: number) => string
  sku: string
  description: string
  quantity: string
  serials: string
  customs: string
  contents: string
  contentsType: string
  contentsTypes: Readonly<Record<string, string>>
  incoterm: string
  value: string
  hsCode: string
  origin: string
  page: (number: number, count: number) => string
}

const words: Readonly<Record<PackingSlip['language'], SlipWords>> = {
  en: {
    title: 'Packing slip',
    from: 'From',
    to: 'To',
    order: 'Order',
    reference: 'Your reference',
    company: 'Customer',
    packedOn: 'Packed on',
    courier: 'Courier',
    tracking: 'Tracking number',
    weight: 'Weight',
    size: 'Size',
    package: (number, count) => `Package ${number} of ${count}`,
    sku: 'Item',
    description: 'Description',
    quantity: 'Quantity',
    serials: 'Serial numbers',
    customs: 'Customs summary',
    contents: 'Contents',
    contentsType: 'Type',
    contentsTypes: {
      merchandise: 'Merchandise',
      sample: 'Sample',
      gift: 'Gift',
      documents: 'Documents',
      returned_goods: 'Returned goods',
      other: 'Other',
    },
    incoterm: 'Incoterm',
    value: 'Value for customs',
    hsCode: 'HS code',
    origin: 'Origin',
    page: (number, count) => `Page ${number} of ${count}`,
  },
  fr: {
    title: 'Bordereau d’expédition',
    from: 'De',
    to: 'À',
    order: 'Commande',
    reference: 'Votre référence',
    company: 'Client',
    packedOn: 'Emballé le',
    courier: 'Transporteur',
    tracking: 'Numéro de suivi',
    weight: 'Poids',
    size: 'Dimensions',
    package: (number, count) => `Colis ${number} de ${count}`,
    sku: 'Article',
    description: 'Description',
    quantity: 'Quantité',
    // Its colon stands apart in French.
    serials: 'Numéros de série\u00a0',
    customs: 'Sommaire douanier',
    contents: 'Contenu',
    contentsType: 'Type',
    contentsTypes: {
      merchandise: 'Marchandises',
      sample: 'Échantillon',
      gift: 'Cadeau',
      documents: 'Documents',
      returned_goods: 'Marchandises retournées',
      other: 'Autre',
    },
    incoterm: 'Incoterm',
    value: 'Valeur en douane',
    hsCode: 'Code SH',
    origin: 'Origine',
    page: (number, count) => `Page ${number} de ${count}`,
  },
}

/** How a packing slip says things: numbers, days and countries as every document does, and its own words. */
export interface SlipWording extends Pick<Wording, 'locale' | 'amount' | 'count' | 'day' | 'country'> {
  slip: SlipWords
  /** `1.25 kg` */
  weight: (grams: number) => string
  /** `300 × 200 × 100 mm` */
  size: (sides: readonly number[]) => string
}

export function slipWordingOf({ language, valueCurrency }: PackingSlip): SlipWording {
  const { locale, amount, count, day, country } = wordingOf({ language, currency: valueCurrency ?? 'USD' })
  const kilograms = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  return {
    locale,
    amount,
    count,
    day,
    country,
    slip: words[language],
    weight: (grams) => `${kilograms.format(grams / 1000)} kg`,
    size: (sides) => `${sides.map(count).join(' × ')} mm`,
  }
}

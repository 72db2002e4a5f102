/** For people only: the currency's own number of decimal places. */
export function money(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency: currency.toUpperCase() })
  const places = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(minor / 10 ** places)
}

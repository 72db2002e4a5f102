/** Reads telephone numbers as people write them. */
export interface PhoneNumbers {
  /**
   * The number in E.164, or null when it is none. `country` (ISO 3166-1 alpha-2) is where a number without a
   * country code is dialled; null means that nobody knows. An extension is left out.
   */
  e164(written: string, country: string | null): string | null
}

import pg from 'pg'

/** Who issues documents, as the settings say it. */
export interface SellerSettings {
  name: string
  addressLines: readonly string[]
  taxNumber: string | null
}

/** Fills in the default legal entity from the settings, once: what somebody said of it since stays as it is. */
export async function fillSeller(
  url: string,
  { name, addressLines, taxNumber }: SellerSettings,
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `update legal_entities
       set name = $1,
         address_lines = $2,
         tax_registrations = $3::jsonb,
         updated_at = now()
       where is_default and version = 1 and address_lines = '{}'`,
      [name, addressLines, JSON.stringify(taxNumber === null ? [] : [{ name: null, number: taxNumber }])],
    )
  } finally {
    await client.end()
  }
}

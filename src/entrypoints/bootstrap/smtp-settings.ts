import { readFileSync } from 'node:fs'

/** A mail server and who writes through it. */
export interface SmtpSettings {
  host: string
  port: number
  user: string | null
  password: string | null
  from: { name: string | null; address: string }
  tls: 'starttls' | 'implicit' | 'off'
  certificates: string | null
}

/** Half a mail server is a mistake, and is said before the first message is due. */
export function smtpFaults(
  given: Readonly<Record<string, string>>,
  remedies: Readonly<Record<string, string>>,
): string[] {
  const faults: string[] = []
  if (Number(given['SMTP_PORT'] ?? 1) > 65_535) faults.push(`SMTP_PORT ${remedies['SMTP_PORT'] ?? ''}`)
  const keys = ['SMTP_PORT', 'SMTP_USER', 'SMTP_PASSWORD', 'SMTP_FROM', 'SMTP_TLS', 'SMTP_CA_FILE']
  const other = keys.find((key) => given[key] !== undefined)
  if (given['SMTP_HOST'] === undefined) {
    if (other !== undefined) faults.push(`SMTP_HOST is needed with ${other}`)
    return faults
  }
  if (given['SMTP_FROM'] === undefined) faults.push('SMTP_FROM is needed with SMTP_HOST')
  if ((given['SMTP_USER'] === undefined) !== (given['SMTP_PASSWORD'] === undefined)) {
    faults.push('SMTP_USER and SMTP_PASSWORD are needed together')
  }
  const file = given['SMTP_CA_FILE']
  if (file !== undefined && certificatesIn(file) === null) {
    faults.push(`SMTP_CA_FILE ${remedies['SMTP_CA_FILE'] ?? ''}`)
  }
  return faults
}

export function smtpOf(read: (key: string) => string | null): SmtpSettings | null {
  const host = read('SMTP_HOST')
  if (host === null) return null
  const tls = (read('SMTP_TLS') ?? 'starttls') as 'starttls' | 'implicit' | 'off'
  const [, name, address] = /^(?:(.*?)\s*<(.*)>)$/.exec(read('SMTP_FROM') ?? '') ?? []
  return {
    host,
    port: Number(read('SMTP_PORT') ?? (tls === 'implicit' ? 465 : 587)),
    user: read('SMTP_USER'),
    password: read('SMTP_PASSWORD'),
    from: { name: name ?? null, address: address ?? read('SMTP_FROM') ?? '' },
    tls,
    certificates: certificatesIn(read('SMTP_CA_FILE')),
  }
}

function certificatesIn(file: string | null): string | null {
  if (file === null) return null
  try {
    const text = readFileSync(file, 'utf8')
    return text.includes('-----BEGIN CERTIFICATE-----') ? text : null
  } catch {
    return null
  }
}

/** A received message as a person reads it. */
export interface ReadMessage {
  headers: [name: string, value: string][]
  text: string | null
  html: string | null
  attachments: { name: string; contentType: string; base64: string; size: number }[]
}

interface Part {
  headers: [string, string][]
  body: string
}

/** Takes a MIME message apart: as much of the standard as mail programs write. Bytes come as latin1. */
export function readMessage(raw: string): ReadMessage {
  const whole = splitPart(raw)
  const message: ReadMessage = {
    headers: whole.headers.map(([name, value]) => [name, decodeWords(value)]),
    text: null,
    html: null,
    attachments: [],
  }
  collect(whole, message)
  return message
}

export function headerOf(headers: readonly [string, string][], wanted: string): string | null {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null
}

function collect(part: Part, message: ReadMessage): void {
  const type = headerOf(part.headers, 'content-type') ?? 'text/plain'
  const boundary = parameterOf(type, 'boundary')
  if (/^multipart\//i.test(type) && boundary !== null) {
    for (const inner of partsBetween(part.body, boundary)) collect(splitPart(inner), message)
    return
  }
  const bytes = decodeBody(part)
  const contentType = (type.split(';')[0] ?? '').trim().toLowerCase()
  const disposition = headerOf(part.headers, 'content-disposition') ?? ''
  const name = parameterOf(disposition, 'filename') ?? parameterOf(type, 'name')
  if (/^attachment/i.test(disposition) || name !== null) {
    message.attachments.push({
      name: decodeWords(name ?? 'unnamed'),
      contentType,
      base64: bytes.toString('base64'),
      size: bytes.length,
    })
  } else if (contentType === 'text/html') message.html ??= bytes.toString('utf8')
  else message.text ??= bytes.toString('utf8')
}

function splitPart(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n')
  const head = end === -1 ? raw : raw.slice(0, end)
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .flatMap((line): [string, string][] => {
      const colon = line.indexOf(':')
      return colon < 1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]]
    })
  return { headers, body: end === -1 ? '' : raw.slice(end + 4) }
}

function partsBetween(body: string, boundary: string): string[] {
  const pieces = `\r\n${body}`.split(`\r\n--${boundary}`)
  return pieces
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => piece.slice(piece.indexOf('\r\n') + 2))
}

function parameterOf(value: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value)
  return found === null ? null : (found[1] ?? found[2] ?? null)
}

function decodeBody({ headers, body }: Part): Buffer {
  const encoding = (headerOf(headers, 'content-transfer-encoding') ?? '7bit').toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  return Buffer.from(encoding === 'quoted-printable' ? unquoted(body.replace(/=\r\n/g, '')) : body, 'latin1')
}

/** RFC 2047: `=?UTF-8?Q?Re=C3=A7u?=`. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('latin1')
        : unquoted(text.replaceAll('_', ' ')),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'))
}

function unquoted(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

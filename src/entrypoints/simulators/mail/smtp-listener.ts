import { type AddressInfo, createServer, type Socket } from 'node:net'
import { pause } from '../machinery/answering.ts'

/** What came over the wire: the envelope, and the message with its bytes as latin1. */
export interface TakenMail {
  from: string
  to: string[]
  raw: string
}

/** How the server behaves at each point where a real one may say no, or nothing. */
export interface SmtpManners {
  latencyMs: () => number
  /** A refusal of a recipient; null takes it. */
  refusalOf: (recipient: string) => { code: number; text: string } | null
  /** Hangs up instead of taking the message. */
  drops: () => boolean
  /** Takes the message, and hangs up instead of saying so. */
  losesAnswer: () => boolean
  take: (mail: TakenMail) => string
}

const LARGEST_MESSAGE_BYTES = 25 * 1024 * 1024
const LONGEST_SILENCE_MS = 60_000

/** A mail server of the smallest kind: RFC 5321 without extensions but the size, one message after another. */
export async function listenForMail(
  host: string,
  port: number,
  manners: SmtpManners,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setTimeout(LONGEST_SILENCE_MS, () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    // A client that hangs up in the middle is its own business.
    converse(socket, manners).catch(() => socket.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address() as AddressInfo
  const shownHost = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return {
    url: `smtp://${shownHost}:${address.port}`,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        for (const socket of sockets) socket.destroy()
      })
    },
  }
}

async function converse(socket: Socket, manners: SmtpManners): Promise<void> {
  const lines = linesOf(socket)
  const say = (text: string): void => {
    socket.write(`${text}\r\n`)
  }
  let from: string | null = null
  let to: string[] = []
  say('220 mail.simulator ESMTP')
  for (;;) {
    const line = await lines.next()
    if (line.done === true) return
    await pause(manners.latencyMs())
    const [verb = ''] = line.value.split(/[ :]/)
    switch (verb.toUpperCase()) {
      case 'EHLO':
        say(`250-mail.simulator\r\n250-8BITMIME\r\n250 SIZE ${LARGEST_MESSAGE_BYTES}`)
        break
      case 'HELO':
        say('250 mail.simulator')
        break
      case 'MAIL':
        from = mailboxIn(line.value)
        to = []
        say(from === null ? '501 5.5.4 MAIL FROM:<address>' : '250 2.1.0 Go on')
        break
      case 'RCPT': {
        const recipient = mailboxIn(line.value)
        const refusal = recipient === null ? null : manners.refusalOf(recipient)
        if (from === null) say('503 5.5.1 MAIL first')
        else if (recipient === null) say('501 5.5.4 RCPT TO:<address>')
        else if (refusal !== null) say(`${refusal.code} ${refusal.text}`)
        else {
          to.push(recipient)
          say('250 2.1.5 Go on')
        }
        break
      }
      case 'DATA': {
        if (from === null || to.length === 0) {
          say('503 5.5.1 RCPT first')
          break
        }
        if (manners.drops()) {
          socket.destroy()
          return
        }
        say('354 Go ahead')
        const raw = await messageOf(lines)
        if (raw === null) return
        const id = raw.length > LARGEST_MESSAGE_BYTES ? null : manners.take({ from, to, raw })
        if (id !== null && manners.losesAnswer()) {
          socket.destroy()
          return
        }
        say(id === null ? '552 5.3.4 Too large' : `250 2.0.0 Taken as ${id}`)
        from = null
        to = []
        break
      }
      case 'RSET':
        from = null
        to = []
        say('250 2.0.0 Forgotten')
        break
      case 'NOOP':
        say('250 2.0.0 Still here')
        break
      case 'QUIT':
        socket.end('221 2.0.0 Goodbye\r\n')
        return
      default:
        say('502 5.5.1 Not known here')
    }
  }
}

function mailboxIn(line: string): string | null {
  return /<([^<>\s]*)>/.exec(line)?.[1] ?? null
}

/** The lines up to the lone dot, unstuffed; null when the client hung up before it. */
async function messageOf(lines: AsyncGenerator<string, void>): Promise<string | null> {
  const kept: string[] = []
  for (;;) {
    const line = await lines.next()
    if (line.done === true) return null
    if (line.value === '.') return `${kept.join('\r\n')}\r\n`
    kept.push(line.value.startsWith('.') ? line.value.slice(1) : line.value)
  }
}

/** Bytes as latin1, so that none is lost or joined with another. */
async function* linesOf(socket: Socket): AsyncGenerator<string, void> {
  let rest = ''
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    const parts = (rest + chunk.toString('latin1')).split('\r\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
}

import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createServer as createTlsServer, TLSSocket } from 'node:tls'

const own = (name: string) => readFileSync(new URL(`./certificates/${name}`, import.meta.url), 'utf8')

/** Of the server, by nobody but itself. */
export const mailCertificate = own('mail-certificate.pem')
const credentials = { cert: mailCertificate, key: own('mail-key.pem') }

export interface GuardedMailServer {
  port: number
  /** What came, with how it came. */
  taken: { login: string | null; mechanism: string | null; isEncrypted: boolean; message: string }[]
  logins: string[]
  /** Commands that came before the line was encrypted. */
  inTheClear: string[]
  stop(): Promise<void>
}

interface Manners {
  /** `none`: it offers to take the login in the clear. */
  tls: 'starttls' | 'implicit' | 'none'
  user: string
  password: string
  mechanism: 'PLAIN' | 'LOGIN'
}

/** A mail server that takes mail over TLS and after a login only, as those of the world do. */
export async function startGuardedMailServer(manners: Manners): Promise<GuardedMailServer> {
  const sockets = new Set<Socket>()
  const seen: Omit<GuardedMailServer, 'port' | 'stop'> = { taken: [], logins: [], inTheClear: [] }
  const meet = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.write('220 mail.example ESMTP\r\n')
    converse(socket, manners, seen)
  }
  const server = manners.tls === 'implicit' ? createTlsServer(credentials, meet) : createServer(meet)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    ...seen,
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** Reads lines until the connection is encrypted by STARTTLS, and begins anew on the encrypted one. */
function converse(socket: Socket, manners: Manners, seen: Omit<GuardedMailServer, 'port' | 'stop'>): void {
  const isEncrypted = socket instanceof TLSSocket
  let rest = ''
  let login: string | null = null
  let asked: 'user' | 'password' | 'plain' | null = null
  let named = ''
  let message: string[] | null = null
  const say = (text: string) => socket.write(`${text}\r\n`)
  const check = (user: string, password: string) => {
    asked = null
    seen.logins.push(user)
    const isRight = user === manners.user && password === manners.password
    if (isRight) login = user
    say(isRight ? '235 2.7.0 Welcome' : '535 5.7.8 Username and password not accepted')
  }
  const decoded = (text: string) => Buffer.from(text, 'base64').toString('utf8')
  const plain = (text: string) => {
    const [, user = '', password = ''] = decoded(text).split('\0')
    check(user, password)
  }

  function onLine(line: string): void {
    if (message !== null) {
      if (line !== '.') message.push(line)
      else {
        seen.taken.push({ login, mechanism: manners.mechanism, isEncrypted, message: message.join('\n') })
        message = null
        say('250 2.0.0 Taken')
      }
      return
    }
    if (asked === 'plain') {
      plain(line)
      return
    }
    if (asked === 'user') {
      named = decoded(line)
      asked = 'password'
      say('334 UGFzc3dvcmQ6')
      return
    }
    if (asked === 'password') {
      check(named, decoded(line))
      return
    }
    const [verb = '', word = '', initial = ''] = line.split(' ')
    if (!isEncrypted) seen.inTheClear.push(verb)
    switch (verb.toUpperCase()) {
      case 'EHLO':
        say(
          `250-mail.example\r\n250 ${isEncrypted || manners.tls === 'none' ? `AUTH ${manners.mechanism}` : 'STARTTLS'}`,
        )
        break
      case 'STARTTLS':
        if (manners.tls === 'none') {
          say('502 5.5.1 Not known here')
          break
        }
        say('220 2.0.0 Go ahead')
        socket.removeListener('data', onData)
        converse(
          new TLSSocket(socket, { ...credentials, isServer: true }).on('error', () => undefined),
          manners,
          seen,
        )
        break
      case 'AUTH':
        if (word === 'PLAIN' && initial !== '') plain(initial)
        else {
          asked = word === 'PLAIN' ? 'plain' : 'user'
          say(word === 'PLAIN' ? '334 ' : '334 VXNlcm5hbWU6')
        }
        break
      case 'MAIL':
        say(login === null ? '530 5.7.0 Log in first' : '250 2.1.0 Go on')
        break
      case 'RCPT':
        say('250 2.1.5 Go on')
        break
      case 'DATA':
        message = []
        say('354 Go ahead')
        break
      case 'QUIT':
        socket.end('221 2.0.0 Goodbye\r\n')
        break
      default:
        say('502 5.5.1 Not known here')
    }
  }

  function onData(chunk: Buffer): void {
    const lines = (rest + chunk.toString('latin1')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  }
  socket.on('data', onData)
}

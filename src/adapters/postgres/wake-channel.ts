import pg from 'pg'

const CHANNEL = 'waybill_wake'
// A pending NOTIFY makes commits wait for each other, so a process sends at most one in this time.
const DEBOUNCE_MS = 50
const RECONNECT_MS = { first: 250, longest: 5000 }
// A line that was cut without a word is found by asking now and then.
const HEARTBEAT_MS = 30_000
const PATIENCE_MS = 5000

/** What there may be to do, told without a word about what happened. */
export interface WakeUp {
  hasEvents: boolean
  queues: readonly string[]
  /** A queue was paused or resumed. */
  areQueuesSteered: boolean
}

export interface WakeChannel {
  /** Tells the other processes, soon: what comes close together is told at once. */
  ring(news: WakeUp): void
  /** Hears the other processes, never its own. After a gap everything may have happened. */
  listen(listener: (news: WakeUp) => void, all: WakeUp): void
  /** Tells what is still to be told. */
  close(): Promise<void>
}

/**
 * Wakes processes on other machines after commits, over one connection of its own: nothing is added to business
 * transactions. It promises nothing. What is not heard is found by the polls (docs/decisions/0005-jobs.md).
 */
export function createWakeChannel(options: { url: string; onTrouble: (error: Error) => void }): WakeChannel {
  let client: pg.Client | null = null
  let connecting: Promise<void> | null = null
  let listening: { listener: (news: WakeUp) => void; all: WakeUp } | null = null
  let isClosed = false
  let pause = RECONNECT_MS.first
  let retry: NodeJS.Timeout | undefined
  let heartbeat: NodeJS.Timeout | undefined
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let sentAt = 0

  function connect(): Promise<void> {
    connecting ??= open().finally(() => {
      connecting = null
    })
    return connecting
  }

  async function open(): Promise<void> {
    if (client !== null || isClosed) return
    const fresh = new pg.Client({
      connectionString: options.url,
      application_name: 'waybill-wake',
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    })
    fresh.on('error', (error) => {
      lose(fresh, error)
    })
    fresh.on('end', () => {
      lose(fresh, new Error('the connection ended'))
    })
    fresh.on('notification', ({ processId, payload }) => {
      if (processId !== ownProcess(fresh)) listening?.listener(readWakeUp(payload ?? ''))
    })
    try {
      await fresh.connect()
      client = fresh
      if (listening !== null) await startListening(fresh)
      pause = RECONNECT_MS.first
    } catch (error) {
      lose(fresh, error as Error)
      if (client === null) reconnectLater()
    }
  }

  async function startListening(open: pg.Client): Promise<void> {
    await open.query(`listen ${CHANNEL}`)
    clearInterval(heartbeat)
    heartbeat = setInterval(() => {
      open.query('select 1').catch((error: unknown) => {
        lose(open, error as Error)
      })
    }, HEARTBEAT_MS)
    heartbeat.unref()
    // Whatever was told while nobody listened here.
    listening?.listener(listening.all)
  }

  function lose(lost: pg.Client, error: Error): void {
    if (client !== lost) return
    client = null
    clearInterval(heartbeat)
    void lost.end().catch(() => undefined)
    if (isClosed) return
    options.onTrouble(error)
    reconnectLater()
  }

  /** Only who listens needs a line at all times; who rings makes one then. */
  function reconnectLater(): void {
    if (listening === null || isClosed) return
    clearTimeout(retry)
    retry = setTimeout(() => void connect(), pause)
    retry.unref()
    pause = Math.min(pause * 2, RECONNECT_MS.longest)
  }

  async function send(): Promise<void> {
    timer = undefined
    if (waiting.size === 0) return
    sentAt = Date.now()
    await connect()
    const words = [...waiting].join(',')
    waiting.clear()
    await client?.query('select pg_notify($1, $2)', [CHANNEL, words]).catch((error: unknown) => {
      if (client !== null) lose(client, error as Error)
    })
  }

  return {
    ring(news) {
      if (isClosed) return
      for (const word of wordsOf(news)) waiting.add(word)
      if (waiting.size === 0) return
      timer ??= setTimeout(() => void send(), Math.max(0, sentAt + DEBOUNCE_MS - Date.now()))
    },
    listen(listener, all) {
      listening = { listener, all }
      if (client === null) void connect()
      else void startListening(client).catch(() => undefined)
    },
    async close() {
      clearTimeout(timer)
      clearTimeout(retry)
      await send()
      isClosed = true
      clearInterval(heartbeat)
      const last = client
      client = null
      await last?.end().catch(() => undefined)
    },
  }
}

function ownProcess(client: pg.Client): number | null {
  return (client as unknown as { processID: number | null }).processID
}

const EVENTS = '*events'
const STEERED = '*steered'

function wordsOf({ hasEvents, queues, areQueuesSteered }: WakeUp): string[] {
  return [...(hasEvents ? [EVENTS] : []), ...(areQueuesSteered ? [STEERED] : []), ...queues]
}

function readWakeUp(payload: string): WakeUp {
  const words = payload.split(',').filter((word) => word !== '')
  return {
    hasEvents: words.includes(EVENTS),
    areQueuesSteered: words.includes(STEERED),
    queues: words.filter((word) => !word.startsWith('*')),
  }
}

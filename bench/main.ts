import { parseArgs } from 'node:util'
import { benchBilling } from './billing.ts'
import { benchContactSearch } from './contact-search.ts'
import { benchImport } from './import.ts'
import { benchOrders } from './orders.ts'
import { benchPdf } from './pdf.ts'
import { benchQuote } from './quote.ts'
import { benchReconciliation } from './reconcile.ts'
import { benchTracking } from './tracking.ts'

const { values, positionals } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    concurrency: { type: 'string', default: '1,8,32' },
    rounds: { type: 'string', default: '200' },
    rate: { type: 'string', default: '1000' },
    objects: { type: 'string', default: '10000' },
  },
  allowPositionals: true,
})
const print = (line: string) => {
  process.stdout.write(`${line}\n`)
}

const seconds = Number(values.seconds)
const concurrencies = values.concurrency.split(',').map(Number)

const benches = {
  billing: () => benchBilling({ seconds, concurrencies, print }),
  orders: () => benchOrders({ seconds, concurrencies, print }),
  contacts: () => benchContactSearch({ seconds, print }),
  import: () => benchImport({ print }),
  pdf: () => benchPdf({ rounds: Number(values.rounds), print }),
  reconcile: () => benchReconciliation({ objects: Number(values.objects), print }),
  tracking: () => benchTracking({ seconds: seconds * 2, rate: Number(values.rate), print }),
  quote: () => benchQuote({ rounds: Number(values.rounds), print }),
}

const [name = 'orders'] = positionals
const bench = Object.entries(benches).find(([known]) => known === name)?.[1]
if (bench === undefined)
  throw new Error(`There is no bench ${name}, only ${Object.keys(benches).join(', ')}.`)
await bench()

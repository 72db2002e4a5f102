import { parseArgs } from 'node:util'
import { benchContactSearch } from './contact-search.ts'
import { benchImport } from './import.ts'
import { benchOrders } from './orders.ts'

const { values, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '10' }, concurrency: { type: 'string', default: '1,8,32' } },
  allowPositionals: true,
})

const options = {
  seconds: Number(values.seconds),
  concurrencies: values.concurrency.split(',').map(Number),
  print: (line: string) => {
    process.stdout.write(`${line}\n`)
  },
}

const benches = {
  orders: () => benchOrders(options),
  contacts: () => benchContactSearch(options),
  import: () => benchImport(options),
}

const [name = 'orders'] = positionals
const bench = Object.entries(benches).find(([known]) => known === name)?.[1]
if (bench === undefined)
  throw new Error(`There is no bench ${name}, only ${Object.keys(benches).join(', ')}.`)
await bench()

import { join } from 'node:path'
import Router from '@koa/router'
import Koa from 'koa'
import { answerControlRefusals } from '../../machinery/control-input.ts'
import { FaultBoard } from '../../machinery/fault-board.ts'
import { listen } from '../../machinery/http-listener.ts'
import { Journal } from '../../machinery/journal.ts'
import type { Simulator } from '../../machinery/simulator.ts'
import { addParcelControl } from '../parcel-control.ts'
import { createParcelWorld } from '../parcel-world.ts'
import { addChitChatsApi } from './api.ts'
import { CHIT_CHATS_FAULTS } from './faults.ts'
import { shipmentOf } from './shipments.ts'
import { CHIT_CHATS_WORDS } from './words.ts'

export interface ChitChatsSimulatorOptions {
  dataDir: string | null
  host: string
  port: number
  clientId: string
  accessToken: string
}

export async function startChitChatsSimulator(options: ChitChatsSimulatorOptions): Promise<Simulator> {
  const journal = new Journal(
    options.dataDir === null ? null : join(options.dataDir, 'chit-chats', 'journal.jsonl'),
  )
  const world = createParcelWorld({ journal, faults: new FaultBoard(CHIT_CHATS_FAULTS) })
  journal.open()
  const app = new Koa()
  const router = new Router()
  addChitChatsApi(router, world, options)
  addParcelControl(router, {
    title: 'Chit Chats simulator',
    lead: 'Chit Chats pushes nothing: shipments are asked for.',
    world,
    words: CHIT_CHATS_WORDS,
    number: /^[A-Z0-9]{10}$/,
    code: /^[a-z_]{2,40}(?::[a-z_]{2,40})?$/,
    type: 'application/json',
    show: (parcel) => shipmentOf(parcel, world.faults),
    reset: () => {
      world.reset()
    },
  })
  app.use(answerControlRefusals)
  app.use(router.routes())
  const listener = await listen(app, options.host, options.port)
  world.resume()
  return {
    url: listener.url,
    stop: async () => {
      world.stop()
      await listener.stop()
      journal.close()
    },
  }
}

import type { Command } from 'commander'
import type { Config } from '../bootstrap/config.ts'
import { simulatorKeys } from '../bootstrap/simulator-keys.ts'
import { listStories, playStory } from './commands/play-story.ts'
import { remapCourier } from './commands/remap-courier.ts'
import { replayCourier } from './commands/replay-courier.ts'
import { findRunning, type RunningPlatform } from './running-platform.ts'
import { UsageError } from './usage-error.ts'

interface Setting {
  config: () => Config
  print: (line: string) => void
}

/** `waybill courier …`. */
export function addCourierCommands(program: Command, setting: Setting): void {
  const { config, print } = setting
  const courier = program.command('courier').description('Couriers.')

  courier
    .command('remap <code>')
    .description('Maps the stored scans of a courier again by the rules of today; says what would change.')
    .option('--apply', 'changes it', false)
    .action((code: string, options: { apply: boolean }) =>
      remapCourier(config(), code, { ...options, print }),
    )

  courier
    .command('stories')
    .description('Lists what can happen to a parcel at the simulators.')
    .action(async () => listStories(await runningPlatform(config()), print))

  courier
    .command('play [story]')
    .description('Tells a story of a parcel through its courier’s simulator and follows it.')
    .option('--courier <name>', 'usps, dhl, canada-post or chit-chats')
    .option('--tracking-number <number>', 'of a parcel that is there')
    .option('--shipment <id>', 'a shipment that is there; without either a new one is packed')
    .option('--file <file>', 'a story of your own, YAML or JSON')
    .option('--pace <ms>', 'milliseconds between two scans', '300')
    .action(
      async (
        story: string | undefined,
        options: {
          courier?: string
          trackingNumber?: string
          shipment?: string
          file?: string
          pace: string
        },
      ) => {
        const platform = await runningPlatform(config())
        await playStory({
          platform,
          story: story ?? null,
          file: options.file ?? null,
          courier: options.courier ?? null,
          trackingNumber: options.trackingNumber ?? null,
          shipmentId: options.shipment ?? null,
          stepMs: paceOf(options.pace),
          print,
        })
      },
    )

  courier
    .command('replay <file>')
    .description('Feeds captured pushes, or answers of a tracking API, by the way they once came.')
    .requiredOption('--courier <name>', 'usps, dhl, canada-post, chit-chats or the code of another')
    .option('--url <url>', 'the API to push to; the platform that runs here unless said')
    .option('--tracking-number <number>', 'of the parcel, where the payload does not name it')
    .action(async (file: string, options: { courier: string; url?: string; trackingNumber?: string }) => {
      const settings = config()
      const platform = options.url === undefined ? await runningPlatform(settings) : null
      const isTaken = await replayCourier({
        file,
        courier: options.courier,
        url: options.url ?? null,
        platform,
        trackingNumber: options.trackingNumber ?? null,
        secrets: {
          usps: settings.usps.subscriptionSecret ?? simulatorKeys.usps.subscriptionSecret,
          dhl: settings.dhl.hookToken ?? simulatorKeys.dhl.hookToken,
          generic: settings.genericCourierSecrets,
        },
        print,
      })
      if (!isTaken) process.exitCode = 1
    })
}

async function runningPlatform({ dataDir }: Config): Promise<RunningPlatform> {
  const running = await findRunning(dataDir)
  if (running !== null) return running
  throw new UsageError(
    `No platform runs on ${dataDir}: start one with npm start, or set DATA_DIR to its folder.`,
  )
}

function paceOf(text: string): number {
  const pace = Number(text)
  if (Number.isInteger(pace) && pace >= 0 && pace <= 60_000) return pace
  throw new UsageError('--pace is a whole number of milliseconds, 60000 at most.')
}

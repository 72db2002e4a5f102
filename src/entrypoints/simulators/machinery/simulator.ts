export interface Simulator {
  url: string
  stop: () => Promise<void>
}

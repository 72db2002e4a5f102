/** Counters and timings for Prometheus. Labels are bounded: route templates and names, never ids. Times in seconds. */
export interface Telemetry {
  requestFinished(request: { operation: string; status: number; seconds: number }): void
  problemAnswered(code: string): void
  jobFinished(job: {
    queue: string
    name: string
    outcome: string
    waitSeconds: number
    runSeconds: number
  }): void
  eventsPublished(count: number): void
  webhookRefused(provider: string): void
  /** Everything in the Prometheus text format. */
  expose(): Promise<{ contentType: string; text: string }>
}

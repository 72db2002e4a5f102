/**
 * Lets calls that arrive while one is under way share the next one. Under load many small transactions become
 * few larger ones; an idle call waits for nobody, or as long as `gather` does for company. A group that fails fails each of its calls.
 */
export function grouped<In, Out>(
  run: (inputs: In[]) => Promise<Out[]>,
  { maxGroup, gather }: { maxGroup: number; gather?: () => Promise<void> },
): (input: In) => Promise<Out> {
  interface Waiting {
    input: In
    resolve: (output: Out) => void
    reject: (error: unknown) => void
  }
  let waiting: Waiting[] = []
  let isRunning = false

  async function drain(): Promise<void> {
    isRunning = true
    if (gather !== undefined) await gather()
    while (waiting.length > 0) {
      const group = waiting.slice(0, maxGroup)
      waiting = waiting.slice(maxGroup)
      try {
        const outputs = await run(group.map((one) => one.input))
        group.forEach((one, index) => {
          one.resolve(outputs[index] as Out)
        })
      } catch (error) {
        for (const one of group) one.reject(error)
      }
    }
    isRunning = false
  }

  return (input) =>
    new Promise<Out>((resolve, reject) => {
      waiting.push({ input, resolve, reject })
      if (!isRunning) void drain()
    })
}

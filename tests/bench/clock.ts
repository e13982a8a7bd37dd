/** Time as the benchmark takes it: of the processor, after warming up, as a median of rounds. */

/** Processor seconds for which work runs before it counts: the engine compiles what runs often. */
const WARM_UP = 1.5
/** Processor seconds of one measured round, at least. */
const ROUND = 0.15

/** Runs work until it is warm; answers how often it must run for one round. */
export function warmUp(work: () => unknown): number {
  let spent = 0
  let last = 0
  while (spent < WARM_UP) {
    last = time(work, 1)
    spent += Math.max(last, 1e-5)
  }
  return Math.max(1, Math.ceil(ROUND / Math.max(last, 1e-5)))
}

/** Processor seconds of one run, out of `times`. */
export function time(work: () => unknown, times: number): number {
  const start = process.cpuUsage()
  for (let i = 0; i < times; i++) work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6 / times
}

export const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number

/** Clients of AWS of which the n-th call fails, counted over all of them. */

/** What befalls a call, with the error that the SDK throws then. */
export const clientFaults = {
  throttled: { name: 'SlowDown', status: 503, happens: false },
  timeout: { name: 'TimeoutError', status: undefined, happens: false },
  /** It had its effect, and the answer was lost. */
  lost: { name: 'ECONNRESET', status: undefined, happens: true },
  denied: { name: 'AccessDeniedException', status: 403, happens: false },
} as const

export type ClientFault = keyof typeof clientFaults

interface Client {
  send(command: never): Promise<unknown>
}

export interface FaultyCalls {
  /** Makes the client's calls count, and the n-th of all calls fail. */
  <C extends Client>(client: C): C
  /** Calls so far. */
  readonly count: () => number
}

/** Every call works but the n-th, from 0. */
export function faultyCalls(n: number, fault: ClientFault): FaultyCalls {
  let calls = 0
  const { name, status, happens } = clientFaults[fault]
  const wrap = <C extends Client>(client: C): C => {
    const send = client.send.bind(client)
    client.send = async (command: never) => {
      if (calls++ !== n) return send(command)
      if (happens) await send(command)
      throw Object.assign(new Error(`call ${n}`), { name, $metadata: { httpStatusCode: status } })
    }
    return client
  }
  return Object.assign(wrap, { count: () => calls })
}

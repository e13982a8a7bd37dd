/** Files below a web address, to be read. */
import { OperationalError } from '../errors.ts'

export interface HttpFiles {
  readonly name: string
  /** Null when there is no such file. Throws an OperationalError when the server cannot be reached or answers otherwise. */
  get(key: string): Promise<{ readonly bytes: Uint8Array } | null>
}

/** `base` is the address of a folder, with or without a slash at its end. */
export function httpFiles(base: string): HttpFiles {
  const folder = base.endsWith('/') ? base : `${base}/`
  return {
    name: base,
    async get(key) {
      const address = folder + key.split('/').map(encodeURIComponent).join('/')
      const response = await reach(address)
      // A bucket that may not be listed says 403 for what is not there.
      if ([403, 404, 410].includes(response.status)) return null
      if (!response.ok) {
        const message = `expected ${address} to be there, the server answered ${response.status} ${response.statusText}`
        throw new OperationalError(message, { retryable: response.status >= 500 || response.status === 429 })
      }
      return { bytes: new Uint8Array(await response.arrayBuffer()) }
    },
  }
}

async function reach(address: string): Promise<Response> {
  try {
    return await fetch(address)
  } catch (cause) {
    const why = (cause as Error).cause ?? cause
    throw new OperationalError(`cannot reach ${address}: ${(why as Error).message}`, { retryable: true, cause })
  }
}

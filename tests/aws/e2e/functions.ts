/** Runs deployed functions for the emulator, which calls here when somebody invokes one. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Api, assumeRole, headersOf, REGION } from './api.ts'
import { type Outcome, type RunningFunction, startFunction, textOf } from './lambda-runtime.ts'
import { logOf } from './logs.ts'
import { lambdaRuntime } from './tools.ts'

/** What the emulator knows of a function. */
interface Call {
  readonly name: string
  readonly role: string
  readonly handler: string
  readonly timeout: number
  readonly memory: number
  readonly environment: Readonly<Record<string, string>>
  readonly bucket: string
  readonly key: string
  readonly payload: unknown
}

/** What came of one call. */
export interface Run extends Outcome {
  readonly name: string
}

export interface Functions {
  /** Where the emulator calls; `GET /runs` gives what came of each call. */
  readonly address: string
  /** Set once the emulator is there. */
  api: Api | null
  /** Where functions find Athena. */
  athena: string
  /** Rejects at the first error of a function. */
  readonly failure: Promise<never>
  readonly stop: () => void
}

/** Functions are started from the archive in the bucket it was deployed to, with the keys of their own role. */
export async function functions(): Promise<Functions> {
  const running = new Map<string, Promise<RunningFunction>>()
  const started = new Map<string, RunningFunction>()

  async function start(call: Call, { address: emulator, keys }: Api): Promise<RunningFunction> {
    const archive = await fetch(`${emulator}/${call.bucket}/${call.key}`, { headers: headersOf('s3', keys) })
    if (!archive.ok) throw new Error(`cannot fetch the code of ${call.name}: ${await archive.text()}`)
    const code = mkdtempSync(join(tmpdir(), 'function-'))
    writeFileSync(join(code, 'code.zip'), Buffer.from(await archive.arrayBuffer()))
    execFileSync('python3', ['-m', 'zipfile', '-e', 'code.zip', '.'], { cwd: code })
    const log = logOf(call.name, { address: emulator, keys })
    const role = await assumeRole({ address: emulator, keys }, call.role)
    const place = {
      name: call.name,
      code,
      handler: call.handler,
      wrote: log.write,
      timeoutSeconds: call.timeout,
      memoryMb: call.memory,
      environment: {
        ...call.environment,
        AWS_REGION: REGION,
        AWS_ACCESS_KEY_ID: role.id,
        AWS_SECRET_ACCESS_KEY: role.secret,
        AWS_SESSION_TOKEN: role.token ?? '',
        AWS_ENDPOINT_URL: emulator,
        AWS_ENDPOINT_URL_ATHENA: all.athena,
      },
    }
    const running = await startFunction(place, lambdaRuntime())
    started.set(call.name, running)
    // Its log is where Lambda puts it, by the time that anybody knows what came of the run.
    const invoke = async (event: unknown) => {
      const outcome = await running.invoke(event)
      await log.send()
      return outcome
    }
    return { ...running, invoke }
  }

  let fail: (error: Error) => void = () => {}
  const failure = new Promise<never>((_, reject) => {
    fail = reject
  })
  failure.catch(() => {})
  const runs: Run[] = []
  const server = createServer(async (request, response) => {
    if (request.url === '/runs') {
      response.end(JSON.stringify(runs))
      return
    }
    const call = JSON.parse(await textOf(request)) as Call
    const id = `${call.name} ${call.key}`
    if (!running.has(id)) running.set(id, start(call, all.api as Api))
    const outcome = await (running.get(id) as Promise<RunningFunction>)
      .then(one => one.invoke(call.payload))
      .catch(error => ({ isError: true, payload: JSON.stringify({ errorMessage: String(error) }), milliseconds: 0 }))
    runs.push({ ...outcome, name: call.name })
    if (outcome.isError) fail(new Error(`${call.name} failed: ${outcome.payload}`))
    response.writeHead(200, outcome.isError ? { 'x-function-error': 'Unhandled' } : {}).end(outcome.payload)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const all: Functions = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    api: null,
    athena: '',
    failure,
    stop() {
      for (const one of started.values()) one.stop()
      server.closeAllConnections()
      server.close()
    },
  }
  return all
}

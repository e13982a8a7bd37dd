/** A function as Lambda runs it: AWS's runtime client in the function's Node.js, against the runtime's HTTP interface. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LambdaRuntime } from './tools.ts'

export interface FunctionPlace {
  readonly name: string
  /** Folder with the code. */
  readonly code: string
  readonly handler: string
  readonly timeoutSeconds: number
  readonly memoryMb: number
  readonly environment: Readonly<Record<string, string>>
  /** Told what the function writes to its log. */
  readonly wrote: (text: string) => void
}

export interface Outcome {
  readonly isError: boolean
  /** JSON. */
  readonly payload: string
  readonly milliseconds: number
}

export interface RunningFunction {
  /** One event after the other. */
  invoke(event: unknown): Promise<Outcome>
  stop(): void
}

interface Invocation {
  readonly id: string
  readonly event: unknown
  readonly done: (outcome: Outcome) => void
  started: number
}

const LOG_KEPT = 20_000

export async function startFunction(place: FunctionPlace, runtime: LambdaRuntime): Promise<RunningFunction> {
  let log = ''
  let waiting: ServerResponse | null = null
  let current: Invocation | null = null
  const queue: Invocation[] = []

  function hand() {
    const next = waiting && !current ? queue.shift() : undefined
    if (!next || !waiting) return
    current = next
    next.started = performance.now()
    waiting.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': next.id,
      'lambda-runtime-deadline-ms': String(Date.now() + 1000 * place.timeoutSeconds),
      'lambda-runtime-invoked-function-arn': `arn:aws:lambda:eu-central-1:123456789012:function:${place.name}`,
    })
    waiting.end(JSON.stringify(next.event))
    waiting = null
  }

  function finish(isError: boolean, payload: string) {
    const ended = current ?? queue.shift()
    current = null
    ended?.done({ isError, payload, milliseconds: performance.now() - ended.started })
  }

  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      waiting = response
      hand()
      return
    }
    const body = await textOf(request)
    finish(!request.url?.endsWith('/response'), body)
    response.writeHead(202).end()
    hand()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const child: ChildProcess = spawn(runtime.node, [runtime.client, place.handler], {
    cwd: place.code,
    env: {
      PATH: process.env.PATH,
      TZ: ':UTC',
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
      LAMBDA_TASK_ROOT: place.code,
      _HANDLER: place.handler,
      AWS_LAMBDA_FUNCTION_NAME: place.name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(place.memoryMb),
      AWS_LAMBDA_LOG_GROUP_NAME: 'local',
      AWS_LAMBDA_LOG_STREAM_NAME: 'local',
      AWS_LAMBDA_LOG_FORMAT: 'JSON',
      ...place.environment,
    },
  })
  const note = (text: Buffer) => {
    log = (log + text).slice(-LOG_KEPT)
    place.wrote(String(text))
  }
  child.stdout?.on('data', note)
  child.stderr?.on('data', note)
  child.once('exit', code => {
    const payload = JSON.stringify({ errorMessage: `the runtime ended with ${code}`, log })
    while (current ?? queue[0]) finish(true, payload)
  })

  return {
    invoke: event =>
      new Promise(done => {
        queue.push({ id: randomUUID(), event, done, started: performance.now() })
        hand()
      }),
    stop() {
      child.removeAllListeners('exit')
      child.kill()
      server.closeAllConnections()
      server.close()
    },
  }
}

export async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

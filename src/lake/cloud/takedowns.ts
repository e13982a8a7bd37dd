/** Takedowns of a deployed lake: its state machine carries them out, and here they are started and followed. */
import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { OperationalError, UsageError } from '../../errors.ts'
import { awsFailure } from '../aws-failure.ts'
import { deploymentNames, deploymentOf } from '../deployment.ts'

export interface Takedowns {
  /** The name of the takedown of an article that is under way, of any article for the empty text; null when there is none. */
  running(articleId: string): Promise<string | null>
  /** Starts one. It goes on by itself, whatever becomes of the caller. */
  start(name: string, articleId: string): Promise<void>
  /** Waits for its end. One that failed is an error, which says what came of it. */
  follow(name: string, progress?: () => Promise<void>): Promise<void>
}

export interface TakedownsOptions {
  readonly client?: SFNClient
  readonly wait?: (ms: number) => Promise<void>
}

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 10_000

/** The name of an execution, which says what it takes down. `again` tells it from others of the same article. */
export const takedownName = (articleId: string, again: string): string => `${articleId}-${again}`

/** Those of the lake at `s3://…`. */
export function takedownsOf(address: string, options: TakedownsOptions = {}): Takedowns {
  const { account, region, ...deployment } = deploymentOf(address)
  const { takedownMachine } = deploymentNames({ account, region, ...deployment })
  const client = options.client ?? new SFNClient({ region })
  const wait = options.wait ?? (ms => new Promise(resolve => setTimeout(resolve, ms)))
  const arn = (kind: 'stateMachine' | 'execution', name: string) =>
    `arn:aws:states:${region}:${account}:${kind}:${name}`
  const stateMachineArn = arn('stateMachine', takedownMachine)
  const rejected = (what: string) => (error: unknown) => Promise.reject(failure(what, error, address))

  return {
    async running(articleId) {
      const { executions = [] } = await client
        .send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING' }))
        .catch(rejected('cannot look for takedowns'))
      return (
        executions
          .map(({ name = '' }) => name)
          .find(name => name.startsWith(articleId === '' ? '' : takedownName(articleId, ''))) ?? null
      )
    },

    async start(name, articleId) {
      const input = JSON.stringify({ articleId })
      await client
        .send(new StartExecutionCommand({ stateMachineArn, name, input }))
        .catch(rejected('cannot start a takedown'))
    },

    async follow(name, progress = async () => {}) {
      const executionArn = arn('execution', `${takedownMachine}:${name}`)
      for (let pause = FIRST_WAIT_MS; ; pause = Math.min(pause * 1.5, LONGEST_WAIT_MS)) {
        const {
          status,
          error = '',
          cause = '',
        } = await client
          .send(new DescribeExecutionCommand({ executionArn }))
          .catch(rejected(`cannot follow the takedown ${name}`))
        if (status === 'SUCCEEDED') return
        if (status !== 'RUNNING' && status !== 'PENDING_REDRIVE') {
          const said = [error, wordsOf(cause)].filter(Boolean).join(': ')
          throw new OperationalError(
            `the takedown ${name} ended before it was done (${status}${said && `: ${said}`}); its order stands, and forget again does what is left (docs/runbook.md#takedownfailed)`,
            { retryable: false },
          )
        }
        await progress()
        await wait(pause)
      }
    },
  }
}

/** The words of a function that failed come wrapped. */
function wordsOf(cause: string): string {
  try {
    const { errorMessage } = JSON.parse(cause) as { errorMessage?: unknown }
    return typeof errorMessage === 'string' ? errorMessage : cause
  } catch {
    return cause
  }
}

function failure(what: string, error: unknown, address: string): Error {
  if ((error as Error).name === 'StateMachineDoesNotExist')
    return new UsageError(`${address} has no state machine for takedowns: deploy this version first`, { cause: error })
  return awsFailure(what, error)
}

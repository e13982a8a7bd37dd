/** Sweeps of a deployed lake: its state machine carries them out, and here they are started and followed. */
import {
  DescribeExecutionCommand,
  type DescribeExecutionOutput,
  DescribeMapRunCommand,
  ListMapRunsCommand,
  type MapRunItemCounts,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import { OperationalError, UsageError } from '../../errors.ts'
import { awsFailure } from '../aws-failure.ts'
import { deploymentNames, deploymentOf } from '../deployment.ts'
import type { SweepPlan, SweepRequest } from '../sweep/sweep.ts'

export interface Sweeps {
  /** Starts a sweep. It goes on by itself, whatever becomes of the caller. */
  start(name: string, request: SweepRequest): Promise<void>
  /** Waits for the end of a sweep. One that failed is an error, which says what came of it. */
  follow(name: string, progress?: (step: SweepStep) => void): Promise<SweepEnd>
}

export interface SweepStep {
  readonly phase: 'planning' | 'reading'
  /** Batches. */
  readonly done: number
  readonly total: number
}

export interface SweepEnd {
  readonly plan: SweepPlan
  readonly batches: { readonly done: number; readonly failed: number }
}

export interface SweepsOptions {
  readonly client?: SFNClient
  readonly wait?: (ms: number) => Promise<void>
}

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 10_000

/** Those of the lake at `s3://…`. */
export function sweepsOf(address: string, options: SweepsOptions = {}): Sweeps {
  const deployment = deploymentOf(address)
  const { account, region } = deployment
  const { sweepMachine } = deploymentNames(deployment)
  const client = options.client ?? new SFNClient({ region })
  const wait = options.wait ?? (ms => new Promise(resolve => setTimeout(resolve, ms)))
  const arn = (kind: 'stateMachine' | 'execution', name: string) =>
    `arn:aws:states:${region}:${account}:${kind}:${name}`
  const executionArn = (name: string) => arn('execution', `${sweepMachine}:${name}`)

  async function itemCounts(execution: string): Promise<MapRunItemCounts | null> {
    try {
      const { mapRuns = [] } = await client.send(new ListMapRunsCommand({ executionArn: execution }))
      const mapRunArn = mapRuns[0]?.mapRunArn
      return mapRunArn ? ((await client.send(new DescribeMapRunCommand({ mapRunArn }))).itemCounts ?? null) : null
    } catch (error) {
      throw awsFailure('cannot follow the sweep', error)
    }
  }

  return {
    async start(name, request) {
      await client
        .send(
          new StartExecutionCommand({
            stateMachineArn: arn('stateMachine', sweepMachine),
            name,
            input: JSON.stringify({ ...request, nightly: false }),
          }),
        )
        .catch(error => Promise.reject(failure('cannot start a sweep', error, address)))
    },

    async follow(name, progress = () => {}) {
      for (let pause = FIRST_WAIT_MS; ; pause = Math.min(pause * 1.5, LONGEST_WAIT_MS)) {
        const execution = await client
          .send(new DescribeExecutionCommand({ executionArn: executionArn(name) }))
          .catch(error => Promise.reject(failure(`cannot follow the sweep ${name}`, error, address)))
        const counts = await itemCounts(executionArn(name))
        const step = { phase: counts ? ('reading' as const) : ('planning' as const), ...progressOf(counts) }
        if (execution.status === 'SUCCEEDED') return endOf(execution, counts)
        if (execution.status !== 'RUNNING' && execution.status !== 'PENDING_REDRIVE')
          throw new OperationalError(`the sweep ${name} ${ended(execution)}${unreadText(counts)}`, { retryable: false })
        progress(step)
        await wait(pause)
      }
    },
  }
}

const failed = ({ failed = 0, timedOut = 0, aborted = 0 }: Partial<MapRunItemCounts>) => failed + timedOut + aborted

function progressOf(counts: MapRunItemCounts | null) {
  const { total = 0, succeeded = 0 } = counts ?? {}
  return { done: succeeded + failed(counts ?? {}), total }
}

function endOf({ output = '{}' }: DescribeExecutionOutput, counts: MapRunItemCounts | null): SweepEnd {
  const plan = JSON.parse(output) as SweepPlan
  return { plan, batches: { done: counts?.succeeded ?? 0, failed: failed(counts ?? {}) } }
}

function ended({ status, error = '', cause = '' }: DescribeExecutionOutput): string {
  const said = functionError(cause) ?? [error, cause].filter(Boolean).join(': ')
  return `${ENDS[status ?? ''] ?? 'ended'}${said && `: ${said}`}`
}

const ENDS: Readonly<Record<string, string>> = { FAILED: 'failed', TIMED_OUT: 'timed out', ABORTED: 'was stopped' }

/** The words of a function that failed, which come wrapped. */
function functionError(cause: string): string | null {
  try {
    const { errorMessage } = JSON.parse(cause) as { errorMessage?: unknown }
    return typeof errorMessage === 'string' ? errorMessage : null
  } catch {
    return null
  }
}

const unreadText = (counts: MapRunItemCounts | null) =>
  counts ? ` (${counts.succeeded ?? 0} of ${counts.total ?? 0} batches were read, and count)` : ''

function failure(what: string, error: unknown, address: string): Error {
  const { name } = error as Error
  if (name === 'StateMachineDoesNotExist')
    return new UsageError(`${address} has no state machine for this: deploy this version first`, { cause: error })
  if (name === 'ExecutionDoesNotExist')
    return new UsageError(`${what}: there is none of this name, or it ended more than 90 days ago`, { cause: error })
  return awsFailure(what, error)
}

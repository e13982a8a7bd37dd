import { describe, expect, test } from 'vitest'
import { type SweepStep, sweepsOf } from '../../../src/lake/cloud/sweeps.ts'
import { fakeStates } from '../../support/fake-states.ts'

const ADDRESS = 's3://presslake-dev-lake-123456789012-eu-central-1'
const MACHINE = 'arn:aws:states:eu-central-1:123456789012:stateMachine:presslake-dev-sweep'
const EXECUTION = 'arn:aws:states:eu-central-1:123456789012:execution:presslake-dev-sweep:one'
const request = { prefix: '2024/', newerRules: true, dryRun: false, graceMinutes: 120 }
const plan = { counts: { new: 3 }, documents: 3, batches: 4, isWritten: true }

function machine(answers: Parameters<typeof fakeStates>[0]) {
  const { calls, client } = fakeStates(answers)
  return { calls, sweeps: sweepsOf(ADDRESS, { client, wait: async () => {} }) }
}

const mapRuns = { mapRuns: [{ mapRunArn: 'map', executionArn: EXECUTION, stateMachineArn: MACHINE, startDate: 1 }] }
const counted = (itemCounts: Record<string, number>) => ({ mapRunArn: 'map', executionArn: EXECUTION, itemCounts })
const ended = (status: string, more: object = {}) => ({ status, ...more })

describe('a sweep', () => {
  test('is started under its name, with what was asked', async () => {
    const { calls, sweeps } = machine({ StartExecution: [{ executionArn: EXECUTION, startDate: 1 }] })
    await sweeps.start('one', request)
    expect(calls).toEqual([
      {
        operation: 'StartExecution',
        input: { stateMachineArn: MACHINE, name: 'one', input: JSON.stringify({ ...request, nightly: false }) },
      },
    ])
  })

  test('is followed to its end, batch by batch', async () => {
    const { calls, sweeps } = machine({
      DescribeExecution: [ended('RUNNING'), ended('RUNNING'), ended('SUCCEEDED', { output: JSON.stringify(plan) })],
      ListMapRuns: [{ mapRuns: [] }, mapRuns],
      DescribeMapRun: [
        counted({ total: 4, succeeded: 1, failed: 1, pending: 2 }),
        counted({ total: 4, succeeded: 3, failed: 1 }),
      ],
    })
    const steps: SweepStep[] = []
    expect(await sweeps.follow('one', step => steps.push(step))).toEqual({ plan, batches: { done: 3, failed: 1 } })
    expect(steps).toEqual([
      { phase: 'planning', done: 0, total: 0 },
      { phase: 'reading', done: 2, total: 4 },
    ])
    expect(calls[0]?.input).toEqual({ executionArn: EXECUTION })
  })

  test.each([
    [
      ended('FAILED', { error: 'UsageError', cause: '{"errorType":"UsageError","errorMessage":"no time to look"}' }),
      /the sweep one failed: no time to look$/,
    ],
    [ended('FAILED', { error: 'States.ExceedToleratedFailureThreshold', cause: 'too many' }), /Threshold: too many$/],
    [ended('ABORTED'), /the sweep one was stopped$/],
    [ended('TIMED_OUT'), /the sweep one timed out$/],
  ])('that ends as %j says so', async (execution, words) => {
    const { sweeps } = machine({ DescribeExecution: [execution], ListMapRuns: [{ mapRuns: [] }] })
    await expect(sweeps.follow('one')).rejects.toThrow(words)
  })

  test('that was stopped half way says how far it came', async () => {
    const { sweeps } = machine({
      DescribeExecution: [ended('ABORTED')],
      ListMapRuns: [mapRuns],
      DescribeMapRun: [counted({ total: 9, succeeded: 5 })],
    })
    await expect(sweeps.follow('one')).rejects.toThrow('(5 of 9 batches were read, and count)')
  })

  test('of a deployment that has none, or of another name, tells what to do', async () => {
    const missing = machine({ StartExecution: [{ __type: 'StateMachineDoesNotExist', message: 'no' }] })
    await expect(missing.sweeps.start('one', request)).rejects.toThrow(/deploy this version first/)
    const unknown = machine({ DescribeExecution: [{ __type: 'ExecutionDoesNotExist', message: 'no' }] })
    await expect(unknown.sweeps.follow('one')).rejects.toThrow(/there is none of this name/)
    const refused = machine({ StartExecution: [{ __type: 'AccessDeniedException', message: 'not you' }] })
    await expect(refused.sweeps.start('one', request)).rejects.toThrow(/cannot start a sweep: AccessDenied.*doctor/)
  })
})

import { describe, expect, test } from 'vitest'
import { takedownName, takedownsOf } from '../../../src/lake/cloud/takedowns.ts'
import { fakeStates } from '../../support/fake-states.ts'

const ADDRESS = 's3://presslake-dev-lake-123456789012-eu-central-1'
const MACHINE = 'arn:aws:states:eu-central-1:123456789012:stateMachine:presslake-dev-takedown'
const id = 'a_00000000000000000001'
const other = 'a_00000000000000000002'

function machine(answers: Parameters<typeof fakeStates>[0]) {
  const { calls, client } = fakeStates(answers)
  return { calls, takedowns: takedownsOf(ADDRESS, { client, wait: async () => {} }) }
}
const execution = (name: string) => ({
  executionArn: name,
  stateMachineArn: MACHINE,
  name,
  status: 'RUNNING',
  startDate: 1,
})

describe('a takedown', () => {
  test('is started with the article alone', async () => {
    const { calls, takedowns } = machine({ StartExecution: [{ executionArn: 'e', startDate: 1 }] })
    await takedowns.start(takedownName(id, 'x'), id)
    expect(calls).toEqual([
      {
        operation: 'StartExecution',
        input: { stateMachineArn: MACHINE, name: `${id}-x`, input: `{"articleId":"${id}"}` },
      },
    ])
  })

  test('that is under way is found by its article', async () => {
    const { calls, takedowns } = machine({
      ListExecutions: [{ executions: [execution(`${other}-1`), execution(`${id}-1`)] }],
    })
    expect(await takedowns.running(id)).toBe(`${id}-1`)
    expect(await takedowns.running('a_00000000000000000003')).toBeNull()
    expect(await takedowns.running('')).toBe(`${other}-1`)
    expect(calls[0]).toEqual({
      operation: 'ListExecutions',
      input: { stateMachineArn: MACHINE, statusFilter: 'RUNNING' },
    })
  })

  test('is followed to its end', async () => {
    const { takedowns } = machine({
      DescribeExecution: [{ status: 'RUNNING' }, { status: 'RUNNING' }, { status: 'SUCCEEDED' }],
    })
    let steps = 0
    await takedowns.follow('one', async () => {
      steps++
    })
    expect(steps).toBe(2)
  })

  test.each([
    [
      { status: 'FAILED', error: 'OperationalError', cause: '{"errorMessage":"no room"}' },
      /FAILED: OperationalError: no room\); its order stands/,
    ],
    [{ status: 'TIMED_OUT' }, /\(TIMED_OUT\); its order stands, and forget again does what is left/],
  ])('that failed says why, and what to do', async (answer, message) => {
    const { takedowns } = machine({ DescribeExecution: [answer] })
    await expect(takedowns.follow('one')).rejects.toThrow(message)
  })

  test('of a deployment without it asks for another version', async () => {
    const { takedowns } = machine({ StartExecution: [{ __type: 'StateMachineDoesNotExist' }] })
    await expect(takedowns.start('x', id)).rejects.toThrow(/deploy this version first/)
  })
})

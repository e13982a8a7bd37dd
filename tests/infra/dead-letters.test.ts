/** What is handed over to be done, by a queue or by the clock, has a place to go when it cannot be done. */
import { describe, expect, test } from 'vitest'
import { type Placed, resourcesOf } from './synth.ts'

const resources = resourcesOf('prod')
const ofType = (type: string) => resources.filter(({ Type }) => Type === `AWS::${type}`)
const day = 86_400
const arnOf = ({ id }: Placed) => ({ 'Fn::GetAtt': [id, 'Arn'] })

const queues = ofType('SQS::Queue')
const deadLetters = queues.filter(({ id }) => id.includes('DeadLetters'))
const clock = deadLetters.find(({ id }) => id.startsWith('Clock')) as Placed
const nameOf = (functionId: string) => functionId.slice(0, -8)

test('a queue passes on what failed five times, to one that keeps it for longer', () => {
  const others = queues.filter(queue => !deadLetters.includes(queue))
  expect(others.map(({ id }) => id)).toEqual(['IntakeQueue6FB53B87'])
  for (const { Properties } of others)
    expect(Properties).toMatchObject({
      MessageRetentionPeriod: 4 * day,
      RedrivePolicy: {
        maxReceiveCount: 5,
        deadLetterTargetArn: { 'Fn::GetAtt': ['IntakeDeadLettersA15864BB', 'Arn'] },
      },
    })
  for (const { Properties } of deadLetters) expect(Properties.MessageRetentionPeriod).toBe(14 * day)
})

test('a tick that the clock cannot hand over is kept', () => {
  const schedules = ofType('Scheduler::Schedule')
  expect(schedules).toHaveLength(3)
  for (const { Properties } of schedules)
    expect(Properties.Target).toMatchObject({
      DeadLetterConfig: { Arn: arnOf(clock) },
      RetryPolicy: { MaximumRetryAttempts: 0 },
    })
})

describe('functions that nobody waits for', () => {
  const configurations = ofType('Lambda::EventInvokeConfig').map(({ Properties }) => Properties)

  test('tell of their failures', () => {
    expect(configurations.map(({ FunctionName }) => nameOf((FunctionName as { Ref: string }).Ref)).sort()).toEqual([
      'Merge',
      'Migrate',
    ])
    for (const { DestinationConfig } of configurations)
      expect(DestinationConfig).toEqual({ OnFailure: { Destination: arnOf(clock) } })
  })

  test('are all that there are: others answer to a queue or to a state machine', () => {
    const machine = JSON.stringify(ofType('StepFunctions::StateMachine').map(({ Properties }) => Properties))
    const mapped = JSON.stringify(ofType('Lambda::EventSourceMapping').map(({ Properties }) => Properties))
    const alone = ofType('Lambda::Function')
      .filter(({ id }) => !machine.includes(id) && !mapped.includes(id))
      .map(({ id }) => nameOf(id))
    expect(alone.sort()).toEqual(['Merge', 'Migrate'])
  })
})

test('whoever hands over may send to where the rest goes', () => {
  const senders = ofType('IAM::Policy').filter(({ Properties }) => {
    const text = JSON.stringify(Properties.PolicyDocument)
    return text.includes('sqs:SendMessage') && text.includes(clock.id)
  })
  expect(senders).toHaveLength(4) // both functions, and the roles of the clock for the function and for the state machine
})

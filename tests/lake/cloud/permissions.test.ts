import { expect, test } from 'vitest'
import { commandLinePermissions } from '../../../src/lake/cloud/permissions.ts'

const permissions = commandLinePermissions({ stage: 'dev', account: '123456789012', region: 'eu-central-1' }, 'aws')

test('every action is named, and every resource is one of the deployment', () => {
  expect(permissions.length).toBeGreaterThan(5)
  for (const { sid, actions, resources } of permissions) {
    expect(sid).toMatch(/^[A-Za-z0-9]+$/)
    for (const action of actions) expect(action).toMatch(/^[a-z0-9]+:[A-Za-z]+$/)
    for (const resource of resources)
      expect(resource).toMatch(
        /^arn:aws:(?:s3:::presslake-dev-|\w+:eu-central-1:123456789012:(?:\S*presslake|catalog$))/,
      )
  }
})

test('nothing that the functions own may be written', () => {
  const writing = permissions
    .filter(({ actions }) => actions.some(action => /:(?:Put|Delete|Create|Update)/.test(action)))
    .flatMap(({ resources }) => resources)
  expect(writing).toEqual([
    'arn:aws:s3:::presslake-dev-inbox-123456789012-eu-central-1/*',
    'arn:aws:s3:::presslake-dev-lake-123456789012-eu-central-1/results/people/*',
  ])
})

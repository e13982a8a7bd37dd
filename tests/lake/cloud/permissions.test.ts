import { describe, expect, test } from 'vitest'
import { commandLinePermissions, publisherPermissions } from '../../../src/lake/cloud/permissions.ts'

const deployment = { stage: 'dev', account: '123456789012', region: 'eu-central-1' }
const bucket = (role: string) => `arn:aws:s3:::presslake-dev-${role}-123456789012-eu-central-1`

const policies = {
  'command line': commandLinePermissions(deployment, 'aws'),
  publisher: publisherPermissions(deployment, 'aws'),
}

describe.each(Object.entries(policies))('the policy of the %s', (_, permissions) => {
  test('names every action, and resources of the deployment alone', () => {
    expect(permissions.length).toBeGreaterThan(5)
    for (const { sid, actions, resources } of permissions) {
      expect(sid).toMatch(/^[A-Za-z0-9]+$/)
      for (const action of actions) expect(action).toMatch(/^[a-z0-9]+:[A-Za-z]+$/)
      for (const resource of resources)
        expect(resource).toMatch(
          /^arn:aws:(?:s3:::presslake-dev-|\w+:eu-central-1:123456789012:(?:\S*presslake|catalog$))/,
        )
    }
    expect(new Set(permissions.map(({ sid }) => sid)).size).toBe(permissions.length)
  })

  test('is as long as a managed policy may be', () => {
    const statements = permissions.map(({ sid, actions, resources }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: actions,
      Resource: resources,
    }))
    const longest = 'us-gov-west-1'.length - 'eu-central-1'.length
    const regions = permissions.reduce((sum, { resources }) => sum + resources.length, 0)
    expect(JSON.stringify({ Version: '2012-10-17', Statement: statements }).length + regions * longest).toBeLessThan(
      6144,
    )
  })
})

const written = (permissions: (typeof policies)['publisher']) =>
  permissions
    .filter(({ actions }) => actions.some(action => /:(?:Put|Delete|Create|Update)/.test(action)))
    .flatMap(({ resources }) => resources)

test('nothing that the functions own may be written, nor a release by those who do not publish', () => {
  expect(written(policies['command line'])).toEqual([`${bucket('inbox')}/*`, `${bucket('lake')}/results/people/*`])
  expect(written(policies.publisher)).toEqual([
    `${bucket('lake')}/results/people/*`,
    `${bucket('lake')}/results/publisher/*`,
    `${bucket('lake')}/publisher/secret.key`,
    `${bucket('releases')}/releases/*`,
    `${bucket('lake')}/releases-full/*`,
  ])
})

test('full releases and the secret are for publishers alone', () => {
  const resources = policies['command line'].flatMap(({ resources }) => resources)
  expect(resources.filter(resource => /releases-full|secret|publisher|lake-\d+-[\w-]+\/\*$/.test(resource))).toEqual([])
})

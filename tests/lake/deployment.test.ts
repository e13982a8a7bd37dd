import { describe, expect, test } from 'vitest'
import { UsageError } from '../../src/errors.ts'
import { deploymentNames, deploymentOf } from '../../src/lake/deployment.ts'

const deployment = { stage: 'prod', account: '123456789012', region: 'eu-central-1' }

describe('the address of a lake', () => {
  test('tells its deployment', () => {
    expect(deploymentOf(`s3://${deploymentNames(deployment).lakeBucket}`)).toEqual(deployment)
    expect(deploymentOf('s3://presslake-dev-lake-123456789012-us-gov-west-1/').region).toBe('us-gov-west-1')
  })

  test.each([
    's3://somebody-elses',
    's3://presslake-prod-inbox-123456789012-eu-central-1',
    's3://presslake-prod-lake-12-eu-central-1',
  ])('%s is refused, with what was expected', address => {
    expect(() => deploymentOf(address)).toThrow(UsageError)
    expect(() => deploymentOf(address)).toThrow(/expected s3:\/\/presslake-<stage>-lake-/)
  })
})

test('bucket names fit into the 63 characters that S3 takes', () => {
  const longest = { stage: 'a'.repeat(12), account: '123456789012', region: 'ap-southeast-1' }
  for (const [role, name] of Object.entries(deploymentNames(longest)))
    if (role.endsWith('Bucket')) expect(name.length).toBeLessThanOrEqual(63)
})

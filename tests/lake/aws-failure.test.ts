import { expect, test } from 'vitest'
import { awsFailure, isMissing, isRefused } from '../../src/lake/aws-failure.ts'
import { serviceError } from '../support/cloud-lake.ts'

const failing = (error: object) => awsFailure('cannot look', error)
const named = (name: string, status = 400, message?: string) => failing(serviceError(name, status, message))
const system = (code: string) => failing(Object.assign(new Error(code), { code }))

test.each([
  [failing(Object.assign(new Error('Could not load'), { name: 'CredentialsProviderError' })), /set AWS_PROFILE/],
  [
    failing(Object.assign(new Error('The SSO session has expired'), { name: 'CredentialsProviderError' })),
    /sign in again, with `aws sso login`/,
  ],
  [named('ExpiredToken'), /sign in again/],
  [named('InvalidAccessKeyId', 403), /does not know these credentials/],
  [named('AccessDenied', 403), /belong to another account: `presslake doctor/],
  [named('403', 403), /cannot look: Forbidden: .*presslake doctor/],
  [named('NoSuchBucket', 404), /no such bucket: check the name in --lake/],
  [named('QueueDoesNotExist'), /whether this version is deployed/],
  [system('ENOTFOUND'), /check the network, and the region/],
])('%s says what to do', (failure, message) => expect(failure.message).toMatch(message))

test('what may pass is told from what will not', () => {
  expect(named('ThrottlingException').retryable).toBe(true)
  expect(named('Whatever', 503).retryable).toBe(true)
  expect(system('ECONNRESET').retryable).toBe(true)
  expect(named('AccessDenied', 403).retryable).toBe(false)
})

test('what is refused is told from what is not there, with or without its cause', () => {
  expect(isRefused(named('AccessDeniedException', 403))).toBe(true)
  expect(isRefused(serviceError('AccessDenied', 403))).toBe(true)
  expect(isRefused(named('ResourceNotFoundException'))).toBe(false)
  expect(isMissing(named('ResourceNotFoundException'))).toBe(true)
  expect(isMissing(new Error('other'))).toBe(false)
})

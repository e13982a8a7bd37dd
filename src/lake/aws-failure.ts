/** Errors of the AWS SDK → errors that a person or a queue can act on. */
import { OperationalError } from '../errors.ts'

interface ServiceError extends Error {
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string }
  readonly $retryable?: unknown
  readonly Code?: string
}

/** HTTP status of a service's answer; undefined when there was none. */
export const statusOf = (error: unknown): number | undefined => (error as ServiceError).$metadata?.httpStatusCode

const PASSING = new Set([
  'TooManyRequestsException',
  'ThrottlingException',
  'Throttling',
  'SlowDown',
  'RequestTimeout',
  'RequestTimeoutException',
  'InternalError',
  'InternalServerException',
  'ServiceUnavailable',
  'ConditionalRequestConflict',
  'TimeoutError',
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EPIPE',
])

const ADVICE: Readonly<Record<string, string>> = {
  CredentialsProviderError: 'no AWS credentials found: set AWS_PROFILE, or run `aws configure`',
  ExpiredToken: 'the AWS credentials have expired: sign in again',
  ExpiredTokenException: 'the AWS credentials have expired: sign in again',
  AccessDenied: 'these AWS credentials may not do this: `presslake doctor` shows which permission is missing',
  AccessDeniedException: 'these AWS credentials may not do this: `presslake doctor` shows which permission is missing',
  NoSuchBucket: 'there is no such bucket: check the name in --lake and the region',
  PermanentRedirect: 'the bucket is in another region: set AWS_REGION',
}

/** `what` failed, with the service's own words, what to do about it, and whether the same call may succeed later. */
export function awsFailure(what: string, cause: unknown): OperationalError {
  const error = cause as ServiceError
  const code = error.name === 'Error' ? ((error as NodeJS.ErrnoException).code ?? error.name) : error.name
  const status = statusOf(error) ?? 0
  const retryable = PASSING.has(code) || status >= 500 || status === 429 || error.$retryable !== undefined
  const advice = ADVICE[code]
  return new OperationalError(`${what}: ${code}: ${error.message}${advice ? ` (${advice})` : ''}`, { retryable, cause })
}

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

const SIGN_IN = 'the AWS credentials have expired: sign in again, with `aws sso login` where your profile uses it'
const UNKNOWN_KEYS = 'AWS does not know these credentials: check AWS_PROFILE, or the keys in the environment'
const NOT_ALLOWED =
  'these AWS credentials may not do this, or belong to another account: `presslake doctor --lake s3://…` names the permission that is missing'
const NOT_DEPLOYED = 'it is not there: check --lake, and whether this version is deployed'
const UNREACHABLE = 'AWS cannot be reached: check the network, and the region in --lake'

const ADVICE: Readonly<Record<string, string>> = {
  CredentialsProviderError: 'no AWS credentials found: set AWS_PROFILE, or run `aws configure`',
  ExpiredToken: SIGN_IN,
  ExpiredTokenException: SIGN_IN,
  TokenProviderError: SIGN_IN,
  InvalidAccessKeyId: UNKNOWN_KEYS,
  InvalidClientTokenId: UNKNOWN_KEYS,
  UnrecognizedClientException: UNKNOWN_KEYS,
  InvalidSignatureException: UNKNOWN_KEYS,
  SignatureDoesNotMatch: UNKNOWN_KEYS,
  AccessDenied: NOT_ALLOWED,
  AccessDeniedException: NOT_ALLOWED,
  Forbidden: NOT_ALLOWED,
  NoSuchBucket: 'there is no such bucket: check the name in --lake and the region',
  PermanentRedirect: 'the bucket is in another region: set AWS_REGION',
  ResourceNotFoundException: NOT_DEPLOYED,
  QueueDoesNotExist: NOT_DEPLOYED,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
}

/** An expired sign-in is reported as if there were no credentials at all. */
const EXPIRED = /\bexpired\b|\bsso login\b/i

function codeOf(error: ServiceError): string {
  // What looks at an object gets no words from S3, only a status.
  if (error.name === '403' || (error.name === 'Unknown' && statusOf(error) === 403)) return 'Forbidden'
  return error.name === 'Error' ? ((error as NodeJS.ErrnoException).code ?? error.name) : error.name
}

/** Whether a failure says that the caller may not do this. */
export const isRefused = (failure: unknown): boolean => ADVICE[codeOf(causeOf(failure))] === NOT_ALLOWED

/** Whether a failure says that what was asked for is not there. */
export const isMissing = (failure: unknown): boolean => ADVICE[codeOf(causeOf(failure))] === NOT_DEPLOYED

const causeOf = (failure: unknown): ServiceError => ((failure as Error).cause ?? failure) as ServiceError

/** `what` failed, with the service's own words, what to do about it, and whether the same call may succeed later. */
export function awsFailure(what: string, cause: unknown): OperationalError {
  const error = cause as ServiceError
  const code = codeOf(error)
  const status = statusOf(error) ?? 0
  const retryable = PASSING.has(code) || status >= 500 || status === 429 || error.$retryable !== undefined
  const advice = code === 'CredentialsProviderError' && EXPIRED.test(error.message) ? SIGN_IN : ADVICE[code]
  return new OperationalError(`${what}: ${code}: ${error.message}${advice ? ` (${advice})` : ''}`, { retryable, cause })
}

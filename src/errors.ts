/** Something outside did not do what was asked: a store, a warehouse, a network. Documents never cause one. */
export class OperationalError extends Error {
  override readonly name = 'OperationalError'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean

  constructor(message: string, options: { readonly retryable: boolean; readonly cause?: unknown }) {
    super(message, { cause: options.cause })
    this.retryable = options.retryable
  }
}

/** The person who called asked for something that cannot be done as asked; the message says what would work. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

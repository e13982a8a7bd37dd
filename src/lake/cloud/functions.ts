/** The deployed functions, to be called. */
import { InvokeCommand, type InvokeCommandOutput, type LambdaClient } from '@aws-sdk/client-lambda'
import { OperationalError } from '../../errors.ts'
import { awsFailure } from '../aws-failure.ts'

export interface Functions {
  /** Calls a function, waits for it and gives its answer. An error of the function is one here. */
  invoke(name: string, event: unknown): Promise<unknown>
  /** Whether it is there and may be called; throws when not. Nothing is run. */
  probe(name: string): Promise<void>
}

export function lambdaFunctions(client: LambdaClient): Functions {
  const call = (name: string, how: 'DryRun' | 'RequestResponse', event?: unknown): Promise<InvokeCommandOutput> =>
    client
      .send(
        new InvokeCommand({
          FunctionName: name,
          InvocationType: how,
          ...(event === undefined ? {} : { Payload: new TextEncoder().encode(JSON.stringify(event)) }),
        }),
      )
      .catch(error => Promise.reject(awsFailure(`cannot call the function ${name}`, error)))

  return {
    async invoke(name, event) {
      const { FunctionError, Payload } = await call(name, 'RequestResponse', event)
      const answer: unknown = JSON.parse(new TextDecoder().decode(Payload) || 'null')
      if (FunctionError === undefined) return answer
      const { errorMessage = 'no reason given' } = (answer ?? {}) as { errorMessage?: string }
      throw new OperationalError(`the function ${name} failed: ${errorMessage}`, { retryable: false })
    },
    async probe(name) {
      await call(name, 'DryRun')
    },
  }
}

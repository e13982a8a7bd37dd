/** What functions write → CloudWatch's log of each, as Lambda brings it there. */
import { randomUUID } from 'node:crypto'
import { logGroups } from '../../../src/lake/deployment.ts'
import { type Api, callJson } from './api.ts'
import { STAGE } from './deployment.ts'

export interface FunctionLog {
  write(text: string): void
  /** Sends what was written so far. */
  send(): Promise<void>
}

/** The log of a function; of one without a group of ours, nothing is kept. */
export function logOf(name: string, api: Api): FunctionLog {
  const words = (text: string) => text.toLowerCase().replaceAll('-', '')
  const logGroupName = Object.entries(logGroups(STAGE)).find(([key]) => words(name).includes(words(key)))?.[1]
  const place = { logGroupName, logStreamName: randomUUID() }
  const call = (operation: string, input: object) => callJson(api, 'logs', `Logs_20140328.${operation}`, input)
  let made: Promise<unknown> | null = null
  let text = ''
  return {
    write(more) {
      text += more
    },
    async send() {
      const lines = text.split('\n').filter(line => line !== '')
      text = ''
      if (logGroupName === undefined || lines.length === 0) return
      made ??= call('CreateLogStream', place)
      await made
      const timestamp = Date.now()
      await call('PutLogEvents', { ...place, logEvents: lines.map(message => ({ timestamp, message })) })
    },
  }
}

/** What a command is: everything that help, documentation and dispatch need to know, in one value. */
import type { Streams } from './terminal/streams.ts'

export interface Flag {
  readonly type: 'boolean'
  readonly meaning: string
}

export interface Setting {
  readonly type: 'string'
  /** What stands for the value in help: `DIR`. */
  readonly value: string
  readonly meaning: string
  readonly default?: string
}

export type Options = Readonly<Record<string, Flag | Setting>>

type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Flag ? boolean : O[K] extends { default: string } ? string : string | undefined
}

/** One call of a command. */
export interface Call<O extends Options = Options> {
  readonly arguments: readonly string[]
  readonly options: Values<O>
  readonly streams: Streams
}

export interface Example {
  readonly command: string
  readonly says: string
}

export interface Command<O extends Options = Options> {
  readonly name: string
  /** One line, without a full stop. */
  readonly summary: string
  /** The arguments: `PATH...`. Empty when it takes none. */
  readonly usage: string
  /** How many arguments it takes. */
  readonly takes: { readonly atLeast: number; readonly atMost: number }
  /** What else there is to say, in whole sentences; each string is a paragraph. */
  readonly details: readonly string[]
  readonly options: O
  readonly examples: readonly Example[]
  /** Gives the exit code: 0 done, 1 a check failed. What could not be run throws. */
  readonly run: (call: Call<O>) => Promise<number>
}

/** Declares a command; the types of its options follow from their declaration. */
export const command = <const O extends Options>(definition: Command<O>): Command => definition as unknown as Command

const lakeOption = {
  type: 'string',
  value: 'DIR',
  meaning: 'The folder of the lake',
  default: './lake',
} as const

/** Of commands that also speak to a lake in the cloud. */
export const anyLakeOption = {
  ...lakeOption,
  value: 'DIR|s3://…',
  meaning: 'The lake: a folder, or the address of a deployed one',
} as const

export const jsonOption = { type: 'boolean', meaning: 'Print JSON, for other programs' } as const

/** Exit codes of every command. */
export const DONE = 0
export const CHECK_FAILED = 1
export const COULD_NOT_RUN = 2

#!/usr/bin/env node
import { runCli } from './cli.ts'
import { commands } from './commands.ts'
import { processStreams } from './terminal/streams.ts'
/** The program `presslake`. */
import { programVersion } from './version.ts'

process.exitCode = await runCli(process.argv.slice(2), commands, programVersion, processStreams())

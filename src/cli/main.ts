#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { process as processDocument } from '../pipeline.ts'
import { factsOf } from './facts.ts'

const [command, ...files] = process.argv.slice(2)
if (command !== 'extract') {
  console.error('usage: presslake extract FILE...')
  process.exit(2)
}
for (const source of files) {
  const facts = await factsOf(source, basename(source))
  const { document, articles } = processDocument(await readFile(source), facts)
  for (const rows of articles) process.stdout.write(`${JSON.stringify({ source, document, ...rows })}\n`)
}

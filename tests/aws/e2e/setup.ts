/** Deploys once for all files of the suite. Whatever becomes of it, no process and no folder is left behind. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { deploy } from './deploy.ts'
import type { Deployment } from './deployment.ts'

declare module 'vitest' {
  interface ProvidedContext {
    deployment: Deployment
  }
}

export default async function setup(project: TestProject) {
  const undo: (() => void)[] = []
  const undoAll = () => {
    for (const one of undo.splice(0).reverse()) one()
  }
  process.once('exit', undoAll)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
  // The suite, the CDK and the functions all make their temporary folders below this one.
  const folder = mkdtempSync(join(tmpdir(), 'presslake-aws-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  process.env.TMPDIR = folder
  try {
    project.provide('deployment', await deploy(stop => undo.push(stop)))
  } catch (error) {
    undoAll()
    throw error
  }
  return undoAll
}

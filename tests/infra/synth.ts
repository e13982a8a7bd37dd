/** The stacks of a stage, synthesised once, without bundling: as the templates that would be deployed. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { settingsOf } from '../../infra/settings.ts'
import { addStacks } from '../../infra/stacks.ts'

const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as { context: object }

export interface Resource {
  readonly Type: string
  readonly Properties: Record<string, unknown>
  readonly DeletionPolicy?: string
  readonly DependsOn?: readonly string[]
}

export function newApp(more: Record<string, unknown> = {}): App {
  return new App({
    outdir: mkdtempSync(join(tmpdir(), 'presslake-synth-')),
    context: { ...context, 'aws:cdk:bundling-stacks': [], ...more },
  })
}

export interface Placed extends Resource {
  readonly stack: string
  readonly id: string
}

/** Every resource of every stack of a stage. */
export function resourcesOf(stage: string): readonly Placed[] {
  const app = newApp()
  addStacks(app, settingsOf(stage))
  return app.synth().stacks.flatMap(stack =>
    Object.entries((stack.template as { Resources: Record<string, Resource> }).Resources).map(([id, resource]) => ({
      ...resource,
      id,
      stack: stack.id,
    })),
  )
}

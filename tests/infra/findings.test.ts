import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, test } from 'vitest'
import { acknowledge, acknowledgedFindings } from '../../infra/acknowledged.ts'
import { settingsOf, stages } from '../../infra/settings.ts'
import { addStacks } from '../../infra/stacks.ts'
import { newApp } from './synth.ts'

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string
      readonly violatingConstructs: readonly { readonly constructPath: string }[]
    }[]
  }[]
}

/** `rule at path` for everything that cdk-nag finds. */
function findings(stage: string, prepare: typeof acknowledge): readonly string[] {
  const app = newApp({ '@aws-cdk/core:failSynthOnValidationErrors': false })
  addStacks(app, settingsOf(stage))
  prepare(app, settingsOf(stage))
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  const report = readFileSync(join(app.synth().directory, 'validation-report.json'), 'utf8')
  return (JSON.parse(report) as Report).pluginReports
    .flatMap(({ violations }) => violations)
    .flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    )
}

describe.each(Object.keys(stages))('cdk-nag on %s', stage => {
  test('finds nothing but what is acknowledged', () => {
    expect(findings(stage, acknowledge)).toEqual([])
  })

  test('finds everything that is acknowledged, sixty-eight of them', () => {
    const found = findings(stage, () => {})
    const acknowledged = acknowledgedFindings(settingsOf(stage)).flatMap(({ at, ids }) => ids.map(id => ({ at, id })))
    expect(acknowledged).toHaveLength(68)
    expect(found).toHaveLength(acknowledged.length)
    for (const { at, id } of acknowledged)
      expect(found.filter(finding => finding.startsWith(`${id} at ${at}/`))).toHaveLength(1)
  })
})

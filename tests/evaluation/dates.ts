/**
 * `npx tsx tests/evaluation/dates.ts CORPUS CHECKOUT [--failures]`: measures the dates module on public corpora that no rule
 * was written from. CORPUS is `duckling`, `recognizers`, `saudinewsnet` or `ant`; CHECKOUT a folder with the repository (for
 * SaudiNewsNet with its archives unpacked).
 */
import { antReport } from './dates/ant.ts'
import { dualDatelineReport } from './dates/dual-datelines.ts'
import { ducklingCases } from './dates/duckling.ts'
import { type Case, report, run } from './dates/outcome.ts'
import { recognizersCases } from './dates/recognizers.ts'

const [corpus, checkout, flag] = process.argv.slice(2)
const showFailures = flag === '--failures'

function phrases(cases: readonly Case[]): string {
  const outcomes = cases.map(run)
  if (showFailures) {
    for (const { case: given, got, right } of outcomes) {
      if (right) continue
      const wanted = given.expected.map(({ min, max }) => `${min}/${max}`).join(' or ')
      console.error(`${given.category}\t${given.text}\t${wanted}\t${got}`)
    }
  }
  return report(outcomes)
}

const corpora: Record<string, (checkout: string) => string> = {
  duckling: path => phrases(ducklingCases(path)),
  recognizers: path => phrases(recognizersCases(path)),
  saudinewsnet: path => dualDatelineReport(path, showFailures),
  ant: path => antReport(path, showFailures),
}

const measure = corpora[corpus ?? '']
if (!measure || !checkout) {
  console.error(`usage: npx tsx tests/evaluation/dates.ts ${Object.keys(corpora).join('|')} CHECKOUT [--failures]`)
  process.exit(2)
}
console.log(measure(checkout))

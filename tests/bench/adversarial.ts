/** How long texts take that no newsroom writes, one thing over and over, beside the plain text of an article. */
import { process as processDocument } from '../../src/pipeline.ts'
import type { Facts } from '../../src/types.ts'
import { adversarial } from '../support/adversarial.ts'
import { median, time } from './clock.ts'
import { copies } from './corpus.ts'

export interface AdversarialFigure {
  readonly name: string
  readonly value: number
  readonly unit: string
}

/** Time per character, as a multiple of that of plain text, that no such text may exceed; docs/architecture.md promises it. */
const BUDGET = 25
/** Characters of each text. Time grows with the length, so a part stands for the whole. */
const LENGTH = 100_000
const ROUNDS = 3

/** Time per character of each adversarial text, as a multiple of that of plain text, worst first. */
export function adversarialFigures(facts: Facts): readonly AdversarialFigure[] {
  const perCharacter = (text: string) => {
    const bytes = new TextEncoder().encode(text)
    return median(Array.from({ length: ROUNDS }, () => time(() => processDocument(bytes, facts), 1))) / text.length
  }
  const once = copies(1).length
  const plain = perCharacter(copies(Math.ceil(LENGTH / once)))
  return adversarial
    .map(({ name, piece }) => ({
      name: `only ${name}`,
      value: perCharacter(piece.repeat(Math.ceil(LENGTH / piece.length))) / plain,
    }))
    .sort((a, b) => b.value - a.value)
    .map(figure => ({
      ...figure,
      unit: `× plain text, per character${figure.value > BUDGET ? `: over the budget of ${BUDGET}` : ''}`,
    }))
}

/** Precision, recall and F1 with bootstrap intervals over articles. */
import type { Counts } from './measures.ts'

export interface Figures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** 95 % interval of F1. */
  readonly interval: readonly [number, number]
  readonly counts: Counts
}

const SAMPLES = 1000

/** Sums counts over articles; the interval comes from resampling articles, with a fixed seed. */
export function figures(perArticle: readonly Counts[]): Figures {
  const counts = sum(perArticle)
  const next = generator(20231117)
  const samples = Array.from({ length: SAMPLES }, () =>
    f1(sum(perArticle.map(() => perArticle[Math.floor(next() * perArticle.length)] as Counts))),
  ).sort((a, b) => a - b)
  const at = (share: number) => samples[Math.floor(share * (SAMPLES - 1))] ?? 0
  return {
    precision: ratio(counts.right, counts.right + counts.wrong),
    recall: ratio(counts.right, counts.right + counts.missed),
    f1: f1(counts),
    interval: [at(0.025), at(0.975)],
    counts,
  }
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
const f1 = ({ right, wrong, missed }: Counts) => ratio(2 * right, 2 * right + wrong + missed)
const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (total, { right, wrong, missed }) => ({
      right: total.right + right,
      wrong: total.wrong + wrong,
      missed: total.missed + missed,
    }),
    { right: 0, wrong: 0, missed: 0 },
  )

/** A small linear congruential generator: the same intervals on every machine. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

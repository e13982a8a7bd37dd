import type { Attributed } from './speakers.ts'

export function confidenceOf(_quote: Attributed): number {
  return 0.8
}

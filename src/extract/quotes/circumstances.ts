import type { Quote } from '../../types.ts'
import type { Scene } from './scene.ts'
import type { Attributed } from './speakers.ts'

export function circumstancesOf(_scene: Scene, _quote: Attributed): Pick<Quote, 'venue' | 'addressee' | 'said'> {
  return { venue: null, addressee: null, said: null }
}

import { COMPONENTS, type Component } from './coding.ts';
import type { ReadItem } from './read-item.ts';

/** Cues whose words name a part of the authority. */
const BY_CUE: Record<string, Component> = {
  ero: 'ERO',
  hsi: 'HSI',
  cbp: 'CBP',
  uscis: 'USCIS',
  lesc: 'LESC',
};

function isGeneral(component: Component): boolean {
  return component === 'ICE-unspecified' || component === 'DHS-unspecified';
}

/**
 * The parts of the authority an item concerns: those of the people who write and read, by address, name and signature;
 * where these leave it open, those that the text names. A general name counts only where no part is known.
 */
export function findComponents(item: ReadItem): Component[] {
  const found = new Set<Component>();
  for (const person of [...item.speakers, ...item.recipients]) {
    if (person.side === 'immigration' && person.component !== null) found.add(person.component);
  }
  if (![...found].some((component) => !isGeneral(component))) {
    const named = new Set(item.clauses.flatMap(({ cues }) => cues.map(({ name }) => name)));
    for (const [cue, component] of Object.entries(BY_CUE)) if (named.has(cue)) found.add(component);
    if (found.size === 0)
      found.add(named.has('dhs') && !named.has('ice') ? 'DHS-unspecified' : 'ICE-unspecified');
  }
  return joinComponents([...found]);
}

/** Each part once, in the codebook's order; a general name is left out where a part is known, and DHS where ICE is. */
export function joinComponents(components: readonly Component[]): Component[] {
  const found = new Set(components);
  if ([...found].some((component) => !isGeneral(component))) {
    found.delete('ICE-unspecified');
    found.delete('DHS-unspecified');
  }
  if (found.has('ICE-unspecified')) found.delete('DHS-unspecified');
  return COMPONENTS.filter((component) => found.has(component));
}

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** The blocks of a long page that are not written out yet. */
export interface LateBlocks {
  /** HTML of each block that still waits. */
  waiting: () => string[];
  /** Writes out the block in which an element of this id stands, if one waits. */
  bring: (id: string) => void;
  bringAll: () => void;
}

/**
 * In a long page most blocks stand inside `noscript`: a reader without scripts has all of them, and with scripts a browser
 * has nothing to lay out until one comes near. This writes each out in time. Runs in the reader's browser.
 */
export function startLateBlocks(page: Document): LateBlocks {
  const blocks = new Set(page.querySelectorAll<HTMLElement>('.late'));
  const htmlOf = (block: HTMLElement): string => block.firstElementChild?.textContent ?? '';
  const bring = (block: HTMLElement): void => {
    if (!blocks.delete(block)) return;
    watcher?.unobserve(block);
    block.innerHTML = htmlOf(block);
    block.classList.remove('late');
  };
  const view = page.defaultView;
  // Two windows ahead of the reader, so that neither eyes nor the keyboard come upon an empty place.
  const watcher =
    view === null || !('IntersectionObserver' in view)
      ? null
      : new view.IntersectionObserver(
          (entries) => {
            for (const { target, isIntersecting } of entries)
              if (isIntersecting) bring(target as HTMLElement);
          },
          { rootMargin: '200% 0%' },
        );
  for (const block of blocks) {
    // An old browser waits once and has everything.
    if (watcher === null) bring(block);
    else watcher.observe(block);
  }
  return {
    waiting: () => [...blocks].map(htmlOf),
    bring: (id) => {
      const wanted = [...blocks].find((block) => htmlOf(block).includes(` id="${id}"`));
      if (wanted !== undefined) bring(wanted);
    },
    bringAll: () => {
      for (const block of blocks) bring(block);
    },
  };
}

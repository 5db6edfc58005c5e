import type { GreyImage } from './grey-image.ts';
import { drawImagePage } from './image-pages.ts';
import { renderGrey } from './ocr-render.ts';

/** What to draw. */
export interface PageSource {
  /** Absolute path of the bytes on this machine. */
  location: string;
  media_type: string;
  /** From 1. */
  page: number;
  /** Tried in turn where the file is locked. */
  passwords: string[];
}

/** The picture of a page as a recogniser takes it; null where there is no such page or it cannot be drawn. */
export async function drawForOcr(source: PageSource): Promise<GreyImage | null> {
  const { location, media_type, page, passwords } = source;
  const drawn = media_type.startsWith('image/')
    ? drawImagePage(location, media_type, page)
    : renderGrey(location, page, passwords);
  return drawn.catch(() => null);
}

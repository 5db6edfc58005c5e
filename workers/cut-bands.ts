import type { CutBand, PageImage, PictureBand } from '../report/index.ts';

/** Of the JPEG, 0 to 100: letters stay sharp, and a band takes about 30 KB. */
const QUALITY = 78;

/** Cuts the bands out of their pages' pictures. A picture that cannot be decoded gives none. */
export async function cutBands(
  bands: readonly PictureBand[],
  images: readonly PageImage[],
): Promise<CutBand[]> {
  if (bands.length === 0) return [];
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const byPage = new Map(images.map((image) => [`${image.file_id} ${image.page}`, image]));
  const cut: CutBand[] = [];
  for (const band of bands) {
    const image = byPage.get(`${band.file_id} ${band.page}`);
    if (image === undefined) continue;
    const picture = await loadImage(Buffer.from(image.base64, 'base64')).catch(() => null);
    if (picture === null) continue;
    const scale = picture.height / band.height;
    const [top, height] = [Math.round(band.top * scale), Math.round((band.bottom - band.top) * scale)];
    if (height < 1) continue;
    const canvas = createCanvas(picture.width, height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, picture.width, height);
    context.drawImage(picture, 0, top, picture.width, height, 0, 0, picture.width, height);
    cut.push({ ...band, jpeg: new Uint8Array(await canvas.encode('jpeg', QUALITY)) });
  }
  return cut;
}

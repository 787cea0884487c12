import { readFile } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import sharp, { type ResizeOptions } from "sharp";
import { badInput } from "../../core/errors.ts";
import { Turns } from "../../core/turns.ts";

const AVATAR_PIXELS = 256;
const PREVIEW_PIXELS = 1600;
/** As many pixels as a phone's photo, and no more: a few kilobytes can unfold into gigabytes. */
const MAX_INPUT_PIXELS = 60_000_000;
const MAX_SECONDS = 10;

const loaders: Record<string, string> = {
  "image/jpeg": "VipsForeignLoadJpegBuffer",
  "image/png": "VipsForeignLoadPngBuffer",
  "image/webp": "VipsForeignLoadWebpBuffer",
  "image/gif": "VipsForeignLoadNsgifBuffer",
  "image/avif": "VipsForeignLoadHeifBuffer",
};
// Only these formats, though the library can read more (SVG and PDF among them).
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: Object.values(loaders) });
sharp.cache(false);

/** Drawing takes the threads by which passwords are checked and files are read too: two of the four are left to them. */
const drawing = new Turns(2);

/** The format of every picture that we serve. */
export const PICTURE_MIME = "image/webp";

/**
 * A picture as an avatar: drawn anew as a square WebP of 256 pixels. So nothing else of the file is left: place and
 * device, scripts, a second file behind the first.
 * @throws BAD_USER_INPUT when it is no JPEG, PNG, WebP, GIF or AVIF image
 */
export const toAvatar = (bytes: Buffer): Promise<Buffer> =>
  drawAnew(async () => bytes, { width: AVATAR_PIXELS, height: AVATAR_PIXELS, fit: "cover" });

/**
 * The picture in a file as it is shown in the page: drawn anew, at most 1600 pixels wide and high.
 * @throws BAD_USER_INPUT when it is no JPEG, PNG, WebP, GIF or AVIF image
 */
export const toPreview = (path: string): Promise<Buffer> =>
  drawAnew(() => readFile(path), {
    width: PREVIEW_PIXELS,
    height: PREVIEW_PIXELS,
    fit: "inside",
    withoutEnlargement: true,
  });

/** Whether files of this type may be pictures that we can draw. */
export const isPicture = (mime: string): boolean => mime in loaders;

const drawAnew = (read: () => Promise<Buffer>, size: ResizeOptions): Promise<Buffer> =>
  drawing.run("pictures", async () => draw(await read(), size));

async function draw(bytes: Buffer, size: ResizeOptions): Promise<Buffer> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !isPicture(type.mime)) throw notAnImage();
  try {
    return await sharp(bytes, { limitInputPixels: MAX_INPUT_PIXELS, failOn: "error", autoOrient: true })
      .resize(size)
      .webp({ quality: 82 })
      .timeout({ seconds: MAX_SECONDS })
      .toBuffer();
  } catch {
    throw notAnImage();
  }
}

const notAnImage = () => badInput({ path: "file", key: "errors.notAnImage" });

import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { badInput } from "../../core/errors.ts";

const PIXELS = 256;
/** What a phone takes, and no more: a few kilobytes can unfold into gigabytes. */
const MAX_INPUT_PIXELS = 60_000_000;
const MAX_SECONDS = 10;

const loaders: Record<string, string> = {
  "image/jpeg": "VipsForeignLoadJpegBuffer",
  "image/png": "VipsForeignLoadPngBuffer",
  "image/webp": "VipsForeignLoadWebpBuffer",
  "image/gif": "VipsForeignLoadNsgifBuffer",
  "image/avif": "VipsForeignLoadHeifBuffer",
};
// Of all that the library can read (SVG and PDF among it) only these formats.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: Object.values(loaders) });
sharp.cache(false);

export const AVATAR_MIME = "image/webp";

/**
 * A picture as an avatar: drawn anew as a square WebP of 256 pixels, so that nothing else that was in the file (place
 * and device, scripts, a second file behind the first) is left in it.
 * @throws BAD_USER_INPUT when it is no JPEG, PNG, WebP, GIF or AVIF image
 */
export async function toAvatar(bytes: Buffer): Promise<Buffer> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !(type.mime in loaders)) throw notAnImage();
  try {
    return await sharp(bytes, { limitInputPixels: MAX_INPUT_PIXELS, failOn: "error", autoOrient: true })
      .resize(PIXELS, PIXELS, { fit: "cover" })
      .webp({ quality: 82 })
      .timeout({ seconds: MAX_SECONDS })
      .toBuffer();
  } catch {
    throw notAnImage();
  }
}

const notAnImage = () => badInput({ path: "file", key: "errors.notAnImage" });

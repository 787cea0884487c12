import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { S3Env } from "../../env.ts";
import type { FileStorage } from "./storage.ts";

/** Files in a bucket of S3, or of what speaks its language. */
export async function s3Storage({
  bucket,
  endpoint,
  region,
  accessKeyId,
  secretAccessKey,
}: S3Env): Promise<FileStorage> {
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Servers of one's own seldom have a name for each bucket.
    ...(endpoint && { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const incoming = await mkdtemp(join(tmpdir(), "clientela-"));
  return {
    incoming,
    async keep(key, path) {
      const { size } = await stat(path);
      const Body = createReadStream(path);
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body, ContentLength: size }));
      await rm(path, { force: true });
    },
    async open(key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return Body as Readable;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { S3Env } from "../src/env.ts";

/** As much of S3's protocol as a bucket of files needs: whole objects put, read and deleted, by who signs. */
export async function startS3(): Promise<{ env: S3Env; stop(): Promise<void> }> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const path = (request.url ?? "").split("?")[0] as string;
    const body = await buffer(request);
    const signed =
      /^AWS4-HMAC-SHA256 Credential=test\/\d{8}\/eu-test-1\/s3\/aws4_request, SignedHeaders=.*host.*, Signature=[\da-f]{64}$/;
    if (!signed.test(request.headers.authorization ?? "")) return response.writeHead(403).end();
    if (!path.startsWith("/files/")) return response.writeHead(404).end();
    if (request.method === "PUT") {
      objects.set(path, body);
      return response.writeHead(200, { ETag: '"x"' }).end();
    }
    if (request.method === "DELETE") {
      objects.delete(path);
      return response.writeHead(204).end();
    }
    const object = objects.get(path);
    if (object) return response.writeHead(200, { "Content-Length": object.length }).end(object);
    const missing = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>There is none</Message></Error>';
    return response.writeHead(404, { "Content-Type": "application/xml" }).end(missing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: { bucket: "files", endpoint, region: "eu-test-1", accessKeyId: "test", secretAccessKey: "secret" },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

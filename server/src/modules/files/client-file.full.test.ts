import { Agent, request } from "node:http";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { addClient, startBusiness } from "../../../test/business.ts";

const LARGE = Buffer.alloc(900_000, "x");
let api: Awaited<ReturnType<typeof startBusiness>>;
let client: string;
/** One connection, which is used again. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

beforeAll(async () => {
  api = await startBusiness();
  client = await addClient(api.owner);
});
afterEach(() => void vi.restoreAllMocks());
afterAll(async () => {
  agent.destroy();
  await api.stop();
});

interface Answer {
  status: number | undefined;
  body: { errors?: { message: string; extensions: { code: string } }[] };
  port: number | undefined;
}
const upload = (body: Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const call = request(`${api.url}/files/clients/${client}?name=a.txt`, {
      agent,
      method: "PUT",
      headers: { ...api.owner.headers, "x-requested-with": "test", "content-length": body.length },
    });
    call.once("error", reject).once("response", async (response) => {
      const port = response.socket.localPort;
      let text = "";
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode, body: JSON.parse(text) as Answer["body"], port });
    });
    call.end(body);
  });

it.each(["ENOSPC", "EDQUOT"])("a disk that is full (%s) is told as such [F138]", async (code) => {
  vi.spyOn(api.core.storage, "keep").mockRejectedValueOnce(Object.assign(new Error("write"), { code }));
  const { status, body } = await upload(LARGE);
  expect(status).toBe(507);
  expect(body.errors).toEqual([
    {
      message: expect.stringMatching(/^El servidor se ha quedado sin espacio y no se ha guardado\. .*referencia/),
      extensions: { code: "STORAGE_FULL", reference: expect.any(String) },
    },
  ]);
});

it("what cannot be written while it arrives is answered, and the connection goes on", async () => {
  const { port } = await upload(LARGE);
  const { incoming } = api.core.storage;
  Object.assign(api.core.storage, { incoming: join(api.dataDir, "nowhere") });
  for (let i = 0; i < 3; i++) {
    expect(await upload(LARGE)).toMatchObject({ status: 500, port });
  }
  Object.assign(api.core.storage, { incoming });
  expect(await upload(LARGE)).toMatchObject({ status: 201, port });
});

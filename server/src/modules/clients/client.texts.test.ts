import { afterAll, beforeAll, expect, it } from "vitest";
import { PASSWORD } from "../../../test/api.ts";
import {
  addClient,
  addTag,
  addTask,
  CREATE_CLIENT,
  changeSettings,
  startBusiness,
  tokenOf,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  await changeSettings(owner, { requireEmail: false });
});
afterAll(() => api.stop());

const read = async (id: string, selection: string) =>
  (await owner.ok<{ client: Record<string, unknown> }>(`query ($id: ID!) { client(id: $id) { ${selection} } }`, { id }))
    .client;

it("an address in another script is the one that its ASCII form names [F4]", async () => {
  const id = await addClient(owner, { email: "Mail@Köln.test" });
  expect(await read(id, "email")).toEqual({ email: "mail@köln.test" });
  for (const email of ["mail@xn--kln-sna.test", "MAIL@KO\u0308LN.TEST", "\u200Bmail@köln.test\uFEFF"]) {
    const { errors } = await owner.gql(CREATE_CLIENT, { input: { name: "Otro", email } });
    expect(errors[0]?.extensions).toMatchObject({ code: "DUPLICATE_CLIENT" });
  }
  await addClient(owner, { email: "josé@example.test" });
  const added = await owner.ok<{ addContact: { email: string } }>(
    "mutation ($id: ID!, $input: ContactInput!) { addContact(clientId: $id, input: $input) { email } }",
    { id, input: { name: "Ana", email: "почта@ПРИМЕР.рф" } },
  );
  expect(added.addContact.email).toBe("почта@пример.рф");
});

it("a colleague with an address in another script is invited and signs in by either form of it [F172]", async () => {
  const { inviteUser } = await owner.ok<{ inviteUser: { link: string; user: { email: string } } }>(
    `mutation { inviteUser(input: { name: "Ana", email: "ana@xn--kln-sna.test", role: AGENT }) { link user { email } } }`,
  );
  expect(inviteUser.user.email).toBe("ana@köln.test");
  await api.anonymous.gql(
    "mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { role } }",
    { token: tokenOf(inviteUser.link), password: PASSWORD },
  );
  for (const email of ["ana@köln.test", "ANA@xn--kln-sna.test"]) {
    const { data } = await api.anonymous.gql(
      "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }",
      { email, password: PASSWORD },
    );
    expect(data).toEqual({ signIn: { role: "AGENT" } });
  }
});

it("nothing unseen is a name, nor part of one, and one line is one line [F1]", async () => {
  const { errors } = await owner.gql(CREATE_CLIENT, { input: { name: "\u200B\u2060" } });
  expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "name" }] });
  const id = await addClient(owner, {
    name: "\u202ATalleres\r\nRuiz\u202C 👨\u200D👩\u200D👧",
    addresses: [{ type: "MAIN", line1: "Calle\nMayor", city: "Le\u200Bón" }],
    website: "//example.test",
  });
  expect(await read(id, "name website addresses { line1 city }")).toEqual({
    name: "Talleres Ruiz 👨\u200D👩\u200D👧",
    website: "https://example.test",
    addresses: [{ line1: "Calle Mayor", city: "León" }],
  });
  const task = await addTask(owner, id, { title: "Llamar\nhoy\u200B", description: "Uno\nDos" });
  expect(await owner.ok("query ($id: ID!) { task(id: $id) { title description } }", { id: task })).toEqual({
    task: { title: "Llamar hoy", description: "Uno\nDos" },
  });
});

it("a tag that looks like another one is the same [F111]", async () => {
  await addTag(owner, "VIP");
  for (const name of ["VIP\u200B", "V\u00ADIP", "\uFEFFvip", "ＶＩＰ", "VIP\uFE0F"]) {
    const { errors } = await owner.gql("mutation ($name: String!) { createTag(input: { name: $name }) { id } }", {
      name,
    });
    expect(errors[0]?.extensions).toMatchObject({ fields: [{ path: "name" }] });
  }
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClient, addPerson, addTeam, OWNER_EMAIL, type Person, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const USER =
  "mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id name role active teams { name } } }";
const CREATE_TEAM = "mutation ($input: TeamInput!) { createTeam(input: $input) { id name members { name } } }";
const UPDATE_TEAM =
  "mutation ($id: ID!, $input: TeamInput!) { updateTeam(id: $id, input: $input) { id name members { name } } }";
const UNKNOWN = "01900000-0000-7000-8000-000000000000";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let ownerId: string;
let admin: Person;
let people = 0;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  admin = await addPerson(owner, "ADMIN", "Carla");
  const { users } = await owner.ok<{ users: { id: string; email: string }[] }>("{ users { id email } }");
  ownerId = users.find(({ email }) => email === OWNER_EMAIL)?.id as string;
});
afterAll(() => api.stop());
const newPerson = (role: "OWNER" | "ADMIN" | "AGENT" = "AGENT") => addPerson(owner, role, `Persona ${++people}`);

describe("people", () => {
  it("are listed by name with role, teams and whether they signed up", async () => {
    const team = await addTeam(owner, "Ventas");
    await owner.ok(
      `mutation ($t: [ID!]) { inviteUser(input: { name: "álvaro", email: "Alvaro@Example.com", role: AGENT, teamIds: $t }) { link } }`,
      { t: [team] },
    );
    const { users } = await owner.ok<{ users: object[] }>(
      "{ users { name email role active pending locale teams { name } } }",
    );
    expect(users.slice(0, 2)).toEqual([
      {
        name: "álvaro",
        email: "alvaro@example.com",
        role: "AGENT",
        active: true,
        pending: true,
        locale: null,
        teams: [{ name: "Ventas" }],
      },
      {
        name: "Carla",
        email: "carla@example.com",
        role: "ADMIN",
        active: true,
        pending: false,
        locale: null,
        teams: [],
      },
    ]);
  });

  it("change name, role, teams and whether they may sign in", async () => {
    const { id } = await newPerson();
    const team = await addTeam(owner, "Postventa");
    expect(
      await owner.ok(USER, { id, input: { name: " Nueva ", role: "ADMIN", teamIds: [team], active: false } }),
    ).toEqual({
      updateUser: { id, name: "Nueva", role: "ADMIN", active: false, teams: [{ name: "Postventa" }] },
    });
    expect(await owner.ok(USER, { id: id.toUpperCase(), input: { active: true, teamIds: [] } })).toMatchObject({
      updateUser: { id, active: true, teams: [] },
    });
  });

  it("who moves to another team sees its clients at once, and no longer those of the old one [F204]", async () => {
    const [from, to] = [await addTeam(owner, "De"), await addTeam(owner, "A")];
    const agent = await addPerson(owner, "AGENT", "Móvil", [from]);
    await addClient(owner, { name: "Antiguo", teamId: from });
    await addClient(owner, { name: "Nuevo", teamId: to });
    const seen = async () =>
      (await agent.caller.ok<{ clients: { nodes: object[] } }>("{ clients { nodes { name } } }")).clients.nodes;
    expect(await seen()).toEqual([{ name: "Antiguo" }]);
    await owner.ok(USER, { id: agent.id, input: { teamIds: [to] } });
    expect(await seen()).toEqual([{ name: "Nuevo" }]);
  });

  it.each([
    [{ name: "" }, "name", "Falta este dato"],
    [{ name: "x".repeat(121) }, "name", "Como mucho 120 caracteres"],
    [{ teamIds: [UNKNOWN] }, "teamIds", "Ese equipo no existe"],
    [{ teamIds: ["nada"] }, "teamIds", "Ese equipo no existe"],
  ])("refuse %j", async (input, path, message) => {
    const { id } = await newPerson();
    expect(await owner.refused(USER, { id, input })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path, message }],
    });
  });

  it.each([UNKNOWN, "nadie"])("that do not exist, as %s, are not found", async (id) => {
    expect(await owner.refused(USER, { id, input: { name: "X" } })).toMatchObject({ code: "NOT_FOUND" });
    expect(await owner.refused("mutation ($id: ID!) { renewInvitation(userId: $id) { link } }", { id })).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("neither change their own role nor deactivate themselves", async () => {
    for (const input of [{ role: "AGENT" }, { active: false }]) {
      expect(await owner.refused(USER, { id: ownerId, input })).toEqual({
        code: "ILLEGAL_STATE",
        message: "No puedes desactivarte ni cambiar tu propio rol",
      });
    }
    await owner.ok(USER, { id: ownerId, input: { name: "Olga", role: "OWNER", active: true } });
  });
});

describe("owners", () => {
  const onlyOwner = { code: "FORBIDDEN", message: "Solo un propietario puede hacer esto" };

  it("are neither made nor changed nor given a link by an admin", async () => {
    const agent = await newPerson();
    expect(await admin.caller.refused(USER, { id: agent.id, input: { role: "OWNER" } })).toEqual(onlyOwner);
    expect(await admin.caller.refused(USER, { id: ownerId, input: { name: "X" } })).toEqual(onlyOwner);
    expect(await admin.caller.refused(USER, { id: ownerId, input: { role: "AGENT" } })).toEqual(onlyOwner);
    expect(
      await admin.caller.refused("mutation ($id: ID!) { renewInvitation(userId: $id) { link } }", { id: ownerId }),
    ).toEqual(onlyOwner);
    expect(
      await admin.caller.refused(
        `mutation { inviteUser(input: { name: "X", email: "x@example.com", role: OWNER }) { link } }`,
      ),
    ).toEqual(onlyOwner);
    const { users } = await owner.ok<{ users: { id: string; role: string }[] }>("{ users { id role } }");
    expect(users.filter(({ role }) => role === "OWNER")).toEqual([{ id: ownerId, role: "OWNER" }]);
  });

  it("are made by an owner, and one always remains, though two take the other away at once", async () => {
    const second = await newPerson("OWNER");
    const take = (caller: Caller, id: string) => caller.gql(USER, { id, input: { role: "AGENT" } });
    const answers = await Promise.all([take(owner, second.id), take(second.caller, ownerId)]);
    const { rows } = await api.pool.query<{ id: string }>("select id from app_user where role = 'OWNER' and active");
    expect(rows).toHaveLength(1);
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    await api.pool.query("update app_user set role = 'OWNER' where id = $1", [ownerId]);
    owner = await api.signIn(OWNER_EMAIL);
  });

  it("who did not sign up do not count as the one that remains", async () => {
    const { inviteUser } = await owner.ok<{ inviteUser: { user: { id: string } } }>(
      `mutation { inviteUser(input: { name: "Futura", email: "futura@example.com", role: OWNER }) { user { id } } }`,
    );
    const second = await newPerson("OWNER");
    await owner.ok(USER, { id: second.id, input: { active: false } });
    await api.pool.query("update app_user set active = false where id = $1", [inviteUser.user.id]);
    const key = await owner.ok<{ createApiKey: { secret: string } }>(
      `mutation { createApiKey(input: { name: "K", role: OWNER }) { secret } }`,
    );
    await api.pool.query("update app_user set active = true where id = $1", [inviteUser.user.id]);
    const program = api.anonymous.with({ authorization: `Bearer ${key.createApiKey.secret}` });
    // A key acts for its maker: even so the last owner stays.
    for (const input of [{ active: false }, { role: "ADMIN" }]) {
      expect(await program.refused(USER, { id: ownerId, input })).toMatchObject({ code: "ILLEGAL_STATE" });
    }
  });
});

describe("teams", () => {
  it("get the clients of who is in one of them only, unless another is named [F204]", async () => {
    const teamOf = async (id: string) =>
      (
        await owner.ok<{ client: { team: { name: string } | null } }>(
          "query ($id: ID!) { client(id: $id) { team { name } } }",
          { id },
        )
      ).client.team?.name;
    expect(await teamOf(await addClient(owner))).toBe("Equipo principal");
    const other = await addTeam(owner, "Otro equipo");
    expect(await teamOf(await addClient(owner, { teamId: other }))).toBe("Otro equipo");
    expect(await teamOf(await addClient(owner, { teamId: null }))).toBeUndefined();
    const both = await addPerson(owner, "ADMIN", "De dos equipos", [other, await addTeam(owner, "Tercero")]);
    expect(await teamOf(await addClient(both.caller))).toBeUndefined();
  });

  it("are made, renamed and given members", async () => {
    const { id } = await newPerson();
    const { createTeam } = await owner.ok<{ createTeam: { id: string } }>(CREATE_TEAM, {
      input: { name: " Soporte ", memberIds: [id, admin.id] },
    });
    expect(createTeam).toMatchObject({ name: "Soporte", members: expect.arrayContaining([{ name: "Carla" }]) });
    expect(await owner.ok(UPDATE_TEAM, { id: createTeam.id, input: { name: "Atención" } })).toMatchObject({
      updateTeam: { name: "Atención", members: expect.arrayContaining([{ name: "Carla" }]) },
    });
    expect(
      await owner.ok(UPDATE_TEAM, { id: createTeam.id, input: { name: "Atención", memberIds: [] } }),
    ).toMatchObject({
      updateTeam: { members: [] },
    });
  });

  it.each([
    [{ name: "" }, "name", "Falta este dato"],
    [{ name: "x".repeat(81) }, "name", "Como mucho 80 caracteres"],
    [{ name: "ÚNICO" }, "name", "Ya hay un equipo con este nombre"],
    [{ name: "Otro", memberIds: [UNKNOWN] }, "memberIds", "Esa persona no existe o está desactivada"],
    [{ name: "Otro", memberIds: ["nadie"] }, "memberIds", "Esa persona no existe o está desactivada"],
  ])("refuse %j, made or changed", async (input, path, message) => {
    await owner.gql(CREATE_TEAM, { input: { name: "Unico" } });
    const id = await addTeam(owner, `Equipo ${++people}`);
    for (const refusal of [
      await owner.refused(CREATE_TEAM, { input }),
      await owner.refused(UPDATE_TEAM, { id, input }),
    ]) {
      expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path, message }] });
    }
  });

  it("once deleted leave their clients without a team, seen by owner and admin only", async () => {
    const team = await addTeam(owner, "Efímero");
    const agent = await addPerson(owner, "AGENT", "Suelta", [team]);
    const id = await addClient(agent.caller);
    const remove = "mutation ($id: ID!) { deleteTeam(id: $id) }";
    await owner.ok(remove, { id: team });
    const record = "query ($id: ID!) { client(id: $id) { team { name } } }";
    expect(await owner.ok(record, { id })).toEqual({ client: { team: null } });
    expect(await agent.caller.ok(record, { id })).toEqual({ client: null });
    for (const gone of [team, UNKNOWN, "nada"]) {
      expect(await owner.refused(remove, { id: gone })).toMatchObject({ code: "NOT_FOUND" });
      expect(await owner.refused(UPDATE_TEAM, { id: gone, input: { name: "X" } })).toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

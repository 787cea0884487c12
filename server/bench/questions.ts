import type { StatementName } from "./contenders/statements.ts";
import { clientId, LEVELS, listId, MEASURED_AGENT, person, tagId, teamId, userId } from "./data/world.ts";
import { LONG_CLIENT, NOTE_CLIENTS, noteClient } from "./made.ts";

export type Viewer = "admin" | "agent";

/** One request in the three dialects; `peer` is PostGraphile's. */
export interface Question {
  ours: { query: string; variables: object };
  raw: { statement: StatementName; values: unknown[] };
  peer: { query: string; variables: object };
  /** The words that every answer must contain, where contenders may each pick other rows. */
  words?: string[];
  /** As they were typed; for ours a client with all of these is found too. */
  typed?: string[];
}

const teams = person(MEASURED_AGENT).teams.map(teamId);

const ROW = "kind name contactPerson email phone mobile whatsapp status createdAt lastInteractionAt";
const OURS_ROW = `id ${ROW} owner { id name } tags { id name color }`;
const PEER_ROW = `id: rowId ${ROW} owner: appUserByOwnerId { id: rowId name }
  tags: clientTagsByClientId { nodes { tag: tagByTagId { id: rowId name color } } }`;
const PAGE_INFO = "pageInfo { hasNextPage endCursor }";

/** L: the latest fifty clients with their tags and owner. */
export function listQuestions(viewer: Viewer): Question[] {
  const ours = `query List { clients(first: 50) { nodes { ${OURS_ROW} } ${PAGE_INFO} } }`;
  const selection = `nodes { ${PEER_ROW} } ${PAGE_INFO}`;
  const [raw, peer] =
    viewer === "admin"
      ? ([
          { statement: "latest", values: [] },
          { query: `{ clients: benchActiveClients(first: 50) { ${selection} } }`, variables: {} },
        ] as const)
      : ([
          { statement: "teamList", values: [teams] },
          {
            query: `query ($teams: [UUID!]) { clients: benchTeamClients(teams: $teams, size: 51, first: 50) { ${selection} } }`,
            variables: { teams },
          },
        ] as const);
  return [{ ours: { query: ours, variables: {} }, raw: { ...raw, values: [...raw.values] }, peer }];
}

const RECORD = `kind name contactPerson firstName lastName language email phone mobile whatsapp website status
  createdAt updatedAt lastInteractionAt version`;
const ENTRY = "kind automatic occurredAt title description stage";
const OURS_RECORD = `query Record($id: ID!) { client(id: $id) {
  id ${RECORD} addresses { type line1 city region postalCode country } taxProfile { legalName country taxId }
  owner { id name } team { id name } tags { id name color }
  timeline(first: 20) { nodes { id ${ENTRY} actor { id name }
    ... on ClientEditedEntry { changes { field before after } } ... on StatusChangedEntry { before after } } ${PAGE_INFO} } } }`;
const PEER_RECORD = `id: rowId ${RECORD} addresses taxLegalName taxCountry taxId
  owner: appUserByOwnerId { id: rowId name } team: teamByTeamId { id: rowId name }
  tags: clientTagsByClientId { nodes { tag: tagByTagId { id: rowId name color } } }
  timeline: timelineEntriesByClientId(first: 20, orderBy: [OCCURRED_AT_DESC, ROW_ID_DESC], condition: { deletedAt: null }) {
    nodes { id: rowId ${ENTRY} actor: appUserByActorId { id: rowId name } data } ${PAGE_INFO} }`;

/** D: one client with tags, owner, team and the latest twenty entries; clients with long timelines, spread over the years. */
export function recordQuestions(viewer: Viewer, clients: number, seen: (id: string) => boolean): Question[] {
  const ids = Array.from({ length: Math.floor(clients / 100) }, (_, i) => clientId(100 * i + 7, clients)).filter(seen);
  const step = Math.max(1, Math.floor(ids.length / 200));
  return ids
    .filter((_, i) => i % step === 0)
    .map((id) => ({
      ours: { query: OURS_RECORD, variables: { id } },
      raw:
        viewer === "admin" ? { statement: "record", values: [id] } : { statement: "teamRecord", values: [id, teams] },
      peer:
        viewer === "admin"
          ? { query: `query ($id: UUID!) { client: clientByRowId(rowId: $id) { ${PEER_RECORD} } }`, variables: { id } }
          : {
              query: `query ($id: UUID!, $teams: [UUID!]) { client: benchTeamClient(ofId: $id, teams: $teams) { ${PEER_RECORD} } }`,
              variables: { id, teams },
            },
    }));
}

/** F: clients of a status, of some months, with a tag, and how many they are. */
export function filterQuestions(viewer: Viewer): Question[] {
  const months = [
    ["2026-05-01", "2026-07-31", "2026-08-01"],
    ["2025-02-01", "2025-04-30", "2025-05-01"],
    ["2024-01-01", "2024-03-31", "2024-04-01"],
  ] as const;
  return months.flatMap(([from, to, before]) =>
    [5, 20, 60, 120].map((tag): Question => {
      const [start, end] = [from, before].map((day) => midnightInMadrid(day));
      const values = ["CLIENT", start, end, tagId(tag)];
      const filter = { status: ["CLIENT"], createdAt: { from, to }, tagIds: [tagId(tag)] };
      const peerVariables = { status: "CLIENT", start, end, tag: tagId(tag) };
      const selection = `nodes { ${PEER_ROW} } ${PAGE_INFO} totalCount`;
      const given = "ofStatus: $status, createdFrom: $start, createdBefore: $end, withTag: $tag, first: 50";
      const types = "$status: ClientStatus, $start: Datetime, $end: Datetime, $tag: UUID";
      return {
        ours: {
          query: `query Filter($filter: ClientFilter) { clients(filter: $filter, first: 50) { nodes { ${OURS_ROW} } ${PAGE_INFO} totalCount } }`,
          variables: { filter },
        },
        raw:
          viewer === "admin"
            ? { statement: "filter", values }
            : { statement: "teamFilter", values: [...values, teams] },
        peer:
          viewer === "admin"
            ? {
                query: `query (${types}) { clients: benchFilteredClients(${given}) { ${selection} } }`,
                variables: peerVariables,
              }
            : {
                query: `query (${types}, $teams: [UUID!]) { clients: benchTeamFilteredClients(${given}, teams: $teams) { ${selection} } }`,
                variables: { ...peerVariables, teams },
              },
      };
    }),
  );
}

interface Narrowing {
  filter: object;
  statement: StatementName;
  value: unknown;
  /** PostGraphile's function and its argument. */
  peer: [name: string, argument: string, type: string];
}

/** F too: one filter each, with its count: by owner, list, and custom fields. */
function narrowQuestion({ filter, statement, value, peer: [name, argument, type] }: Narrowing): Question {
  const selection = `nodes { ${PEER_ROW} } ${PAGE_INFO} totalCount`;
  return {
    ours: {
      query: `query Narrow($filter: ClientFilter) { clients(filter: $filter, first: 50) { nodes { ${OURS_ROW} } ${PAGE_INFO} totalCount } }`,
      variables: { filter },
    },
    raw: { statement, values: [typeof value === "object" ? JSON.stringify(value) : value] },
    peer: {
      query: `query ($value: ${type}) { clients: ${name}(${argument}: $value, first: 50) { ${selection} } }`,
      variables: { value },
    },
  };
}

const condition = (key: string, operator: string, value: unknown) => ({ customFields: [{ key, operator, value }] });

/** By what the filter asks. */
export const narrowQuestions: Record<string, () => Question[]> = {
  "Owner, count": () =>
    [9, 30, 50].map((user) =>
      narrowQuestion({
        filter: { ownerIds: [userId(user)] },
        statement: "ofOwner",
        value: userId(user),
        peer: ["benchClientsOfOwner", "ofOwner", "UUID"],
      }),
    ),
  "List, count": () =>
    [3, 10, 19].map((list) =>
      narrowQuestion({
        filter: { listIds: [listId(list)] },
        statement: "onList",
        value: listId(list),
        peer: ["benchClientsOnList", "ofList", "UUID"],
      }),
    ),
  "Custom field is, count": () =>
    [0, 7, 14].map((level) =>
      narrowQuestion({
        filter: condition("nivel", "EQ", LEVELS[level]),
        statement: "customIs",
        value: { nivel: LEVELS[level] },
        peer: ["benchClientsWith", "document", "JSON"],
      }),
    ),
  "Custom field from, count": () =>
    [50_000, 98_000, 99_950].map((lowest) =>
      narrowQuestion({
        filter: condition("potencial", "GTE", lowest),
        statement: "customFrom",
        value: lowest,
        peer: ["benchClientsFrom", "lowest", "BigFloat"],
      }),
    ),
  "Custom field contains, count": () =>
    ["ximena el", "el de quiro", "wences el de"].map((part) =>
      narrowQuestion({
        filter: condition("apodo", "CONTAINS", part),
        statement: "customPart",
        value: `%${part}%`,
        peer: ["benchClientsCalled", "part", "String"],
      }),
    ),
};

/** The months above begin in winter and summer time. */
const midnightInMadrid = (day: string) => `${day}T00:00:00${/-0[4-9]-|-10-/.test(day) ? "+02:00" : "+01:00"}`;

export const searchTerms = {
  common: ["garcia", "mar", "panaderia", "jose"],
  middling: ["belmonte", "quiropractica", "wences", "ximena"],
  rare: ["garcia12345", "zubiri98", "+34 612 345", "ocana4321"],
  absent: ["xkcdzq", "zzyzx", "+99 123 456 789", "nadieaqui"],
  "two words": ["panaderia garcia", "ximena belmonte", "farmacia wences", "garcia zubiri"],
} as const;

/** One or two letters: no index serves them, so the hand-written statement reads every row; only our own are timed. */
export const shortTerms = ["g", "xz", "ma", "qq"] as const;

/** S: search as you type, the latest twenty that match. */
export function searchQuestions(viewer: Viewer, terms: readonly string[]): Question[] {
  return terms.map((term) => {
    const words = wordsOf(term);
    const patterns = words.map((word) => `%${word}%`);
    const two = patterns.length === 2;
    const peerWords = { word: patterns[0], other: patterns[1] ?? "%" };
    const selection = "nodes { id: rowId kind name contactPerson email phone status }";
    return {
      words,
      typed: term.split(" "),
      ours: {
        query:
          "query Search($term: String!) { clients(filter: { search: $term }, first: 20) { nodes { id kind name contactPerson email phone status } } }",
        variables: { term },
      },
      raw:
        viewer === "admin"
          ? { statement: two ? "search2" : "search1", values: patterns }
          : { statement: two ? "teamSearch2" : "teamSearch1", values: [...patterns, teams] },
      peer:
        viewer === "admin"
          ? {
              query: `query ($word: String, $other: String) { clients: benchFoundClients(word: $word, other: $other, first: 20) { ${selection} } }`,
              variables: peerWords,
            }
          : {
              query: `query ($word: String, $other: String, $teams: [UUID!]) { clients: benchTeamFoundClients(word: $word, other: $other, teams: $teams, first: 20) { ${selection} } }`,
              variables: { ...peerWords, teams },
            },
    };
  });
}
const wordsOf = (term: string) => (/^[\d\s+]+$/.test(term) ? [term.replace(/\D/g, "")] : term.split(" "));

/** W: create a client; the ledger's entry comes with it. Each request is another client. */
export function createQuestion(number: string): Question {
  const fields = {
    name: `Cliente de prueba ${number}`,
    email: `Prueba.${number}@bench.example`,
    phone: "+34612345678",
  };
  return {
    ours: {
      query:
        "mutation Create($input: CreateClientInput!) { createClient(input: $input) { id name email phone status createdAt version } }",
      variables: { input: fields },
    },
    raw: { statement: "create", values: [fields.name, fields.email, fields.phone, person(1).id] },
    peer: {
      query: `mutation ($client: ClientInput!) { createClient(input: { client: $client }) {
        client { id: rowId name email phone status createdAt version } } }`,
      // A trigger fills in what is searched, which PostGraphile takes for columns that have to be given.
      variables: {
        client: { ...fields, email: fields.email.toLowerCase(), sourceChannel: "API", search: "", searchPublic: "" },
      },
    },
  };
}

/** One client's timeline as a month's first day shows it, at any depth of 100,000 entries. */
export function timelineQuestions(): Question[] {
  const days = Array.from({ length: 20 }, (_, i) => `${2015 + Math.floor(i / 2)}-${i % 2 ? "11" : "02"}-01`);
  return days.map((day) => {
    const end = midnightInMadrid(new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10));
    return {
      ours: {
        query: `query Timeline($id: ID!, $filter: TimelineFilter) { client(id: $id) { id timeline(first: 20, filter: $filter) {
          nodes { id ${ENTRY} actor { id name } } ${PAGE_INFO} } } }`,
        variables: { id: LONG_CLIENT, filter: { occurredAt: { to: day } } },
      },
      raw: { statement: "timeline", values: [LONG_CLIENT, end] },
      peer: {
        query: `query ($id: UUID!, $end: Datetime) { client: clientByRowId(rowId: $id) { id: rowId
          timeline: entriesBefore(before: $end, first: 20) {
            nodes { id: rowId ${ENTRY} actor: appUserByActorId { id: rowId name } } ${PAGE_INFO} } } }`,
        variables: { id: LONG_CLIENT, end },
      },
    };
  });
}

/** A: write a note down, each on another one of a thousand clients that the run has made. */
export function noteQuestion(number: number): Question {
  const id = noteClient(number % NOTE_CLIENTS);
  const description = `<p>Pide ${number} cajas más para el lunes.</p>`;
  return {
    ours: {
      query: `mutation Note($id: ID!, $input: TimelineEntryInput!) { addTimelineEntry(clientId: $id, input: $input) { id ${ENTRY} } }`,
      variables: { id, input: { kind: "NOTE", description } },
    },
    raw: { statement: "note", values: [id, description, person(1).id] },
    peer: {
      query: `mutation ($entry: TimelineEntryInput!) { createTimelineEntry(input: { timelineEntry: $entry }) { timelineEntry { id: rowId ${ENTRY} } } }`,
      variables: { entry: { clientId: id, kind: "NOTE", automatic: false, description, actorId: person(1).id } },
    },
  };
}

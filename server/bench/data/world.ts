import { cities, firstNames, forms, lastNames, notes, streets, tagThemes, trades } from "./words.ts";

/** The business that is measured: every value follows from a row's number, so that each run makes the same one. */
export const TEAMS = 40;
export const USERS = 60;
export const TAGS = 200;
export const LISTS = 20;

const DAY = 86_400_000;
const END = Date.UTC(2026, 10, 1);
const START = END - 3 * 365 * DAY;
/** Every twentieth client came in one import of the largest team: what lists of other teams must not walk through. */
const IMPORT = { from: 0.9, to: 0.95, team: 0 };

/** 32 bits that follow from a row's number and what they are for (the finaliser of MurmurHash3). */
export function mix(i: number, purpose: number): number {
  let h = Math.imul(i ^ Math.imul(purpose, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
/** From 0 to below 1. */
const share = (i: number, purpose: number) => mix(i, purpose) / 2 ** 32;
const pick = <T>(list: readonly T[], i: number, purpose: number) => list[mix(i, purpose) % list.length] as T;
/** One of a list whose first are the most common: the first fifth takes nearly half. */
const pickSkewed = <T>(list: readonly T[], i: number, purpose: number) =>
  list[Math.floor(share(i, purpose) ** 2 * list.length)] as T;

/** A UUIDv7 (RFC 9562, 5.7) of a moment, told apart from others of its kind by a number. */
export function uuid(at: number, kind: number, number: number): string {
  const time = Math.floor(at).toString(16).padStart(12, "0");
  const tail = number.toString(16).padStart(12, "0");
  const noise = (mix(number, 90 + kind) & 0xfff).toString(16).padStart(3, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${noise}-8${kind.toString(16).padStart(3, "0")}-${tail}`;
}

export const teamId = (team: number) => uuid(START, 1, team);
export const userId = (user: number) => uuid(START, 2, user);
export const tagId = (tag: number) => uuid(START, 3, tag);
export const listId = (list: number) => uuid(START, 5, list);

export const teamName = (team: number) =>
  `Equipo ${(cities[team % 30] as (typeof cities)[number])[0]} ${1 + Math.floor(team / 30)}`;
export const tagName = (tag: number) => `${tagThemes[tag % 10]} ${1 + Math.floor(tag / 10)}`;

/** The first is the owner, four are admins; the others are agents of one to three teams. */
export function person(user: number) {
  const name = `${firstNames[user % firstNames.length]} ${lastNames[(user * 7) % lastNames.length]}`;
  const role = user === 0 ? "OWNER" : user < 5 ? "ADMIN" : "AGENT";
  const teams = user < 5 ? [] : [0, 13, 26].slice(0, 1 + (user % 3)).map((step) => (user - 5 + step) % TEAMS);
  return { id: userId(user), name, email: `persona${user}@example.com`, role, teams };
}
/** The agent whose requests are measured: three teams, neither the largest nor the smallest ones. */
export const MEASURED_AGENT = 8;

const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]/g, "");

/** When a client was created, growing with its number. */
const createdAt = (i: number, of: number) => START + ((i + share(i, 1)) / of) * (END - START);
export const clientId = (i: number, of: number) => uuid(createdAt(i, of), 4, i);

/** A client as the values of its columns. */
export function client(i: number, of: number) {
  const created = createdAt(i, of);
  const imported = i >= of * IMPORT.from && i < of * IMPORT.to;
  const team = imported ? IMPORT.team : Math.floor(share(i, 2) ** 1.7 * TEAMS);
  const first = pickSkewed(firstNames, i, 3);
  const last = pickSkewed(lastNames, i, 4);
  const isCompany = share(i, 5) < 0.6;
  const full = `${first} ${last} ${pickSkewed(lastNames, i, 6)}`;
  const name = isCompany ? `${pick(trades, i, 7)} ${last} ${pick(forms, i, 8)}` : full;
  const [city, region, country, postal, prefix] = pickSkewed(cities, i, 9);
  const digits = String(mix(i, 10) % 100_000_000).padStart(8, "0");
  const status = share(i, 11);
  return {
    id: uuid(created, 4, i),
    kind: isCompany ? "COMPANY" : "PERSON",
    name,
    contact_person: isCompany ? full : null,
    first_name: isCompany ? null : first,
    last_name: isCompany ? null : last,
    language: "es",
    email: `${fold(first)}.${fold(last)}${i}@${isCompany ? "empresa" : "correo"}.example`,
    phone: share(i, 12) < 0.7 ? `${prefix}6${digits}` : null,
    mobile: share(i, 13) < 0.3 ? `${prefix}7${digits}` : null,
    website: isCompany ? `https://www.${fold(last)}${i}.example` : null,
    status: status < 0.6 ? "PROSPECT" : status < 0.9 ? "CLIENT" : "INACTIVE",
    addresses: JSON.stringify([
      {
        type: "MAIN",
        line1: `${pick(streets, i, 14)} ${1 + (mix(i, 15) % 200)}`,
        city,
        region,
        postalCode: `${postal}${String(mix(i, 16) % 1000).padStart(3, "0")}`,
        country,
      },
    ]),
    ...custom(i),
    owner_id: userId(5 + (mix(i, 17) % (USERS - 5))),
    team_id: teamId(team),
    source_channel: imported ? "IMPORT" : "MANUAL",
    last_interaction_at: lastInteraction(i, of),
    created_at: moment(created),
    updated_at: moment(created),
  };
}

/** Fifteen levels, each of one client in fifteen: what renaming an option touches. */
export const LEVELS = Array.from({ length: 15 }, (_, level) => `Nivel ${level + 1}`);
/** The business's own fields. Only the nickname is found by the search box. */
export const customFields = [
  { key: "nivel", label: "Nivel", type: "SELECT", options: `{${LEVELS.join()}}`, searchable: false },
  { key: "potencial", label: "Potencial", type: "NUMBER", options: "{}", searchable: false },
  { key: "apodo", label: "Apodo", type: "TEXT", options: "{}", searchable: true },
  { key: "codigo", label: "Código", type: "TEXT", options: "{}", searchable: false },
].map((field, position) => ({ id: uuid(START, 6, position), ...field, position }));

/** A client's value in the field of type NUMBER: what it may be worth, 0 to 99,999. */
export const potential = (i: number) => mix(i, 51) % 100_000;

/** Values of the business's own fields: level and number of all clients, nickname of a twentieth, code of a thirtieth. */
function custom(i: number) {
  const nickname = share(i, 52) < 0.05 ? `${pick(firstNames, i, 53)} el de ${pick(trades, i, 54)}` : undefined;
  const code = share(i, 55) < 0.033 ? `C-${mix(i, 56) % 10_000_000}` : undefined;
  const values = { nivel: LEVELS[mix(i, 50) % LEVELS.length], potencial: potential(i), apodo: nickname, codigo: code };
  return { custom: JSON.stringify(values), custom_search: nickname ?? "" };
}

/** The lists that a client is on: half of all clients are on none, the others on one to three. */
export function listsOf(i: number): number[] {
  if (share(i, 60) < 0.5) return [];
  const count = 1 + (mix(i, 61) % 3);
  return [...new Set(Array.from({ length: count }, (_, n) => Math.floor(share(i, 62 + n) ** 2 * LISTS)))];
}

const moment = (at: number) => new Date(at).toISOString();

/** How many tags a client has: three on average, none to six. */
const tagCount = (i: number) => [3, 1, 5, 0, 6, 2, 4][i % 7] as number;

/** A client's tags, each once; some tags are on a tenth of all clients, some on a thousandth. */
export function tagsOf(i: number): number[] {
  const tags = new Set<number>();
  for (let n = 20; tags.size < tagCount(i); n++) tags.add(Math.floor(share(i, n) ** 2.5 * TAGS));
  return [...tags];
}

/** How many entries a client's timeline has after that of its creation: four on average; one client in a hundred has 103. */
export function entryCount(i: number): number {
  const place = i % 100;
  if (place === 7) return 103;
  return [1, 5, 2, 4, 3][(place < 7 ? place : place - 1) % 5] as number;
}

const entryAt = (i: number, n: number, of: number) => {
  const created = createdAt(i, of);
  return created + ((END - created) * (n + share(i, 200 + n))) / (entryCount(i) + 1);
};
const isManual = (i: number, n: number) => n > 0 && share(i, 400 + n) >= 0.55;

function lastInteraction(i: number, of: number): string | null {
  for (let n = entryCount(i); n > 0; n--) if (isManual(i, n)) return moment(entryAt(i, n, of));
  return null;
}

/** The n-th entry of a client's timeline as the values of its columns; the one of its creation is number 0. */
export function entry(i: number, n: number, of: number) {
  const at = n === 0 ? createdAt(i, of) : entryAt(i, n, of);
  const common = {
    id: uuid(at, 0x100 + n, i),
    client_id: clientId(i, of),
    actor_id: pickActor(i, n),
    occurred_at: moment(at),
  };
  if (n === 0)
    return { ...common, kind: "CLIENT_CREATED", automatic: true, description: null, stage: null, data: null };
  if (isManual(i, n)) {
    const kind = (["NOTE", "NOTE", "NOTE", "CALL", "MEETING"] as const)[mix(i, 500 + n) % 5] as string;
    const stage = share(i, 600 + n) < 0.3 ? "SALE" : null;
    return { ...common, kind, automatic: false, description: `<p>${pick(notes, i, 700 + n)}</p>`, stage, data: null };
  }
  if (share(i, 800 + n) < 0.2) {
    const data = JSON.stringify({ before: "PROSPECT", after: "CLIENT" });
    return { ...common, kind: "STATUS_CHANGED", automatic: true, description: null, stage: null, data };
  }
  const [before, after] = [1, 2].map((side) => `+346${String(mix(i, 900 + n * side) % 100_000_000).padStart(8, "0")}`);
  const data = JSON.stringify({
    changes: { phone: [before, after], contact_person: [null, pick(lastNames, i, 1100 + n)] },
  });
  return { ...common, kind: "CLIENT_EDITED", automatic: true, description: null, stage: null, data };
}

const pickActor = (i: number, n: number) => userId(5 + (mix(i, 300 + n) % (USERS - 5)));

import { expect, test } from "vitest";
import {
  type ClientRecord,
  changedKeys,
  fieldValue,
  inputOf,
  sameUnder,
  valuesOf,
  withValue,
  withValues,
} from "./clientValues.ts";

const base = {
  id: "c1",
  kind: "COMPANY",
  name: "Distribuidora Pérez",
  email: "hola@perez.test",
  phone: null,
  taxProfile: { __typename: "TaxProfile", country: "PA", taxId: "155-1", checkDigit: null },
  addresses: [{ __typename: "Address", type: "MAIN", line1: "Calle 50", city: null }],
  owner: { id: "u1", name: "Ana" },
  team: null,
  tags: [
    { id: "t1", name: "VIP", color: "#ff0000" },
    { id: "t2", name: "Nuevo", color: "#00ff00" },
  ],
  lists: [],
  status: "PROSPECT",
  version: 3,
} as unknown as ClientRecord;

test("reads and writes a field by its key in the registry", () => {
  expect(fieldValue(base, "taxProfile.taxId")).toBe("155-1");
  const changed = withValue(base, "taxProfile.taxId", "155-2");
  expect(changed.taxProfile).toMatchObject({ country: "PA", taxId: "155-2", checkDigit: null });
  expect(base.taxProfile.taxId).toBe("155-1");
});

test("empty text and null are the same, tags compare in any order, people by id", () => {
  expect(sameUnder(base, withValue(base, "phone", ""), "phone")).toBe(true);
  expect(sameUnder(base, withValue(base, "tags", [...base.tags].reverse()), "tags")).toBe(true);
  expect(sameUnder(base, withValue(base, "owner", { id: "u1", name: "Ana María" }), "owner")).toBe(true);
  expect(sameUnder(base, withValue(base, "addresses", [{ type: "MAIN", line1: "Calle 50" }]), "addresses")).toBe(true);
});

test("sends only what changed", () => {
  let after = withValue(base, "email", null);
  after = withValue(after, "taxProfile.checkDigit", "7");
  after = withValue(after, "owner", null);
  after = withValue(after, "tags", [base.tags[0]]);
  const keys = changedKeys(base, after);
  expect(inputOf(after, keys)).toEqual({
    email: null,
    ownerId: null,
    tagIds: ["t1"],
    taxProfile: { country: "PA", taxId: "155-1", checkDigit: "7" },
  });
  expect(inputOf(base, ["addresses"])).toEqual({ addresses: [{ type: "MAIN", line1: "Calle 50", city: null }] });
});

test("lists travel without the newsletters, which stay on the record [F115]", () => {
  const [fair, vip, news] = ["fair", "vip", "news"].map((id) => ({ id, name: id, newsletter: id === "news" }));
  const client = { ...base, lists: [fair, news] } as ClientRecord;
  const after = withValue(client, "lists", [fair, vip]);
  expect(after.lists.map(({ id }) => id).sort()).toEqual(["fair", "news", "vip"]);
  expect(inputOf(after, changedKeys(client, after))).toEqual({ listIds: ["fair", "vip"] });
  expect(changedKeys(client, { ...client, lists: [fair] } as ClientRecord)).toEqual([]);
});

test("a field of the business's own is read, written, sent and compared like any other [F119]", () => {
  const client = { ...base, customFields: { level: "Gold", hobbies: ["Wine", "Cheese"] } };
  const mine = withValue(client, "customFields.level", null);
  expect(fieldValue(mine, "customFields.level")).toBeNull();
  expect(changedKeys(client, mine)).toEqual(["customFields.level"]);
  expect(inputOf(mine, ["customFields.level"])).toEqual({ customFields: { level: null } });
  expect(withValues(client, { "customFields.level": null })).toEqual(mine);
  expect(valuesOf(mine)).toMatchObject({ "customFields.level": null, "customFields.hobbies": ["Wine", "Cheese"] });
});
